import { Banner } from '../../../../ui/banner.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { type Dossier, decisionReasons } from '../api.ts'

/** The reason of a refusal or of a decision, as it was written. */
export function Outcome({ dossier }: { readonly dossier: Dossier }) {
  const { t, pick } = useText()
  const { refusal, decision, status } = dossier
  const shown = refusal ?? decision
  if (!shown) return null
  const name = decisionReasons.find((one) => one.code === shown.code)?.name
  return (
    <Banner tone={status === 'ratified' ? 'green' : 'neutral'}>
      <p className="font-medium">
        {t(refusal ? 'excellence.refusal' : 'excellence.decision')}
        {name && `: ${t(`reasons.${name}`)}`}
      </p>
      <p className="whitespace-pre-line">
        <bdi>{shown.reason}</bdi>
      </p>
      <p className="text-xs text-ink-3">
        {pick(shown.by.name)} · <DateTimeText at={shown.at} />
      </p>
    </Banner>
  )
}

import { Gavel, Lock } from 'lucide-react'
import { useState } from 'react'
import type { Band } from '../../../../shared/ranks.ts'
import { reasonsFor } from '../../../../shared/reasons.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { CaseView } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'
import { whyNot } from './may.ts'
import { rankName } from './rank-name.ts'
import { reasonWords } from './reason-words.ts'

type CaseDecisionProps = {
  readonly view: CaseView
  /** Where it can be decided, while no sitting is open here. */
  readonly sittingPath: string | null
}

/** What the committee decided and why, or the form in which the chair records it (H3). */
export function CaseDecision({ view, sittingPath }: CaseDecisionProps) {
  const text = useText()
  const { t, pick } = text
  const { decision, can } = view
  if (decision) {
    return (
      <Section ruled level={3} title={t('calibration.case.decision')}>
        <p className="text-sm">
          <b>{rankName(text, decision.rank)}</b> — {reasonWords(text, decision.code)}
        </p>
        <p className="text-sm whitespace-pre-wrap text-ink-2">{decision.text}</p>
        <p className="mt-1 text-xs text-ink-3">
          {decision.by && t('calibration.case.by', { name: pick(decision.by.name) })}
          {decision.by && t('calibration.comma')}
          <DateTimeText at={decision.at} />
          {t('calibration.between')}
          <bdi>{decision.code}</bdi>
        </p>
      </Section>
    )
  }
  if (!can.decide) return null
  return (
    <Section ruled level={3} title={t('calibration.case.decideTitle')}>
      {!can.decide.allowed ? (
        <Banner
          tone="amber"
          icon={Lock}
          action={
            sittingPath && (
              <Link to={sittingPath} className="whitespace-nowrap">
                {t('calibration.case.toSitting')}
              </Link>
            )
          }
        >
          {whyNot(can.decide.why)}
        </Banner>
      ) : view.majority ? (
        <DecisionForm view={view} rank={view.majority} />
      ) : (
        <Banner tone="neutral">{t('calibration.case.needsMajority')}</Banner>
      )}
    </Section>
  )
}

function DecisionForm({ view, rank }: { readonly view: CaseView; readonly rank: Band }) {
  const text = useText()
  const { t } = text
  const [code, setCode] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const short = words.trim().length < 3
  const save = useApiMutation({
    send: (body: { rank: Band; reasonCode: string; reasonText: string }) =>
      api('POST /api/calibration/cases/:id/decision', { params: { id: view.id }, body, version: view.version }),
    refresh: shownElsewhere,
    onDone: () => notifyDone(t('calibration.case.decided')),
  })
  return (
    <Form
      id="decision"
      problem={save.error}
      onSubmit={() => {
        setTried(true)
        if (code && !short) save.mutate({ rank, reasonCode: code, reasonText: words.trim() })
      }}
    >
      <p className="font-medium">{t('calibration.case.majority', { rank: rankName(text, rank) })}</p>
      <Select
        name="reasonCode"
        required
        label={t('calibration.case.reasonCode')}
        placeholder={t('calibration.case.chooseReason')}
        value={code}
        onChange={setCode}
        options={reasonsFor('committee').map((reason) => ({
          value: reason.code,
          label: reasonWords(text, reason.code),
        }))}
        error={tried && !code ? t('calibration.case.codeNeeded') : undefined}
      />
      <TextArea
        name="reasonText"
        required
        label={t('calibration.case.reasonText')}
        hint={t('calibration.case.decideHint')}
        maxLength={4000}
        value={words}
        onChange={setWords}
        error={tried && short ? t('calibration.case.reasonNeeded') : undefined}
      />
      <div>
        <Button look="primary" type="submit" icon={Gavel} pending={save.isPending}>
          {t('calibration.case.decide')}
        </Button>
      </div>
    </Form>
  )
}

import { CircleCheck, CircleDot, Undo2 } from 'lucide-react'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { CaseView } from '../../schema.ts'
import { curveInFull } from './curve-words.ts'
import { points, rankName } from './rank-name.ts'
import { reasonWords } from './reason-words.ts'

const states = {
  open: { icon: CircleDot, tone: 'amber' },
  decided: { icon: CircleCheck, tone: 'green' },
  withdrawn: { icon: Undo2, tone: 'neutral' },
} as const

/** Who, what was computed, what the supervisor thinks, and what the committee is asked. */
export function CaseFacts({ view }: { readonly view: CaseView }) {
  const text = useText()
  const { t, pick } = text
  const { employee, division, openedBy, question, curveReason } = view
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Status look="pill" {...states[view.status]} mirrorIcon={view.status === 'withdrawn'}>
          {t(`calibration.case.statuses.${view.status}`)}
        </Status>
        <span className="text-ink-2">{t(`calibration.list.origins.${view.origin}`)}</span>
        {division && <span className="text-ink-3">{pick(division)}</span>}
        <Link to={`/results/${employee.id}/${view.year}`} className="ms-auto">
          {t('calibration.list.why')}
        </Link>
      </div>
      <DescriptionList
        facts={[
          {
            term: t('calibration.case.result'),
            value: (
              <>
                <Num decimals={2} className="font-semibold">
                  {points(view.result)}
                </Num>{' '}
                <span className="text-ink-3">{t('calibration.case.position', { position: view.position })}</span>
              </>
            ),
          },
          { term: t('calibration.case.band'), value: rankName(text, view.band) },
          { term: t('calibration.case.curve'), value: rankName(text, view.curve) },
          {
            term: t('calibration.case.view'),
            value: view.view ? (
              <>
                <b>{rankName(text, view.view.rank)}</b>
                <span className="block text-ink-2">
                  {reasonWords(text, view.view.code)}: <span className="whitespace-pre-wrap">{view.view.text}</span>
                </span>
              </>
            ) : (
              <span className="text-ink-3">{t('calibration.case.noView')}</span>
            ),
          },
          { term: t('calibration.case.now'), value: <b>{rankName(text, view.now)}</b> },
        ]}
      />
      {curveReason && (
        <Section ruled level={3} title={t('calibration.case.whyCurve')}>
          <p className="text-sm text-ink-2">{curveInFull(text, curveReason)}</p>
        </Section>
      )}
      {question && (
        <Section ruled level={3} title={t('calibration.case.question')}>
          <p className="text-sm whitespace-pre-wrap">{question}</p>
          <p className="mt-1 text-xs text-ink-3">
            {openedBy
              ? t('calibration.case.openedBy', { name: pick(openedBy.name) })
              : t('calibration.case.openedBySystem')}
            {t('calibration.comma')}
            <DateTimeText at={view.openedAt} />
          </p>
        </Section>
      )}
    </>
  )
}

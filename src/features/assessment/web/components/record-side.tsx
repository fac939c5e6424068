import { Check, CornerUpLeft } from 'lucide-react'
import { formatNumber } from '../../../../shared/locale.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Rich } from '../../../../ui/rich.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { AssessmentView } from '../../schema.ts'
import { InterimNotes } from './interim-notes.tsx'
import { pointsText } from './measured-text.ts'
import { MeetingSection } from './meeting-section.tsx'
import { ResultSection } from './result-section.tsx'
import { ResultStatus } from './result-status.tsx'
import { scoredLines } from './scored-lines.ts'
import { TimelineSection } from './timeline-section.tsx'

/** Beside the lines: what they come to, the meeting, what a decision does, and what has been. */
export function RecordSide({ view }: { readonly view: AssessmentView }) {
  const decides = view.can.approve !== undefined
  return (
    <>
      {view.totals && <ResultSection view={view} total={view.totals.weighted} lines={scoredLines(view)} />}
      <CycleResult view={view} />
      {(view.status === 'reviewing' || view.meetings.length > 0) && <MeetingSection view={view} />}
      {decides && <AfterDecision />}
      <InterimNotes view={view} />
      <TimelineSection view={view} />
    </>
  )
}

function AfterDecision() {
  const { t } = useText()
  return (
    <Section ruled title={t('assessment.after.title')}>
      <ul className="flex flex-col gap-2.5 text-sm text-ink-2">
        <li className="flex items-start gap-2.5">
          <Icon icon={Check} className="mt-1 text-accent-text" />
          <span>
            <Rich text={t('assessment.after.approve')} />
          </span>
        </li>
        <li className="flex items-start gap-2.5">
          <Icon icon={CornerUpLeft} mirrored className="mt-1 text-ink-3" />
          <span>
            <Rich text={t('assessment.after.sendBack')} />
          </span>
        </li>
      </ul>
    </Section>
  )
}

/** What the closed cycle counts for the person's year. */
function CycleResult({ view: { result } }: { readonly view: AssessmentView }) {
  const { t, pick } = useText()
  const { language, digits } = usePreferences()
  if (!result) return null
  const number = (value: number) => formatNumber(value, { language, digits })
  return (
    <Section ruled title={t('assessment.cycleResult.title')} aside={<ResultStatus of={result.status} />}>
      <DescriptionList
        facts={[
          ...(result.weighted === null
            ? []
            : [
                {
                  term: t('assessment.cycleResult.weighted'),
                  value: <b>{pointsText(result.weighted, { language, digits })}</b>,
                },
              ]),
          {
            term: t('assessment.cycleResult.coverage'),
            value: t('assessment.cycleResult.days', {
              covered: number(result.coveredDays),
              cycle: number(result.cycleDays),
            }),
          },
          ...(result.cause
            ? [{ term: t('assessment.cycleResult.cause'), value: t(`assessment.causes.${result.cause}`) }]
            : []),
          ...(result.decidedBy
            ? [{ term: t('assessment.cycleResult.decidedBy'), value: pick(result.decidedBy.name) }]
            : []),
          ...(result.reason
            ? [
                {
                  term: t('assessment.cycleResult.reason'),
                  value: <bdi className="whitespace-pre-wrap text-ink-2">{result.reason}</bdi>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

import { OctagonAlert, ShieldCheck, UserRoundCheck } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { AssessmentView } from '../../schema.ts'

/** What a reader must know before reading on: for whom, what waits for an answer, who recorded, what stands provisionally. */
export function RecordNotes({ view }: { readonly view: AssessmentView }) {
  const { t, pick } = useText()
  const reader = usePreferences()
  const day = (date: string) => formatDate(date, { ...reader, style: 'deadline' })
  const mine = view.parts.includes('employee')
  const corrections = view.objectives.flatMap((objective) => objective.lines.flatMap((line) => line.corrections))
  const toAnswer = corrections.filter(({ can }) => can.answer?.allowed === true).length
  const toRule = corrections.filter(({ can }) => can.rule?.allowed === true).length
  return (
    <>
      {view.onBehalfOf && (
        <Banner tone="blue" icon={UserRoundCheck}>
          {t('assessment.notes.behalf', { name: pick(view.onBehalfOf.name) })}
        </Banner>
      )}
      {view.view === 'status' && <Banner tone="neutral">{t('assessment.notes.statusOnly')}</Banner>}
      {toAnswer > 0 && (
        <Banner tone="amber" icon={OctagonAlert}>
          {t('assessment.notes.toAnswer', { count: toAnswer })}
        </Banner>
      )}
      {toRule > 0 && (
        <Banner tone="amber" icon={OctagonAlert}>
          {t('assessment.notes.toRule', { count: toRule })}
        </Banner>
      )}
      {view.recordedBy && (
        <Banner tone={mine ? 'amber' : 'blue'} icon={UserRoundCheck}>
          {mine && view.objectionUntil
            ? t('assessment.notes.objection', { name: pick(view.recordedBy.name), date: day(view.objectionUntil) })
            : t('assessment.notes.recordedBy', { name: pick(view.recordedBy.name) })}
        </Banner>
      )}
      {view.status === 'reviewing' && view.higherMayDecide && (
        <Banner tone="neutral">{t('assessment.notes.higherMay')}</Banner>
      )}
      {view.provisional && (
        <Banner tone="blue" icon={ShieldCheck}>
          {t('assessment.notes.provisional')}
        </Banner>
      )}
      {view.status !== 'closed' && view.segment.of > 1 && (
        <Banner tone="neutral">
          {t('assessment.notes.segment', {
            number: view.segment.number,
            of: view.segment.of,
            from: day(view.segment.startsOn),
            to: day(view.segment.endsOn),
          })}
        </Banner>
      )}
    </>
  )
}

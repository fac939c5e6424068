import { Info, MessageSquareText, OctagonAlert, UserRoundCheck } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import { localDate } from '../../../../shared/time-zone.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { AssessmentView } from '../../schema.ts'

/** What one must know before recording: that it is early, why it came back, for whom it is recorded. */
export function EditorNotes({ view }: { readonly view: AssessmentView }) {
  const { t, pick } = useText()
  const reader = usePreferences()
  const returned = view.timeline.find(({ event }) => event === 'returned' || event === 'sent')
  const day = (date: string) => formatDate(date, { ...reader, style: 'deadline' })
  return (
    <>
      {view.status === 'agreed' && (
        <Banner tone="neutral" icon={Info}>
          {t(
            localDate(new Date(), reader.timeZone) < view.window.opensOn
              ? 'assessment.notes.early'
              : 'assessment.notes.open',
            {
              date: day(view.window.opensOn),
            },
          )}
        </Banner>
      )}
      {returned?.event === 'returned' && view.status === 'assessing' && (
        <Banner tone="amber" icon={MessageSquareText}>
          <p className="font-medium">
            {t('assessment.notes.returned', { name: returned.by ? pick(returned.by.name) : t('assessment.nobody') })}
          </p>
          <p className="whitespace-pre-wrap">
            <bdi>{returned.note}</bdi>
          </p>
        </Banner>
      )}
      {view.recordedBy && !view.parts.includes('employee') && (
        <Banner tone="blue" icon={UserRoundCheck}>
          {t('assessment.notes.recordingFor', { name: pick(view.employee.name) })}
        </Banner>
      )}
      {view.segment.of > 1 && (
        <Banner tone="neutral" icon={OctagonAlert}>
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

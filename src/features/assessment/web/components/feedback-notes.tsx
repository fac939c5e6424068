import { MessageSquareText, Sprout, ThumbsUp } from 'lucide-react'
import { Avatar } from '../../../../ui/avatar.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { FeedbackNote } from '../api.ts'

const feedbackIcons: Record<FeedbackNote['kind'], IconType> = {
  praise: ThumbsUp,
  advice: Sprout,
  interim: MessageSquareText,
}

type FeedbackNotesProps = {
  readonly label: string
  readonly notes: readonly FeedbackNote[]
  /** Shows whether the employee has read a note. */
  readonly showRead?: boolean
}

/** Words of feedback, newest first: from whom, when, of which kind. */
export function FeedbackNotes({ label, notes, showRead }: FeedbackNotesProps) {
  const { t, pick } = useText()
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-line">
      {notes.map((note) => (
        <li key={note.id} className="flex gap-3 py-4 first:pt-0">
          <Avatar name={pick(note.author.name)} size={36} />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <span className="font-semibold">{pick(note.author.name)}</span>
              <Tag icon={feedbackIcons[note.kind]}>{t(`assessment.feedback.kinds.${note.kind}`)}</Tag>
              <span className="text-xs text-ink-3">
                <DateTimeText at={note.createdAt} />
              </span>
              {showRead && (
                <span className="text-xs text-ink-3">
                  {t(note.readAt ? 'assessment.feedback.read' : 'assessment.feedback.unread')}
                </span>
              )}
            </p>
            {note.writtenFor && (
              <p className="text-xs text-ink-3">{t('assessment.queue.behalf', { name: pick(note.writtenFor.name) })}</p>
            )}
            <p className="mt-1 whitespace-pre-wrap text-ink-2">
              <bdi>{note.body}</bdi>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

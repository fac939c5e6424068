import { MessageSquareText } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import type { DocumentView } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { CommentThread, isAt } from './comment-thread.tsx'

type DecisionNoteProps = {
  readonly view: DocumentView
  readonly note: string
  readonly onNote: (note: string) => void
}

/** The talk about the document as a whole; for whoever decides, the note that goes with the decision. */
export function DecisionNote({ view, note, onNote }: DecisionNoteProps) {
  const { t } = useText()
  const general = view.comments.filter((comment) => isAt(comment, {}))
  const decides = view.can.sendBack?.allowed === true
  const mayComment = view.can.comment?.allowed === true
  const send = useApiMutation({
    send: () => api('POST /api/performance/documents/:id/comments', { params: { id: view.id }, body: { body: note } }),
    refresh: [keys.document(view.id)],
    onDone: () => {
      onNote('')
      notifyDone(t('performance.record.commented'))
    },
    onProblem: notifyProblem,
  })
  if (general.length === 0 && !mayComment) return null
  return (
    <Section title={t('performance.record.general')}>
      {(general.length > 0 || !decides) && (
        <CommentThread view={decides ? { ...view, can: {} } : view} comments={general} place={{}} />
      )}
      {(decides || (note !== '' && mayComment)) && (
        <div className="mt-2 flex flex-col gap-1.5">
          <TextArea
            hideLabel={decides}
            label={t(decides ? 'performance.record.note' : 'performance.record.unsentNote')}
            placeholder={t('performance.record.note')}
            rows={1}
            maxLength={4000}
            value={note}
            onChange={onNote}
            {...(decides && note !== '' && { hint: t('performance.record.noteKept') })}
          />
          {note.trim() !== '' && (
            <div>
              <Button
                look="link"
                size="sm"
                icon={MessageSquareText}
                pending={send.isPending}
                onPress={() => send.mutate()}
              >
                {t('performance.record.sendNow')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Section>
  )
}

import { Check, MessageSquarePlus, MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { DocumentView } from '../../schema.ts'
import { api, keys } from '../api.ts'

type Comment = DocumentView['comments'][number]
type Place = { readonly keyResultId?: string; readonly objectiveId?: string }

/** The talk about one line, under it; with nothing said and nothing to say it takes no room. */
export function LineComments({ view, ...place }: { readonly view: DocumentView } & Place) {
  const { t } = useText()
  const comments = view.comments.filter((comment) => isAt(comment, place))
  const open = comments.filter((comment) => comment.resolvedAt === null)
  const [shown, setShown] = useState(open.length > 0)
  const mayWrite = view.can.comment?.allowed === true
  if (comments.length === 0 && !mayWrite) return null
  return (
    <div className="mt-1 lg:ms-9">
      <Button
        look="link"
        size="sm"
        icon={comments.length > 0 ? MessageSquareText : MessageSquarePlus}
        onPress={() => setShown(!shown)}
      >
        {comments.length > 0
          ? t('performance.comments.count', { count: comments.length })
          : t('performance.comments.add')}
      </Button>
      {shown && <CommentThread view={view} comments={comments} place={place} />}
    </div>
  )
}

type CommentThreadProps = { readonly view: DocumentView; readonly comments: readonly Comment[]; readonly place: Place }

export function CommentThread({ view, comments, place }: CommentThreadProps) {
  const { t } = useText()
  const [body, setBody] = useState('')
  const refresh = [keys.document(view.id)]
  const add = useApiMutation({
    send: (words: string) =>
      api('POST /api/performance/documents/:id/comments', { params: { id: view.id }, body: { ...place, body: words } }),
    refresh,
    onDone: () => setBody(''),
    onProblem: notifyProblem,
  })
  return (
    <div className="mt-1 flex flex-col gap-3 rounded-md border border-line bg-surface-2 p-3">
      {comments.map((comment) => (
        <OneComment key={comment.id} documentId={view.id} comment={comment} />
      ))}
      {view.can.comment?.allowed && (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (body.trim()) add.mutate(body)
          }}
        >
          <TextField
            className="flex-1"
            hideLabel
            label={t('performance.comments.write')}
            placeholder={t(comments.length > 0 ? 'performance.comments.reply' : 'performance.comments.write')}
            value={body}
            onChange={setBody}
            maxLength={4000}
          />
          <Button type="submit" pending={add.isPending} disabled={body.trim() === ''}>
            {t('ui.send')}
          </Button>
        </form>
      )}
    </div>
  )
}

function OneComment({ documentId, comment }: { readonly documentId: string; readonly comment: Comment }) {
  const { t, pick } = useText()
  const resolve = useApiMutation({
    send: () =>
      api('POST /api/performance/documents/:id/comments/:commentId/resolve', {
        params: { id: documentId, commentId: comment.id },
      }),
    refresh: [keys.document(documentId)],
    onProblem: notifyProblem,
  })
  return (
    <div className="flex gap-2.5">
      <Avatar name={pick(comment.author.name)} size={28} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <strong className="font-semibold">{pick(comment.author.name)}</strong>
          <DateTimeText at={comment.createdAt} className="text-xs text-ink-3" />
          {comment.submission > 0 && (
            <span className="text-xs text-ink-3">
              {t('performance.comments.onVersion', { number: comment.submission })}
            </span>
          )}
        </p>
        <p dir="auto" className="text-sm whitespace-pre-wrap text-ink-2">
          {comment.body}
        </p>
        {comment.resolvedAt && (
          <p className="text-xs text-green-text">
            {t('performance.comments.resolvedBy', { name: pick(comment.resolvedBy?.name ?? comment.author.name) })}
          </p>
        )}
      </div>
      {comment.can.resolve.allowed && comment.resolvedAt === null && (
        <Button size="sm" icon={Check} pending={resolve.isPending} onPress={() => resolve.mutate()}>
          {t('performance.comments.resolve')}
        </Button>
      )}
    </div>
  )
}

function isAt(comment: Comment, { keyResultId, objectiveId }: Place): boolean {
  if (keyResultId) return comment.keyResultId === keyResultId
  if (objectiveId) return comment.objectiveId === objectiveId && comment.keyResultId === null
  return comment.keyResultId === null && comment.objectiveId === null
}

import { Check, MessageSquarePlus, MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Button } from '../../../../ui/button.tsx'
import { cx } from '../../../../ui/cx.ts'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { iconButtonClass } from '../../../../ui/icon-button.tsx'
import { Num } from '../../../../ui/num.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { DocumentView } from '../../schema.ts'
import { api, keys } from '../api.ts'

type Comment = DocumentView['comments'][number]
export type Place = { readonly keyResultId?: string; readonly objectiveId?: string }

/** The talk about one line, under it while it is being written; where nothing was said it takes no room. */
export function LineComments({ view, ...place }: { readonly view: DocumentView } & Place) {
  const { t } = useText()
  const talk = useTalk(view, place)
  if (talk.comments.length === 0) return null
  return (
    <div className="mt-1 lg:ms-9">
      <Button look="link" size="sm" icon={MessageSquareText} onPress={talk.toggle}>
        {t('performance.comments.count', { count: talk.comments.length })}
      </Button>
      {talk.shown && <CommentThread view={view} comments={talk.comments} place={place} />}
    </div>
  )
}

export type Talk = {
  readonly comments: readonly Comment[]
  /** Something was said, or may be said. */
  readonly hasPlace: boolean
  readonly shown: boolean
  readonly toggle: () => void
}

/** What was said in one place, and whether it is in sight: what is not dealt with is. */
export function useTalk(view: DocumentView, place: Place): Talk {
  const comments = view.comments.filter((comment) => isAt(comment, place))
  const [shown, setShown] = useState(comments.some((comment) => comment.resolvedAt === null))
  return {
    comments,
    hasPlace: comments.length > 0 || view.can.comment?.allowed === true,
    shown,
    toggle: () => setShown(!shown),
  }
}

/** How much was said about a line, in a narrow column. */
export function TalkButton({ talk, number }: { readonly talk: Talk; readonly number: string }) {
  const { t } = useText()
  const count = talk.comments.length
  if (!talk.hasPlace) return null
  return (
    <button
      type="button"
      aria-expanded={talk.shown}
      aria-label={
        count > 0
          ? t('performance.record.commentsOn', { number, total: count })
          : t('performance.record.commentOn', { number })
      }
      onClick={talk.toggle}
      className={cx(
        iconButtonClass,
        'h-7 min-w-7 gap-1 px-1 phone:h-11 phone:min-w-11',
        count > 0 && 'text-accent-text!',
      )}
    >
      {count > 0 && <Num className="text-sm font-medium">{count}</Num>}
      <Icon icon={count > 0 ? MessageSquareText : MessageSquarePlus} />
    </button>
  )
}

type CommentThreadProps = { readonly view: DocumentView; readonly comments: readonly Comment[]; readonly place: Place }

/** What was said, and the next word: a reply, or that it is dealt with. */
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
  const open = comments.filter((comment) => comment.resolvedAt === null && comment.can.resolve.allowed)
  const resolve = useApiMutation({
    send: async () => {
      for (const comment of open) {
        const params = { id: view.id, commentId: comment.id }
        await api('POST /api/performance/documents/:id/comments/:commentId/resolve', { params })
      }
    },
    refresh,
    onProblem: notifyProblem,
  })
  const typed = body.trim() !== ''
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line bg-surface-2 p-3">
      {comments.map((comment) => (
        <OneComment key={comment.id} comment={comment} />
      ))}
      {view.can.comment?.allowed && (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed) add.mutate(body)
          }}
        >
          <TextField
            className="min-w-48 flex-1"
            hideLabel
            size="sm"
            label={t('performance.comments.write')}
            placeholder={t(comments.length > 0 ? 'performance.comments.reply' : 'performance.comments.write')}
            value={body}
            onChange={setBody}
            maxLength={4000}
          />
          {open.length > 0 && !typed ? (
            <Button
              className="h-8! phone:h-11!"
              icon={Check}
              pending={resolve.isPending}
              onPress={() => resolve.mutate()}
            >
              {t('performance.comments.resolve')}
            </Button>
          ) : (
            <Button className="h-8! phone:h-11!" type="submit" pending={add.isPending} disabled={!typed}>
              {t('ui.send')}
            </Button>
          )}
        </form>
      )}
    </div>
  )
}

function OneComment({ comment }: { readonly comment: Comment }) {
  const { t, pick } = useText()
  return (
    <div className="flex gap-2.5">
      <Avatar name={pick(comment.author.name)} size={24} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <strong className="font-semibold">{pick(comment.author.name)}</strong>
          <span className="flex flex-wrap gap-x-1 text-xs text-ink-3">
            <DateTimeText at={comment.createdAt} />
            {comment.submission > 0 && (
              <span>{t('performance.comments.onVersion', { number: comment.submission })}</span>
            )}
          </span>
        </p>
        <p className="text-sm whitespace-pre-wrap text-ink-2">
          <bdi>{comment.body}</bdi>
        </p>
        {comment.resolvedAt && (
          <p className="flex items-center gap-1 text-xs text-green-text">
            <Icon icon={Check} size={12} />
            {t('performance.comments.resolvedBy', { name: pick(comment.resolvedBy?.name ?? comment.author.name) })}
          </p>
        )}
      </div>
    </div>
  )
}

export function isAt(comment: Comment, { keyResultId, objectiveId }: Place): boolean {
  if (keyResultId) return comment.keyResultId === keyResultId
  if (objectiveId) return comment.objectiveId === objectiveId && comment.keyResultId === null
  return comment.keyResultId === null && comment.objectiveId === null
}

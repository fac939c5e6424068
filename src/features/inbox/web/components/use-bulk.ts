import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { api, type WaitingItem } from '../api.ts'

type Request = { readonly ids: readonly string[]; readonly move: string; readonly comment?: string }
export type RefusedItem = { readonly id: string; readonly sentence: string }

/** Moves that all of these items offer. */
export function commonMoves(items: readonly WaitingItem[]): WaitingItem['bulk'] {
  const [first, ...others] = items
  return (first?.bulk ?? []).filter(({ move }) => others.every((item) => item.bulk.some((one) => one.move === move)))
}

/** One move for many items; says how many it was done for, and keeps why the others were refused. */
export function useBulk(onDone: () => void) {
  const { t } = useText()
  const [refused, setRefused] = useState<readonly RefusedItem[]>([])
  const { mutate, isPending } = useApiMutation({
    send: ({ ids, move, comment }: Request) =>
      api('POST /api/inbox/bulk', { body: { ids: [...ids], move, ...(comment && { comment }) } }),
    refresh: [['inbox'], ['me'], ['performance']],
    onDone: ({ results }) => {
      const done = results.filter((result) => result.done).length
      setRefused(
        results.flatMap((result) =>
          result.done ? [] : [{ id: result.id, sentence: sentenceFor(result.code, result.params) }],
        ),
      )
      if (done > 0) notifyDone(t('inbox.bulkDone', { count: done }))
      onDone()
    },
    onProblem: notifyProblem,
  })
  return { act: mutate, pending: isPending, refused, forget: () => setRefused([]) }
}

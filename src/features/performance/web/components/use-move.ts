import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { type MoveName, moveNames, moves } from '../../domain/workflow.ts'
import type { DocumentView } from '../../schema.ts'
import { api, keys, shownElsewhere } from '../api.ts'

/** Moves of the record page; sending belongs to the editor. */
export type RecordMove = Exclude<MoveName, 'submit' | 'submitFor'>
export const recordMoves = moveNames.filter((name): name is RecordMove => name !== 'submit' && name !== 'submitFor')

export type MoveState = {
  readonly pending: boolean
  /** Why the last try was refused, other than by a change of somebody else. */
  readonly problem: ApiProblem | null
  /** Somebody changed the document first: the newest version is shown, and the move was not made. */
  readonly changed: ApiProblem | null
  readonly make: (move: RecordMove, note: string) => void
  readonly forget: () => void
}

/** Makes moves on the version that the reader has before the eyes; a newer one is fetched, never overwritten. */
export function useMove(
  view: DocumentView,
  {
    onMoved,
    onChanged,
  }: { readonly onMoved: (moved: DocumentView, move: RecordMove) => void; readonly onChanged: () => void },
): MoveState {
  const queries = useQueryClient()
  const [changed, setChanged] = useState<ApiProblem | null>(null)
  const mutation = useApiMutation({
    send: ({ move, note }: { move: RecordMove; note: string }) =>
      api('POST /api/performance/documents/:id/moves', {
        params: { id: view.id },
        body: { move, ...(note.trim() !== '' && { note: note.trim() }) },
        version: view.version,
      }),
    refresh: shownElsewhere,
    onDone: (moved, { move }) => {
      setChanged(null)
      queries.setQueryData(keys.document(view.id), moved)
      onMoved(moved, move)
    },
    onProblem: (problem) => {
      if (problem.status !== 412) return
      setChanged(problem)
      onChanged()
      for (const queryKey of [keys.document(view.id), ...shownElsewhere]) void queries.invalidateQueries({ queryKey })
    },
  })
  return {
    pending: mutation.isPending,
    problem: mutation.error?.status === 412 ? null : mutation.error,
    changed,
    make: (move, note) => mutation.mutate({ move, note }),
    forget: () => mutation.reset(),
  }
}

/** Whether a move asks for words: a compulsory note or reason, an optional one with a decision, or none. */
export function wordsOf(move: RecordMove): 'note' | 'reason' | 'optional' | 'none' {
  const row: { readonly from: readonly string[]; readonly needs?: readonly string[] } = moves[move]
  if (row.needs?.includes('comment')) return 'note'
  if (row.needs?.includes('reason')) return 'reason'
  return move === 'agree' || move === 'acceptAmendment' ? 'optional' : 'none'
}

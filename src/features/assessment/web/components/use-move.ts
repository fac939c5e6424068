import { type MoveName, moves } from '../../domain/workflow.ts'
import type { AssessmentView } from '../../schema.ts'
import { api } from '../api.ts'
import { useChange } from './use-change.ts'

/** Moves that a button asks for; the first value that is typed opens a closing by itself. */
export type AskedMove = Exclude<MoveName, 'open'>

type Made = { readonly note: string; readonly acceptRemaining: boolean }

/** Makes moves on the version that the reader has before the eyes. */
export function useMove(view: AssessmentView, onMoved: (moved: AssessmentView, move: AskedMove) => void) {
  const change = useChange(view)
  return {
    ...change,
    move: (move: AskedMove, { note, acceptRemaining }: Made) =>
      change.make(
        (version) =>
          api('POST /api/assessments/:documentId/moves', {
            params: { documentId: view.documentId },
            body: { move, acceptRemaining, ...(note.trim() !== '' && { note: note.trim() }) },
            version,
          }),
        (moved) => onMoved(moved, move),
      ),
  }
}

/** Whether a move asks for words: a compulsory note or reason, an optional one with an approval, or none. */
export function wordsOf(move: AskedMove): 'note' | 'reason' | 'optional' | 'none' {
  const row: { readonly from: readonly string[]; readonly needs?: readonly string[] } = moves[move]
  if (row.needs?.includes('comment')) return 'note'
  if (row.needs?.includes('reason')) return 'reason'
  return move === 'approve' ? 'optional' : 'none'
}

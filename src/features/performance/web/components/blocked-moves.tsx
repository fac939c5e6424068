import { Lock } from 'lucide-react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Icon } from '../../../../ui/icon.tsx'
import type { DocumentView } from '../../schema.ts'
import type { RecordMove } from './use-move.ts'

/** Reasons that the page itself makes plain: the request stands on it, with the side that it waits for. */
const plain: ReadonlySet<string> = new Set(['performance.amendment_pending', 'performance.other_side_answers'])

/** Whether a move is shown: it is open, or blocked by something that the reader would not see otherwise. */
export function isShown({ can }: DocumentView, move: RecordMove): boolean {
  const ability = can[move]
  return ability !== undefined && (ability.allowed || !plain.has(ability.why))
}

/** Why moves that the reader could otherwise make are blocked, each reason once. */
export function blockedReasons(view: DocumentView, moves: readonly RecordMove[]): readonly string[] {
  const codes = moves.flatMap((move) => {
    const ability = view.can[move]
    return ability && !ability.allowed && isShown(view, move) ? [ability.why] : []
  })
  return [...new Set(codes)].map((code) => sentenceFor(code))
}

type BlockedMovesProps = { readonly id: string; readonly reasons: readonly string[] }

/** The reason beside the buttons that it blocks. */
export function BlockedMoves({ id, reasons }: BlockedMovesProps) {
  return (
    <p
      id={id}
      className="flex max-w-52 items-start gap-1.5 text-xs font-medium text-amber-text phone:w-full phone:max-w-none"
    >
      <Icon icon={Lock} size={14} className="mt-0.5" />
      <span>{reasons.join(' ')}</span>
    </p>
  )
}

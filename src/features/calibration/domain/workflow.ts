import { decide as decideMove, type Moves, type MoveName as NameOf, type StatusOf } from '../../../shared/workflow.ts'

/** What a person is to the committee's work of a year (AMB-30); the secretary keeps the papers and has no vote. */
export type Part = 'chair' | 'member' | 'secretary' | 'reader'

/** A sitting: called with an agenda, opened, closed with its minutes. */
export const sittingMoves = {
  open: { from: ['called'], to: 'open', by: 'chair' },
  close: { from: ['open'], to: 'closed', by: 'chair' },
} as const satisfies Moves

export type SittingStatus = StatusOf<typeof sittingMoves>
export type SittingMove = NameOf<typeof sittingMoves>
export const sittingMoveNames = Object.keys(sittingMoves) as [SittingMove, ...SittingMove[]]

/** A case: the rank of one person that the committee looks at, until it has decided with a reason. */
export const caseMoves = {
  decide: { from: ['open'], to: 'decided', by: 'chair', needs: ['reason'], tells: ['member'] },
  withdraw: { from: ['open'], to: 'withdrawn', by: ['chair', 'opener'], needs: ['reason'] },
} as const satisfies Moves

export type CaseStatus = StatusOf<typeof caseMoves>
export type CaseMove = NameOf<typeof caseMoves>

type Asked<Move, Status> = {
  readonly status: Status
  readonly move: Move
  readonly parts: readonly (Part | 'opener')[]
  readonly reason?: string | undefined
}

export function decideSitting({ status, move, parts }: Asked<SittingMove, SittingStatus>) {
  return decideMove(sittingMoves, { status, move, parts, supplied: [] })
}

export function decideCase({ status, move, parts, reason }: Asked<CaseMove, CaseStatus>) {
  return decideMove(caseMoves, { status, move, parts, supplied: reason ? ['reason'] : [] })
}

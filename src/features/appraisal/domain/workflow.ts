import { decide as decideMove, type Moves, type MoveName as NameOf, type StatusOf } from '../../../shared/workflow.ts'

/**
 * The life of a year (AMB-29): computed, laid before the committee, signed by it, approved by every higher official,
 * confirmed by the head, published to each employee.
 */
export const moves = {
  freeze: { from: ['open'], to: 'frozen', by: 'ejada_team', waitsFor: 'committee' },
  refreeze: { from: ['frozen'], to: 'frozen', by: 'ejada_team', needs: ['reason'], waitsFor: 'committee' },
  sign: { from: ['frozen'], to: 'signed', by: 'committee', waitsFor: 'official' },
  sendBack: { from: ['signed', 'approved'], to: 'frozen', by: 'head', needs: ['reason'], waitsFor: 'committee' },
  approve: { from: ['signed'], to: 'approved', by: 'official', waitsFor: 'head' },
  confirm: { from: ['approved'], to: 'confirmed', by: 'head', waitsFor: 'publisher' },
  publish: { from: ['confirmed'], to: 'published', by: 'publisher', tells: ['employee'] },
} as const satisfies Moves

export type YearStatus = StatusOf<typeof moves>
export type MoveName = NameOf<typeof moves>

/** `publisher` is the Ejada team or the head's office; `committee` and `official` are relations, not roles (H12). */
export type Part = 'ejada_team' | 'head' | 'publisher' | 'committee' | 'official'

/** Moves that a person asks for by name; the committee signs and the officials approve in acts of their own. */
export const askedMoves = [
  'freeze',
  'refreeze',
  'sendBack',
  'confirm',
  'publish',
] as const satisfies readonly MoveName[]
export type AskedMove = (typeof askedMoves)[number]

/** What stands in the way beside the state; null where nothing does. */
export type Obstacles = {
  /** Cycles of the year that are not closed, or that were never laid out. */
  readonly openCycles: number
  readonly openSitting: boolean
  /** Ranked people without a rank of the curve. */
  readonly withoutCurve: number
  /** A rule of the curve has changed since it was applied. */
  readonly staleCurve: boolean
  /** Nominations for excellence that nobody has decided (H17). */
  readonly undecidedExcellence: number
  /** Officials who have not approved. */
  readonly waitingOfficials: number
}

/** Why a move does not happen now, or null. */
export function obstacleTo(move: MoveName, facts: Obstacles): string | null {
  switch (move) {
    case 'freeze':
      return facts.openCycles > 0 ? 'appraisal.cycles_open' : null
    case 'refreeze':
      return facts.openCycles > 0 ? 'appraisal.cycles_open' : facts.openSitting ? 'appraisal.sitting_open' : null
    case 'sign':
      if (facts.openSitting) return 'appraisal.sitting_open'
      if (facts.withoutCurve > 0) return 'appraisal.curve_missing'
      return facts.staleCurve ? 'appraisal.curve_stale' : null
    case 'approve':
      if (facts.undecidedExcellence > 0) return 'appraisal.excellence_undecided'
      return facts.waitingOfficials > 0 ? 'appraisal.officials_waiting' : null
    default:
      return null
  }
}

type Asked = {
  readonly status: YearStatus
  readonly move: MoveName
  readonly parts: readonly Part[]
  readonly reason: string | undefined
}

/** Whether a move happens: the right first, then the state, then what it needs. */
export function decide({ status, move, parts, reason }: Asked) {
  return decideMove(moves, { status, move, parts, supplied: reason ? ['reason'] : [] })
}

/** Results of people stay as they are from here on, but for decisions that are recorded as changes. */
export function isFrozen(status: YearStatus): boolean {
  return status !== 'open'
}

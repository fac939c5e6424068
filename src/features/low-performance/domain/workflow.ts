import { decide as decideMove, type Need, type Moves as SharedMoves } from '../../../shared/workflow.ts'
import type { Part, Status } from './case.ts'

/** ST-37. Nothing here touches pay; the employee reads all of it. */
export const moves = {
  study: {
    from: ['opened', 'studied'],
    to: 'studied',
    by: ['chair', 'member'],
    needs: ['reason'],
    waitsFor: 'chair',
    tells: ['employee'],
  },
  plan: {
    from: ['studied', 'planned', 'monitored'],
    to: 'planned',
    by: 'chair',
    waitsFor: 'employee',
    tells: ['employee', 'supervisor'],
  },
  begin: { from: ['planned'], to: 'monitored', by: 'employee', tells: ['chair', 'supervisor'] },
  review: {
    from: ['planned', 'monitored'],
    to: 'monitored',
    by: ['chair', 'member'],
    needs: ['reason'],
    tells: ['employee'],
  },
  close: {
    from: ['opened', 'studied', 'planned', 'monitored'],
    to: 'closed',
    by: 'chair',
    needs: ['reason'],
    tells: ['employee', 'supervisor'],
  },
} as const satisfies SharedMoves

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as [MoveName, ...MoveName[]]

export type Facts = {
  readonly status: Status
  readonly reviews: number
  readonly planEndsOn: string | null
  readonly today: string
}
type Asked = { readonly parts: readonly Part[]; readonly move: MoveName; readonly supplied: readonly Need[] }
export type Ruling =
  | { readonly kind: 'moved'; readonly to: Status }
  | { readonly kind: 'refused'; readonly why: string }

/** Whether a move happens: rights first, then the state, then what must come with it. */
export function decide({ status }: Pick<Facts, 'status'>, { parts, move, supplied }: Asked): Ruling {
  const decision = decideMove(moves, { status, move, parts, supplied })
  return decision.kind === 'refused' ? decision : { kind: 'moved', to: moves[move].to }
}

/**
 * Why a case is not closed with an outcome yet. What came of a plan can be said once it was looked at; without a plan
 * a case ends only because the person left or the result was changed.
 */
export function outcomeProblem(facts: Facts, outcome: string): string | null {
  const endsByItself = outcome === 'left_service' || outcome === 'result_changed'
  if (endsByItself) return null
  if (facts.planEndsOn === null) return 'low_performance.no_plan'
  return facts.reviews === 0 ? 'low_performance.no_review' : null
}

export type Ability = { readonly allowed: true }

/** What the actor may do now; what the status rules out is left away. */
export function abilities(facts: Facts, parts: readonly Part[]): Partial<Record<MoveName, Ability>> {
  const found = moveNames.filter(
    (move) => decide(facts, { parts, move, supplied: ['comment', 'reason'] }).kind === 'moved',
  )
  return Object.fromEntries(found.map((move) => [move, { allowed: true as const }]))
}

import { compareRanks, type Rank } from '../../../shared/ranks.ts'
import { isReason } from '../../../shared/reasons.ts'
import type { Outcome } from './grievance.ts'

export type Effect = {
  readonly outcome: Outcome
  /** The rank that the decision gives; null leaves it. */
  readonly rank: Rank | null
  /** Micro-percent; null leaves the number. */
  readonly result: bigint | null
}

type Standing = { readonly rank: Rank | null; readonly result: bigint | null }

export type Opinion = { readonly memberId: string; readonly opinion: Outcome | null }

/**
 * Why the effect does not fit the outcome. A grievance that succeeds changes something; none makes anything worse for
 * the one who complains, and nobody else is moved (AMB-32).
 */
export function effectProblem({ outcome, rank, result }: Effect, standing: Standing): string | null {
  if (outcome === 'rejected') return rank === null && result === null ? null : 'grievances.rejected_changes_nothing'
  if (rank !== null && standing.rank !== null && compareRanks(rank, standing.rank) < 0) return 'grievances.never_lower'
  if (result !== null && standing.result !== null && result < standing.result) return 'grievances.never_lower'
  const rankChanges = rank !== null && rank !== standing.rank
  const resultChanges = result !== null && result !== standing.result
  return rankChanges || resultChanges ? null : 'grievances.upheld_changes_something'
}

/** The reason that says that nothing was proven; every other one names what was found. */
export const notProven = 'GRV-08'

/** Whether a reason of the list goes with an outcome. */
export function reasonFits(code: string, outcome: Outcome): boolean {
  return isReason(code, 'grievance') && (code === notProven) === (outcome === 'rejected')
}

/** More than half of the panel must have judged so (AMB-30). */
export function hasMajority(panel: readonly Opinion[], outcome: Outcome): boolean {
  return panel.filter(({ opinion }) => opinion === outcome).length * 2 > panel.length
}

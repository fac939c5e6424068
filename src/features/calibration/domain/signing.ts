import type { Rank } from '../../../shared/ranks.ts'

export type SignedResult = {
  readonly employeeId: string
  readonly rank: Rank
  /** Micro-percent. */
  readonly result: bigint
}

/**
 * What a signature stands under: year, number of the freeze, then each ranked employee with rank and result, in the
 * order of ids. Its SHA-256 over UTF-8 is the digest that a member signs.
 */
export function canonicalList(year: number, freeze: number, results: readonly SignedResult[]): string {
  const lines = [...results]
    .sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1))
    .map(({ employeeId, rank, result }) => `${employeeId} ${rank} ${result}`)
  return ['itqan results 1', `${year} ${freeze}`, ...lines].join('\n')
}

export type Block =
  | 'curve_missing'
  | 'sitting_open'
  | 'no_sitting'
  | 'cases_open'
  | 'reasons_missing'
  | 'findings_unanswered'
  | 'fairness_running'

export type SigningFacts = {
  /** Ranked people without a rank of the curve, or one for a year whose curve was never applied. */
  readonly withoutCurve: number
  readonly openSittings: number
  /** Sittings closed since the results were frozen: without one there are no minutes (AMB-30). */
  readonly closedSittings: number
  readonly openCases: number
  /** People whose rank differs from the curve's without a recorded reason. */
  readonly withoutReason: number
  readonly unanswered: number
  readonly fairnessCurrent: boolean
}

/** What stands between the committee and its signature, in the order in which it is settled. */
export function blocksOf(facts: SigningFacts): { code: Block; count: number }[] {
  const found: [Block, number][] = [
    ['curve_missing', facts.withoutCurve],
    ['cases_open', facts.openCases],
    ['reasons_missing', facts.withoutReason],
    ['sitting_open', facts.openSittings],
    ['no_sitting', facts.closedSittings === 0 ? 1 : 0],
    ['fairness_running', facts.fairnessCurrent ? 0 : 1],
    ['findings_unanswered', facts.unanswered],
  ]
  return found.filter(([, count]) => count > 0).map(([code, count]) => ({ code, count }))
}

/** Whether signatures carry the year: as many as the quorum, the chair's among them. */
export function isSigned(signers: readonly { readonly isChair: boolean }[], quorum: number): boolean {
  return signers.length >= quorum && signers.some((one) => one.isChair)
}

import { divideHalfUp } from './decimal.ts'

/** One key result: achievement in micro-percent, weight in basis points. */
export type ScoreLine = { readonly achievement: number; readonly weight: number }

/** Units of a score in one percentage point: micro-percent times basis points is exact. */
export const scoreUnits = 10_000_000_000n

/** The score of one key result, achievement times weight: an exact integer of 10^-10 percentage points (H1). */
export function score({ achievement, weight }: ScoreLine): bigint {
  return BigInt(achievement) * BigInt(weight)
}

/** The result of a cycle whose weights make 100: the exact sum of the scores (AMB-01, H1). */
export function cycleResult(lines: readonly ScoreLine[]): bigint {
  return lines.reduce((sum, line) => sum + score(line), 0n)
}

/** The guide's literal division by the number of key results, in micro-percent: shown beside the sum (AMB-01, H2). */
export function literalResult(lines: readonly ScoreLine[]): bigint {
  return meanOfScores(cycleResult(lines), lines.length)
}

/** The mean of the counted cycles in micro-percent, rounded once, half-up (AMB-07, H1). */
export function annualResult(cycles: readonly bigint[]): bigint {
  return meanOfScores(
    cycles.reduce((sum, cycle) => sum + cycle, 0n),
    cycles.length,
  )
}

function meanOfScores(sum: bigint, count: number): bigint {
  return divideHalfUp(sum, BigInt(count) * 10_000n)
}

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

/** One part of a cycle: a transfer ends a document and begins the next; its days are the working days it covers (AMB-17). */
export type ScoredSegment = { readonly days: number; readonly lines: readonly ScoreLine[] }

/**
 * The result of a cycle of one or several segments: the exact sum of the only one, or their day-weighted mean, rounded
 * once to six decimals and kept in the same units (AMB-17, H1).
 */
export function segmentsResult(segments: readonly ScoredSegment[]): bigint {
  const [only] = segments
  if (only && segments.length === 1) return cycleResult(only.lines)
  const { sum, days } = weighted(segments, cycleResult)
  return divideHalfUp(sum, days * 10_000n) * 10_000n
}

/** The literal reading of the same cycle: the day-weighted mean of the segments' own, in micro-percent (AMB-01). */
export function segmentsLiteral(segments: readonly ScoredSegment[]): bigint {
  const { sum, days } = weighted(segments, literalResult)
  return divideHalfUp(sum, days)
}

function weighted(segments: readonly ScoredSegment[], of: (lines: readonly ScoreLine[]) => bigint) {
  return {
    sum: segments.reduce((sum, { lines, days }) => sum + of(lines) * BigInt(days), 0n),
    days: segments.reduce((sum, { days }) => sum + BigInt(days), 0n),
  }
}

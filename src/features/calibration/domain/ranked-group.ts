import { type Band, type Bands, bandOf } from '../../../shared/ranks.ts'

/** One person with an annual result, as frozen. Both numbers in micro-percent. */
export type Candidate = {
  readonly employeeId: string
  /** Feeds the band and the guard: always the weighted sum (H2). */
  readonly result: bigint
  /** What orders the people, when the entity ranks by the guide's literal mean; else the result (H2). */
  readonly ranking?: bigint
}

export type Ranked = {
  readonly employeeId: string
  readonly result: bigint
  readonly ranking: bigint
  readonly band: Band
  /** Competition ranking from 1: equals share a position, the next one counts them all. */
  readonly position: number
}

/** People of one group from the highest: sorted once, asked as often as a share moves. */
export type RankedGroup = { readonly people: readonly Ranked[] }

/** Sorts a group from the highest. Equals are listed by id, which decides nothing but the order of the list. */
export function rankGroup(candidates: readonly Candidate[], bands: Bands): RankedGroup {
  const sorted = candidates.map((one) => ({ one, key: exact(one.ranking ?? one.result) }))
  sorted.sort((a, b) => b.key - a.key || (a.one.employeeId < b.one.employeeId ? -1 : 1))
  let position = 0
  const people = sorted.map(({ one, key }, index) => {
    if (sorted[index - 1]?.key !== key) position = index + 1
    return {
      employeeId: one.employeeId,
      result: one.result,
      ranking: one.ranking ?? one.result,
      band: bandOf(one.result, bands),
      position,
    }
  })
  return { people }
}

/** Micro-percent fits into an exact number with room to spare, and numbers sort much faster than bigints. */
function exact(micro: bigint): number {
  const value = Number(micro)
  if (!Number.isSafeInteger(value)) throw new RangeError('a result beyond all measure')
  return value
}

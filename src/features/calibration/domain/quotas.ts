import { decimalText } from '../../../shared/decimal.ts'
import { type Rank, ranks } from '../../../shared/ranks.ts'
import { failed, found, type Result } from '../../../shared/result.ts'

/** The shares of the circular in basis points: 5 % is 500; together 10000 (AMB-10). */
export type Shares = Readonly<Record<Rank, number>>
export type Seats = Readonly<Record<Rank, number>>

const wholeShares = 10_000

/** One line of the published calculation: share times people, its whole part, what remains, and the seats. */
export type Quota = {
  readonly rank: Rank
  /** Basis points. */
  readonly share: number
  /** Share times people, exact: '11.65'. */
  readonly product: string
  readonly floor: number
  /** What the whole part leaves, in ten-thousandths of a seat. */
  readonly remainder: number
  /** The place in which the remainder won one of the seats left over, or null. */
  readonly extra: number | null
  readonly seats: number
}

/** The shares as the policy keeps them. */
export function sharesByRank({
  veryGood,
  ...others
}: Omit<Shares, 'very_good'> & { readonly veryGood: number }): Shares {
  return { ...others, very_good: veryGood }
}

export type SharesProblem = 'calibration.share_not_whole' | 'calibration.shares_not_100'

/** Why shares cannot stand, or null: each from 0 to 10000 basis points, together exactly 10000. */
function checkShares(shares: Shares): SharesProblem | null {
  const all = ranks.map((rank) => shares[rank])
  if (!all.every((share) => Number.isInteger(share) && share >= 0 && share <= wholeShares)) {
    return 'calibration.share_not_whole'
  }
  return all.reduce((sum, share) => sum + share, 0) === wholeShares ? null : 'calibration.shares_not_100'
}

/**
 * Seats by the largest remainder, so that they sum to the people; on equal remainders the seat goes to the higher
 * rank (AMB-11). One line per rank, from the lowest.
 */
export function quotasOf(shares: Shares, people: number): Result<Quota[], SharesProblem> {
  const problem = checkShares(shares)
  if (problem) return failed(problem)
  const lines = ranks.map((rank, place) => {
    const product = shares[rank] * people
    const remainder = product % wholeShares
    return { rank, place, product, remainder, floor: (product - remainder) / wholeShares }
  })
  const left = people - lines.reduce((sum, line) => sum + line.floor, 0)
  const served = [...lines].sort((a, b) => b.remainder - a.remainder || b.place - a.place).slice(0, left)
  return found(
    lines.map((line) => {
      const turn = served.indexOf(line)
      return {
        rank: line.rank,
        share: shares[line.rank],
        product: decimalText(BigInt(line.product), 4),
        floor: line.floor,
        remainder: line.remainder,
        extra: turn < 0 ? null : turn + 1,
        seats: line.floor + (turn < 0 ? 0 : 1),
      }
    }),
  )
}

export function seatsOf(quotas: readonly Quota[]): Seats {
  return Object.fromEntries(quotas.map(({ rank, seats }) => [rank, seats])) as Seats
}

import { type Band, type Rank, ranks } from '../../../../shared/ranks.ts'
import { type Shifted, whatIf, whoChanges } from '../../domain/curve.ts'
import { quotasOf, type Seats, type Shares, seatsOf } from '../../domain/quotas.ts'
import { type RankedGroup, rankGroup } from '../../domain/ranked-group.ts'
import type { Frozen } from '../api.ts'

/** One group, sorted once and asked as often as a share moves. */
type Prepared = {
  readonly id: string
  readonly group: RankedGroup
  /** As the curve gave it with the shares in force. */
  readonly now: readonly Shifted[]
  readonly mode: Frozen['groups'][number]['mode']
  readonly guardWeak: boolean
  readonly tieTolerance: Frozen['tieTolerance']
}

const bandNames = ranks.slice(0, 4) as readonly Band[]

/** A place of the ranked list whose rank the trial would change; equals share a place and a fate. */
export type Moved = { readonly groupId: string; readonly position: number; readonly move: 'up' | 'down' }

export type Trial = {
  /** Seats of the rank that is tried, over all groups asked about; very good and excellent lift together. */
  readonly before: number
  readonly after: number
  readonly raised: number
  readonly lowered: number
  readonly moved: readonly Moved[]
}

export type TrialRequest = {
  readonly shares: Shares
  /** The share that moves. */
  readonly rank: Rank
  /** Basis points. */
  readonly share: number
  /** Null: all groups. */
  readonly groupId: string | null
}

/** Groups with seats; an advisory mode and groups below the minimum have none to try. */
export function prepare({ bands, groups, guardWeak, tieTolerance }: Frozen): Prepared[] {
  const cuts = { average: BigInt(bands.average), good: BigInt(bands.good), veryGood: BigInt(bands.veryGood) }
  return groups
    .filter((group) => group.hasQuotas && group.mode !== 'advisory')
    .map(({ id, mode, results, rankings, curve }) => {
      const candidates = results.map((result, at) => ({
        employeeId: String(at).padStart(7, '0'),
        result: BigInt(result),
        ranking: BigInt(rankings[at] ?? result),
      }))
      const group = rankGroup(candidates, cuts)
      const now = group.people.map((person, at): Shifted => {
        return { ...person, curveRank: bandNames[curve[at] ?? 0] ?? 'weak', move: 'none' }
      })
      return { id, mode, guardWeak, tieTolerance, group, now }
    })
}

/** What the shares would be: what one gains, «good» gives, and the other way round; null where it has no more to give. */
export function sharesWith(shares: Shares, rank: Rank, share: number): Shares | null {
  const good = shares.good - (share - shares[rank])
  return rank === 'good' || good < 0 ? null : { ...shares, good, [rank]: share }
}

/** Whose rank another share would change, on the frozen numbers alone; nothing is saved. */
export function tryShare(prepared: readonly Prepared[], request: TrialRequest): Trial | null {
  const { shares, rank, share, groupId } = request
  const other = sharesWith(shares, rank, share)
  if (!other) return null
  let [before, after, raised, lowered] = [0, 0, 0, 0]
  const moved: Moved[] = []
  for (const one of prepared) {
    if (groupId !== null && one.id !== groupId) continue
    const people = one.group.people.length
    before += seatsFor(shares, people)[rank]
    const seats = seatsFor(other, people)
    after += seats[rank]
    const then = whatIf(one.group, { ...one, seats }).people
    let last = 0
    for (const change of whoChanges(one.now, then)) {
      if (change.move === 'up') raised += 1
      else lowered += 1
      // People are named by their place in the list.
      const position = one.group.people[Number(change.employeeId)]?.position ?? 0
      if (position !== last && change.move !== 'none') moved.push({ groupId: one.id, position, move: change.move })
      last = position
    }
  }
  return { before, after, raised, lowered, moved }
}

function seatsFor(shares: Shares, people: number): Seats {
  const quotas = quotasOf(shares, people)
  return quotas.ok ? seatsOf(quotas.value) : { weak: 0, average: 0, good: 0, very_good: 0, excellent: 0 }
}

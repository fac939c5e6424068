import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { divideHalfUp } from '../../../shared/decimal.ts'
import { type Rank, ranks } from '../../../shared/ranks.ts'
import { refuse } from '../../../shared/refusal.ts'
import { calendarOf, policyValue } from '../../policies/public.ts'
import { errors } from '../errors.ts'
import { seesDistribution, seesSmallCells, smallCell } from '../policy.ts'
import { excellentOf, type RankCount, ranksByDivision, totalByRank } from '../views/distribution.ts'
import { isReviewMember } from '../views/people.ts'
import { yearOf } from '../views/years.ts'

type Request = { readonly year: number; readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** Counts by rank against the shares, whole and by division (RP-14). Outside the committee small numbers are hidden. */
export async function distributionOf({ year, actor, now, tx }: Request) {
  const today = (await calendarOf(tx)).today(now)
  const isMember = await isReviewMember(tx, { employeeId: actor.employeeId, on: today })
  if (!seesDistribution(actor, { isMember })) throw refuse(errors.notYours)
  const state = await yearOf(tx, { year })
  if (!state || state.status === 'open') throw refuse(errors.notFound)
  const all = seesSmallCells(actor, { isMember })
  const { rows, addedSeats } = await totalByRank(tx, { year })
  const { value: shares } = await policyValue(tx, { key: 'curve.shares', year })
  return {
    year: state,
    shares: shares && ranks.map((rank) => ({ rank, share: rank === 'very_good' ? shares.veryGood : shares[rank] })),
    total: withShares(rows, all),
    addedSeats,
    divisions: (await ranksByDivision(tx, { year })).map(({ division, rows: own }) => {
      const people = own.reduce((sum, one) => sum + one.people, 0)
      return { division, people: all || people >= smallCell ? people : null, rows: withShares(own, all) }
    }),
  }
}

/**
 * Every rank with its count and share. A count below five is hidden, and with one hidden cell the smallest other too:
 * the total would give it away.
 */
export function withShares(rows: readonly RankCount[], all: boolean) {
  const of = (rank: Rank) => rows.find((one) => one.rank === rank)?.people ?? 0
  const people = rows.reduce((sum, one) => sum + one.people, 0)
  const hidden = all ? new Set<Rank>() : hiddenRanks(of)
  return ranks.map((rank) => ({
    rank,
    people: hidden.has(rank) ? null : of(rank),
    share: hidden.has(rank) || people === 0 ? null : Number(divideHalfUp(BigInt(of(rank)) * 10_000n, BigInt(people))),
  }))
}

function hiddenRanks(of: (rank: Rank) => number): ReadonlySet<Rank> {
  const small = ranks.filter((rank) => of(rank) > 0 && of(rank) < smallCell)
  if (small.length !== 1) return new Set(small)
  const others = ranks.filter((rank) => of(rank) >= smallCell).toSorted((a, b) => of(a) - of(b))
  return new Set([...small, ...others.slice(0, 1)])
}

/** Names of the excellent inside the entity, after the window and where the policy says so; never other ranks (AMB-34). */
export async function excellentNames(
  request: Request & { readonly cursor?: string | undefined; readonly limit: number },
) {
  const { year, cursor, limit, now, tx } = request
  const state = await yearOf(tx, { year })
  const { value: publishes } = await policyValue(tx, { key: 'excellence.publish_names', year })
  const until = state?.status === 'published' ? state.grievancesUntil : null
  if (!publishes || !until || now <= until) {
    return { published: false, from: publishes ? until : null, people: [], next: null }
  }
  const today = (await calendarOf(tx)).today(now)
  const found = await excellentOf(tx, { year, after: decoded(cursor), limit, today })
  const people = found.slice(0, limit)
  const last = found.length > limit ? people.at(-1) : undefined
  const next = last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null
  return { published: true, from: until, people, next }
}

/** The sort key of the last row; what is no cursor of ours begins anew. */
function decoded(cursor: string | undefined): [string, string] | null {
  if (!cursor) return null
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(key) && key.length === 2 && key.every((one) => typeof one === 'string')
      ? (key as [string, string])
      : null
  } catch {
    return null
  }
}

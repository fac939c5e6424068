import { type Band, compareRanks, ranks } from '../../../shared/ranks.ts'
import { type CurveReason, type Edge, percent, reasonOf } from './curve-reasons.ts'
import type { Seats } from './quotas.ts'
import type { Ranked, RankedGroup } from './ranked-group.ts'
import { type TieCase, type TieTolerance, tieCase } from './ties.ts'

/** AMB-13: quotas for all ranks, quotas that only lift, or no quotas. */
export const curveModes = ['full_curve', 'raise_only', 'advisory'] as const
export type CurveMode = (typeof curveModes)[number]

export type CurveRules = {
  readonly mode: CurveMode
  readonly seats: Seats
  /** The curve alone makes nobody weak whose band is not weak (AMB-13). */
  readonly guardWeak: boolean
  readonly tieTolerance: TieTolerance
}

export type Move = 'up' | 'down' | 'none'

export type Shifted = Ranked & { readonly curveRank: Band; readonly move: Move }

export type Placed = Shifted & {
  /** Generated for every difference between band and curve rank, else null (H3). */
  readonly reason: CurveReason | null
}

type Counts = Readonly<Record<Band, number>>

export type CurveSummary = {
  readonly mode: CurveMode
  readonly people: number
  /** The seats of very good and excellent together, for which the curve lifts (AMB-14). */
  readonly pool: number
  readonly counts: Counts
  readonly raised: number
  readonly lowered: number
  /** Seats that nobody holds; at very good those of the pool. All zero in advisory mode, which has no seats. */
  readonly vacancies: Counts
  /** People beyond the seats of a rank: a tie at its edge, or the guard against weak. */
  readonly beyond: Counts
  /** The lowest ranking value that reached very good, micro-percent. */
  readonly lastLifted: bigint | null
}

type Outcome<Person> = {
  readonly people: readonly Person[]
  readonly summary: CurveSummary
  readonly ties: readonly TieCase[]
}
export type Curve = Outcome<Placed>

const bandNames = ranks.slice(0, 4) as readonly Band[]

/**
 * The ranks of one group after the curve (AMB-12..14, H3..H5): at most very good, equals never apart, in linear time
 * on a group that `rankGroup` has sorted.
 */
export function applyCurve(group: RankedGroup, rules: CurveRules): Curve {
  const given = curveRanks(group, rules)
  const outcome = outcomeOf(group, given, rules)
  const edges = edgesOf(group, given, rules.seats)
  const liftsOnly = rules.mode === 'raise_only'
  const people = outcome.people.map((person, index): Placed => {
    if (person.move === 'none') return { ...person, reason: null }
    const { rank: curveRank, place } = given[index] as Given
    return { ...person, reason: reasonOf({ person, place, curveRank, people: given.length, edges, liftsOnly }) }
  })
  return { ...outcome, people }
}

/** The same without the reasons, which nobody reads while a share is dragged. */
export function whatIf(group: RankedGroup, rules: CurveRules): Outcome<Shifted> {
  return outcomeOf(group, curveRanks(group, rules), rules)
}

/** The same frozen people under each of the three modes, for the committee to compare before it decides (AMB-13). */
export function allModes(group: RankedGroup, rules: Omit<CurveRules, 'mode'>): Record<CurveMode, Curve> {
  const of = (mode: CurveMode) => applyCurve(group, { ...rules, mode })
  return { full_curve: of('full_curve'), raise_only: of('raise_only'), advisory: of('advisory') }
}

export type Change = { readonly employeeId: string; readonly from: Band; readonly to: Band; readonly move: Move }

/** Whose curve rank a what-if would change, in the order of `after`. People who are in only one of the two are left out. */
export function whoChanges(before: readonly Shifted[], after: readonly Shifted[]): Change[] {
  const aligned = before.length === after.length && after.every((one, i) => one.employeeId === before[i]?.employeeId)
  const byId = aligned ? null : new Map(before.map((one) => [one.employeeId, one.curveRank]))
  return after.flatMap(({ employeeId, curveRank: to }, index) => {
    const from = byId ? byId.get(employeeId) : before[index]?.curveRank
    if (from === undefined || from === to) return []
    return [{ employeeId, from, to, move: compareRanks(to, from) > 0 ? 'up' : 'down' } as const]
  })
}

export function poolOf(seats: Seats): number {
  return seats.very_good + seats.excellent
}

function outcomeOf(group: RankedGroup, given: readonly Given[], rules: CurveRules): Outcome<Shifted> {
  const people = group.people.map((person, index): Shifted => {
    const curveRank = (given[index] as Given).rank
    const steps = compareRanks(curveRank, person.band)
    return { ...person, curveRank, move: steps > 0 ? 'up' : steps < 0 ? 'down' : 'none' }
  })
  const over = rules.mode === 'advisory' ? null : tieCase(people, poolOf(rules.seats), rules.tieTolerance)
  return { people, summary: summaryOf(people, rules), ties: over ? [over] : [] }
}

/** A rank, and the place that was compared with the seats. */
type Given = { readonly rank: Band; readonly place: number }

function curveRanks(group: RankedGroup, rules: CurveRules): Given[] {
  if (rules.mode === 'advisory') return group.people.map(({ band, position }) => ({ rank: band, place: position }))
  return rules.mode === 'raise_only' ? raised(group, poolOf(rules.seats)) : distributed(group, rules)
}

/** The first `pool` of those at good or above are lifted, with all who equal the last of them; nobody else moves (H4). */
function raised({ people }: RankedGroup, pool: number): Given[] {
  let seen = 0
  let place = 0
  let last: bigint | null = null
  return people.map(({ band, ranking, position }) => {
    if (compareRanks(band, 'good') < 0) return { rank: band, place: position }
    seen += 1
    if (ranking !== last) place = seen
    last = ranking
    return { rank: place <= pool ? 'very_good' : 'good', place }
  })
}

/** Each tie takes the highest rank that still has a seat for its first member, as a whole (H5). */
function distributed({ people }: RankedGroup, { seats, guardWeak }: CurveRules): Given[] {
  // Whoever stands above or beside the last guarded person is not weak either: order and equality hold.
  const guarded = guardWeak ? (people.findLast((person) => person.band !== 'weak')?.position ?? 0) : 0
  return people.map(({ position }) => {
    const rank = rankAt(position, seats)
    return { rank: rank === 'weak' && position <= guarded ? 'average' : rank, place: position }
  })
}

function rankAt(position: number, seats: Seats): Band {
  const pool = poolOf(seats)
  if (position <= pool) return 'very_good'
  if (position <= pool + seats.good) return 'good'
  return position <= pool + seats.good + seats.average ? 'average' : 'weak'
}

function edgesOf({ people }: RankedGroup, given: readonly Given[], seats: Seats) {
  const pool = poolOf(seats)
  const edge = (rank: Band, places: number): Edge => {
    let holders = 0
    let last: bigint | null = null
    let equals = 0
    people.forEach(({ ranking }, index) => {
      if (compareRanks((given[index] as Given).rank, rank) < 0) return
      holders += 1
      equals = ranking === last ? equals + 1 : 1
      last = ranking
    })
    return { seats: places, holders, last, lastText: last === null ? '' : percent(last), equals }
  }
  return {
    very_good: edge('very_good', pool),
    good: edge('good', pool + seats.good),
    average: edge('average', pool + seats.good + seats.average),
  }
}

function summaryOf(people: readonly Shifted[], { mode, seats }: CurveRules): CurveSummary {
  const counts: Record<Band, number> = { weak: 0, average: 0, good: 0, very_good: 0 }
  let raisedCount = 0
  let lowered = 0
  for (const { curveRank, move } of people) {
    counts[curveRank] += 1
    if (move === 'up') raisedCount += 1
    if (move === 'down') lowered += 1
  }
  const pool = poolOf(seats)
  const places: Counts = { weak: seats.weak, average: seats.average, good: seats.good, very_good: pool }
  const beyond = (rank: Band) => (mode === 'advisory' ? 0 : counts[rank] - places[rank])
  return {
    mode,
    people: people.length,
    pool,
    counts,
    raised: raisedCount,
    lowered,
    vacancies: byBand((rank) => Math.max(0, -beyond(rank))),
    beyond: byBand((rank) => Math.max(0, beyond(rank))),
    lastLifted: people.findLast((person) => person.curveRank === 'very_good')?.ranking ?? null,
  }
}

function byBand(of: (rank: Band) => number): Counts {
  return Object.fromEntries(bandNames.map((rank) => [rank, of(rank)])) as Counts
}

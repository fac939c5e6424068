import { compare } from '../../../shared/decimal.ts'
import type { Band } from '../../../shared/ranks.ts'

/** By how much a tie may exceed the top seats before the committee looks at it: the larger of the two (H5). */
export type TieTolerance = { readonly seats: number; readonly percent: number }

export const defaultTieTolerance: TieTolerance = { seats: 1, percent: 10 }

/** A tie at the last seat of the pool that the committee may separate, with a reason (H5). */
export type TieCase = {
  /** What they share, micro-percent. */
  readonly ranking: bigint
  readonly employeeIds: readonly string[]
  /** Seats of the pool that are left for them. */
  readonly seats: number
  /** How many people beyond the pool the whole tie makes. */
  readonly beyond: number
}

type PlacedPerson = { readonly employeeId: string; readonly ranking: bigint; readonly curveRank: Band }

/** The tie that exceeds the pool by more than is tolerated, or null. People come from the highest. */
export function tieCase(people: readonly PlacedPerson[], pool: number, tolerance: TieTolerance): TieCase | null {
  const lifted = people.filter((person) => person.curveRank === 'very_good')
  const beyond = lifted.length - pool
  if (beyond <= tolerance.seats || beyond * 100 <= tolerance.percent * pool) return null
  const ranking = lifted.at(-1)?.ranking
  if (ranking === undefined) return null
  const tied = lifted.filter((person) => person.ranking === ranking)
  return { ranking, employeeIds: tied.map((one) => one.employeeId), seats: tied.length - beyond, beyond }
}

/** In this order, and never seniority, name, number or chance (AMB-12). */
export const tieBreakers = ['plan_weight', 'lowest_cycle', 'last_cycle'] as const
export type TieBreaker = (typeof tieBreakers)[number]

/** What may separate equals: integers in the same unit for all members; null where there is none, which comes last. */
export type TieMember = { readonly employeeId: string } & { readonly [name in TieBreaker]: bigint | null }

export type Separated = {
  readonly employeeId: string
  /** Competition ranking among the tied. */
  readonly position: number
  readonly up: boolean
  /** The first tie-breaker that tells this person from the last seat's edge; null when equal to it, so all go up. */
  readonly by: TieBreaker | null
}

/**
 * The order that the tie-breakers give, and who would have a seat: those still equal at the last seat all go up (H5).
 * A proposal; the committee decides, with a reason.
 */
export function separateTie(members: readonly TieMember[], seats: number): Separated[] {
  const sorted = [...members].sort((a, b) => difference(a, b)?.order ?? (a.employeeId < b.employeeId ? -1 : 1))
  const edge = sorted[seats - 1]
  let position = 0
  return sorted.map((member, index) => {
    const before = sorted[index - 1]
    if (!before || difference(before, member)) position = index + 1
    const fromEdge = edge ? difference(member, edge) : difference(member, sorted[0] ?? member)
    const up = position <= seats
    return { employeeId: member.employeeId, position, up, by: fromEdge?.by ?? null }
  })
}

function difference(a: TieMember, b: TieMember): { readonly by: TieBreaker; readonly order: number } | null {
  for (const by of tieBreakers) {
    const [mine, theirs] = [a[by], b[by]]
    if (mine === theirs) continue
    if (mine === null || theirs === null) return { by, order: mine === null ? 1 : -1 }
    return { by, order: compare(theirs, mine) }
  }
  return null
}

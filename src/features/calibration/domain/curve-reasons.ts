import { decimalText } from '../../../shared/decimal.ts'
import { type Band, compareRanks } from '../../../shared/ranks.ts'
import type { Ranked } from './ranked-group.ts'

/**
 * Why the curve alone gave a rank that the band does not give; the sentence comes from the code and its numbers (H3).
 * Codes are written into the record for ever and are never given another meaning.
 */
export const curveReasons = [
  { code: 'CRV-01', name: 'raised_by_position' },
  { code: 'CRV-02', name: 'raised_with_equals' },
  { code: 'CRV-03', name: 'lifted_by_position' },
  { code: 'CRV-04', name: 'lifted_with_equals' },
  { code: 'CRV-05', name: 'lowered_by_position' },
  { code: 'CRV-06', name: 'lowered_kept_from_weak' },
  { code: 'CRV-07', name: 'not_lifted' },
  { code: 'CRV-08', name: 'lowered_no_seats' },
  { code: 'CRV-09', name: 'raised_beside_guarded' },
] as const
export type CurveReasonCode = (typeof curveReasons)[number]['code']

/** Results and the gap are exact plain text in percent, '108.4'. */
export type CurveReasonParams = {
  /** The place that was compared with the seats: in the group, or among those at good or above when only lifting. */
  readonly position: number
  readonly people: number
  /** Seats down to the rank in question, all higher ones included. */
  readonly seats: number
  readonly result: string
  /** The lowest result that reached the rank in question, absent when nobody did. */
  readonly last?: string
  /** The distance between the two, never negative. */
  readonly gap?: string
  /** How many people share the result at the edge of the seats. */
  readonly equals?: number
}

export type CurveReason = { readonly code: CurveReasonCode; readonly params: CurveReasonParams }

/** The edge of a rank: seats down to it, the last value that reached it and how many people have just that value. */
export type Edge = {
  readonly seats: number
  readonly last: bigint | null
  readonly lastText: string
  readonly holders: number
  readonly equals: number
}

export type Edges = { readonly [rank in Exclude<Band, 'weak'>]: Edge }

type Placing = {
  readonly person: Ranked
  readonly place: number
  readonly curveRank: Band
  readonly people: number
  readonly edges: Edges
  readonly liftsOnly: boolean
}

/** The reason for a difference between band and curve rank. */
export function reasonOf(placing: Placing): CurveReason {
  const { person, curveRank } = placing
  return compareRanks(curveRank, person.band) > 0 ? raisedBecause(placing) : loweredBecause(placing)
}

function raisedBecause({ person, place, curveRank, people, edges, liftsOnly }: Placing): CurveReason {
  const edge = edges[curveRank as keyof Edges]
  const params = numbersOf(person, place, people, edge)
  if (place > edge.seats) return { code: 'CRV-09', params }
  const atEdge = person.ranking === edge.last && edge.holders > edge.seats
  if (atEdge) return { code: liftsOnly ? 'CRV-04' : 'CRV-02', params: { ...params, equals: edge.equals } }
  return { code: liftsOnly ? 'CRV-03' : 'CRV-01', params }
}

function loweredBecause({ person, place, curveRank, people, edges, liftsOnly }: Placing): CurveReason {
  const edge = edges[person.band as keyof Edges]
  const params = numbersOf(person, place, people, edge)
  if (edge.last === null) return { code: 'CRV-08', params }
  if (liftsOnly) return { code: 'CRV-07', params }
  return { code: curveRank === 'average' && place > edges.average.seats ? 'CRV-06' : 'CRV-05', params }
}

function numbersOf({ ranking }: Ranked, position: number, people: number, edge: Edge): CurveReasonParams {
  const { seats, last, lastText } = edge
  const result = percent(ranking)
  if (last === null) return { position, people, seats, result }
  const gap = percent(ranking > last ? ranking - last : last - ranking)
  return { position, people, seats, result, last: lastText, gap }
}

/** Exact plain text of micro-percent. */
export function percent(micro: bigint): string {
  return decimalText(micro, 6)
}

import type { Band } from '../../../shared/ranks.ts'
import { compareRanks } from '../../../shared/ranks.ts'
import type { Separated, TieBreaker } from './ties.ts'

/** Somebody of the committee who is in the room, as the case at hand sees them. */
export type Judge = { readonly memberId: string; readonly isChair: boolean; readonly recused: boolean }
export type Vote = { readonly memberId: string; readonly rank: Band }

/** Counted anew at every vote and decision: whoever has left is not there any more (AMB-30). */
export function hasQuorum(presentVoters: number, quorum: number): boolean {
  return presentVoters >= quorum
}

/** The rank for which more than half of those who may judge and are present voted, or null. */
export function majorityOf(votes: readonly Vote[], judges: readonly Judge[]): Band | null {
  const able = judges.filter((judge) => !judge.recused).map((judge) => judge.memberId)
  const counted = votes.filter((vote) => able.includes(vote.memberId))
  const ranks = [...new Set(counted.map((vote) => vote.rank))]
  return ranks.find((rank) => counted.filter((vote) => vote.rank === rank).length * 2 > able.length) ?? null
}

/** Who records the decision: the chair; where the chair may not judge this case, or is not there, any other judge. */
export function maySpeakFor(memberId: string, judges: readonly Judge[]): boolean {
  const me = judges.find((judge) => judge.memberId === memberId)
  if (!me || me.recused) return false
  return me.isChair || !judges.some((judge) => judge.isChair && !judge.recused)
}

const codeOf: Readonly<Record<TieBreaker, string>> = {
  plan_weight: 'CAL-03',
  lowest_cycle: 'CAL-04',
  last_cycle: 'CAL-05',
}

/**
 * Whether a decision on one of several equals follows the ordered tie-breakers (AMB-12, H5): nobody is put below whom
 * they keep up, and who is put down is so by the first criterion that tells them apart. Keeping everybody up is free.
 */
export function followsTieOrder(
  { rank, curve, reasonCode }: { rank: Band; curve: Band; reasonCode: string },
  own: Pick<Separated, 'up' | 'by'>,
): boolean {
  if (compareRanks(rank, curve) >= 0) return true
  return !own.up && own.by !== null && codeOf[own.by] === reasonCode
}

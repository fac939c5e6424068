import type { Tx } from '../../../platform/db/database.ts'
import { policyValue } from '../../policies/public.ts'
import type { Seats } from '../domain/seats.ts'
import { type Group, groupsOf } from '../views/results.ts'

/** The seats of a group as the curve shared them out; people without a group compete for none, and lack none. */
export async function seatsOf(
  tx: Tx,
  { year, groupId }: { readonly year: number; readonly groupId: string | null },
): Promise<Seats> {
  const group = groupId === null ? undefined : (await groupsOf(tx, { year })).find(({ id }) => id === groupId)
  return seatsIn(group, await toleranceOf(tx, { year }))
}

export async function toleranceOf(tx: Tx, { year }: { readonly year: number }): Promise<Seats['tolerance']> {
  return (await policyValue(tx, { key: 'curve.tie_tolerance', year })).value
}

/** Quotas of the group; in the advisory mode nothing is shared out, and whoever qualifies goes up. */
export function seatsIn(group: Group | undefined, tolerance: Seats['tolerance']): Seats {
  const of = (rank: string) => group?.quotas.find((one) => one.rank === rank)?.seats
  const excellent = group?.mode === 'advisory' ? undefined : of('excellent')
  return { seats: excellent ?? null, pool: (of('very_good') ?? 0) + (of('excellent') ?? 0), tolerance }
}

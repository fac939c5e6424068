import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DelegationWish } from '../domain/delegation.ts'
import type { Body, Capacity } from '../domain/vocabulary.ts'

export async function addDelegation(
  tx: Tx,
  delegation: DelegationWish & { id: string; reason: string; createdBy: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('delegations')
    .values({
      id: delegation.id,
      delegator_id: delegation.delegatorId,
      delegate_id: delegation.delegateId,
      scopes: [...delegation.scopes],
      starts_on: delegation.startsOn,
      ends_on: delegation.endsOn,
      reason: delegation.reason,
      created_by: delegation.createdBy,
      created_at: delegation.now,
    })
    .execute()
}

export async function revokeDelegations(tx: Tx, { ids, on }: { ids: readonly string[]; on: string }): Promise<void> {
  await sql`UPDATE delegations SET revoked_on = ${on}::date, version = version + 1
     WHERE id = ANY (${ids}::uuid[]) AND revoked_on IS NULL`.execute(tx)
}

/** Notes that those concerned have been told, once. */
export async function markTold(
  tx: Tx,
  { id, what, now }: { id: string; what: 'start' | 'end'; now: Date },
): Promise<void> {
  const column = what === 'start' ? 'start_told_at' : 'end_told_at'
  await tx
    .updateTable('delegations')
    .set({ [column]: now })
    .where('id', '=', id)
    .execute()
}

export type MembershipFacts = {
  readonly capacity: Capacity
  readonly from: string
  readonly to: string | null
  readonly decision: string | null
}

export async function addMembership(
  tx: Tx,
  { id, employeeId, body, ...facts }: MembershipFacts & { id: string; employeeId: string; body: Body },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({ id, employee_id: employeeId, body, ...membershipColumns(facts) })
    .execute()
}

export async function saveMembership(tx: Tx, { id, ...facts }: MembershipFacts & { id: string }): Promise<void> {
  await tx
    .updateTable('memberships')
    .set((is) => ({ ...membershipColumns(facts), version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Memberships end with the service. */
export async function endMemberships(
  tx: Tx,
  { employeeId, lastDay }: { employeeId: string; lastDay: string },
): Promise<void> {
  await sql`DELETE FROM memberships WHERE employee_id = ${employeeId}::uuid AND valid_from > ${lastDay}::date`.execute(
    tx,
  )
  await sql`UPDATE memberships SET valid_to = ${lastDay}::date, version = version + 1
     WHERE employee_id = ${employeeId}::uuid AND (valid_to IS NULL OR valid_to > ${lastDay}::date)`.execute(tx)
}

export async function removeMembership(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('memberships').where('id', '=', id).execute()
}

function membershipColumns({ capacity, from, to, decision }: MembershipFacts) {
  return { capacity, valid_from: from, valid_to: to, decision }
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { SignInRole } from '../../../shared/roles.ts'

export type EntityRole = Exclude<SignInRole, 'platform_administrator' | 'vision_unit'>

type NewGrant = {
  readonly id: string
  readonly identityId: string
  readonly role: EntityRole
  readonly reason: string
  readonly grantedBy: string | null
  readonly now: Date
}

/** False when the person holds the role already. */
export async function add(tx: Tx, grant: NewGrant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('role_grants')
    .values({
      id: grant.id,
      identity_id: grant.identityId,
      role: grant.role,
      reason: grant.reason,
      granted_by: grant.grantedBy,
      granted_at: grant.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['entity_id', 'identity_id', 'role']).where('revoked_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

export type Grant = {
  readonly id: string
  readonly identityId: string
  readonly role: EntityRole
  readonly reason: string
}

/** Living grants, held until the transaction ends: two administrators cannot revoke each other at once. */
export async function lockLiving(tx: Tx): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    SELECT id, identity_id AS "identityId", role, reason FROM role_grants WHERE revoked_at IS NULL
     ORDER BY id FOR UPDATE`.execute(tx)
  return rows
}

export async function revoke(tx: Tx, { id, revokedBy, now }: { id: string; revokedBy: string; now: Date }) {
  await tx.updateTable('role_grants').set({ revoked_at: now, revoked_by: revokedBy }).where('id', '=', id).execute()
}

import type { Tx } from '../../../platform/db/database.ts'

type Ended = {
  readonly identityId: string
  /** Only this one. */
  readonly sessionId?: string
  /** All but this one. */
  readonly exceptId?: string | undefined
  /** Only those that work in this entity. */
  readonly entityId?: string
  readonly now: Date
}

/** Ends living sessions of a person; answers how many. */
export async function revoke(tx: Tx, { identityId, sessionId, exceptId, entityId, now }: Ended): Promise<number> {
  let query = tx
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('identity_id', '=', identityId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
  if (sessionId) query = query.where('id', '=', sessionId)
  if (exceptId) query = query.where('id', '<>', exceptId)
  if (entityId) query = query.where('entity_id', '=', entityId)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function moveTo(tx: Tx, { sessionId, entityId }: { sessionId: string; entityId: string }): Promise<void> {
  await tx.updateTable('sessions').set({ entity_id: entityId }).where('id', '=', sessionId).execute()
}

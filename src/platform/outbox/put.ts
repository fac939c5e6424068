import type { Tx } from '../db/database.ts'
import type { NewId } from '../db/ids.ts'
import type { JsonValue } from '../db/schema.generated.ts'

export type Effect = {
  /** `feature.effect`: names the handler that will carry it out. */
  readonly topic: string
  /** Ids rather than content: the row outlives its delivery. */
  readonly payload: { readonly [key: string]: JsonValue }
  readonly newId: NewId
  readonly now: Date
}

/** Asks for an effect outside the database; it happens if and only if this transaction commits. Returns its id. */
export async function put(tx: Tx, { topic, payload, newId, now }: Effect): Promise<string> {
  const id = newId()
  await tx
    .insertInto('outbox')
    .values({ id, topic, payload: JSON.stringify(payload), created_at: now, available_at: now })
    .execute()
  return id
}

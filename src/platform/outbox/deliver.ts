import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import type { JsonValue } from '../db/schema.generated.ts'
import { withEntity } from '../db/with-entity.ts'
import { type OutboxHandler, type OutboxHandlers, type OutboxMessage, Undeliverable } from './handler.ts'
import { nextAttempt, traceOf } from './retry.ts'

export type Delivery = { readonly delivered: number; readonly failed: number; readonly dead: number }

type Due = { db: Database; entityId: string; handlers: OutboxHandlers; now: Date; signal?: AbortSignal }

/**
 * Delivers what is due in one entity, oldest first, each message in a transaction of its own. Several servers may do
 * so at once: a message that one has locked is passed over by the others. A message whose server dies is free again at
 * once, so its effect can be repeated, under the same id.
 */
export async function deliverDue({ db, entityId, handlers, now, signal }: Due): Promise<Delivery> {
  const count = { delivered: 0, failed: 0, dead: 0 }
  while (!signal?.aborted) {
    let taken: OutboxMessage | undefined
    try {
      await withEntity(db, { entityId }, async (tx) => {
        taken = await takeOne(tx, now)
        if (!taken) return
        await handlerOf(handlers, taken).deliver(taken, { tx, entityId, now })
        await tx
          .updateTable('outbox')
          .set({ delivered_at: now, attempts: taken.attempt })
          .where('id', '=', taken.id)
          .execute()
      })
      if (!taken) break
      count.delivered += 1
    } catch (error) {
      if (!taken) throw error
      count[await putBack({ db, entityId, handlers, now, message: taken, error })] += 1
    }
  }
  return count
}

/** Deletes what was delivered before the given time; dead letters stay. */
export async function prune(tx: Tx, { before }: { before: Date }): Promise<void> {
  await tx.deleteFrom('outbox').where('delivered_at', '<', before).execute()
}

async function takeOne(tx: Tx, now: Date): Promise<OutboxMessage | undefined> {
  const { rows } = await sql<{ id: string; topic: string; payload: JsonValue; created_at: Date; attempts: number }>`
    SELECT id, topic, payload, created_at, attempts
      FROM outbox
     WHERE delivered_at IS NULL AND dead_at IS NULL AND available_at <= ${now}
     ORDER BY available_at, id
     LIMIT 1
       FOR UPDATE SKIP LOCKED`.execute(tx)
  const row = rows[0]
  return (
    row && { id: row.id, topic: row.topic, payload: row.payload, createdAt: row.created_at, attempt: row.attempts + 1 }
  )
}

const unknownTopic: OutboxHandler = {
  // Not given up at once: a server of a newer release may know it.
  async deliver() {
    throw Object.assign(new Error('no handler'), { code: 'outbox.unknown_topic' })
  },
}

function handlerOf(handlers: OutboxHandlers, message: OutboxMessage): OutboxHandler {
  return handlers[message.topic] ?? unknownTopic
}

type Failed = Due & { message: OutboxMessage; error: unknown }

/** In a new transaction, since the one of the attempt took everything back. */
async function putBack({ db, entityId, handlers, now, message, error }: Failed): Promise<'failed' | 'dead'> {
  const next = error instanceof Undeliverable ? 'never' : nextAttempt(message.attempt, now)
  await withEntity(db, { entityId }, async (tx) => {
    const row = await tx
      .updateTable('outbox')
      .set({
        attempts: message.attempt,
        last_error: traceOf(error),
        ...(next === 'never' ? { dead_at: now } : { available_at: next }),
      })
      .where('id', '=', message.id)
      .where('delivered_at', 'is', null)
      .where('dead_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (row && next === 'never') await handlerOf(handlers, message).gaveUp?.(message, { tx, entityId, now })
  })
  return next === 'never' ? 'dead' : 'failed'
}

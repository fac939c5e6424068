import { sql } from 'kysely'
import type { Database } from '../platform/db/database.ts'
import { withEntity, withPlatform } from '../platform/db/with-entity.ts'

/** How many messages wait to be delivered, entity by entity behind each one's wall, summed up. */
export async function outboxBacklog(db: Database): Promise<number> {
  const entities = await withPlatform(db, (tx) => tx.selectFrom('entities').select('id').execute(), { readOnly: true })
  let waiting = 0
  for (const { id } of entities) {
    const { rows } = await withEntity(db, { entityId: id, readOnly: true }, (tx) =>
      sql<{ count: number }>`
        SELECT count(*)::int AS count FROM outbox WHERE delivered_at IS NULL AND dead_at IS NULL`.execute(tx),
    )
    waiting += rows[0]?.count ?? 0
  }
  return waiting
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** Removes what has run out: sessions and codes after 30 days, counters after a day. The audit chain keeps the story. */
export async function sweep(tx: Tx, { now }: { now: Date }): Promise<void> {
  const monthAgo = new Date(now.getTime() - 30 * 86_400_000)
  const dayAgo = new Date(now.getTime() - 86_400_000)
  await sql`DELETE FROM sessions WHERE expires_at < ${monthAgo}`.execute(tx)
  await sql`DELETE FROM one_time_codes WHERE expires_at < ${monthAgo}`.execute(tx)
  await sql`DELETE FROM throttles WHERE window_start < ${dayAgo}`.execute(tx)
}

/** Ends sessions in the running entity of people whose service has ended. */
export async function endSessionsOfLeavers(tx: Tx, { on, now }: { on: string; now: Date }): Promise<void> {
  await sql`
    UPDATE sessions s SET revoked_at = ${now}
      FROM identity_entities l JOIN employees e ON e.entity_id = l.entity_id AND e.id = l.employee_id
     WHERE l.entity_id = itqan_entity() AND s.entity_id = l.entity_id AND s.identity_id = l.identity_id
       AND s.revoked_at IS NULL AND s.expires_at > ${now} AND e.exited_on < ${on}::date`.execute(tx)
}

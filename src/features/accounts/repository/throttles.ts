import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { type Counter, type Limit, windowsFloor } from '../domain/throttle.ts'

/**
 * Counts one more try of a key, before it is known how it ends: however many come at once, each has its own number.
 */
export async function take(tx: Tx, { key, limit, now }: { key: string; limit: Limit; now: Date }): Promise<Counter> {
  const { rows } = await sql<Counter>`
    INSERT INTO throttles AS t (key, failures, window_start) VALUES (${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN t.window_start <= ${windowsFloor(limit, now)} THEN 1 ELSE least(t.failures + 1, 1000000) END,
      window_start = CASE WHEN t.window_start <= ${windowsFloor(limit, now)} THEN ${now}::timestamptz ELSE t.window_start END
    RETURNING failures AS tries, window_start AS "windowStart"`.execute(tx)
  return rows[0] ?? { tries: 1, windowStart: now }
}

/** Takes back a try that turned out right. Earlier wrong ones stay counted. */
export async function giveBack(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`UPDATE throttles SET failures = greatest(0, failures - 1) WHERE key = ANY (${keys}::text[])`.execute(tx)
}

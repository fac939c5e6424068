import type pg from 'pg'
import type { Database } from '../../src/platform/db/database.ts'
import { databaseOver } from '../../src/platform/db/kysely.ts'

/**
 * A database on which everything happens and nothing stays: every COMMIT checks what a commit would check, and then
 * takes the transaction back. Each of many requests so meets the same state.
 */
export function forgetfulDatabase(pool: pg.Pool): Database {
  const connect = async () => {
    const client = await pool.connect()
    return {
      query: (text: string, values?: unknown[]) =>
        client.query(text === 'COMMIT' ? 'SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK' : text, values),
      release: () => client.release(),
    }
  }
  return databaseOver({ connect, end: async () => {} } as unknown as pg.Pool)
}

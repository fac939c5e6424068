import type pg from 'pg'
import { afterAll } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { databaseOver } from '../../src/platform/db/kysely.ts'

export type Sandbox = {
  readonly database: Database
  /** Whatever happens in `work` is there for its later requests, and gone afterwards. */
  readonly play: <T>(work: () => Promise<T>) => Promise<T>
}

/**
 * One connection on which transactions are savepoints of a larger one: several requests build on one another, and all of
 * them are taken back together. One request at a time.
 */
export async function sandboxDatabase(pool: pg.Pool): Promise<Sandbox> {
  const client = await pool.connect()
  afterAll(() => client.release())
  const connect = async () => ({
    query: (text: string, values?: unknown[]) => client.query(asSavepoint(text), values),
    release: () => undefined,
  })
  return {
    database: databaseOver({ connect, end: async () => {} } as unknown as pg.Pool),
    async play(work) {
      await client.query('BEGIN')
      try {
        return await work()
      } finally {
        await client.query('ROLLBACK')
      }
    },
  }
}

function asSavepoint(text: string): string {
  if (text.startsWith('BEGIN')) return text.replace(/^BEGIN( READ ONLY)?/, 'SAVEPOINT work')
  if (text === 'COMMIT') return 'SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RELEASE SAVEPOINT work'
  return text === 'ROLLBACK' ? 'ROLLBACK TO SAVEPOINT work; RELEASE SAVEPOINT work' : text
}

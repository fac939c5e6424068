import type pg from 'pg'
import type { Database } from '../../src/platform/db/database.ts'
import { databaseOver } from '../../src/platform/db/kysely.ts'

export type Recorded = { readonly database: Database; readonly statements: string[] }

/** A database that writes down every statement that passes, with its values put in as literals. */
export function recordedStatements(pool: pg.Pool): Recorded {
  const statements: string[] = []
  const connect = async () => {
    const client = await pool.connect()
    return {
      query: (text: string, values: unknown[] = []) => {
        statements.push(withLiterals(text, values))
        return client.query(text, values)
      },
      release: () => client.release(),
    }
  }
  return { statements, database: databaseOver({ connect, end: async () => {} } as unknown as pg.Pool) }
}

/** Untyped literals are read by the server exactly as untyped parameters are. */
function withLiterals(text: string, values: readonly unknown[]): string {
  return text.replace(/\$(\d+)/g, (_, number: string) => {
    const words = wordsOf(values[Number(number) - 1])
    return words === null ? 'NULL' : `'${words.replaceAll("'", "''")}'`
  })
}

function wordsOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(String(one))).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

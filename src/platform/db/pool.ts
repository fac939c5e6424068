import pg from 'pg'
import { typeParsers } from './type-parsers.ts'

/** Where a server is and who asks; `options` of a URL included. */
export type Connection = Pick<
  pg.ClientConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'
>

export type PoolOptions = {
  readonly connection: Connection
  /** Shown in `pg_stat_activity`. */
  readonly name: string
  readonly max: number
  /** Milliseconds that one statement may take; 0 is without limit. */
  readonly statementTimeout: number
  readonly report?: (line: string) => void
}

/** A pool that survives the loss of its idle connections and never lets a statement or a transaction hang for ever. */
export function createPool({ connection, name, max, statementTimeout, report = () => {} }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    application_name: name,
    types: typeParsers,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  })
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', (error) => {
    if (!pool.ending) report(`a database connection was lost: ${error.message}`)
  })
  // The pool listens to idle connections alone; one lost at work tells its statement, and must not end the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}

import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { Database } from './database.ts'
import { databaseOver } from './kysely.ts'
import { type Connection, createPool } from './pool.ts'
import { inDatabase } from './test-server.ts'

export type TestDatabase = {
  /** As the application: behind the wall. */
  readonly db: Database
  /** As the jobs: behind the wall too. */
  readonly jobsDb: Database
  readonly app: pg.Pool
  readonly jobs: pg.Pool
  /** Owns the tables, and meets the wall like everyone; for COPY, catalogues and damage done on purpose. */
  readonly owner: pg.Pool
}

/**
 * A migrated database for this test file alone, dropped when its tests are done:
 * `const { db, owner } = await testDatabase()` at the top of a `*.db.test.ts` file.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `${server.template}_${randomBytes(5).toString('hex')}`
  await administer(
    server.admin,
    `CREATE DATABASE ${name}${ownerClause(server.owner)} TEMPLATE ${server.template} STRATEGY file_copy`,
  )
  const pool = (connection: Connection, max: number) =>
    createPool({ connection: inDatabase(connection, name), name: 'itqan tests', max, statementTimeout: 60_000 })
  const owner = pool(server.owner, 4)
  const app = pool(server.app, 20)
  const jobs = pool(server.jobs, 10)
  afterAll(async () => {
    await Promise.all([owner.end(), app.end(), jobs.end()])
    await administer(server.admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
  return { db: databaseOver(app), jobsDb: databaseOver(jobs), app, jobs, owner }
}

function ownerClause({ user }: Connection): string {
  return user ? ` OWNER ${user}` : ''
}

async function administer(admin: Connection, statement: string): Promise<void> {
  const pool = createPool({ connection: admin, name: 'itqan tests', max: 1, statementTimeout: 0 })
  try {
    await pool.query(statement)
  } finally {
    await pool.end()
  }
}

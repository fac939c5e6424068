import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { holderOf } from '../postgres/data-folder-lock.ts'
import { stopOrphan } from '../postgres/orphan.ts'
import { startPostgres } from '../postgres/supervisor.ts'
import { connect } from './connect.ts'
import { derivedPassword, parseDatabaseUrl, withUser } from './database-url.ts'
import { migrate } from './migrate.ts'
import { type Connection, createPool } from './pool.ts'
import { ensureRoles } from './roles.ts'

/** What a test file needs to clone the migrated template: connections without the name of a database. */
export type TestServer = {
  readonly template: string
  /** May create and drop databases. */
  readonly admin: Connection
  readonly owner: Connection
  readonly app: Connection
  readonly jobs: Connection
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

const folderPrefix = 'itqan-test-'

/**
 * Runs before the database tests: starts one throwaway PostgreSQL (or takes the one of TEST_DATABASE_URL), migrates
 * one template database, and removes everything at the end.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL
  const { server, stop } = url ? await takeServer(url) : await startServer()
  const admin = createPool({ connection: server.admin, name: 'itqan tests', max: 1, statementTimeout: 0 })
  try {
    const owner = server.owner.user ? ` OWNER ${server.owner.user}` : ''
    await admin.query(`CREATE DATABASE ${server.template}${owner} TEMPLATE template0`)
    await fill(server)
    project.provide('testServer', server)
  } catch (error) {
    await admin.end()
    await stop()
    throw error
  }
  return async () => {
    await dropEverything(admin, server.template)
    await admin.end()
    await stop()
  }
}

/** The same server and role, in another database. */
export function inDatabase(connection: Connection, database: string): Connection {
  if (!connection.connectionString) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

async function fill(server: TestServer): Promise<void> {
  const connection = inDatabase(server.owner, server.template)
  const owner = createPool({ connection, name: 'itqan tests', max: 1, statementTimeout: 0 })
  try {
    await migrate(owner)
  } finally {
    await owner.end()
  }
}

async function startServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  await removeAbandoned()
  const dataFolder = mkdtempSync(join(tmpdir(), folderPrefix))
  chmodSync(dataFolder, 0o755)
  const running = await startPostgres({ dataFolder, durable: false })
  const stop = async () => {
    await running.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const stopAndEnd = () => void stop().finally(() => process.exit(1))
  process.once('SIGTERM', stopAndEnd)
  const { host, port, password, user } = running.connection
  const as = (name: string): Connection => ({ host, port, user: name, ...(password ? { password } : {}) })
  const admin = createPool({ connection: running.connection, name: 'itqan tests', max: 1, statementTimeout: 0 })
  await admin.query(`CREATE ROLE itqan_owner LOGIN${password ? ` PASSWORD '${password}'` : ''}`)
  await ensureRoles(admin, { setting: 'the test server', passwordOf: password ? () => password : null })
  await admin.end()
  const server: TestServer = {
    template: templateName(),
    admin: inDatabase(as(user), 'postgres'),
    owner: as('itqan_owner'),
    app: as('itqan_app'),
    jobs: as('itqan_jobs'),
  }
  return { server, stop }
}

async function takeServer(url: string): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const connections = await connect({ dataFolder: tmpdir(), url })
  await connections.close()
  const address = parseDatabaseUrl(url, 'TEST_DATABASE_URL')
  const as = (role: string) => ({ connectionString: withUser(address, role, derivedPassword(address, role)).href })
  const admin = { connectionString: address.href }
  const server = { template: templateName(), admin, owner: admin, app: as('itqan_app'), jobs: as('itqan_jobs') }
  return { server, stop: async () => {} }
}

function templateName(): string {
  return `itqan_test_${randomBytes(5).toString('hex')}`
}

async function dropEverything(admin: pg.Pool, template: string): Promise<void> {
  const { rows } = await admin.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [template])
  for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
}

/** Servers of test runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name)
    try {
      if (holderOf(folder) !== null) continue
      await stopOrphan(join(folder, 'postgres'))
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another user's: not ours to remove.
    }
  }
}

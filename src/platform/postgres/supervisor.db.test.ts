import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EnvironmentProblem } from '../process/environment-problem.ts'
import { isRunning } from '../process/process-identity.ts'
import { readPostmaster } from './orphan.ts'
import { type PostgresServer, runningPostgres, startPostgres } from './supervisor.ts'

let home: string
let dataFolder: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'itqan-supervisor-'))
  chmodSync(home, 0o755)
  dataFolder = join(home, 'data')
})
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
  rmSync(home, { recursive: true, force: true })
})

const started: PostgresServer[] = []
async function start(durable = false): Promise<PostgresServer> {
  const server = await startPostgres({ dataFolder, durable })
  started.push(server)
  return server
}
const cluster = () => join(dataFolder, 'postgres')

async function query(connection: PostgresServer['connection'], sql: string) {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('the first start makes a database, and the second start finds what was kept in it', async () => {
  const first = await start()
  await query(first.connection, "CREATE TABLE kept AS SELECT 'محفوظ' AS word")
  await first.stop()
  expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false)
  expect(existsSync(join(dataFolder, 'itqan.lock'))).toBe(false)

  const second = await start()
  expect(await query(second.connection, 'SELECT word FROM kept')).toEqual([{ word: 'محفوظ' }])
  await second.stop()
})

test('a served database is durable, speaks UTF-8 and UTC, knows Arabic letters and listens on no network', async () => {
  const server = await start(true)
  const [facts] = await query(
    server.connection,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
       current_setting('full_page_writes') AS pages, current_setting('listen_addresses') AS addresses,
       current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone, 'ب' ~ '\\w' AS letter`,
  )
  expect(facts).toEqual({
    fsync: 'on',
    commit: 'on',
    pages: 'on',
    addresses: '',
    encoding: 'UTF8',
    zone: 'UTC',
    letter: true,
  })
  await query(server.connection, 'CREATE EXTENSION pg_trgm')
  const [{ n }] = await query(server.connection, "SELECT cardinality(show_trgm('مؤشرات')) AS n")
  expect(n).toBeGreaterThan(3)
  await server.stop()
})

test('a first start that was interrupted leaves nothing in the way', async () => {
  mkdirSync(join(dataFolder, 'postgres.unfinished', 'base'), { recursive: true })
  writeFileSync(join(dataFolder, 'postgres.unfinished', 'PG_VERSION'), '18\n')
  const server = await start()
  expect(existsSync(join(dataFolder, 'postgres.unfinished'))).toBe(false)
  await server.stop()
})

test('works in a folder whose parents are closed to everyone else, with a long path', async () => {
  chmodSync(home, 0o700)
  dataFolder = join(home, 'a-long-folder-name-'.repeat(6), 'data')
  const server = await start()
  expect(await query(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('a second Itqan on the same folder is refused, and may look inside through the first', async () => {
  const server = await start()
  await expect(start()).rejects.toThrow(/Another Itqan \(process \d+\) is using the data folder/)
  const connection = runningPostgres(dataFolder)
  expect(connection && (await query(connection, 'SELECT 1 AS one'))).toEqual([{ one: 1 }])
  await server.stop()
  expect(runningPostgres(dataFolder)).toBeNull()
})

test('after kill -9 of the whole of Itqan the server left over is stopped and nothing that was committed is lost', async () => {
  const { child, connection } = await startInAnotherProcess()
  await query(connection, 'CREATE TABLE acknowledged AS SELECT 42 AS answer')
  const orphan = readPostmaster(cluster())?.pid ?? 0
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(isRunning(orphan)).toBe(true)

  const server = await start()
  expect(isRunning(orphan)).toBe(false)
  expect(await query(server.connection, 'SELECT answer FROM acknowledged')).toEqual([{ answer: 42 }])
  await server.stop()
})

test('a pid file whose number now belongs to some other program is not taken for a server', async () => {
  const server = await start()
  const pidFile = join(cluster(), 'postmaster.pid')
  const text = readFileSync(pidFile, 'utf8')
  await server.stop()
  writeFileSync(pidFile, text.replace(/^\d+/, `${process.pid}`))
  const again = await start()
  expect(isRunning(process.pid)).toBe(true)
  await again.stop()
})

test('a server that is killed while in use comes back by itself', async () => {
  const server = await start(true)
  await query(server.connection, 'CREATE TABLE kept AS SELECT 7 AS n')
  const before = readPostmaster(cluster())?.pid ?? 0
  process.kill(before, 'SIGKILL')
  await expect
    .poll(() => query(server.connection, 'SELECT n FROM kept').catch(() => null), { timeout: 20_000 })
    .toEqual([{ n: 7 }])
  expect(readPostmaster(cluster())?.pid).not.toBe(before)
  await server.stop()
})

test('a data folder that cannot be one is refused in a sentence', async () => {
  writeFileSync(dataFolder, 'a file')
  const refusal = await start().catch((error) => error)
  expect(refusal).toBeInstanceOf(EnvironmentProblem)
  expect(refusal.message).toMatch(/^The data folder .* cannot be created or written to/)
})

test('data of another PostgreSQL version is refused in a sentence', async () => {
  const server = await start()
  await server.stop()
  writeFileSync(join(cluster(), 'PG_VERSION'), '14\n')
  await expect(start()).rejects.toThrow(/was written by PostgreSQL 14/)
})

async function startInAnotherProcess(): Promise<{ child: ChildProcess; connection: PostgresServer['connection'] }> {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(new URL('./supervisor.ts', import.meta.url).href)})
    const server = await startPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, durable: true })
    process.stdout.write(JSON.stringify(server.connection))
    setInterval(() => {}, 1000)`
  const child = spawn('node', ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const text = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))))
  return { child, connection: JSON.parse(text) }
}

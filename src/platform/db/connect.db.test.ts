import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { afterEach, expect, inject, test } from 'vitest'
import { EnvironmentProblem } from '../process/environment-problem.ts'
import { connect, type DatabaseSettings } from './connect.ts'
import { derivedPassword, parseDatabaseUrl } from './database-url.ts'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

async function open(settings: Partial<DatabaseSettings>) {
  const connections = await connect({ dataFolder: tmpdir(), ...settings })
  opened.push(connections)
  return connections
}

/** The test server as an address, with any password: it trusts its private socket. */
function address(user: string, database: string): string {
  const { host, port, connectionString } = inject('testServer').admin
  const url = new URL(connectionString ?? `postgres://${user}:any@localhost:${port}/${database}`)
  if (host) url.searchParams.set('host', host)
  url.pathname = `/${database}`
  return url.href
}

const admin = () => inject('testServer').admin.user ?? 'postgres'

test("an external server is used with its owner, and served with roles of Itqan's own", async () => {
  const { owner, app, jobs } = await open({ url: address(admin(), 'postgres') })
  const who = async (pool: typeof app) => (await pool.query('SELECT current_user AS name')).rows[0].name
  expect(await who(app)).toBe('itqan_app')
  expect(await who(jobs)).toBe('itqan_jobs')
  const { rows } = await owner.query(
    `SELECT rolname, rolcanlogin AS login, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS mighty
     FROM pg_roles WHERE rolname LIKE 'itqan\\_%' AND rolname <> 'itqan_owner' ORDER BY 1`,
  )
  expect(rows).toEqual([
    { rolname: 'itqan_app', login: true, mighty: false },
    { rolname: 'itqan_audit', login: false, mighty: false },
    { rolname: 'itqan_backup', login: false, mighty: false },
    { rolname: 'itqan_jobs', login: true, mighty: false },
  ])
})

test('days, big integers and exact numbers arrive as text, never as floats or in a time zone', async () => {
  const { app } = await open({ url: address(admin(), 'postgres') })
  const { rows } = await app.query(
    `SELECT date '2026-03-29' AS day, 9007199254740993 AS big, 99.990000000000000001 AS exact,
       ARRAY[date '2026-01-01'] AS days, ARRAY[9007199254740993] AS bigs, 7 AS number`,
  )
  expect(rows[0]).toEqual({
    day: '2026-03-29',
    big: '9007199254740993',
    exact: '99.990000000000000001',
    days: ['2026-01-01'],
    bigs: ['9007199254740993'],
    number: 7,
  })
})

test('a database that does not exist is named', async () => {
  await expect(open({ url: address(admin(), 'not_there') })).rejects.toThrow(/has no database not_there/)
})

test('an address without a password is refused, since those of the roles derive from it', async () => {
  const url = new URL(address(admin(), 'postgres'))
  url.password = ''
  await expect(open({ url: url.href })).rejects.toThrow(/holds no password/)
})

test("the roles' passwords are the same on every server, differ by role and do not tell the owner's", () => {
  const url = parseDatabaseUrl('postgres://owner:s3cret%3A@db/itqan', 'DATABASE_URL')
  expect(derivedPassword(url, 'itqan_app')).toBe(derivedPassword(new URL(url), 'itqan_app'))
  expect(derivedPassword(url, 'itqan_app')).not.toBe(derivedPassword(url, 'itqan_jobs'))
  expect(derivedPassword(url, 'itqan_app')).not.toContain('s3cret')
})

test.each([
  [140_011, '14.11', 'UTF8', /^PostgreSQL 14.11 at .* is too old: Itqan needs version 15 or newer/],
  [160_001, '16.1', 'LATIN1', /is encoded in LATIN1: Itqan needs one in UTF8/],
])('a server of version %i with encoding %s is judged in a sentence', async (number, version, encoding, sentence) => {
  const server = await pretendServer({ number: String(number), version, encoding })
  const { port } = server.address() as { port: number }
  const refusal = await open({ url: `postgres://owner:secret@127.0.0.1:${port}/itqan` }).catch((error) => error)
  expect(refusal).toBeInstanceOf(EnvironmentProblem)
  expect(refusal.message).toMatch(sentence)
})

/** Speaks just enough of the protocol to answer one question with one row. */
async function pretendServer(row: { number: string; version: string; encoding: string }): Promise<Server> {
  const message = (type: string, body: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeInt32BE(body.length + 4)
    return Buffer.concat([Buffer.from(type), size, body])
  }
  const int16 = (n: number) => Buffer.from([(n >> 8) & 255, n & 255])
  const int32 = (n: number) => Buffer.concat([int16(n >> 16), int16(n)])
  const ready = message('Z', Buffer.from('I'))
  const fields = Object.keys(row).map((name) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(name === 'number' ? 23 : 25),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  )
  const values = Object.values(row).map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]))
  const answer = Buffer.concat([
    message('T', Buffer.concat([int16(fields.length), ...fields])),
    message('D', Buffer.concat([int16(values.length), ...values])),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ])
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
      socket.on('data', (chunk) => chunk[0] === 'Q'.charCodeAt(0) && socket.write(answer))
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push({ close: () => new Promise((resolve) => server.close(resolve)) })
  return server
}

import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { createServer } from '../../src/app/server.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { type TestDatabase, testDatabase } from '../../src/platform/db/test-database.ts'
import { withPlatform } from '../../src/platform/db/with-entity.ts'
import { openSession } from '../../src/platform/session/session.ts'

/** A clock that stands still until a test moves it. */
export type TestClock = { now: Date; advance(step: { days?: number; hours?: number; minutes?: number }): void }

export type Answer<T = unknown> = {
  readonly status: number
  readonly body: T
  readonly headers: Readonly<Record<string, unknown>>
  /** The code of a refusal. */
  readonly code: string | undefined
  readonly raw: Buffer
}

type RequestOptions = {
  readonly body?: unknown
  readonly version?: number
  readonly idempotencyKey?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly file?: { readonly filename: string; readonly bytes: Uint8Array; readonly type?: string }
}

/** A browser: keeps cookies, adds `Idempotency-Key` and `If-Match`, reads JSON. */
export type TestClient = {
  request<T = never>(method: string, url: string, options?: RequestOptions): Promise<Answer<T>>
  get<T = never>(url: string, options?: RequestOptions): Promise<Answer<T>>
  post<T = never>(url: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>>
  put<T = never>(url: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>>
  patch<T = never>(url: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>>
  delete<T = never>(url: string, options?: RequestOptions): Promise<Answer<T>>
  readonly cookies: Map<string, string>
}

export type Served = {
  readonly server: FastifyInstance
  /** A browser that has never been here; from its own address when one is given. */
  visitor(from?: { ip?: string }): TestClient
  /** Signed in as the person with this civil number, in the given entity or the first one, without a password. */
  signInAs(civilNumber: string, options?: { entityId?: string | null }): Promise<TestClient>
}

export type TestServer = TestDatabase &
  Served & {
    readonly clock: TestClock
    /** One more server over the same database, by other connections. */
    serve(db: Database): Promise<Served>
  }

/** The real server over a database of its own: `const { signInAs, db } = await testServer()` at the top of a file. */
export async function testServer({ now = new Date('2026-01-18T06:00:00Z') } = {}): Promise<TestServer> {
  const database = await testDatabase()
  const clock = testClock(now)
  const serve = (db: Database) => serveOver(db, clock)
  return { ...database, ...(await serve(database.db)), clock, serve }
}

async function serveOver(db: Database, clock: TestClock): Promise<Served> {
  const server = await createServer({
    db,
    clock: () => clock.now,
    newId,
    version: '0.0.0',
    secureCookies: false,
    requestsPerMinute: 1_000_000,
  })
  await server.ready()
  afterAll(() => server.close())
  const visitor = ({ ip = '203.0.113.1' } = {}) => clientOf(server, ip)
  return {
    server,
    visitor,
    async signInAs(civilNumber, options = {}) {
      const client = visitor()
      const token = await sessionFor(db, { civilNumber, entityId: options.entityId, now: clock.now })
      client.cookies.set('itqan', token)
      return client
    },
  }
}

function testClock(now: Date): TestClock {
  return {
    now,
    advance({ days = 0, hours = 0, minutes = 0 }) {
      this.now = new Date(this.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
    },
  }
}

async function sessionFor(
  db: Database,
  { civilNumber, entityId, now }: { civilNumber: string; entityId: string | null | undefined; now: Date },
): Promise<string> {
  return withPlatform(db, async (tx) => {
    const { rows } = await sql<{ id: string; entityId: string | null }>`
      SELECT i.id, l.entity_id AS "entityId" FROM sign_in_identities i
        LEFT JOIN identity_entities l ON l.identity_id = i.id
       WHERE i.civil_number = ${civilNumber} ORDER BY l.entity_id LIMIT 1`.execute(tx)
    const [identity] = rows
    if (!identity) throw new Error(`Nobody has the civil number ${civilNumber}`)
    const entity = entityId === undefined ? identity.entityId : entityId
    const session = { id: newId(), identityId: identity.id, entityId: entity, now, ip: null, userAgent: 'test' }
    return (await openSession(tx, session)).token
  })
}

function clientOf(server: FastifyInstance, ip: string): TestClient {
  const cookies = new Map<string, string>()
  const request = async <T>(method: string, url: string, options: RequestOptions = {}): Promise<Answer<T>> => {
    const { payload, type } = payloadOf(options)
    const response = await server.inject({
      method: method as 'GET',
      url,
      remoteAddress: ip,
      headers: {
        ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(method !== 'GET' && { 'idempotency-key': options.idempotencyKey ?? randomBytes(12).toString('hex') }),
        ...(options.version !== undefined && { 'if-match': `"${options.version}"` }),
        ...(type && { 'content-type': type }),
        ...options.headers,
      },
      ...(payload !== undefined && { payload }),
    })
    for (const { name, value } of response.cookies as { name: string; value: string }[]) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''))
    const body = (isJson ? response.json() : undefined) as T & { code?: string }
    return {
      status: response.statusCode,
      body,
      headers: response.headers,
      code: response.statusCode >= 400 ? body?.code : undefined,
      raw: response.rawPayload,
    }
  }
  const withBody =
    (method: string) =>
    <T>(url: string, body?: unknown, options: RequestOptions = {}) =>
      request<T>(method, url, { ...options, body })
  return {
    request,
    get: (url, options) => request('GET', url, options),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
    delete: (url, options) => request('DELETE', url, options),
    cookies,
  }
}

function payloadOf({ body, file }: RequestOptions): { payload?: string | Buffer; type?: string } {
  if (!file) return body === undefined ? {} : { payload: JSON.stringify(body), type: 'application/json' }
  const boundary = `itqan-${randomBytes(8).toString('hex')}`
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${file.filename}"`,
    `Content-Type: ${file.type ?? 'application/octet-stream'}`,
  ].join('\r\n')
  return {
    payload: Buffer.concat([
      Buffer.from(`${head}\r\n\r\n`),
      Buffer.from(file.bytes),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

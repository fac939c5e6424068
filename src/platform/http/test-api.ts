import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify from 'fastify'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { Refusal } from '../../shared/refusal.ts'
import { platformRoles, type SignInRole } from '../../shared/roles.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { withEntity, withPlatform } from '../db/with-entity.ts'
import { openSession } from '../session/session.ts'
import { httpErrors } from './errors.ts'
import type { Implementation } from './implement.ts'
import { refusalOf, sendProblem } from './problem.ts'
import { register } from './register.ts'

type Options = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly version?: number
  readonly file?: { readonly name: string; readonly bytes: Uint8Array }
  readonly key?: string
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
export type ApiAnswer = { readonly status: number; readonly body: any; readonly bytes: Buffer }
export type ApiCaller = (operation: string, options?: Options) => Promise<ApiAnswer>

export type TestApi = {
  /** A new entity behind its own wall. */
  readonly entity: (name?: string) => Promise<string>
  /** Somebody signed in to the entity, holding the roles. */
  readonly signIn: (who: { entityId: string; roles?: readonly SignInRole[]; employeeId?: string }) => Promise<ApiCaller>
  /** Nobody. */
  readonly stranger: ApiCaller
  readonly inside: <T>(entityId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** The routes of one or more features on a test database, reached as HTTP does but without a port. */
export async function testApi(
  db: Database,
  implementations: readonly Implementation[],
  { clock }: { clock: () => Date },
): Promise<TestApi> {
  const app = fastify()
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, new Map())
    if (!refusal) console.error(error)
    return sendProblem(reply, refusal ?? new Refusal(httpErrors.internal), request.id)
  })
  await app.register(cookie)
  await app.register(multipart)
  for (const one of implementations) register(app, one, { db, clock, newId, secureCookies: false })
  afterAll(() => app.close())

  const caller =
    (token: string | null): ApiCaller =>
    async (operation, { params = {}, query = {}, body, version, file, key } = {}) => {
      const [method = 'GET', pattern = ''] = operation.split(' ')
      const boundary = 'test-boundary'
      const answer = await app.inject({
        method: method as 'GET',
        url: pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
        query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
        headers: {
          ...(token && { cookie: `itqan=${token}` }),
          ...(version !== undefined && { 'if-match': `"${version}"` }),
          ...(method === 'POST' && { 'idempotency-key': key ?? newId() }),
          ...(file && { 'content-type': `multipart/form-data; boundary=${boundary}` }),
        },
        ...(body !== undefined && { payload: body as object }),
        ...(file && { payload: multipartOf(file, boundary) }),
      })
      const json = answer.headers['content-type']?.toString().includes('json') && answer.body !== ''
      return { status: answer.statusCode, body: json ? answer.json() : undefined, bytes: answer.rawPayload }
    }

  return {
    stranger: caller(null),
    inside: (entityId, work) => withEntity(db, { entityId }, work),
    entity: async (name = 'Entity') => {
      const id = newId()
      await withPlatform(db, (tx) =>
        tx
          .insertInto('entities')
          .values({ id, code: `e-${id.slice(-12)}`, name_ar: name, name_en: name, created_at: clock() })
          .execute(),
      )
      return id
    },
    signIn: async ({ entityId, roles = [], employeeId }) => {
      const identityId = newId()
      const civilNumber = String(BigInt(`0x${identityId.slice(-9)}`))
        .padStart(12, '0')
        .slice(-12)
      const token = await withPlatform(db, async (tx) => {
        await sql`INSERT INTO sign_in_identities (id, civil_number, created_at)
                  VALUES (${identityId}, ${civilNumber}, ${clock()})`.execute(tx)
        await sql`INSERT INTO identity_entities (identity_id, entity_id, employee_id)
                  VALUES (${identityId}, ${entityId}, ${employeeId ?? null})`.execute(tx)
        for (const role of roles.filter((one) => (platformRoles as readonly string[]).includes(one))) {
          await sql`INSERT INTO platform_grants (identity_id, role, granted_at)
                    VALUES (${identityId}, ${role}, ${clock()})`.execute(tx)
        }
        const session = { id: newId(), identityId, entityId, now: clock(), ip: null, userAgent: null }
        return (await openSession(tx, session)).token
      })
      await withEntity(db, { entityId }, async (tx) => {
        for (const role of roles.filter((one) => !(platformRoles as readonly string[]).includes(one))) {
          await sql`INSERT INTO role_grants (id, identity_id, role, reason, granted_at)
                    VALUES (${newId()}, ${identityId}, ${role}, 'for the test', ${clock()})`.execute(tx)
        }
      })
      return caller(token)
    },
  }
}

function multipartOf({ name, bytes }: { name: string; bytes: Uint8Array }, boundary: string): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)])
}

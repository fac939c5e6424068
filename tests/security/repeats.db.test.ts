import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { features } from '../../src/app/features.ts'
import { withEntity } from '../../src/platform/db/with-entity.ts'
import type { Operation } from '../../src/shared/contract.ts'
import { matrix } from '../access/matrix.ts'
import { cast, named } from '../access/personas.ts'
import { sampleMinistry } from '../support/ministry.ts'
import { operationOf, requestsFor, urlOf } from '../support/requests.ts'
import { sandboxDatabase } from '../support/sandbox-database.ts'
import type { Answer, TestClient } from '../support/test-server.ts'

const world = await sampleMinistry()
const requests = requestsFor(world.records)
const who = await cast(world)
const { database, play } = await sandboxDatabase(world.app)
const sandbox = await world.serve(database)
const operations = new Map<string, Operation>(
  features.flatMap((feature) => Object.entries(feature.routes?.contract ?? {})),
)
const creating = keysOf((method, { permission }) => method === 'POST' && permission !== 'public').filter(
  // Whoever has signed out can repeat nothing.
  (key) => key !== 'POST /api/sign-out',
)
const changing = keysOf((_, { ifMatch }) => ifMatch === true)

const repeated: string[] = []
const stale: string[] = []
afterAll(() => console.log(`${repeated.length} writes repeated, ${stale.length} met a newer version`))

describe('a write that is repeated with its Idempotency-Key has the same answer and one effect', () => {
  test.each(creating)('%s', async (key) => {
    await play(async () => {
      const send = await senderFor(key)
      const idempotencyKey = 'one and the same key'
      const first = await send({ idempotencyKey })
      if (first.status >= 300) return
      const effect = await eventsNow()
      const second = await send({ idempotencyKey })
      expect([second.status, second.body]).toEqual([first.status, first.body])
      expect(second.headers['idempotency-replayed']).toBe('true')
      expect(await eventsNow()).toBe(effect)
      repeated.push(key)
    })
  })

  test('most of them were made at all', () => expect(repeated.length).toBeGreaterThan(25))

  test.each(creating)('and is asked for one: %s', async (key) => {
    const answer = await play(async () => (await senderFor(key))({ idempotencyKey: 'short' }))
    expect([answer.status, answer.code]).toEqual([428, 'http.idempotency_key_required'])
  })

  test('a key that was used for something else is refused', async () => {
    await play(async () => {
      const comment = await senderFor('POST /api/performance/documents/:id/comments')
      const idempotencyKey = 'one and the same key'
      expect((await comment({ idempotencyKey })).status).toBe(201)
      const other = await comment({ idempotencyKey, body: { body: 'كلام آخر' } })
      expect([other.status, other.code]).toEqual([422, 'http.idempotency_key_reused'])
    })
  })
})

describe('a change names the version that was read', () => {
  test.each(changing)('without one it is refused: %s', async (key) => {
    const answer = await play(async () => (await senderFor(key))({ version: undefined }))
    expect([answer.status, answer.code]).toEqual([428, 'http.precondition_required'])
  })

  test.each(changing)('with an old one it is refused, and told who changed what: %s', async (key) => {
    await play(async () => {
      const send = await senderFor(key)
      // The record is a version further than what this browser has read.
      const answer = await send({ version: (requests[key]?.version ?? 0) + 1_000 })
      // Rights and state are looked at first: what may not be done has no version.
      if ([403, 404, 409, 422].includes(answer.status)) return
      expect([answer.status, answer.code], String(answer.raw)).toEqual([412, 'http.changed_by_other'])
      expect(Object.keys((answer.body as { params: object }).params)).toEqual(
        expect.arrayContaining(['by', 'byEn', 'at']),
      )
      stale.push(key)
    })
  })

  test('nearly all of them look at it', () => expect(stale.length).toBeGreaterThan(changing.length * 0.8))
})

type Difference = { readonly idempotencyKey?: string; readonly version?: number | undefined; readonly body?: unknown }

/** The request of somebody who may, as often as wanted and with a difference. */
async function senderFor(key: string): Promise<(difference: Difference) => Promise<Answer>> {
  const request = requests[key] ?? {}
  const [persona = 'employee'] = named((matrix[key] ?? '').split('|')[0]?.trim() || 'employee')
  const known = await who(persona, request)
  const client: TestClient = sandbox.visitor()
  for (const [name, value] of known.cookies) client.cookies.set(name, value)
  return (difference) => {
    const { version, ...options } = { ...request, ...difference }
    return client.request(operationOf(key).split(' ')[0] ?? '', urlOf(key, request), {
      ...options,
      ...(version === undefined ? {} : { version }),
    })
  }
}

function keysOf(wanted: (method: string, operation: Operation) => boolean): string[] {
  return Object.keys(requests).filter((key) => {
    const operation = operations.get(operationOf(key))
    return operation !== undefined && wanted(key.split(' ')[0] ?? '', operation)
  })
}

/** Every effect leaves its event in the chain of the entity. */
async function eventsNow(): Promise<number> {
  return withEntity(database, { entityId: world.ministry.id }, async (tx) => {
    const { rows } = await sql<{ count: number }>`
      SELECT (SELECT count(*) FROM audit_events)::int + (SELECT count(*) FROM work_items)::int
           + (SELECT count(*) FROM notices)::int + (SELECT count(*) FROM outbox)::int AS count`.execute(tx)
    return rows[0]?.count ?? 0
  })
}

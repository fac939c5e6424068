import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId, platformScopeId } from '../db/ids.ts'
import { testDatabase } from '../db/test-database.ts'
import { withEntity } from '../db/with-entity.ts'
import type { OutboxHandlers } from '../outbox/handler.ts'
import { put } from '../outbox/put.ts'
import type { FeatureJob } from './feature-job.ts'
import { housekeeping } from './housekeeping.ts'
import { installJobs } from './install.ts'
import { runForEntities } from './run-for-entities.ts'
import { startJobs } from './start.ts'

const { db, jobsDb, jobs: pool, owner } = await testDatabase()
const entities = [newId(), newId()]
const clock = () => new Date()
const log = { info: vi.fn(), error: vi.fn() }

const runs: { job: string; entityId: string }[] = []
let running = 0
let mostAtOnce = 0
const often: FeatureJob = {
  name: 'things.often',
  schedule: { everySeconds: 1 },
  async run({ entityId }) {
    running += 1
    mostAtOnce = Math.max(mostAtOnce, running)
    await new Promise((resolve) => setTimeout(resolve, 150))
    runs.push({ job: 'things.often', entityId })
    running -= 1
  },
}
const nightly: FeatureJob = {
  name: 'things.nightly',
  schedule: { cron: '10 2 * * *', timeZone: 'Asia/Muscat' },
  async run() {},
}

const servers: { stop(): Promise<void> }[] = []
const serve = async (jobs: readonly FeatureJob[], handlers: OutboxHandlers = {}, sweepSeconds = 60) => {
  const options = { db: jobsDb, pool, jobs, handlers, entities: async () => entities, clock, newId, log }
  const server = await startJobs({ ...options, sweepSeconds, pollSeconds: 0.5 })
  servers.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

describe('jobs', () => {
  beforeAll(() => installJobs({ owner, jobs: [often, nightly] }))

  test('can be installed again, by several servers at once, and forget schedules that are gone', async () => {
    await Promise.all([1, 2, 3].map(() => installJobs({ owner, jobs: [often, nightly] })))
    const schedules = () => owner.query('SELECT name, cron, timezone FROM pgboss.schedule')
    expect((await schedules()).rows).toEqual([{ name: 'things.nightly', cron: '10 2 * * *', timezone: 'Asia/Muscat' }])
    await installJobs({ owner, jobs: [often] })
    expect((await schedules()).rows).toEqual([])
  })

  test('run by the clock in every entity, on one server at a time', { timeout: 30_000 }, async () => {
    await Promise.all([serve([often]), serve([often]), serve([often])])
    await vi.waitFor(() => expect(runs.length).toBeGreaterThanOrEqual(6), { timeout: 20_000, interval: 50 })
    expect(mostAtOnce).toBe(1)
    expect(runs.slice(0, 4).map(({ entityId }) => entityId)).toEqual([...entities, ...entities])
    expect(log.error).not.toHaveBeenCalled()
  })

  test('keep a failing entity from the others out of their way, and tell it without words', async () => {
    const seen: string[] = []
    const job: FeatureJob = {
      name: 'things.fails',
      schedule: { everySeconds: 1 },
      async run({ entityId, tx, now }) {
        seen.push(entityId)
        await put(tx, { topic: 'things.tell', payload: {}, newId, now })
        if (entityId === entities[0]) throw new Error('Salim is unknown')
      },
    }
    const run = runForEntities({ db: jobsDb, job, entities, clock, newId, log })
    await expect(run).rejects.toThrow('things.fails failed in 1 of 2 entities')
    expect(seen).toEqual(entities)
    expect(log.error).toHaveBeenCalledExactlyOnceWith(
      { job: 'things.fails', entityId: entities[0], error: 'Error' },
      'a job failed in an entity',
    )
    const count = (entityId = '') =>
      withEntity(db, { entityId }, (tx) => tx.selectFrom('outbox').select('id').execute()).then((rows) => rows.length)
    expect(await Promise.all(entities.map(count))).toEqual([0, 1])
  })

  test('deliver a message as soon as it is committed', async () => {
    const delivered: string[] = []
    const handlers: OutboxHandlers = { 'things.now': { deliver: async ({ id }) => void delivered.push(id) } }
    await serve([], { ...handlers, 'things.tell': { async deliver() {} } })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const [entityId = ''] = entities
    const id = await withEntity(db, { entityId }, (tx) =>
      put(tx, { topic: 'things.now', payload: {}, newId, now: clock() }),
    )
    await vi.waitFor(() => expect(delivered).toEqual([id]), { timeout: 2000, interval: 10 })
  })

  test('listen again after the connection was lost, and find what was missed', async () => {
    const delivered: string[] = []
    await serve([], { 'things.now': { deliver: async ({ id }) => void delivered.push(id) } }, 1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { rowCount } = await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE 'LISTEN%' AND datname = current_database() AND usename = current_user`)
    expect(rowCount).toBe(1)
    const [, entityId = ''] = entities
    const id = await withEntity(db, { entityId }, (tx) =>
      put(tx, { topic: 'things.now', payload: {}, newId, now: clock() }),
    )
    await vi.waitFor(() => expect(delivered).toEqual([id]), { timeout: 5000, interval: 10 })
  })

  test('of the platform throw away what is old, and nothing else', async () => {
    const now = new Date('2026-06-01T01:00:00Z')
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
    for (const entityId of [platformScopeId, newId()]) {
      const rows = (table: 'outbox' | 'sms_messages' | 'idempotency_keys') =>
        withEntity(db, { entityId }, (tx) => tx.selectFrom(table).selectAll().execute()).then((found) => found.length)
      await withEntity(db, { entityId }, async (tx) => {
        for (const days of [1, 400]) {
          const at = daysAgo(days)
          await put(tx, { topic: 'things.waiting', payload: {}, newId, now: at })
          const id = await put(tx, { topic: 'things.done', payload: {}, newId, now: at })
          await tx.updateTable('outbox').set({ delivered_at: at }).where('id', '=', id).execute()
          for (const status of ['waiting', 'sent'] as const) {
            const message = { id: newId(), recipient: '+96890000001', purpose: 'things.code', status, created_at: at }
            await tx.insertInto('sms_messages').values(message).execute()
          }
          const digest = Buffer.alloc(32)
          const request = { identity_id: newId(), key: newId(), operation: 'POST /api/things', request_digest: digest }
          await tx
            .insertInto('idempotency_keys')
            .values({ ...request, status: 200, created_at: at })
            .execute()
        }
      })
      for (const job of housekeeping) {
        await runForEntities({ db: jobsDb, job, entities: [entityId], clock: () => now, newId, log })
      }
      expect([await rows('outbox'), await rows('sms_messages'), await rows('idempotency_keys')]).toEqual([3, 3, 1])
    }
  })

  test('end gracefully: what is under way finishes, nothing new begins', async () => {
    let finished = 0
    let begin: () => void = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    const server = await serve([], {
      'things.slow': {
        async deliver() {
          begin()
          await new Promise((resolve) => setTimeout(resolve, 300))
          finished += 1
        },
      },
    })
    const [entityId = ''] = entities
    await withEntity(db, { entityId }, async (tx) => {
      await put(tx, { topic: 'things.slow', payload: {}, newId, now: clock() })
      await put(tx, { topic: 'things.slow', payload: {}, newId, now: clock() })
    })
    await begun
    await server.stop()
    expect(finished).toBe(1)
  })
})

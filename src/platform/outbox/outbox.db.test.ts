import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId, platformScopeId } from '../db/ids.ts'
import { testDatabase } from '../db/test-database.ts'
import { withEntity } from '../db/with-entity.ts'
import { deliverDue, prune } from './deliver.ts'
import { type OutboxHandlers, type OutboxMessage, Undeliverable } from './handler.ts'
import { put } from './put.ts'

const { db, jobsDb } = await testDatabase()
const now = new Date('2026-03-01T08:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

let entityId = newId()
beforeEach(() => {
  entityId = newId()
})

const putOne = (payload = {}, topic = 'things.tell') =>
  withEntity(db, { entityId }, (tx) => put(tx, { topic, payload, newId, now }))
const deliver = (handlers: OutboxHandlers, at = now) => deliverDue({ db: jobsDb, entityId, handlers, now: at })
const rows = () => withEntity(db, { entityId }, (tx) => tx.selectFrom('outbox').selectAll().orderBy('id').execute())

describe('the outbox', () => {
  test('delivers what was committed, once, with its payload and an id that stays', async () => {
    const id = await putOne({ employee: 'e-1' })
    const seen: OutboxMessage[] = []
    const handlers = { 'things.tell': { deliver: async (message: OutboxMessage) => void seen.push(message) } }
    expect(await deliver(handlers)).toEqual({ delivered: 1, failed: 0, dead: 0 })
    expect(await deliver(handlers)).toEqual({ delivered: 0, failed: 0, dead: 0 })
    expect(seen).toEqual([{ id, topic: 'things.tell', payload: { employee: 'e-1' }, createdAt: now, attempt: 1 }])
  })

  test('knows nothing of what was rolled back', async () => {
    const attempt = withEntity(db, { entityId }, async (tx) => {
      await put(tx, { topic: 'things.tell', payload: {}, newId, now })
      throw new Error('refused after all')
    })
    await expect(attempt).rejects.toThrow('refused after all')
    expect(await rows()).toEqual([])
  })

  test('does not deliver another entity’s messages', async () => {
    await putOne()
    const strange = await deliverDue({ db: jobsDb, entityId: newId(), handlers: {}, now })
    expect(strange).toEqual({ delivered: 0, failed: 0, dead: 0 })
    const platform = await deliverDue({ db: jobsDb, entityId: platformScopeId, handlers: {}, now })
    expect(platform).toEqual({ delivered: 0, failed: 0, dead: 0 })
  })

  test('takes back what a failing handler wrote, and tries again later', async () => {
    await putOne()
    let attempts = 0
    const handlers: OutboxHandlers = {
      'things.tell': {
        async deliver(message, { tx }) {
          attempts += 1
          await put(tx, { topic: 'things.follow', payload: {}, newId, now })
          if (message.attempt < 3) throw Object.assign(new Error('Salim is unknown'), { code: 'gateway.down' })
        },
      },
      'things.follow': { async deliver() {} },
    }
    expect(await deliver(handlers)).toEqual({ delivered: 0, failed: 1, dead: 0 })
    expect(await rows()).toMatchObject([{ attempts: 1, last_error: 'Error gateway.down', available_at: later(10) }])
    expect(await deliver(handlers, later(9))).toEqual({ delivered: 0, failed: 0, dead: 0 })
    expect(await deliver(handlers, later(10))).toEqual({ delivered: 0, failed: 1, dead: 0 })
    expect(await deliver(handlers, later(50))).toEqual({ delivered: 2, failed: 0, dead: 0 })
    expect(attempts).toBe(3)
  })

  test('gives up after ten attempts and tells the handler once', async () => {
    await putOne()
    const told: string[] = []
    const handlers: OutboxHandlers = {
      'things.tell': {
        async deliver() {
          throw new Error('down')
        },
        async gaveUp(message, { tx }) {
          told.push(message.id)
          await put(tx, { topic: 'things.sorry', payload: {}, newId, now: later(1e6) })
        },
      },
    }
    for (let attempt = 1; attempt < 10; attempt += 1) {
      expect(await deliver(handlers, later(attempt * 4000))).toMatchObject({ failed: 1 })
    }
    expect(await deliver(handlers, later(40_000))).toEqual({ delivered: 0, failed: 0, dead: 1 })
    expect(await deliver(handlers, later(90_000))).toEqual({ delivered: 0, failed: 0, dead: 0 })
    const [dead, sorry] = await rows()
    expect(told).toEqual([dead?.id])
    expect(dead).toMatchObject({ attempts: 10, dead_at: later(40_000), delivered_at: null })
    expect(sorry?.topic).toBe('things.sorry')
  })

  test('gives up at once when the handler says that nothing can help', async () => {
    await putOne()
    const handlers: OutboxHandlers = {
      'things.tell': {
        async deliver() {
          throw new Undeliverable('sms.no_such_number')
        },
      },
    }
    expect(await deliver(handlers)).toEqual({ delivered: 0, failed: 0, dead: 1 })
    expect(await rows()).toMatchObject([{ last_error: 'Undeliverable sms.no_such_number', dead_at: now }])
  })

  test('keeps a message that no handler knows, for a newer server', async () => {
    await putOne({}, 'things.new')
    expect(await deliver({})).toEqual({ delivered: 0, failed: 1, dead: 0 })
    expect(await rows()).toMatchObject([{ last_error: 'Error outbox.unknown_topic' }])
  })

  test('one failing message does not hold up the others', async () => {
    for (const name of ['a', 'b', 'c']) await putOne({ name })
    const seen: unknown[] = []
    const handlers: OutboxHandlers = {
      'things.tell': {
        async deliver({ payload }) {
          if ((payload as { name: string }).name === 'b') throw new Error('down')
          seen.push((payload as { name: string }).name)
        },
      },
    }
    expect(await deliver(handlers)).toEqual({ delivered: 2, failed: 1, dead: 0 })
    expect(seen).toEqual(['a', 'c'])
  })

  test('four servers that deliver at once deliver each of 40 messages once', async () => {
    for (let number = 0; number < 40; number += 1) await putOne({ number })
    const seen: unknown[] = []
    const handlers: OutboxHandlers = {
      'things.tell': {
        async deliver({ payload }) {
          await new Promise((resolve) => setTimeout(resolve, 1))
          seen.push((payload as { number: number }).number)
        },
      },
    }
    const counts = await Promise.all([1, 2, 3, 4].map(() => deliver(handlers)))
    expect(counts.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(40)
    expect(new Set(seen).size).toBe(40)
    expect(seen.length).toBe(40)
  })

  test('a message whose server dies is free again, under the same id', async () => {
    const id = await putOne()
    const seen: string[] = []
    const dying: OutboxHandlers = {
      'things.tell': {
        async deliver(message, { tx }) {
          seen.push(message.id)
          await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(tx)
        },
      },
    }
    await deliver(dying)
    const alive = { 'things.tell': { deliver: async (message: OutboxMessage) => void seen.push(message.id) } }
    expect(await deliver(alive, later(10))).toEqual({ delivered: 1, failed: 0, dead: 0 })
    expect(seen).toEqual([id, id])
  })

  test('forgets delivered messages after a while, and keeps the rest', async () => {
    await putOne()
    await deliver({ 'things.tell': { async deliver() {} } })
    await putOne()
    await withEntity(jobsDb, { entityId }, (tx) => prune(tx, { before: later(-1) }))
    expect(await rows()).toHaveLength(2)
    await withEntity(jobsDb, { entityId }, (tx) => prune(tx, { before: later(1) }))
    expect(await rows()).toMatchObject([{ delivered_at: null }])
  })
})

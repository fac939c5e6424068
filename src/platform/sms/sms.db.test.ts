import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../db/ids.ts'
import { testDatabase } from '../db/test-database.ts'
import { withEntity } from '../db/with-entity.ts'
import { deliverDue } from '../outbox/deliver.ts'
import { type SmsGateway, visibleMessages } from './gateway.ts'
import { smsHandler } from './handler.ts'
import { httpGateway } from './http-gateway.ts'
import { queueSms, smsTopic } from './queue.ts'
import { smsGateway } from './settings.ts'

const { db, jobsDb } = await testDatabase()
const now = new Date('2026-03-01T08:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

type Request = { headers: IncomingHttpHeaders; body: unknown }
const requests: Request[] = []
let answer = 200
const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  requests.push({ headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) })
  if (answer === 0) return
  response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('{"secret":"answer"}')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/send`)
const gateway = httpGateway({ url, token: 't0ken', timeoutMs: 300 })

let entityId = newId()
beforeEach(() => {
  entityId = newId()
  requests.length = 0
  answer = 200
})

const queue = () =>
  withEntity(db, { entityId }, (tx) =>
    queueSms(tx, { to: '+96890000001', text: 'الرمز 123456', language: 'ar', purpose: 'accounts.reset', newId, now }),
  )
const deliver = (over: SmsGateway, at = now) =>
  deliverDue({ db: jobsDb, entityId, handlers: { [smsTopic]: smsHandler(over) }, now: at })
const message = () => withEntity(db, { entityId }, (tx) => tx.selectFrom('sms_messages').selectAll().executeTakeFirst())
const outbox = () => withEntity(db, { entityId }, (tx) => tx.selectFrom('outbox').selectAll().executeTakeFirst())

describe('a text message', () => {
  test('is handed to the gateway with its token and id, and its text is then erased', async () => {
    await queue()
    expect(await message()).toMatchObject({ status: 'waiting', body: 'الرمز 123456' })
    expect(await deliver(gateway)).toMatchObject({ delivered: 1 })
    const sent = await message()
    expect(sent).toMatchObject({ status: 'sent', body: null, sent_at: now, purpose: 'accounts.reset' })
    expect(requests).toHaveLength(1)
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer t0ken', 'idempotency-key': sent?.id })
    expect(requests[0]?.body).toEqual({ id: sent?.id, to: '+96890000001', text: 'الرمز 123456', language: 'ar' })
  })

  test('is nowhere in the outbox, neither before nor after', async () => {
    await queue()
    expect(JSON.stringify(await outbox())).not.toMatch(/123456|90000001/)
    answer = 500
    await deliver(gateway)
    expect(JSON.stringify(await outbox())).not.toMatch(/123456|90000001|secret/)
  })

  test('stays readable where messages are visible', async () => {
    await queue()
    expect(await deliver(visibleMessages)).toMatchObject({ delivered: 1 })
    expect(await message()).toMatchObject({ status: 'visible', body: 'الرمز 123456', sent_at: now })
    expect(requests).toHaveLength(0)
  })

  test('is tried again under the same id while the gateway fails, redirects or does not answer', async () => {
    await queue()
    for (const [attempt, status] of [500, 429, 302, 0].entries()) {
      answer = status
      expect(await deliver(gateway, later(attempt * 700))).toMatchObject({ failed: 1 })
    }
    answer = 202
    expect(await deliver(gateway, later(3000))).toMatchObject({ delivered: 1 })
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(requests).toHaveLength(5)
  })

  test('that the gateway refuses is given up and erased', async () => {
    await queue()
    answer = 400
    expect(await deliver(gateway)).toMatchObject({ dead: 1 })
    expect(await message()).toMatchObject({ status: 'failed', body: null, sent_at: null })
    expect(await outbox()).toMatchObject({ last_error: 'Undeliverable sms.gateway_answered_400' })
  })

  test('an hour old is not sent any more', async () => {
    await queue()
    expect(await deliver(gateway, later(3601))).toMatchObject({ dead: 1 })
    expect(await message()).toMatchObject({ status: 'failed', body: null })
    expect(requests).toHaveLength(0)
  })

  test('without a gateway is given up, except in a sample, where it is visible', async () => {
    await queue()
    expect(await deliver(smsGateway({}, { sample: false }))).toMatchObject({ dead: 1 })
    expect(await message()).toMatchObject({ status: 'failed', body: null })
    expect(smsGateway({}, { sample: true })).toBe(visibleMessages)
  })

  test('goes only to an https address, or to this machine', () => {
    const set = (address: string, token?: string) =>
      smsGateway({ ITQAN_SMS_URL: address, ITQAN_SMS_TOKEN: token }, { sample: true })
    expect(set('https://sms.example/send', 't').kind).toBe('http')
    expect(set('http://127.0.0.1:8025/send', 't').kind).toBe('http')
    for (const address of ['http://sms.example/send', 'ftp://sms.example', 'https://me:pw@sms.example/', 'sms']) {
      expect(() => set(address, 't')).toThrow(/ITQAN_SMS_URL must be/)
    }
    expect(() => set('https://sms.example/send')).toThrow(/ITQAN_SMS_TOKEN/)
    expect(() => set('https://sms.example/send', 'a\nb')).toThrow(/ITQAN_SMS_TOKEN/)
  })
})

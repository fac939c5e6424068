import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify from 'fastify'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { Refusal } from '../../shared/refusal.ts'
import { newId } from '../db/ids.ts'
import { testDatabase } from '../db/test-database.ts'
import { httpErrors } from './errors.ts'
import { implement } from './implement.ts'
import { refusalOf, sendProblem } from './problem.ts'
import { register } from './register.ts'
import { refuseSlowBodies } from './slow-bodies.ts'

const megabyte = 1024 * 1024
const { db, app: pool } = await testDatabase()

const contract = {
  'POST /api/files': {
    summary: 'Take a file',
    permission: 'public',
    scope: 'platform',
    upload: { maxBytes: 20 * megabyte, spooled: true },
    response: z.object({ filename: z.string(), size: z.int(), digest: z.string(), twice: z.boolean() }),
  },
  'POST /api/words': {
    summary: 'Take words',
    permission: 'public',
    scope: 'platform',
    body: z.object({ words: z.string() }),
    response: 'empty',
  },
  'GET /api/files': {
    summary: 'Send a file piece by piece',
    permission: 'public',
    scope: 'platform',
    response: 'download',
  },
} as const satisfies Contract

async function digestOf(chunks: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

const transactions = new Set<string>()
const pieces = 40
const implementation = implement(contract, {
  'POST /api/files': async ({ file }) => {
    const digest = await digestOf(file.chunks())
    return { filename: file.filename, size: file.size, digest, twice: digest === (await digestOf(file.chunks())) }
  },
  'POST /api/words': async () => undefined,
  'GET /api/files': async () => ({
    filename: "تقرير (1) 'x'*.pdf",
    type: 'application/octet-stream',
    size: pieces * megabyte,
    async *chunks(readAgain) {
      for (let piece = 0; piece < pieces; piece += 1) {
        const read = sql<{ at: string }>`SELECT now()::text AS at`
        const { rows } = await readAgain((tx) => read.execute(tx))
        transactions.add(rows[0]?.at ?? '')
        yield Buffer.alloc(megabyte, piece)
      }
    },
  }),
})

const app = fastify({ bodyLimit: megabyte, requestTimeout: 600_000 })
app.setErrorHandler((error, request, reply) =>
  sendProblem(reply, refusalOf(error, new Map()) ?? new Refusal(httpErrors.internal), request.id),
)
await app.register(cookie)
await app.register(multipart)
refuseSlowBodies(app, { seconds: 1 })
register(app, implementation, { db, clock: () => new Date(), newId, secureCookies: false })
await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())
const port = (app.server.address() as AddressInfo).port
const url = `http://127.0.0.1:${port}/api/files`
const spools = () => readdirSync(tmpdir()).filter((name) => name.startsWith('itqan-upload-'))

const post = async (filename: string, bytes: Uint8Array<ArrayBuffer>) => {
  const body = new FormData()
  body.append('file', new File([bytes], filename))
  const response = await fetch(url, { method: 'POST', body })
  return { status: response.status, body: await response.json() }
}

describe('an upload that is received on disk', () => {
  test.each([0, 1, 262_144, 20 * megabyte])(
    'of %i bytes arrives to the last byte and may be read twice',
    async (size) => {
      const bytes = Buffer.alloc(size, 'some content')
      const digest = createHash('sha256').update(bytes).digest('hex')
      expect(await post('تقرير الإنجاز.pdf', bytes)).toEqual({
        status: 200,
        body: { filename: 'تقرير الإنجاز.pdf', size, digest, twice: true },
      })
      expect(spools()).toEqual([])
    },
  )

  test('is refused over its limit, and says the limit', async () => {
    expect(await post('a.pdf', Buffer.alloc(20 * megabyte + 1))).toMatchObject({
      status: 413,
      body: { code: 'http.file_too_large', params: { megabytes: 20 } },
    })
  })

  test('that breaks off in the middle never reaches the handler, and leaves nothing', async () => {
    const before = await pool.query('SELECT count(*) FROM pg_stat_activity WHERE state LIKE $1', ['%in transaction%'])
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 5 * megabyte }
    const sending = ask({ port, host: '127.0.0.1', method: 'POST', path: '/api/files', headers })
    sending.on('error', () => undefined)
    sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n')
    sending.write(Buffer.alloc(megabyte))
    await new Promise((resume) => setTimeout(resume, 200))
    const during = await pool.query('SELECT count(*) FROM pg_stat_activity WHERE state LIKE $1', ['%in transaction%'])
    expect(during.rows).toEqual(before.rows)
    sending.destroy()
    await new Promise((resume) => setTimeout(resume, 200))
    expect(spools()).toEqual([])
    expect((await post('b.pdf', Buffer.from('still here'))).status).toBe(200)
  })

  test('may take its time, where words may not', async () => {
    const slow = (path: string, headers: Record<string, string | number>, parts: string[]) =>
      new Promise<number | string>((resolve) => {
        const sending = ask({ port, host: '127.0.0.1', method: 'POST', path, headers }, (response) => {
          resolve(response.statusCode ?? 0)
          response.resume()
        })
        sending.on('error', (error: Error & { code?: string }) => resolve(error.code ?? 'error'))
        sending.write(parts[0])
        setTimeout(() => sending.end(parts[1]), 1_600)
      })
    const form = { 'content-type': 'multipart/form-data; boundary=b' }
    const start = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nabc'
    const words = { 'content-type': 'application/json', 'content-length': 14 }
    expect(await slow('/api/files', form, [start, 'def\r\n--b--\r\n'])).toBe(200)
    expect(await slow('/api/words', words, ['{"words"', ':"abc"}'])).toMatch(/ECONNRESET|EPIPE/)
  })
})

test('a download is read while it is sent, each piece in a transaction of its own', async () => {
  const response = await fetch(url)
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('تقرير')}%20%281%29%20%27x%27%2a.pdf`,
  )
  expect(response.headers.get('content-length')).toBe(String(pieces * megabyte))
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([bytes.length, bytes[0], bytes.at(-1)]).toEqual([pieces * megabyte, 0, pieces - 1])
  expect(transactions.size).toBe(pieces)
})

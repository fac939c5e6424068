import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Contract } from '../shared/contract.ts'
import { ApiProblem } from './api-problem.ts'
import { address, client, onSignedOut } from './client.ts'

const api = client<Contract>() as unknown as (operation: string, options?: object) => Promise<unknown>
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>()
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  })
const sent = (call: number) => new Headers(fetched.mock.calls[call]?.[1].headers)

beforeEach(() => {
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('navigator', { onLine: true })
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('an address takes its values, and empty filters are left out', () => {
  expect(
    address('GET /api/people/:id', { params: { id: 'a/b' }, query: { q: 'س', sort: undefined, level: ['1', '2'] } })
      .url,
  ).toBe('/api/people/a%2Fb?q=%D8%B3&level=1&level=2')
})

test('a change names the version that was read', async () => {
  fetched.mockResolvedValue(json(200, { version: 4 }))
  await expect(
    api('PATCH /api/documents/:id', { params: { id: '1' }, body: { title: 'هدف' }, version: 3 }),
  ).resolves.toEqual({ version: 4 })
  expect(sent(0).get('if-match')).toBe('"3"')
  expect(fetched.mock.calls[0]?.[1].body).toBe('{"title":"هدف"}')
})

test('a write that got no answer is sent again under the same key, so that it has one effect', async () => {
  fetched.mockRejectedValueOnce(new TypeError('cut')).mockResolvedValueOnce(json(200, {}))
  const done = api('POST /api/documents/:id/submit', { params: { id: '1' } })
  await vi.runAllTimersAsync()
  await done
  expect(fetched).toHaveBeenCalledTimes(2)
  expect(sent(0).get('idempotency-key')).toBe(sent(1).get('idempotency-key'))
})

test('a key stands on every write and on no reading', async () => {
  fetched.mockImplementation(async () => json(200, {}))
  await api('POST /api/a')
  await api('POST /api/a')
  await api('GET /api/a')
  expect(sent(0).get('idempotency-key')).not.toBe(sent(1).get('idempotency-key'))
  expect(sent(2).has('idempotency-key')).toBe(false)
})

test('no network is told apart from a refusal', async () => {
  fetched.mockRejectedValue(new TypeError('cut'))
  const refused = expect(api('GET /api/me')).rejects.toMatchObject({ code: 'http.offline' })
  await vi.runAllTimersAsync()
  await refused
})

test('a refusal keeps its code, its fields and its reference', async () => {
  fetched.mockResolvedValue(
    json(422, {
      code: 'performance.weights_not_100',
      params: { total: '99.99' },
      fields: [{ path: 'weight', code: 'required' }],
      reference: 'r-1',
    }),
  )
  const problem = await api('POST /api/a').catch((thrown: unknown) => thrown)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({
    status: 422,
    code: 'performance.weights_not_100',
    params: { total: '99.99' },
    reference: 'r-1',
  })
})

test('a page that is not an answer of ours becomes an honest problem', async () => {
  fetched.mockResolvedValue(new Response('<html>', { status: 503, headers: { 'content-type': 'text/html' } }))
  await expect(api('GET /api/a')).rejects.toMatchObject({ status: 503, code: 'http.unavailable' })
})

test('the end of the session is announced once it is met', async () => {
  const told = vi.fn()
  const stop = onSignedOut(told)
  fetched.mockImplementation(async () => json(401, { code: 'http.unauthenticated' }))
  await api('GET /api/a').catch(() => {})
  stop()
  await api('GET /api/a').catch(() => {})
  expect(told).toHaveBeenCalledOnce()
})

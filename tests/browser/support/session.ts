import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type SampleKey, sampleCast, samplePassword } from '../../../src/features/accounts/sample.ts'

/** What a person does without looking at a page: a session of their own, through the product's own operations. */
export type Session = {
  readonly get: <T>(path: string) => Promise<T>
  readonly send: <T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: { body?: unknown; version?: number; file?: { name: string; text: string } },
  ) => Promise<T>
}

export async function sessionOf(
  address: string,
  who: SampleKey | { civilNumber: string },
  password: string = samplePassword,
): Promise<Session> {
  const civilNumber = typeof who === 'string' ? sampleCast.find((one) => one.key === who)?.civilNumber : who.civilNumber
  const entered = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ civilNumber, password }),
  })
  expect(entered.status, await entered.clone().text()).toBeLessThan(300)
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const ask = async <T>(method: string, path: string, { body, version, file }: Parameters<Session['send']>[2] = {}) => {
    const form = file && new FormData()
    if (file) form?.append('file', new Blob([file.text], { type: 'text/plain' }), file.name)
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie,
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(form ? { body: form } : body !== undefined ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    expect(answer.status, `${method} ${path}: ${text}`).toBeLessThan(300)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
  return { get: (path) => ask('GET', path), send: (method, path, options) => ask(method, path, options) }
}

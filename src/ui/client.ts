import type { ClientRequestOf, ClientResponseOf, Contract, Operation } from '../shared/contract.ts'
import { ApiProblem } from './api-problem.ts'
import { preferences } from './preferences.ts'
import { sendWithProgress } from './send-with-progress.ts'

type Given<Name extends string, T> = [T] extends [undefined]
  ? { [K in Name]?: never }
  : object extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T }
type Options<O extends Operation> = Given<'params', ClientRequestOf<O>['params']> &
  Given<'query', ClientRequestOf<O>['query']> &
  Given<'body', ClientRequestOf<O>['body']> &
  (O['ifMatch'] extends true ? { version: number } : { version?: number }) & {
    signal?: AbortSignal
    /** Give the same key when the same intention is sent again by hand. */
    idempotencyKey?: string
  }
type NothingNeeded = { signal?: AbortSignal }

type At<C extends Contract, K> = K extends keyof C ? (C[K] extends Operation ? C[K] : never) : never

export type Client<C extends Contract> = <K extends keyof C & string>(
  operation: K,
  ...rest: NothingNeeded extends Options<At<C, K>> ? [options?: Options<At<C, K>>] : [options: Options<At<C, K>>]
) => Promise<ClientResponseOf<At<C, K>>>

type Loose = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  version?: number
  signal?: AbortSignal
  idempotencyKey?: string
}

const signedOut = new Set<() => void>()

/** Told when the server no longer knows the session; the shell then asks to sign in again over the page. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

/** Announces that the session has ended. */
export function tellSignedOut(): void {
  for (const listener of signedOut) listener()
}

/**
 * A typed `fetch` for one contract: `const api = client<typeof contract>()`, then
 * `api('PATCH /api/things/:id', { params, body, version })`. Throws `ApiProblem`.
 */
export function client<C extends Contract>(): Client<C> {
  return (async (operation: string, options: Loose = {}) => {
    const { method, url } = address(operation, options)
    const headers = headersFor(method, options)
    if (options.body !== undefined) headers.set('content-type', 'application/json')
    const response = await send(url, {
      method,
      headers,
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      ...(options.signal && { signal: options.signal }),
    })
    return answer(response)
  }) as Client<C>
}

/**
 * Sends one file as `multipart/form-data`; the answer is what the operation's contract says. `onProgress` hears the
 * share that has been sent, from 0 to 1.
 */
export async function upload<C extends Contract, K extends keyof C & string>(
  operation: K,
  file: File,
  options: Loose & { readonly onProgress?: (share: number) => void } = {},
): Promise<ClientResponseOf<At<C, K>>> {
  const { method, url } = address(operation, options)
  const { signal, onProgress } = options
  const headers = headersFor(method, options)
  const body = new FormData()
  body.append('file', file)
  const response = onProgress
    ? await again(signal, () => sendWithProgress(url, { method, headers, body, signal, onProgress }))
    : await send(url, { method, headers, body, ...(signal && { signal }) })
  return (await answer(response)) as ClientResponseOf<At<C, K>>
}

/** Fetches a file and hands it to the browser under the name that the server gave. */
export async function download(operation: string, options: Loose = {}): Promise<void> {
  const { method, url } = address(operation, options)
  const headers = headersFor(method, options)
  if (options.body !== undefined) headers.set('content-type', 'application/json')
  const response = await send(url, {
    method,
    headers,
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  })
  if (!response.ok) await answer(response)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response.headers.get('content-disposition'))
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'itqan')
}

/** The address of an operation, for links that the browser opens itself. */
export function address(
  operation: string,
  { params = {}, query = {} }: Pick<Loose, 'params' | 'query'>,
): { method: string; url: string } {
  const [method = 'GET', pattern = ''] = operation.split(' ')
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
  }
  return { method, url: search.size > 0 ? `${path}?${search}` : path }
}

function headersFor(method: string, options: Loose): Headers {
  const headers = new Headers({
    accept: 'application/json, application/problem+json',
    'accept-language': preferences().language,
  })
  if (options.version !== undefined) headers.set('if-match', `"${options.version}"`)
  if (method !== 'GET') headers.set('idempotency-key', options.idempotencyKey ?? newKey())
  return headers
}

/** `crypto.randomUUID` exists only on https and localhost; a trial on a plain address must work too. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const pauses = [400, 1200]

function send(url: string, init: RequestInit): Promise<Response> {
  return again(init.signal, () => fetch(url, { credentials: 'same-origin', ...init }))
}

/** Sends, and sends again with the same key where no answer came: a write that arrived twice has one effect. */
async function again(signal: AbortSignal | null | undefined, attemptIt: () => Promise<Response>): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptIt()
    } catch (thrown) {
      if (signal?.aborted) throw thrown
      const pause = pauses[attempt]
      if (pause === undefined || !navigator.onLine)
        throw new ApiProblem({ status: 0, code: 'http.offline' }, { cause: thrown })
      await new Promise((resume) => setTimeout(resume, pause))
    }
  }
}

async function answer(response: Response): Promise<unknown> {
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const content = isJson ? await response.json().catch(() => undefined) : undefined
  if (response.ok) return content
  const problem = new ApiProblem({
    code: response.status === 502 || response.status === 503 ? 'http.unavailable' : 'http.internal',
    ...(content as object | undefined),
    status: response.status,
  })
  if (problem.code === 'http.unauthenticated') tellSignedOut()
  throw problem
}

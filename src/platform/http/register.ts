import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodType } from 'zod'
import { type Actor, hasRole } from '../../shared/actor.ts'
import type { Operation } from '../../shared/contract.ts'
import type { Language } from '../../shared/locale.ts'
import { Refusal, refuse } from '../../shared/refusal.ts'
import type { Database, Tx } from '../db/database.ts'
import type { NewId } from '../db/ids.ts'
import { withEntity, withPlatform } from '../db/with-entity.ts'
import { actorOf, findSession, type Session } from '../session/session.ts'
import { cookieNames, cookiesOf, cookieWriter } from './cookies.ts'
import { httpErrors } from './errors.ts'
import { digestOfRequest, type RepeatableRequest, recall, remember } from './idempotency.ts'
import type { Download, Handler, Implementation, ReadAgain } from './implement.ts'
import { receiveUpload, type Upload } from './upload.ts'
import { parsed } from './validation.ts'

export type Wiring = {
  readonly db: Database
  readonly clock: () => Date
  readonly newId: NewId
  readonly secureCookies: boolean
}

type Input = {
  params: unknown
  query: unknown
  body: unknown
  version: number | undefined
  upload: Upload | undefined
}

/** Gives every operation of a feature its route. What a route needs beyond its declaration is done here, once. */
export function register(app: FastifyInstance, { contract, handlers }: Implementation, wiring: Wiring): void {
  for (const [key, operation] of Object.entries(contract)) {
    const [method, url] = key.split(' ') as [string, string]
    const handler = handlers[key]
    if (!handler) throw new Error(`No handler for ${key}`)
    app.route({
      method,
      url,
      config: { operation, key },
      ...(operation.upload && { bodyLimit: operation.upload.maxBytes + 65_536 }),
      handler: (request, reply) => answer({ request, reply, key, operation, handler, wiring }),
    })
  }
}

type Call = {
  request: FastifyRequest
  reply: FastifyReply
  key: string
  operation: Operation
  handler: Handler<Operation>
  wiring: Wiring
}

async function answer(call: Call): Promise<FastifyReply> {
  const { request, wiring } = call
  const now = wiring.clock()
  if (request.method !== 'GET') refuseCrossSite(request)
  const session = await sessionOf(call, now)
  const input = await inputOf(call)
  try {
    return await answerTo(call, { session, input, now })
  } finally {
    await input.upload?.discard()
  }
}

type Asked = { session: Session | null; input: Input; now: Date }

async function answerTo(call: Call, { session, input, now }: Asked): Promise<FastifyReply> {
  const { request, reply, operation } = call
  const writes = request.method !== 'GET'
  const repeatable = request.method === 'POST' && session ? repeatableOf(call, session, input) : null
  for (let attempt = 1; ; attempt += 1) {
    try {
      const outcome = await inTransaction(call, session, !writes && !operation.recorded, async (tx) => {
        const actor = session ? await actorOf(tx, session) : null
        refuseWithoutPermission(operation, actor)
        const earlier = repeatable && (await recall(tx, repeatable))
        if (earlier) return { earlier }
        const result = await call.handler({ ...contextOf(call, input, now), actor, tx } as never)
        if (result instanceof Refusal) return { refusal: result }
        const encoded = encode(operation, result)
        if (repeatable) {
          const response = encoded.kind === 'json' ? encoded.text : null
          await remember(tx, repeatable, { status: operation.status ?? 200, response, now })
        }
        return { encoded }
      })
      if (outcome.refusal) throw outcome.refusal
      if (outcome.earlier) return sendEarlier(reply, outcome.earlier)
      return send(call, outcome.encoded, session)
    } catch (error) {
      if (attempt < 4 && mayRunAgain(error)) continue
      throw error
    }
  }
}

function inTransaction<T>(
  call: Call,
  session: Session | null,
  readOnly: boolean,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { db } = call.wiring
  if (call.operation.scope === 'platform') return withPlatform(db, work, { readOnly })
  if (!session?.entityId) throw refuse(httpErrors.noEntity)
  return withEntity(db, { entityId: session.entityId, readOnly }, work)
}

async function sessionOf({ request, operation, wiring }: Call, now: Date): Promise<Session | null> {
  if (operation.permission === 'public') return null
  const token = request.cookies[cookieNames(wiring.secureCookies).session]
  const session = token ? await findSession(wiring.db, { token, now }) : null
  if (!session) throw refuse(httpErrors.unauthenticated)
  return session
}

function refuseWithoutPermission({ permission }: Operation, actor: Actor | null): void {
  if (permission === 'public' || permission === 'signed_in') return
  if (!actor || !hasRole(actor, ...permission)) throw refuse(httpErrors.forbidden)
}

/** A browser sends cookies along with a form of another site: such a request is refused before anything else. */
function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw refuse(httpErrors.crossSite)
    return
  }
  const { origin } = request.headers
  if (origin !== undefined && originHost(origin) !== request.host) throw refuse(httpErrors.crossSite)
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

async function inputOf({ request, operation }: Call): Promise<Input> {
  return {
    params: parsed(operation.params, request.params, 'params'),
    query: parsed(operation.query, request.query, 'query'),
    body: parsed(operation.body, request.body, 'body'),
    version: operation.ifMatch ? versionOf(request) : undefined,
    upload: operation.upload && (await receiveUpload(request, operation.upload)),
  }
}

function versionOf(request: FastifyRequest): number {
  const match = request.headers['if-match']?.match(/^(?:W\/)?"(\d{1,9})"$/)
  if (!match) throw refuse(httpErrors.preconditionRequired)
  return Number(match[1])
}

function repeatableOf({ request, key }: Call, session: Session, input: Input): RepeatableRequest {
  const header = request.headers['idempotency-key']
  if (typeof header !== 'string' || header.length < 8 || header.length > 200) {
    throw refuse(httpErrors.idempotencyKeyRequired)
  }
  const { params, query, body, upload } = input
  const digest = digestOfRequest({ params, query, body, ...(upload && { file: upload.content }) })
  return { identityId: session.identityId, key: header, operation: key, digest }
}

function contextOf({ request, reply, wiring }: Call, { upload, ...input }: Input, now: Date) {
  return {
    ...input,
    ...(upload && { file: upload.file }),
    now,
    newId: wiring.newId,
    language: languageOf(request),
    visitor: {
      ip: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
      cookies: cookiesOf(request, wiring.secureCookies),
    },
    setCookie: cookieWriter(reply, wiring.secureCookies),
  }
}

function languageOf(request: FastifyRequest): Language {
  return request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'ar'
}

type Encoded = { kind: 'json'; text: string } | { kind: 'download'; file: Download } | { kind: 'empty' }

/** Encoded inside the transaction: an answer that does not fit its schema must not be committed. */
function encode(operation: Operation, result: unknown): Encoded {
  if (operation.response === 'empty') return { kind: 'empty' }
  if (operation.response === 'download') return { kind: 'download', file: result as Download }
  return { kind: 'json', text: JSON.stringify((operation.response as ZodType).parse(result)) }
}

function send(call: Call, encoded: Encoded, session: Session | null): FastifyReply {
  const { request, reply, operation } = call
  if (encoded.kind === 'empty') return reply.code(204).send()
  if (encoded.kind === 'json') {
    return reply
      .code(operation.status ?? 200)
      .type('application/json; charset=utf-8')
      .send(encoded.text)
  }
  const { file } = encoded
  if (file.digest) {
    void reply.header('etag', `"${file.digest}"`).header('cache-control', 'private, no-cache')
    if (request.headers['if-none-match'] === `"${file.digest}"`) return reply.code(304).send()
  }
  const disposition = file.inline ? 'inline' : 'attachment'
  // What RFC 5987 reserves beyond an address.
  const name = encodeURIComponent(file.filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return reply
    .type(file.type)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send('bytes' in file ? Buffer.from(file.bytes) : streamOf(call, file, session))
}

function streamOf(call: Call, file: Extract<Download, { size: number }>, session: Session | null): Readable {
  const readAgain: ReadAgain = (work) => inTransaction(call, session, true, work)
  void call.reply.header('content-length', file.size)
  return Readable.from(file.chunks(readAgain), { objectMode: false })
}

function sendEarlier(reply: FastifyReply, earlier: { status: number; response: string | null }): FastifyReply {
  void reply.header('idempotency-replayed', 'true')
  if (earlier.response === null) return reply.code(204).send()
  return reply.code(earlier.status).type('application/json; charset=utf-8').send(earlier.response)
}

/** A deadlock's victim, a failed serialisation, and the loser of two requests with one key start anew. */
function mayRunAgain(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code === '40P01' || code === '40001' || (code === '23505' && constraint === 'idempotency_keys_pkey')
}

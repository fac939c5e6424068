import type { Random } from '../../src/shared/random.ts'
import { operationOf, type SampleRequest, urlOf } from '../support/requests.ts'

/** A request as it goes over the wire, with whatever was done to it. */
export type WireRequest = {
  readonly key: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
  /** What was done, for the message of a failure. */
  readonly what: string
}

const nothing = '00000000-0000-7000-8000-000000000000'
const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.1 + 0.2,
  Number.MAX_SAFE_INTEGER + 1,
  1e308,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u202e\u2066نص\u2069',
  '\u200b\u200f\ufeff',
  '١٢٣٫٤٥',
  '٢٠٢٦-٠١-١٨',
  '\ud800',
  '2026-02-30',
  '9999-12-31T23:59:59Z',
  "'; DROP TABLE employees; --",
  '=HYPERLINK("http://x")',
  '%00',
  '../../etc/passwd',
  '$1',
  'NaN',
  'Infinity',
  '-0',
  '1e5',
  '0x10',
  '100.001',
  '99.99',
  'ا'.repeat(100_000),
  [],
  [[]],
  {},
  { ar: 'نص' },
  Array.from({ length: 300 }, () => nothing),
  nothing,
  nothing.toUpperCase().replace('8', 'F'),
]
const strange = ['__proto__', 'constructor', 'toString', 'entityId', 'entity_id', 'version', 'id', '$ne', 'ا', '']
const badIds = ['x', '..', '%00', 'null', 'undefined', nothing, `${nothing}0`, '１', '٣', "' OR 1=1", 'a'.repeat(199)]
const badMatches = ['', '*', '"x"', '"-1"', '"1.5"', '"99999999999"', '1', 'W/"1', '"٣"', '"1", "2"']

type Mutation = (request: Draft, random: Random) => string

type Draft = {
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  raw?: string | Buffer
  headers: Record<string, string>
}

/** One request that differs from a good one in one thing, or in a few. */
export function mutated(key: string, sample: SampleRequest, random: Random): WireRequest {
  const [method = ''] = key.split(' ')
  const draft: Draft = {
    params: { ...sample.params },
    query: { ...sample.query },
    body: structuredClone(sample.body),
    headers: {
      ...(method === 'POST' && { 'idempotency-key': `key-${random.bits()}-${random.bits()}` }),
      ...(sample.version !== undefined && { 'if-match': `"${sample.version}"` }),
      ...(sample.body !== undefined && { 'content-type': 'application/json' }),
    },
  }
  if (sample.file) attach(draft, sample.file.bytes, sample.file.filename)
  const what = Array.from({ length: random.chance(0.25) ? 2 : 1 }, () => {
    const possible = mutations.filter(({ fits }) => fits(draft, sample))
    return random.pick(possible).mutate(draft, random)
  })
  const { params, query, body, raw, headers } = draft
  const payload = raw ?? (body === undefined ? undefined : (JSON.stringify(body) ?? 'null'))
  const url = urlOf(operationOf(key), { params, ...(Object.keys(query).length > 0 && { query }) })
  return { key, method, url, headers, what: what.join(' and '), ...(payload === undefined ? {} : { payload }) }
}

const mutations: readonly { fits: (draft: Draft, sample: SampleRequest) => boolean; mutate: Mutation }[] = [
  { fits: hasFields, mutate: replaceOne },
  { fits: hasFields, mutate: replaceOne },
  { fits: hasFields, mutate: replaceOne },
  { fits: hasFields, mutate: dropOne },
  { fits: ({ body }) => isObject(body), mutate: addOne },
  { fits: ({ body }) => body !== undefined, mutate: replaceBody },
  { fits: ({ body }) => body !== undefined, mutate: breakJson },
  { fits: ({ params }) => Object.keys(params).length > 0, mutate: breakId },
  { fits: () => true, mutate: breakQuery },
  { fits: ({ headers }) => 'if-match' in headers, mutate: breakMatch },
  { fits: ({ headers }) => 'idempotency-key' in headers, mutate: breakKey },
  { fits: ({ headers }) => 'content-type' in headers, mutate: breakType },
  { fits: (_, { file }) => file !== undefined, mutate: breakFile },
]

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasFields({ body }: Draft): boolean {
  return isObject(body) && Object.keys(body).length > 0
}

/** Every place in a body where a value stands. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))
  return path.length === 0 ? below : [path, ...below]
}

function at(body: unknown, path: readonly string[]): { holder: Record<string, unknown>; name: string } {
  let holder = body as Record<string, unknown>
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string, unknown>
  return { holder, name: path.at(-1) ?? '' }
}

function replaceOne({ body }: Draft, random: Random): string {
  const places = placesIn(body)
  if (places.length === 0) return 'nothing'
  const path = random.pick(places)
  const { holder, name } = at(body, path)
  const value = random.pick(hostile)
  if (holder && typeof holder === 'object') holder[name] = value
  return `${path.join('/')} = ${JSON.stringify(value)?.slice(0, 60)}`
}

function dropOne({ body }: Draft, random: Random): string {
  const places = placesIn(body)
  if (places.length === 0) return 'nothing'
  const path = random.pick(places)
  const { holder, name } = at(body, path)
  if (holder && typeof holder === 'object') delete holder[name]
  return `without ${path.join('/')}`
}

function addOne({ body }: Draft, random: Random): string {
  const name = random.pick(strange)
  Object.defineProperty(body, name, {
    value: random.pick(hostile),
    enumerable: true,
    configurable: true,
    writable: true,
  })
  return `with ${name}`
}

function replaceBody(draft: Draft, random: Random): string {
  draft.body = random.pick(hostile)
  return `body = ${JSON.stringify(draft.body)?.slice(0, 60)}`
}

function breakJson(draft: Draft, random: Random): string {
  const deep = 20_000
  const broken = random.pick<[string, string | Buffer]>([
    ['JSON cut off', (JSON.stringify(draft.body) ?? '').slice(0, -1)],
    ['deep JSON', `{"value":${'['.repeat(deep)}${']'.repeat(deep)}}`],
    ['__proto__ in JSON', '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a body of 10 MB', `{"body":"${'x'.repeat(10_000_000)}"}`],
    ['a body of nothing', ''],
    ['twice the same name', `{"reason":"a","reason":"b",${(JSON.stringify(draft.body) ?? '{}').slice(1)}`],
  ])
  draft.raw = broken[1]
  return broken[0]
}

function breakId({ params }: Draft, random: Random): string {
  const name = random.pick(Object.keys(params))
  params[name] = random.pick(badIds)
  return `:${name} = ${params[name]?.slice(0, 40)}`
}

function breakQuery({ query }: Draft, random: Random): string {
  const name = random.pick([
    'cursor',
    'limit',
    'year',
    'text',
    'q',
    'on',
    'from',
    'to',
    'status',
    'filter',
    'page',
    ...strange,
  ])
  const value = random.pick(hostile)
  const words =
    typeof value === 'string'
      ? value.slice(0, 4_000).replace(/\p{Surrogate}/gu, '')
      : JSON.stringify(value).slice(0, 4_000)
  const given = random.chance(0.3) ? Buffer.from(words).toString('base64url') : words
  Object.defineProperty(query, name, { value: given, enumerable: true, configurable: true, writable: true })
  return `?${name}=${given.slice(0, 40)}`
}

function breakMatch({ headers }: Draft, random: Random): string {
  headers['if-match'] = Buffer.from(random.pick(badMatches)).toString('latin1')
  return `If-Match: ${headers['if-match']}`
}

function breakKey({ headers }: Draft, random: Random): string {
  headers['idempotency-key'] = random.pick(['', 'short', 'k'.repeat(201), "';--------", '\u00ff'.repeat(20)])
  return `Idempotency-Key: ${headers['idempotency-key'].slice(0, 20)}`
}

function breakType({ headers }: Draft, random: Random): string {
  headers['content-type'] = random.pick([
    'text/plain',
    'application/xml',
    'application/json; charset=utf-16',
    'multipart/form-data',
    'x',
    '',
  ])
  return `Content-Type: ${headers['content-type']}`
}

function breakFile(draft: Draft, random: Random): string {
  const [what, bytes, name] = random.pick<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'file.csv'],
    ['bytes of nothing', Buffer.from(Array.from({ length: 500 }, () => random.between(0, 255))), 'file.xlsx'],
    ['half a workbook', Buffer.from('504b0304140000000800', 'hex'), 'file.xlsx'],
    ['NUL in a table', Buffer.from('a,b\r\n\u0000,\u202e\r\n'), 'file.csv'],
    ['half a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff', 'hex'), 'logo.png'],
    ['a name that climbs', Buffer.from('a,b\r\n1,2\r\n'), '../../../etc/passwd'],
    ['very long lines', Buffer.from(`${'a,'.repeat(200_000)}\r\n`), 'file.csv'],
  ])
  attach(draft, bytes, name)
  if (random.chance(0.2)) draft.raw = (draft.raw as Buffer).subarray(0, 80)
  return what
}

function attach(draft: Draft, bytes: Uint8Array, filename: string): void {
  const boundary = 'itqan-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\n\r\n`
  draft.raw = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)])
  draft.headers['content-type'] = `multipart/form-data; boundary=${boundary}`
}

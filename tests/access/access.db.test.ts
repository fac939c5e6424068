import { describe, expect, test } from 'vitest'
import { features } from '../../src/app/features.ts'
import type { Operation } from '../../src/shared/contract.ts'
import { inTurns } from '../support/in-turns.ts'
import { sampleMinistry } from '../support/ministry.ts'
import { operationOf, requestsFor, type SampleRequest, urlOf } from '../support/requests.ts'
import { rowsIn } from '../support/rows-in.ts'
import type { Answer } from '../support/test-server.ts'
import { type Canary, leaksOf, plant, wordsOf } from './canaries.ts'
import { matrix } from './matrix.ts'
import { cast, named, type Persona, personas, platformHolders } from './personas.ts'

const world = await sampleMinistry()
const requests = requestsFor(world.records)
const who = await cast(world)
const secrets = await plantSecrets()
const canaries = {
  ministry: await plant(world, world.ministry.id, 'zumurrudi'),
  authority: await plant(world, world.authority.id, 'murjani'),
}
const operations = new Map<string, Operation>(
  features.flatMap((feature) => Object.entries(feature.routes?.contract ?? {})),
)

describe('the table', () => {
  test('has a request for every operation, and a row for every request', () => {
    expect([...new Set(Object.keys(requests).map(operationOf))].toSorted()).toEqual([...operations.keys()].toSorted())
    expect(Object.keys(matrix)).toEqual(Object.keys(requests))
  })

  test('says of everyone what they get, once', () => {
    for (const key of Object.keys(matrix))
      expect([...expectedOf(key).keys()].toSorted()).toEqual([...personas].toSorted())
  })
})

/** One answer for each cell, and what it gave away. */
const cells = await inTurns(
  8,
  Object.entries(requests).flatMap(([key, request]) => personas.map((persona) => ({ key, request, persona }))),
  async ({ key, request, persona }) => {
    const client = await who(persona, request)
    const [method = ''] = key.split(' ')
    const answer = await client.request(method, urlOf(key, request), request)
    const words = wordsOf(answer)
    const heard = named('members').includes(persona) && words.includes(canaries.ministry.word)
    return { key, persona, got: outcomeOf(answer), heard, leaks: leaksTo(persona, key, request, words) }
  },
)

describe.each(Object.keys(requests))('%s', (key) => {
  const mine = cells.filter((cell) => cell.key === key)

  test('is for those whom the table names, and for nobody else', () => {
    const expected = expectedOf(key)
    const wrong = mine.filter(({ persona, got }) => got !== expected.get(persona))
    expect(wrong.map(({ persona, got }) => `${persona}: ${got}, not ${expected.get(persona)}`)).toEqual([])
  })

  test('tells nothing of another entity, and of a document only to whom it concerns', () => {
    expect(mine.filter(({ leaks }) => leaks.length > 0).map(({ persona, leaks }) => `${persona}: ${leaks}`)).toEqual([])
  })
})

test('the planted words are there to be heard: their own people read them everywhere', () => {
  const heard = new Set(cells.filter((cell) => cell.heard).map((cell) => cell.key))
  expect(heard.size).toBeGreaterThan(40)
  for (const key of [
    'GET /api/organization/employees/export',
    'GET /api/performance/documents/:id/pdf',
    'GET /api/search',
  ])
    expect(heard).toContain(key)
})

describe('a search for words of another entity', () => {
  const sought = [...operations].flatMap(([key, { query }]) => {
    const fields = Object.keys((query as { shape?: object } | undefined)?.shape ?? {})
    const field = fields.find((one) => one === 'q' || one === 'text')
    return field ? [{ key, field }] : []
  })

  test('is offered by what can be searched', () => expect(sought.length).toBeGreaterThanOrEqual(7))

  test.each(sought)('finds nothing: $key', async ({ key, field }) => {
    const request = { ...requests[key], query: { ...requests[key]?.query, [field]: canaries.authority.word } }
    for (const persona of ['employee', 'entity_administrator', 'ejada_team']) {
      const answer = await (await who(persona, request)).get(urlOf(key, request))
      expect(leaksOf(wordsOf(answer), canaries.authority, '')).toEqual([])
    }
  })
})

test('what is public tells of no entity: the description of the API, health, the page', async () => {
  for (const url of ['/api/openapi.json', '/healthz', '/api/docs/', '/nowhere', '/api/nowhere']) {
    const words = wordsOf(await world.forgetful.visitor().get(url))
    for (const canary of Object.values(canaries)) expect(leaksOf(words, canary, url)).toEqual([])
  }
})

describe('a reference to a record of another entity', () => {
  const naming = Object.entries(requests).filter(([, { body }]) => JSON.stringify(body ?? '').match(uuid))

  test.each(naming)('is refused as one that does not exist: %s', async (key, request) => {
    const named = [...new Set(JSON.stringify(request.body).match(uuid))]
    for (const id of named) {
      const theirs = await foreignTwinOf(id)
      const body = JSON.parse(JSON.stringify(request.body).replaceAll(id, theirs))
      const answers = await inTurns(
        4,
        ['employee', 'supervisor', 'entity_administrator', 'platform_administrator'],
        async (one) =>
          (await who(one, request)).request<{ results?: { done: boolean }[] }>(
            key.split(' ')[0] ?? '',
            urlOf(key, request),
            {
              ...request,
              body,
            },
          ),
      )
      for (const answer of answers) {
        const done = answer.body?.results ? answer.body.results.some((result) => result.done) : answer.status < 300
        expect(done && !request.params?.id?.includes(id), `${answer.status} ${answer.raw}`).toBe(false)
        expect(answer.status).toBeLessThan(500)
      }
    }
  })
})

// ── What the table means ───────────────────────────────────────────────────────────────────────────────────

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

type Outcome = 'allowed' | 'forbidden' | 'hidden' | 'signs in' | 'has no entity'

function expectedOf(key: string): Map<Persona, Outcome> {
  const operation = operations.get(operationOf(key))
  const [may = '', forbidden = '', hidden = ''] = (matrix[key] ?? '').split('|').map((part) => part.trim())
  const expected = new Map<Persona, Outcome>()
  const say = (list: string, outcome: Outcome) => {
    for (const persona of named(list)) {
      if (expected.has(persona)) throw new Error(`${key} speaks twice of ${persona}`)
      expected.set(persona, outcome)
    }
  }
  const without = new Map<Persona, Outcome>()
  if (operation?.permission !== 'public') without.set('signed_out', 'signs in')
  if (operation?.scope !== 'platform') for (const one of platformHolders) without.set(one, 'has no entity')
  say(may, 'allowed')
  if (forbidden !== '*') say(forbidden, 'forbidden')
  if (hidden !== '*') say(hidden, 'hidden')
  const rest = forbidden === '*' ? 'forbidden' : hidden === '*' ? 'hidden' : null
  for (const persona of personas) {
    const outcome = without.get(persona) ?? expected.get(persona) ?? rest
    if (!outcome) throw new Error(`${key} says nothing of ${persona}`)
    expected.set(persona, outcome)
  }
  return expected
}

/** Rights alone: a refusal for another reason (a wrong state, a stale version) is one of somebody who may. */
function outcomeOf({ status, code, body }: Answer<{ results?: { done: boolean; code?: string }[] }>): string {
  const [result] = body?.results ?? []
  if (result) return result.done ? 'allowed' : outcomeOfCode(result.code)
  if (code === 'http.unauthenticated') return 'signs in'
  if (code === 'http.no_entity') return 'has no entity'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'hidden'
  const mayStill = status < 300 || [401, 409, 412, 422, 429].includes(status)
  return mayStill ? 'allowed' : `answered ${status} ${code}`
}

function outcomeOfCode(code = ''): Outcome {
  if (code === 'workflow.not_yours') return 'forbidden'
  return code === 'performance.not_found' || code === 'inbox.item_gone' ? 'hidden' : 'allowed'
}

// ── What must not be told ──────────────────────────────────────────────────────────────────────────────────

type Secret = Canary & { readonly readers: readonly Persona[]; readonly of: keyof typeof world.records.documents }

function leaksTo(persona: Persona, key: string, request: SampleRequest, words: string): string[] {
  const sent = JSON.stringify([request.params, request.query, request.body])
  const outside = [
    ...(named('members').includes(persona) ? [] : [canaries.ministry]),
    ...(named('foreigners').includes(persona) ? [] : [canaries.authority]),
  ]
  const registry = operationOf(key).endsWith('/api/entities')
  const apart = registry ? [world.ministry.id, world.authority.id].join() : ''
  const kept = secrets.filter(({ readers, of }) => {
    if (persona === 'employee') return of !== (request.document ?? 'draft')
    return !readers.includes(persona)
  })
  return [...outside, ...kept].flatMap((canary) => leaksOf(words, canary, sent + apart))
}

/** Words of the content of documents: what was agreed between two people (AMB-40), and its links to the plan. */
async function plantSecrets(): Promise<Secret[]> {
  const { owner, ministry, records } = world
  const planted: Secret[] = []
  const ids: ReadonlySet<string> = new Set()
  for (const [of, { id }] of Object.entries(records.documents) as [Secret['of'], { id: string }][]) {
    const [content, titles] = [`asrari-${of}`, `unwani-${of}`]
    for (const [table, column] of [
      ['key_results', 'statement'],
      ['document_comments', 'body'],
      ['document_meetings', 'notes'],
      ['document_submissions', 'outcome_note'],
    ]) {
      await rowsIn(
        owner,
        ministry.id,
        `UPDATE ${table} SET ${column} = $2 || ' ' || left(coalesce(${column}, ''), 100) WHERE document_id = $1`,
        [id, content],
      )
    }
    await rowsIn(
      owner,
      ministry.id,
      `UPDATE objectives SET title = $2 || ' ' || left(title, 100) WHERE document_id = $1`,
      [id, titles],
    )
    const line = ['supervisor', 'delegate', 'higher_official']
    planted.push(
      { of, word: content, ids, readers: line },
      { of, word: titles, ids, readers: [...line, 'finance_administration'] },
    )
  }
  return planted
}

/** A record of the same table in the other entity. */
async function foreignTwinOf(id: string): Promise<string> {
  const { owner, ministry, authority } = world
  const { rows } = await owner.query<{ table: string }>(
    `SELECT c.table_name AS table FROM information_schema.columns c JOIN pg_class k ON k.relname = c.table_name
      WHERE c.column_name = 'id' AND k.relforcerowsecurity`,
  )
  for (const { table } of rows) {
    const [own] = await rowsIn(owner, ministry.id, `SELECT id FROM ${table} WHERE id = $1`, [id])
    if (!own) continue
    const [theirs] = await rowsIn<{ id: string }>(owner, authority.id, `SELECT id FROM ${table} ORDER BY id LIMIT 1`)
    if (theirs) return theirs.id
  }
  return id === ministry.id ? authority.id : '00000000-0000-7000-8000-000000000000'
}

import { expect, test } from 'vitest'
import { randomFrom } from '../../src/shared/random.ts'
import { matrix } from '../access/matrix.ts'
import { cast, named } from '../access/personas.ts'
import { inTurns } from '../support/in-turns.ts'
import { sampleMinistry } from '../support/ministry.ts'
import { requestsFor } from '../support/requests.ts'
import { stateOf } from '../support/state.ts'
import { mutated, type WireRequest } from './mutations.ts'

const long = process.env.ITQAN_LONG === '1'
const count = long ? 20_000 : 2_000
const seed = process.env.ITQAN_SEED ?? (long ? String(Date.now()) : 'itqan')

/** Where a refusal is itself written down: guesses are counted. */
const countsFailures = /^POST \/api\/(sign-in|first-sign-in|password-reset|first-administrator|me\/password)/

const world = await sampleMinistry()
const requests = Object.entries(requestsFor(world.records))
const who = await cast(world)

test(
  `${count} requests with something wrong: none is answered 5xx, a refused one leaves nothing behind`,
  async () => {
    console.log(`ITQAN_SEED=${seed}`)
    const random = randomFrom(seed)
    const sent = Array.from({ length: count }, (_, place) => {
      const [key, sample] = requests[place % requests.length] as (typeof requests)[number]
      return { sample, request: mutated(key, sample, random.fork(String(place))) }
    })
    // First where nothing stays: so each meets the same state, and it is known which are refused.
    const answers = await inTurns(6, sent, async ({ sample, request }) => {
      const answer = await send(world.forgetful.server, request, await cookieFor(request.key, sample))
      return { sample, request, status: answer.statusCode, body: answer.body.slice(0, 300), headers: answer.headers }
    })
    const broken = answers.filter(({ status }) => status >= 500)
    expect(
      broken.map(({ request, status, body }) => `${status} ${request.method} ${request.url}: ${request.what} ${body}`),
    ).toEqual([])
    const refused = answers.filter(({ status }) => status >= 400)
    expect(refused.length).toBeGreaterThan(count / 3)
    const unspoken = refused.filter(({ headers, body }) => {
      return (
        !String(headers['content-type']).startsWith('application/problem+json') ||
        !/"code":"[a-z_]+\.[a-z_.]+"/.test(body)
      )
    })
    expect(unspoken.map(({ request, body }) => `${request.method} ${request.url}: ${request.what} ${body}`)).toEqual([])

    // Then where everything stays: after all the refusals together, every table is what it was.
    const before = await stateOf(world.owner)
    const silent = refused.filter(({ request }) => !countsFailures.test(request.key))
    await inTurns(6, silent, async ({ sample, request }) =>
      send(world.server, request, await cookieFor(request.key, sample)),
    )
    expect(await stateOf(world.owner)).toEqual(before)
  },
  long ? 1_800_000 : 300_000,
)

type Server = typeof world.server

function send(server: Server, { method, url, headers, payload }: WireRequest, cookie: string) {
  return server.inject({
    method: method as 'GET',
    url,
    headers: { ...headers, cookie },
    ...(payload === undefined ? {} : { payload }),
  })
}

/** Of somebody who may, so that it is the input that is looked at. */
async function cookieFor(key: string, sample: Parameters<typeof who>[1]): Promise<string> {
  const [persona = 'employee'] = named((matrix[key] ?? '').split('|')[0]?.trim() ?? '')
  const client = await who(persona === 'signed_out' ? 'employee' : persona, sample)
  return [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

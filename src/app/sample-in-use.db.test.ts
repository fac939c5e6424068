import { beforeAll, describe, expect, test } from 'vitest'
import { sampleCast, samplePassword } from '../features/accounts/sample.ts'
import { verifyChain } from '../platform/audit/verify.ts'
import { newId } from '../platform/db/ids.ts'
import { testDatabase } from '../platform/db/test-database.ts'
import { withEntity } from '../platform/db/with-entity.ts'
import { features } from './features.ts'
import { at } from './sample/working-calendar.ts'
import { loadSample } from './sample.ts'
import { createServer } from './server.ts'

const { owner, db, jobsDb } = await testDatabase()
const date = '2026-11-22'
const now = at(date, '09:00')
const server = await createServer({ db, clock: () => now, newId, version: 'test', secureCookies: false })

beforeAll(() => loadSample({ owner, seed: 1, date }))

/** Signs in and answers a way to ask for pages. */
async function as(key: (typeof sampleCast)[number]['key']) {
  const civilNumber = sampleCast.find((one) => one.key === key)?.civilNumber
  const signedIn = await server.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { civilNumber, password: samplePassword },
  })
  expect(signedIn.statusCode).toBeLessThan(300)
  const cookies = Object.fromEntries(signedIn.cookies.map((cookie) => [cookie.name, cookie.value]))
  return async (url: string) => {
    const answer = await server.inject({ method: 'GET', url, cookies })
    expect(`${url} ${answer.statusCode}`).toBe(`${url} 200`)
    return answer.json()
  }
}

describe('the sample in use', () => {
  test.each(sampleCast.filter((one) => one.key !== 'platform_administrator').map((one) => one.key))(
    'opens its pages to the %s',
    async (key) => {
      const get = await as(key)
      for (const url of [
        '/api/me',
        '/api/home',
        '/api/inbox',
        '/api/notices',
        '/api/performance/documents',
        '/api/performance/approvals',
        '/api/performance/team',
      ])
        await get(url)
    },
  )

  test('shows the supervisor three documents and an amendment to decide, one of them late', async () => {
    const get = await as('supervisor')
    const { items } = await get('/api/performance/approvals')
    expect(items.filter((item: { kind: string }) => item.kind === 'document')).toHaveLength(3)
    expect(items.filter((item: { kind: string }) => item.kind === 'amendment')).toHaveLength(1)
    expect(items.filter((item: { lateDays: number }) => item.lateDays > 0)).toHaveLength(1)
    const { counts } = await get('/api/performance/team')
    expect(counts).toMatchObject({ agreed: 3, submitted: 3, returned: 1, draft: 2 })
  })

  test('shows the delegate what waits for the one who is away', async () => {
    const get = await as('delegate')
    const { items } = await get('/api/performance/approvals')
    expect(items.filter((item: { onBehalfOf: object | null }) => item.onBehalfOf !== null)).toHaveLength(2)
  })

  test('shows the higher official what supervisors have left undecided', async () => {
    const get = await as('higher_official')
    const { items } = await get('/api/performance/approvals')
    expect(items.filter((item: { part: string }) => item.part === 'higher_official').length).toBeGreaterThanOrEqual(2)
  })

  test('shows the employee a draft of 85 of 100 with what is missing', async () => {
    const get = await as('employee')
    const { currentId } = await get('/api/performance/documents')
    const document = await get(`/api/performance/documents/${currentId}`)
    expect(document).toMatchObject({ status: 'draft', weightTotal: '85' })
    expect(document.problems.map((problem: { code: string }) => problem.code)).toEqual([
      'performance.weights_missing',
      'performance.targets_below_equals_meets',
    ])
  })

  test('survives its own jobs: the ladder is climbed once, and the chain still holds', async () => {
    const { rows } = await owner.query('SELECT id FROM entities')
    for (const { id: entityId } of rows) {
      for (const job of features.flatMap((feature) => feature.jobs ?? [])) {
        await withEntity(jobsDb, { entityId }, (tx) => job.run({ tx, entityId, now, newId }))
      }
      expect((await verifyChain(db, { entityId })).broken).toBeNull()
    }
  })
})

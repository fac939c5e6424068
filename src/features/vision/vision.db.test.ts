import { describe, expect, it } from 'vitest'
import { operationsOf } from '../../../tests/support/operations.ts'
import { testServer } from '../../../tests/support/test-server.ts'
import { withPlatform } from '../../platform/db/with-entity.ts'
import { indicatorsByIds, search, visionTree } from './public.ts'
import { idOf, loadVision } from './sample.ts'

const served = await testServer()
const { db } = served
const api = operationsOf(served)
const entityId = await api.entity()
const employee = await api.someone({ entityId })

describe('the Vision', () => {
  it('is empty, and readable, before it is loaded', async () => {
    expect(await employee('GET /api/vision')).toMatchObject({ status: 200, body: { themes: [], programmes: [] } })
  })

  it('is the same after it has been loaded twice, and every employee reads it', async () => {
    await withPlatform(db, loadVision)
    const once = await api.inside(entityId, visionTree)
    await withPlatform(db, loadVision)
    const { status, body } = await employee('GET /api/vision')
    expect(status).toBe(200)
    expect(body).toEqual(once)
    expect(body.themes.map((theme: { priorities: unknown[] }) => theme.priorities.length)).toEqual([4, 5, 1, 2])
    expect(body.programmes).toHaveLength(6)
  })

  it('marks every value from a public mirror as demonstration', async () => {
    const { themes } = await api.inside(entityId, visionTree)
    const indicators = themes.flatMap((theme) => theme.priorities.flatMap((priority) => priority.indicators))
    expect(indicators.length).toBeGreaterThanOrEqual(12)
    expect(indicators.every((one) => one.demonstration)).toBe(true)
  })

  it('gives indicators by id', async () => {
    const id = idOf('indicator', 'omanis-private-sector')
    const found = await api.inside(entityId, (tx) => indicatorsByIds(tx, { ids: [id] }))
    expect(found).toMatchObject([{ id, baseline: '11.6', baselineYear: 2016, target2030: '35', target2040: '40' }])
  })

  it('is found whatever the hamza and the language', async () => {
    const find = (text: string) => api.inside(entityId, (tx) => search(tx, { text, limit: 5 }))
    expect((await find('الاداء البيئى')).map((hit) => hit.title.en)).toEqual(['Environmental Performance Index'])
    expect(await find('LABOUR MARKET')).toMatchObject([{ title: { ar: 'سوق العمل والتشغيل' } }])
  })

  it('is closed to those who are not signed in', async () => {
    expect((await api.stranger('GET /api/vision')).status).toBe(401)
  })
})

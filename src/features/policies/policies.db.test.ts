import { describe, expect, it } from 'vitest'
import { operationsOf } from '../../../tests/support/operations.ts'
import { testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { catalogue } from './domain/catalogue.ts'
import { calendarOf, policyValue, policyValues } from './public.ts'

const api = operationsOf(await testServer())
const entityId = await api.entity()
const administrator = await api.someone({ entityId, roles: ['entity_administrator'] })
const ejada = await api.someone({ entityId, roles: ['ejada_team'] })
const employee = await api.someone({ entityId })

const set = (key: string, year: number, value: unknown, version = 0, caller = administrator) =>
  caller('PUT /api/policies/:key', {
    params: { key },
    body: { year, value, reason: 'قرار رئيس الوحدة', source: 'تعميم 4/2026' },
    version,
  })

describe('values of an entity', () => {
  it('are the defaults until the entity decides', async () => {
    const { status, body } = await ejada('GET /api/policies', { query: { year: 2026 } })
    expect(status).toBe(200)
    expect(body.frozen).toBe(false)
    const kind = body.policies.find((one: { key: string }) => one.key === 'cycle.kind')
    expect(kind).toMatchObject({
      value: 'quarter',
      version: 0,
      setForYear: null,
      official: false,
      setBy: null,
      can: { set: false },
    })
  })

  it('change with a reason, keep every earlier setting, and hold in later years', async () => {
    expect(await set('delegation.max_months', 2026, 2)).toMatchObject({ status: 200, body: { value: 2, version: 1 } })
    expect(await set('delegation.max_months', 2026, 4, 1)).toMatchObject({ status: 200, body: { version: 2 } })
    const history = await ejada('GET /api/policies/:key/history', { params: { key: 'delegation.max_months' } })
    expect(history.body.settings.map((one: { value: number }) => one.value)).toEqual([4, 2])
    const read = (year: number) => api.inside(entityId, (tx) => policyValue(tx, { key: 'delegation.max_months', year }))
    expect(await read(2025)).toMatchObject({ value: 3, version: 0, setForYear: null })
    expect(await read(2026)).toMatchObject({ value: 4, version: 2, official: true, source: 'تعميم 4/2026' })
    expect(await read(2027)).toMatchObject({ value: 4, version: 2, setForYear: 2026 })
  })

  it('of two administrators who saw the same version, only the first is heard', async () => {
    const answers = await Promise.all([
      set('amendment.closing_share', 2025, 25),
      set('amendment.closing_share', 2025, 30),
    ])
    expect(answers.map((one) => one.status).toSorted()).toEqual([200, 412])
  })

  it('are refused without the version that was read', async () => {
    const answer = await administrator('PUT /api/policies/:key', {
      params: { key: 'cycle.kind' },
      body: { year: 2026, value: 'half', reason: 'قرار' },
    })
    expect(answer).toMatchObject({ status: 428, body: { code: 'http.precondition_required' } })
  })

  it('name the part that is wrong', async () => {
    const clocks = { ...catalogue.clocks.default, plan: 0 }
    const answer = await set('clocks', 2026, clocks)
    expect(answer.status).toBe(400)
    expect(answer.body.fields).toEqual([{ path: 'value/plan', code: 'validation.too_small', params: { minimum: 1 } }])
  })

  it('refuse to be set to what they are', async () => {
    await set('amendment.closing_share', 2026, 25)
    expect(await set('amendment.closing_share', 2026, 25, 1)).toMatchObject({ body: { code: 'policies.unchanged' } })
  })

  it('are read by the Ejada team, changed by the administrator alone, and hidden from others', async () => {
    expect((await set('cycle.kind', 2026, 'half', 0, ejada)).status).toBe(403)
    expect((await employee('GET /api/policies', { query: { year: 2026 } })).status).toBe(403)
    expect((await api.stranger('GET /api/policies', { query: { year: 2026 } })).status).toBe(401)
  })

  it('of one entity are unknown to another', async () => {
    const other = await api.entity()
    const values = await api.inside(other, (tx) =>
      policyValues(tx, { keys: ['delegation.max_months', 'achievement.cap'], year: 2026 }),
    )
    expect(values).toMatchObject({ 'delegation.max_months': { value: 3 }, 'achievement.cap': { value: 120 } })
  })
})

describe('holidays', () => {
  const eid = { startsOn: '2026-03-20', endsOn: '2026-03-22', nameAr: 'عيد الفطر', nameEn: 'Eid al-Fitr' }

  it('move the working days of the entity', async () => {
    const added = await administrator('POST /api/holidays', { body: eid })
    expect(added).toMatchObject({ status: 201, body: { version: 1, name: { ar: 'عيد الفطر' } } })
    const calendar = await api.inside(entityId, (tx) => calendarOf(tx, { year: 2026 }))
    expect(calendar.addWorkingDays('2026-03-19', 1)).toBe('2026-03-23')
    expect(calendar.timeZone).toBe('Asia/Muscat')
    const changed = await administrator('PUT /api/holidays/:id', {
      params: { id: added.body.id },
      body: { ...eid, endsOn: '2026-03-23' },
      version: 1,
    })
    expect(changed).toMatchObject({ status: 200, body: { version: 2, endsOn: '2026-03-23' } })
    const stale = await administrator('DELETE /api/holidays/:id', { params: { id: added.body.id }, version: 1 })
    expect(stale.status).toBe(412)
    const seen = await employee('GET /api/holidays', { query: { year: 2026 } })
    expect(seen.body).toMatchObject({ holidays: [{ name: { en: 'Eid al-Fitr' } }], can: { change: false } })
    const gone = await administrator('DELETE /api/holidays/:id', { params: { id: added.body.id }, version: 2 })
    expect(gone.status).toBe(204)
  })

  it('never share a day', async () => {
    await administrator('POST /api/holidays', { body: { ...eid, startsOn: '2027-03-09', endsOn: '2027-03-11' } })
    const answer = await administrator('POST /api/holidays', {
      body: { ...eid, startsOn: '2027-03-11', endsOn: '2027-03-12' },
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'policies.holiday_overlaps' } })
  })

  it.each([
    ['that end before they begin', { startsOn: '2028-02-02', endsOn: '2028-02-01' }],
    ['of a whole season', { startsOn: '2028-02-01', endsOn: '2028-04-01' }],
  ])('%s are refused beside the date', async (_, days) => {
    const answer = await administrator('POST /api/holidays', { body: { ...eid, ...days } })
    expect(answer.status).toBe(422)
    expect(answer.body.fields[0].path).toBe('endsOn')
  })

  it('are changed by the administrator alone', async () => {
    expect((await ejada('POST /api/holidays', { body: eid })).status).toBe(403)
    const unknown = await administrator('PUT /api/holidays/:id', { params: { id: newId() }, body: eid, version: 1 })
    expect(unknown.status).toBe(404)
  })
})

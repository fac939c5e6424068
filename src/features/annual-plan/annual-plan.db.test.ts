import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { operationsOf } from '../../../tests/support/operations.ts'
import { testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { withPlatform } from '../../platform/db/with-entity.ts'
import { writeCsv } from '../../platform/spreadsheet/write-csv.ts'
import { loadVision } from '../vision/sample.ts'
import { importColumns } from './domain/import-columns.ts'
import {
  connectAnnualPlan,
  type DirectionPublished,
  directionsFor,
  nodesByIds,
  nodesExist,
  nodesForYear,
  search,
} from './public.ts'

const now = new Date('2026-01-18T06:00:00Z')
const served = await testServer()
const { db } = served
const api = operationsOf(served)
const entityId = await api.entity()
const planner = await api.someone({ entityId, roles: ['planning'] })
const employee = await api.someone({ entityId })

const ids = { root: newId(), employment: newId(), section: newId(), other: newId() }
const people = { head: newId(), director: newId(), clerk: newId(), outsider: newId() }

beforeAll(async () => {
  await withPlatform(db, loadVision)
  await api.inside(entityId, async (tx) => {
    const divisions = [
      [ids.root, null, 'MOL', 'الوزارة', people.head],
      [ids.employment, ids.root, 'EMP', 'المديرية العامة للتشغيل', people.director],
      [ids.section, ids.employment, 'EMP-1', 'قسم المنصات', null],
      [ids.other, ids.root, 'LEG', 'الشؤون القانونية', null],
    ] as const
    for (const [at, employeeId] of Object.values(people).entries()) {
      await sql`INSERT INTO employees (id, civil_number, name_ar, name_en, gender, hired_on, created_at)
                VALUES (${employeeId}, ${String(90_000_001 + at)}, 'موظف', 'Employee', 'female', '2020-01-01', ${now})`.execute(
        tx,
      )
    }
    await sql`INSERT INTO posts (id, code, title_ar, title_en, job_family, created_at)
              VALUES (${newId()}, 'S', 'أخصائي', 'Specialist', 'specialist', ${now})`.execute(tx)
    for (const [id, parentId, code, name, head] of divisions) {
      await sql`INSERT INTO divisions (id, code, created_at) VALUES (${id}, ${code}, ${now})`.execute(tx)
      await sql`INSERT INTO division_periods (id, division_id, parent_id, kind, name_ar, name_en, valid_from)
                VALUES (${newId()}, ${id}, ${parentId}, 'department', ${name}, ${code}, '2020-01-01')`.execute(tx)
      if (head) {
        await sql`INSERT INTO headships (id, division_id, employee_id, valid_from)
                  VALUES (${newId()}, ${id}, ${head}, '2020-01-01')`.execute(tx)
      }
    }
    const places = [
      [people.head, ids.root],
      [people.director, ids.employment],
      [people.clerk, ids.section],
      [people.outsider, ids.other],
    ] as const
    for (const [employeeId, divisionId] of places) {
      await sql`INSERT INTO assignments (id, employee_id, division_id, post_id, level, valid_from)
                SELECT ${newId()}, ${employeeId}, ${divisionId}, id, 8, '2020-01-01' FROM posts`.execute(tx)
    }
    await sql`SELECT itqan_refresh_division_paths('2026-01-18')`.execute(tx)
  })
})

type Cells = Record<string, string>
const goal: Cells = {
  code: 'G-01',
  kind: 'هدف',
  titleAr: 'رفع معدلات التشغيل',
  titleEn: 'Raise employment',
  indicatorAr: 'نسبة التشغيل',
  dataType: 'نسبة مئوية',
  baseline: '61.5',
  target: '70',
  priority: 'labour-market',
  visionIndicator: 'omanis-private-sector',
}
const programme: Cells = {
  code: 'P-01',
  kind: 'برنامج',
  parent: 'G-01',
  titleAr: 'برنامج الإحلال',
  owner: 'EMP',
  endsOn: '30/06/2026',
  indicatorAr: 'موعد الإطلاق',
  dataType: 'تاريخ',
  target: '15/03/2026',
}

function sheet(...rows: Cells[]) {
  const text = writeCsv({
    columns: importColumns.map((column) => ({ heading: column.ar })),
    rows: rows.map((cells) => importColumns.map(({ key }) => cells[key] ?? '')),
  })
  return { filename: 'plan.csv', bytes: Buffer.from(text) }
}

const upload = (year: number, rows: Cells[], caller = planner) =>
  caller('POST /api/plan/versions', { query: { year }, file: sheet(...rows) })
const read = (year: number, caller = employee) => caller('GET /api/plan', { query: { year } })

describe('a plan from import to approval', () => {
  it('that has a problem is not saved at all', async () => {
    const preview = await planner('POST /api/plan/versions/preview', {
      query: { year: 2024 },
      file: sheet(goal, { ...programme, owner: 'NO', endsOn: '' }),
    })
    expect(preview.body.problems).toEqual([
      { line: 3, column: 'owner', code: 'annual_plan.import_owner_unknown', params: { code: 'NO' } },
    ])
    const refused = await upload(2024, [goal, { ...programme, owner: 'NO', endsOn: '' }])
    expect(refused).toMatchObject({ status: 422, body: { code: 'annual_plan.import_refused' } })
    expect(refused.body.fields[0].path).toBe('rows/3/owner')
    const { body } = await planner('GET /api/plan/versions', { query: { year: 2024 } })
    expect(body.versions).toEqual([])
  })

  it('is a draft for planners, then preliminary, then approved for everyone', async () => {
    const imported = await upload(2026, [goal, programme])
    expect(imported).toMatchObject({
      status: 201,
      body: { number: 1, status: 'draft', counts: { objective: 1, programme: 1, indicators: 2 }, version: 1 },
    })
    expect((await read(2026)).body).toMatchObject({ version: null, nodes: [] })
    const { id } = imported.body
    const draft = await employee('GET /api/plan', { query: { year: 2026, version: id } })
    expect(draft.status).toBe(404)

    const preliminary = await planner('POST /api/plan/versions/:id/preliminary', { params: { id }, version: 1 })
    expect(preliminary).toMatchObject({ status: 200, body: { status: 'preliminary', version: 2 } })
    expect((await read(2026)).body).toMatchObject({ version: { status: 'preliminary' }, can: { manage: false } })

    const approval = { approvedOn: '2026-01-15', reference: 'قرار وزاري 3/2026' }
    const stale = await planner('POST /api/plan/versions/:id/approve', { params: { id }, version: 1, body: approval })
    expect(stale.status).toBe(412)
    const early = await planner('POST /api/plan/versions/:id/approve', {
      params: { id },
      version: 2,
      body: { ...approval, approvedOn: '2026-01-19' },
    })
    expect(early).toMatchObject({ status: 422, body: { fields: [{ path: 'approvedOn' }] } })
    const approved = await planner('POST /api/plan/versions/:id/approve', {
      params: { id },
      version: 2,
      body: approval,
    })
    expect(approved).toMatchObject({ status: 200, body: { status: 'approved', approvedOn: '2026-01-15' } })
    const seen = await read(2026)
    expect(seen.body).toMatchObject({
      version: { status: 'approved', approvalReference: 'قرار وزاري 3/2026' },
      years: [2026],
      nodes: [
        {
          code: 'G-01',
          owner: null,
          indicators: [{ dataType: 'percentage', baseline: '61.5', target: '70' }],
          serves: [{ priority: { code: 'labour-market' }, indicator: { code: 'omanis-private-sector' } }],
          contribution: { people: 0, keyResults: 0 },
        },
        {
          code: 'P-01',
          owner: { code: 'EMP', name: { ar: 'المديرية العامة للتشغيل' } },
          endsOn: '2026-06-30',
          indicators: [{ dataType: 'date', baseline: null, target: '2026-03-15' }],
        },
      ],
    })
  })

  it('keeps the ids of its nodes in the next version, which supersedes it', async () => {
    const before = (await read(2026)).body
    const renamed = { ...programme, titleAr: 'برنامج الإحلال والتمكين' }
    const preview = await planner('POST /api/plan/versions/preview', {
      query: { year: 2026 },
      file: sheet(goal, renamed),
    })
    expect(preview.body.nodes.map((node: { change: string }) => node.change)).toEqual(['same', 'changed'])
    const second = await upload(2026, [goal, renamed])
    const preliminary = await planner('POST /api/plan/versions/:id/preliminary', {
      params: { id: second.body.id },
      version: 1,
    })
    expect(preliminary).toMatchObject({ status: 409, body: { code: 'annual_plan.approved_exists' } })
    await planner('POST /api/plan/versions/:id/approve', {
      params: { id: second.body.id },
      version: 1,
      body: { approvedOn: '2026-01-18', reference: 'قرار 9' },
    })
    const after = (await read(2026)).body
    expect(after.version.number).toBe(2)
    expect(after.nodes.map((node: { id: string }) => node.id)).toEqual(
      before.nodes.map((node: { id: string }) => node.id),
    )
    const { body } = await planner('GET /api/plan/versions', { query: { year: 2026 } })
    expect(body.versions.map((one: { status: string }) => one.status)).toEqual(['approved', 'superseded'])
    const node = await employee('GET /api/plan/nodes/:id', { params: { id: after.nodes[1].id } })
    expect(node.body).toMatchObject({
      node: { title: { ar: 'برنامج الإحلال والتمكين' } },
      ancestors: [{ code: 'G-01' }],
      children: [],
      current: true,
      history: [
        { number: 2, status: 'approved' },
        { number: 1, title: { ar: 'برنامج الإحلال' } },
      ],
    })
  })

  it('goes out as a sheet that would import as the same plan', async () => {
    const { body } = await planner('GET /api/plan/versions', { query: { year: 2026 } })
    const download = await planner('GET /api/plan/versions/:id/sheet', { params: { id: body.versions[0].id } })
    expect(download.status).toBe(200)
    const preview = await planner('POST /api/plan/versions/preview', {
      query: { year: 2026 },
      file: { filename: 'plan.xlsx', bytes: download.raw },
    })
    expect(preview.body.problems).toEqual([])
    expect(preview.body.nodes.map((node: { change: string }) => node.change)).toEqual(['same', 'same'])
    expect((await planner('GET /api/plan/template', { query: { year: 2026 } })).raw.subarray(0, 2).toString()).toBe(
      'PK',
    )
  })

  it('of two approvals at once leaves one plan in force', async () => {
    const drafts = [await upload(2030, [goal]), await upload(2030, [goal])]
    expect(drafts.map((draft) => draft.body.number)).toEqual([1, 2])
    const answers = await Promise.all(
      drafts.map(({ body: { id } }) =>
        planner('POST /api/plan/versions/:id/approve', {
          params: { id },
          version: 1,
          body: { approvedOn: '2026-01-01', reference: 'قرار' },
        }),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    const { body } = await planner('GET /api/plan/versions', { query: { year: 2030 } })
    expect(body.versions.map((one: { status: string }) => one.status).toSorted()).toEqual(['approved', 'superseded'])
  })

  it('leaves nothing of a discarded draft, and an approved one cannot be discarded', async () => {
    const { id } = (await upload(2031, [goal])).body
    expect((await planner('DELETE /api/plan/versions/:id', { params: { id }, version: 1 })).status).toBe(204)
    expect((await planner('GET /api/plan/versions', { query: { year: 2031 } })).body.versions).toEqual([])
    const approved = (await planner('GET /api/plan/versions', { query: { year: 2026 } })).body.versions[0]
    const answer = await planner('DELETE /api/plan/versions/:id', { params: approved, version: approved.version })
    expect(answer).toMatchObject({ status: 409, body: { code: 'workflow.not_open' } })
  })

  it('refuses files that are no plan', async () => {
    const file = { filename: 'people.csv', bytes: Buffer.from('الاسم,الهاتف\nسالم,99\n') }
    const answer = await planner('POST /api/plan/versions/preview', { query: { year: 2026 }, file })
    expect(answer.status).toBe(422)
  })

  it('is managed by planners alone, and another entity does not see it', async () => {
    expect((await upload(2026, [goal], employee)).status).toBe(403)
    const { id } = (await planner('GET /api/plan/versions', { query: { year: 2026 } })).body.versions[0]
    const stranger = await api.someone({ entityId: await api.entity(), roles: ['planning'] })
    expect((await read(2026, stranger)).body.version).toBeNull()
    expect((await stranger('GET /api/plan', { query: { year: 2026, version: id } })).status).toBe(404)
    expect((await api.stranger('GET /api/plan', { query: { year: 2026 } })).status).toBe(401)
  })
})

describe('what other features ask', () => {
  it('nodes of the plan in force, by year, words and ids', async () => {
    await api.inside(entityId, async (tx) => {
      const nodes = await nodesForYear(tx, { year: 2026 })
      expect(nodes.map((node) => [node.code, node.status])).toEqual([
        ['G-01', 'approved'],
        ['P-01', 'approved'],
      ])
      const all = nodes.map((node) => node.id)
      expect(await nodesExist(tx, { ids: all, year: 2026 })).toBe(true)
      expect(await nodesExist(tx, { ids: [...all, newId()], year: 2026 })).toBe(false)
      expect(await nodesExist(tx, { ids: all, year: 2030 })).toBe(false)
      expect(await nodesByIds(tx, { ids: all.slice(1) })).toMatchObject([
        { code: 'P-01', ownerDivisionId: ids.employment },
      ])
      expect(await search(tx, { text: 'الاحلال', limit: 5 })).toMatchObject([
        { title: { ar: 'برنامج الإحلال والتمكين' } },
      ])
    })
  })

  it('contributions below a node come from whoever is connected', async () => {
    connectAnnualPlan({
      contributions: async (_, { below }) =>
        Object.fromEntries(
          Object.entries(below).map(([id, all]) => [id, { people: all.length, keyResults: 1, divisions: [] }]),
        ),
    })
    const { nodes } = (await read(2026)).body
    connectAnnualPlan({})
    expect(nodes.map((node: { contribution: { people: number } }) => node.contribution.people)).toEqual([2, 1])
  })
})

describe('directions of the year', () => {
  const body = 'التركيز على منصة التشغيل وتقليص مدة الطلب.'

  it('are written by those who lead, read by everyone below, and told', async () => {
    const [head, director, clerk, outsider] = await Promise.all(
      Object.values(people).map((employeeId) => api.someone({ entityId, employeeId })),
    )
    if (!head || !director || !clerk || !outsider) throw new Error('four people')
    const told: DirectionPublished[] = []
    connectAnnualPlan({ directionPublished: async (_, fact) => void told.push(fact) })
    const list = (caller: typeof head) => caller('GET /api/plan/directions', { query: { year: 2026 } })

    expect((await list(director)).body.divisions).toMatchObject([
      { code: 'EMP', depth: 0 },
      { code: 'EMP-1', depth: 1 },
    ])
    expect((await list(clerk)).body.divisions).toEqual([])
    const write = (caller: typeof head, divisionId: string) =>
      caller('POST /api/plan/directions', { body: { year: 2026, divisionId, body } })
    expect(await write(clerk, ids.section)).toMatchObject({
      status: 403,
      body: { code: 'annual_plan.not_your_division' },
    })
    expect((await write(director, ids.root)).status).toBe(403)

    const draft = await write(head, ids.employment)
    expect(draft).toMatchObject({
      status: 201,
      body: { publishedAt: null, version: 1, can: { publish: { allowed: true } } },
    })
    const params = { id: draft.body.id }
    expect((await list(director)).body.directions).toEqual([])
    const peek = await director('POST /api/plan/directions/:id/publish', { params, version: 1 })
    expect(peek.status).toBe(404)

    const published = await head('POST /api/plan/directions/:id/publish', { params, version: 1 })
    expect(published).toMatchObject({ status: 200, body: { version: 2, can: { remove: { allowed: false } } } })
    expect(told).toHaveLength(1)
    expect(new Set(told[0]?.reaches)).toEqual(new Set([people.director, people.clerk]))
    for (const reader of [director, clerk]) {
      expect((await list(reader)).body.directions).toMatchObject([{ body, can: {} }])
    }
    expect((await list(outsider)).body.directions).toEqual([])
    expect((await list(planner)).body.directions).toHaveLength(1)

    const reworded = await head('PUT /api/plan/directions/:id', {
      params,
      version: 2,
      body: { body: `${body} ثم القياس.` },
    })
    expect(reworded).toMatchObject({ status: 200, body: { version: 3 } })
    expect((await director('PUT /api/plan/directions/:id', { params, version: 3, body: { body } })).status).toBe(403)
    expect((await outsider('PUT /api/plan/directions/:id', { params, version: 3, body: { body } })).status).toBe(404)
    expect((await head('DELETE /api/plan/directions/:id', { params, version: 3 })).status).toBe(409)
    const found = await api.inside(entityId, (tx) => directionsFor(tx, { divisionIds: [ids.section], year: 2026 }))
    expect(found).toMatchObject([{ divisionId: ids.employment, body: `${body} ثم القياس.` }])

    const other = await write(head, ids.root)
    const gone = await head('DELETE /api/plan/directions/:id', { params: { id: other.body.id }, version: 1 })
    expect(gone.status).toBe(204)
    connectAnnualPlan({})
  })
})

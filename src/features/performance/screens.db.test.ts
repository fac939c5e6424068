import { Kysely, PostgresDialect, sql } from 'kysely'
import { expect, test } from 'vitest'
import { daysLater, noon, smallMinistry, type World } from '../../../tests/support/performance-world.ts'
import type { Database, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { withEntity } from '../../platform/db/with-entity.ts'
import { printedText } from '../../platform/pdf/test-support/printed-text.ts'
import { readTable } from '../../platform/spreadsheet/read-table.ts'
import { search } from './public.ts'
import { contract } from './schema.ts'
import { addToBank, changeInBank, findInBank, retireFromBank } from './usecases/bank.ts'
import { enrolJoiners, widenDecisions } from './usecases/by-the-clock.ts'
import { compareDocument } from './usecases/compare.ts'
import { completionOf, completionPeopleOf, exportCompletion } from './usecases/completion.ts'
import { chooseKind, listCycles, openCycle } from './usecases/cycles.ts'
import { addComment, recordMeeting, resolveComment } from './usecases/discussion.ts'
import { addObjective } from './usecases/editing.ts'
import { escalateItem } from './usecases/escalate.ts'
import { performanceHome } from './usecases/home.ts'
import { organizationEvents } from './usecases/line-changes.ts'
import { performanceMe } from './usecases/me.ts'
import { printDocument } from './usecases/print.ts'
import { listApprovals, listTeam } from './usecases/team.ts'
import { workItemKinds } from './usecases/work-items.ts'
import { contributions } from './views/contributions.ts'

const { db, app } = await testDatabase()

async function sent(world: World) {
  const id = world.documentOf('employee')
  const written = await world.write(id)
  await world.move(id, 'submit', 'employee')
  return { id, ...written }
}

async function agreed(world: World) {
  const found = await sent(world)
  await world.meet(found.id, 'supervisor')
  await world.move(found.id, 'agree', 'supervisor')
  return found
}

test('everyone sees as much of a document as the part allows', async () => {
  const world = await smallMinistry(db)
  const { id } = await agreed(world)
  for (const who of ['employee', 'supervisor', 'boss'] as const) {
    const view = await world.view(id, who)
    expect(view).toMatchObject({ view: 'full' })
    expect(contract['GET /api/performance/documents/:id'].response.safeParse(view).success).toBe(true)
  }
  const verifier = await world.view(id, 'verifier')
  expect(verifier).toMatchObject({ view: 'links', comments: [], submissions: [], timeline: [], can: {} })
  expect(verifier.content?.objectives).toMatchObject([
    { title: 'تبسيط رحلات المتعاملين', weight: '100', links: [{ code: 'P-03' }], keyResults: [] },
  ])
  expect(await world.view(id, 'team')).toMatchObject({ view: 'status', content: null, problems: [], can: {} })
  for (const who of ['head', 'deputy', 'colleague', 'stranger', 'admin'] as const) {
    await expect(world.view(id, who), who).rejects.toMatchObject({ code: 'performance.not_found' })
  }
})

test('a delegate reads and decides in the name of the supervisor, and no longer than delegated', async () => {
  const world = await smallMinistry(db)
  const { id } = await sent(world)
  await world.delegate('supervisor', 'deputy', { startsOn: '2026-01-10', endsOn: '2026-01-20' })
  expect(await world.view(id, 'deputy')).toMatchObject({
    parts: ['supervisor'],
    onBehalfOf: { id: world.ids.supervisor },
  })
  await expect(world.view(id, 'deputy', daysLater(3))).rejects.toMatchObject({ code: 'performance.not_found' })
  await world.meet(id, 'deputy')
  await world.move(id, 'agree', 'deputy')
  const view = await world.view(id, 'employee')
  expect(view.timeline[0]).toMatchObject({
    event: 'agreed',
    by: { id: world.ids.deputy },
    onBehalfOf: { id: world.ids.supervisor },
  })
})

test('comments stand on a line, tell the other side, and are resolved once', async () => {
  const world = await smallMinistry(db)
  const { id, keyResults, objectiveId } = await sent(world)
  const said = await world.run((tx) =>
    addComment({
      id,
      objectiveId: null,
      keyResultId: keyResults[0] ?? '',
      body: 'العبارة واسعة',
      actor: world.actor('supervisor'),
      newId,
      now: noon,
      tx,
    }),
  )
  expect(said).toMatchObject({ submission: 1, author: { id: world.ids.supervisor }, resolvedAt: null })
  await expect(
    world.run((tx) =>
      addComment({
        id,
        objectiveId,
        keyResultId: newId(),
        body: 'أين؟',
        actor: world.actor('employee'),
        newId,
        now: noon,
        tx,
      }),
    ),
  ).rejects.toMatchObject({ code: 'performance.line_not_found' })
  const resolved = await world.run((tx) =>
    resolveComment({ id, commentId: said.id, actor: world.actor('employee'), newId, now: noon, tx }),
  )
  expect(resolved).toMatchObject({ resolvedBy: { id: world.ids.employee }, can: { resolve: { allowed: false } } })
  await expect(
    world.run((tx) =>
      addComment({
        id,
        objectiveId: null,
        keyResultId: null,
        body: 'سؤال',
        actor: world.actor('team'),
        newId,
        now: noon,
        tx,
      }),
    ),
  ).rejects.toMatchObject({ code: 'workflow.not_yours' })
})

test('a session is recorded after it was held', async () => {
  const world = await smallMinistry(db)
  const { id } = await sent(world)
  const held = (heldAt: Date) =>
    world.run((tx) =>
      recordMeeting({ id, heldAt, mode: 'chat', notes: '', actor: world.actor('supervisor'), newId, now: noon, tx }),
    )
  await expect(held(daysLater(1))).rejects.toMatchObject({ code: 'performance.meeting_in_future' })
  expect(await held(daysLater(-1))).toMatchObject({ mode: 'chat', edition: 1 })
})

test('the version sent again is compared with the one before', async () => {
  const world = await smallMinistry(db)
  const { id, keyResults } = await sent(world)
  await world.move(id, 'sendBack', 'supervisor', { note: 'العبارة واسعة' })
  await world.change(id, keyResults[0] ?? '', { statement: 'نسبة خدمات التراخيص المنجزة', weight: 5000 })
  await world.change(id, keyResults[1] ?? '', { weight: 5000 })
  const compare = (from: number, to?: number) =>
    world.run((tx) => compareDocument({ id, from, to, actor: world.actor('supervisor'), now: noon, tx }))
  expect((await compare(1)).count).toBe(3)
  await world.move(id, 'submit', 'employee')
  const found = await compare(1, 2)
  expect(found.objectives[0]?.keyResults[0]?.statement.map((one) => one.kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ])
  expect(contract['GET /api/performance/documents/:id/comparison'].response.safeParse(found).success).toBe(true)
  await expect(compare(7)).rejects.toMatchObject({ code: 'performance.submission_not_found' })
})

test('the team is listed with a constant number of statements, page by page', async () => {
  const [small, large] = [await smallMinistry(db, { extra: 2 }), await smallMinistry(db, { extra: 60 })]
  const list =
    (world: World, more: object = {}) =>
    (tx: Tx) =>
      listTeam({ query: { line: 'direct', limit: 50, ...more }, actor: world.actor('supervisor'), now: noon, tx })
  const [few, many] = [await counted(small, list(small)), await counted(large, list(large))]
  expect(many.statements).toBe(few.statements)
  expect(many.statements).toBeLessThanOrEqual(4)
  expect(many.result).toMatchObject({ people: 62, counts: { draft: 62, none: 0 } })
  expect(many.result.items).toHaveLength(50)
  const rest = await large.run(list(large, { cursor: many.result.next }))
  expect(rest.items).toHaveLength(12)
  const all = [...many.result.items, ...rest.items].map((one) => one.employee.id)
  expect(new Set(all).size).toBe(62)
  expect((await large.run(list(large, { text: 'more 0042' }))).items).toHaveLength(1)
  expect((await large.run(list(large, { status: 'late' }))).items).toHaveLength(0)
  const second = await large.run((tx) =>
    listTeam({ query: { line: 'second', limit: 50 }, actor: large.actor('boss'), now: noon, tx }),
  )
  expect(second.people).toBe(62 + 4)
})

test('approvals hold what waits for me, with what I may do about it', async () => {
  const world = await smallMinistry(db)
  const { id } = await sent(world)
  const approvals = (who: 'supervisor' | 'boss' | 'deputy' | 'employee', now = noon) =>
    world.run((tx) => listApprovals({ actor: world.actor(who), now, tx }))
  const mine = await approvals('supervisor')
  expect(mine).toMatchObject({
    bulk: { agree: false, sendBack: true },
    items: [
      {
        kind: 'document',
        documentId: id,
        part: 'supervisor',
        dueOn: '2026-01-25',
        can: { agree: { allowed: false, why: 'workflow.needs_meeting' }, sendBack: { allowed: true } },
      },
    ],
  })
  expect(contract['GET /api/performance/approvals'].response.safeParse(mine).success).toBe(true)
  expect((await approvals('boss')).items).toEqual([])
  await world.delegate('supervisor', 'deputy')
  expect((await approvals('deputy')).items).toMatchObject([{ onBehalfOf: { id: world.ids.supervisor } }])
  await world.meet(id, 'supervisor')
  await world.move(id, 'agree', 'supervisor')
  await world.move(id, 'requestAmendment', 'employee', { note: 'تغيرت المهام' })
  expect((await approvals('supervisor')).items).toMatchObject([
    { kind: 'amendment', reason: 'تغيرت المهام', can: { acceptAmendment: { allowed: true } } },
  ])
  expect((await approvals('employee')).items).toEqual([])
})

test('a cycle gives everyone in scope a document, a work item and a notice, in sets', async () => {
  const world = await smallMinistry(db, { extra: 30 })
  expect(world.enrolled).toBe(9 + 30)
  const { rows } = await world.run((tx) =>
    sql<{ items: number; notices: number }>`
      SELECT (SELECT count(*)::int FROM work_items WHERE kind = 'performance.write' AND due_on = '2026-01-21') AS items,
             (SELECT count(*)::int FROM notices WHERE kind = 'performance.cycle_opened') AS notices`.execute(tx),
  )
  expect(rows[0]).toEqual({ items: 39, notices: 39 })
})

test('who joins later gets a document with days of their own', async () => {
  const world = await smallMinistry(db)
  const joiner = newId()
  await world.run((tx) =>
    sql`INSERT INTO employees (id, civil_number, name_ar, name_en, gender, hired_on, created_at)
        VALUES (${joiner}, '77777777', 'موظف جديد', 'Joiner', 'male', '2026-01-18', ${noon})`.execute(tx),
  )
  for (let run = 0; run < 2; run += 1)
    await world.run((tx) => enrolJoiners({ tx, entityId: world.entityId, now: noon, newId }))
  const { rows } = await world.run((tx) =>
    sql<{ due: string }>`SELECT due_on AS due FROM performance_documents WHERE employee_id = ${joiner}`.execute(tx),
  )
  // Fifteen working days from Sunday 18 January.
  expect(rows).toEqual([{ due: '2026-02-05' }])
})

test('the kind of a year is fixed once a cycle has opened; the next year is free', async () => {
  const world = await smallMinistry(db)
  const choose = (year: number, kind: 'quarter' | 'third' | 'half') =>
    world.run((tx) => chooseKind({ year, kind, actor: world.actor('admin'), newId, now: noon, tx }))
  await expect(choose(2026, 'half')).rejects.toMatchObject({ code: 'performance.kind_fixed' })
  expect((await choose(2027, 'third')).cycles).toHaveLength(3)
  expect((await choose(2027, 'half')).cycles.map((one) => one.endsOn)).toEqual(['2027-06-30', '2027-12-31'])
  const listed = await world.run((tx) => listCycles({ actor: world.actor('admin'), now: noon, tx }))
  expect(listed.years).toMatchObject([
    { year: 2027, kind: 'half', can: { setKind: { allowed: true } } },
    {
      year: 2026,
      kind: 'quarter',
      can: { setKind: { allowed: false } },
      cycles: [
        { status: 'open', documents: 9 },
        { can: { open: { allowed: false, why: 'performance.cycle_too_early' } } },
        {},
        {},
      ],
    },
  ])
  expect(contract['GET /api/performance/cycles'].response.safeParse(listed).success).toBe(true)
  await expect(
    world.run((tx) => openCycle({ id: world.cycle.id, version: 2, actor: world.actor('admin'), newId, now: noon, tx })),
  ).rejects.toMatchObject({ code: 'performance.cycle_already_open' })
})

test('an objective of the bank brings its key results, but no dates of another time', async () => {
  const world = await smallMinistry(db)
  const input = {
    title: 'رفع رضا المتعاملين',
    class: 'annual_plan' as const,
    divisionId: null,
    postId: null,
    planNodeId: world.nodes.programme,
    keyResults: [
      {
        statement: 'نسبة الرضا',
        dataType: 'percentage' as const,
        targets: { below: '70', meets: '80', exceeds: '90' },
      },
      {
        statement: 'اعتماد الدليل',
        dataType: 'date' as const,
        targets: { below: '2025-03-31', meets: '2025-03-15', exceeds: '2025-03-01' },
      },
    ],
  }
  await expect(
    world.run((tx) => addToBank({ input, actor: world.actor('employee'), newId, now: noon, tx })),
  ).rejects.toMatchObject({ code: 'performance.bank_not_yours' })
  const entry = await world.run((tx) => addToBank({ input, actor: world.actor('team'), newId, now: noon, tx }))
  const found = await world.run((tx) =>
    findInBank({
      query: { scope: 'all', text: 'رضا المتعاملين', retired: false, limit: 10 },
      actor: world.actor('employee'),
      now: noon,
      tx,
    }),
  )
  expect(found).toMatchObject({ total: 1, items: [{ id: entry.id, planNode: { code: 'P-03' }, can: {} }], can: {} })
  const id = world.documentOf('employee')
  const added = await world.run((tx) =>
    addObjective({
      id,
      version: 1,
      objective: { bankObjectiveId: entry.id, nodeIds: [] },
      actor: world.actor('employee'),
      newId,
      now: noon,
      tx,
    }),
  )
  expect(added.content.objectives).toMatchObject([
    {
      links: [{ code: 'P-03' }],
      keyResults: [
        { targets: { below: '70' }, weight: null },
        { dataType: 'date', targets: { below: null } },
      ],
    },
  ])
  const changed = await world.run((tx) =>
    changeInBank({
      id: entry.id,
      version: 1,
      input: { ...input, title: 'عنوان آخر' },
      actor: world.actor('team'),
      newId,
      now: noon,
      tx,
    }),
  )
  expect(changed).toMatchObject({ version: 2, title: 'عنوان آخر' })
  await world.run((tx) => retireFromBank({ id: entry.id, version: 2, actor: world.actor('team'), now: noon, tx }))
  const after = await world.run((tx) =>
    findInBank({ query: { scope: 'all', retired: false, limit: 10 }, actor: world.actor('team'), now: noon, tx }),
  )
  expect(after).toMatchObject({ total: 0, can: { create: { allowed: true } } })
})

test('what I wrote in an earlier cycle is offered again', async () => {
  const world = await smallMinistry(db)
  await agreed(world)
  const april = new Date('2026-04-02T08:00:00Z')
  const list = (now: Date) =>
    world.run((tx) =>
      findInBank({ query: { scope: 'previous', retired: false, limit: 10 }, actor: world.actor('employee'), now, tx }),
    )
  expect((await list(noon)).total).toBe(0)
  expect(await list(april)).toMatchObject({
    total: 1,
    items: [{ title: 'تبسيط رحلات المتعاملين', planNode: { code: 'P-03' } }],
  })
})

test('completion counts people by division and shows states alone', async () => {
  const world = await smallMinistry(db)
  await agreed(world)
  const report = await world.run((tx) => completionOf({ actor: world.actor('team'), now: daysLater(10), tx }))
  expect(report.total).toMatchObject({ employees: 9, agreed: 1, draft: 8, late: 8, agreedShare: '11.11' })
  expect(report.rows).toMatchObject([{ division: { depth: 0 }, employees: 9 }])
  await expect(
    world.run((tx) => completionOf({ actor: world.actor('employee'), now: noon, tx })),
  ).rejects.toMatchObject({ code: 'performance.completion_not_yours' })
  const people = await world.run((tx) =>
    completionPeopleOf({ status: 'agreed', limit: 10, actor: world.actor('team'), now: noon, tx }),
  )
  expect(people.items).toMatchObject([
    { employee: { id: world.ids.employee }, supervisor: { id: world.ids.supervisor }, status: 'agreed' },
  ])
  const file = await world.run((tx) => exportCompletion({ language: 'ar', actor: world.actor('team'), now: noon, tx }))
  const table = await readTable(file.bytes, { filename: file.filename })
  expect(table.rows[0]?.cells).toMatchObject({ التقسيم: 'الوزارة', معتمدة: '1' })
})

test.each(['ar', 'en'] as const)('the agreed document is printed with both signatures (%s)', async (language) => {
  const world = await smallMinistry(db)
  const { id } = await agreed(world)
  const file = await world.run((tx) => printDocument({ id, language, actor: world.actor('employee'), now: noon, tx }))
  const text = printedText(file.bytes)
  const words =
    language === 'ar'
      ? ['وثيقة الأداء', 'وزارة التجربة', 'تبسيط رحلات المتعاملين', 'المسؤول المباشر', 'معتمدة', 'الربع الأول']
      : ['Performance document', 'Trial Ministry', 'Name employee', 'Name supervisor', 'Agreed', 'P-03']
  for (const word of [...words, '70%', '85%', '95%', '60', '40']) expect(text).toContain(word)
  await expect(
    world.run((tx) => printDocument({ id, language, actor: world.actor('verifier'), now: noon, tx })),
  ).rejects.toMatchObject({ code: 'workflow.not_yours' })
})

test('the frame and the home page hear what they ask for', async () => {
  const world = await smallMinistry(db)
  await sent(world)
  const ask = { actor: world.actor('supervisor') as never, now: noon }
  const me = await world.run(async (tx) => ({
    can: await performanceMe.can?.(tx, ask),
    counts: await performanceMe.counts?.(tx, ask),
    cycle: await performanceMe.cycle?.(tx, ask),
    card: await performanceHome.card?.(tx, ask),
    dates: await performanceHome.dates?.(tx, ask),
    hits: await search(tx, { ...ask, text: 'employee', limit: 5, on: '2026-01-18' }),
  }))
  expect(me).toMatchObject({
    can: {
      'performance.my': true,
      'performance.team': true,
      'performance.administer': false,
      'performance.completion': false,
    },
    counts: { 'performance.approvals': 1 },
    cycle: { kind: 'quarter', ordinal: 1, phase: 'writing', day: 12, of: 15 },
    card: {
      document: { status: 'draft', problems: [{ code: 'performance.no_objectives' }] },
      team: { people: 2, counts: { submitted: 1, draft: 1 } },
    },
    hits: [{ link: `/documents/${world.documentOf('employee')}` }],
  })
  expect(me.dates?.map((one) => one.kind)).toEqual([
    'performance_plan_due',
    'performance_decisions_due',
    'performance_cycle_ends',
  ])
})

test('a late decision reminds, then goes up, then reaches the Ejada team', async () => {
  const world = await smallMinistry(db)
  await world.run((tx) =>
    sql`INSERT INTO sign_in_identities (id, civil_number, created_at) VALUES (${world.ids.team}, ${String(Math.floor(Math.random() * 1e9) + 1e9)}, ${noon})`
      .execute(tx)
      .then(() =>
        sql`INSERT INTO identity_entities (identity_id, entity_id, employee_id) VALUES (${world.ids.team}, ${world.entityId}, ${world.ids.team})`.execute(
          tx,
        ),
      )
      .then(() =>
        sql`INSERT INTO role_grants (id, identity_id, role, granted_at, reason) VALUES (${newId()}, ${world.ids.team}, 'ejada_team', ${noon}, 'تجربة')`.execute(
          tx,
        ),
      ),
  )
  const { id } = await sent(world)
  await world.meet(id, 'supervisor')
  const item = await itemOf(world, id)
  const step = (name: 'remind_actor' | 'tell_higher_official' | 'tell_ejada_team' | 'route_absence') =>
    world.run((tx) => escalateItem(tx, { item, step: name, newId, now: daysLater(20) }))
  await step('remind_actor')
  await step('tell_higher_official')
  await step('tell_ejada_team')
  expect(await lateNotices(world)).toEqual([world.ids.supervisor, world.ids.boss, world.ids.team].toSorted())
  await step('route_absence')
  expect((await lateNotices(world)).length).toBe(3)
  await world.move(id, 'agree', 'boss', { now: daysLater(20) })
})

test('what waits for somebody recorded as absent goes to the higher official', async () => {
  const world = await smallMinistry(db)
  const { id } = await sent(world)
  await world.run(async (tx) =>
    escalateItem(tx, { item: await itemIn(tx, id), step: 'route_absence', newId, now: daysLater(8) }),
  )
  await world.meet(id, 'boss', daysLater(8))
  await world.move(id, 'agree', 'boss', { now: daysLater(8) })
  expect(await world.view(id, 'employee', daysLater(8))).toMatchObject({ status: 'agreed' })
})

test('ten working days after the first submission the higher official may decide', async () => {
  const world = await smallMinistry(db)
  const { id } = await sent(world)
  const widen = (days: number) =>
    world.run((tx) => widenDecisions({ tx, entityId: world.entityId, now: daysLater(days), newId }))
  await widen(13)
  expect(await world.view(id, 'boss')).toMatchObject({ higherMayDecide: false })
  await widen(14)
  await widen(14)
  expect(await world.view(id, 'boss')).toMatchObject({ higherMayDecide: true })
  const { rows } = await world.run((tx) =>
    sql<{
      count: number
    }>`SELECT count(*)::int AS count FROM notices WHERE kind = 'performance.higher_may_decide'`.execute(tx),
  )
  expect(rows[0]?.count).toBe(1)
})

test('a new supervisor finds what waited for the former one', async () => {
  const world = await smallMinistry(db)
  const { id } = await sent(world)
  const { employee, supervisor, deputy } = world.ids
  await world.run(async (tx) => {
    await sql`UPDATE supervisions SET valid_to = '2026-01-17' WHERE employee_id = ${employee}`.execute(tx)
    await sql`INSERT INTO supervisions (id, employee_id, supervisor_id, valid_from) VALUES (${newId()}, ${employee}, ${deputy}, '2026-01-18')`.execute(
      tx,
    )
    await organizationEvents.supervisorChanged(tx, {
      employeeId: employee,
      from: supervisor,
      to: deputy,
      newId,
      now: noon,
    })
  })
  expect(await itemOf(world, id)).toMatchObject({ assigneeId: deputy })
  await world.meet(id, 'deputy')
  await world.move(id, 'agree', 'deputy')
})

test('the inbox sends several back with one note, and agrees several only where allowed', async () => {
  const world = await smallMinistry(db)
  const { id } = await sent(world)
  const decide = workItemKinds.find((one) => one.kind === 'performance.decide')
  const bulk = await world.run(async (tx) => decide?.bulk?.(tx, { now: noon }))
  expect(bulk).toEqual([{ move: 'sendBack', needsComment: true }])
  const item = await itemOf(world, id)
  await world.run(async (tx) =>
    decide?.act?.(tx, {
      item,
      move: 'sendBack',
      comment: 'تعديل',
      actor: world.actor('supervisor') as never,
      newId,
      now: noon,
    }),
  )
  expect(await world.view(id, 'employee')).toMatchObject({ status: 'returned' })
})

test('the plan learns who contributes to a node and to anything above it', async () => {
  const world = await smallMinistry(db)
  await agreed(world)
  const { objective, programme } = world.nodes
  const found = await world.run((tx) =>
    contributions(tx, {
      nodeIds: [objective, programme],
      below: { [objective]: [objective, programme], [programme]: [programme] },
      year: 2026,
    }),
  )
  for (const node of [objective, programme])
    expect(found[node]).toMatchObject({ people: 1, keyResults: 2, divisions: [{ people: 1, name: { ar: 'الوزارة' } }] })
})

async function counted<T>(world: World, work: (tx: Tx) => Promise<T>): Promise<{ result: T; statements: number }> {
  let count = 0
  const counting = new Kysely({
    dialect: new PostgresDialect({ pool: app }),
    log: () => {
      count += 1
    },
  }) as unknown as Database
  const result = await withEntity(counting, { entityId: world.entityId }, work)
  return { result, statements: count - 2 }
}

type Item = Parameters<typeof escalateItem>[1]['item']

async function itemIn(tx: Tx, documentId: string): Promise<Item> {
  const { rows } = await sql<Item>`
    SELECT id, kind, json_build_object('type', subject_type, 'id', subject_id) AS subject, about_id AS "aboutId",
           assignee_id AS "assigneeId", params, opened_at AS "openedAt", due_on AS "dueOn", escalation
      FROM work_items WHERE subject_id = ${documentId} AND closed_at IS NULL`.execute(tx)
  const [item] = rows
  if (!item) throw new Error('nothing waits')
  return item
}

function itemOf(world: World, documentId: string): Promise<Item> {
  return world.run((tx) => itemIn(tx, documentId))
}

async function lateNotices(world: World): Promise<string[]> {
  const { rows } = await world.run((tx) =>
    sql<{ id: string }>`SELECT recipient_id AS id FROM notices WHERE kind = 'performance.decision_late'`.execute(tx),
  )
  return rows.map((one) => one.id).toSorted()
}

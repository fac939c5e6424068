import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { daysLater, noon, smallMinistry, type World } from '../../../tests/support/performance-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import type { MoveName } from './domain/workflow.ts'
import { endObjections } from './usecases/by-the-clock.ts'

const { db } = await testDatabase()

type Who =
  | 'head'
  | 'boss'
  | 'supervisor'
  | 'deputy'
  | 'employee'
  | 'colleague'
  | 'stranger'
  | 'team'
  | 'verifier'
  | 'admin'
const everyone: readonly Who[] = [
  'head',
  'boss',
  'supervisor',
  'deputy',
  'employee',
  'colleague',
  'stranger',
  'team',
  'verifier',
  'admin',
]

const february = new Date('2026-02-01T08:00:00Z')
const closingDays = new Date('2026-03-20T08:00:00Z')

const reach = {
  draft: async (world: World) => {
    const id = world.documentOf('employee')
    await world.write(id)
    return id
  },
  submitted: async (world: World) => {
    const id = await reach.draft(world)
    await world.move(id, 'submit', 'employee')
    await world.meet(id, 'supervisor')
    return id
  },
  agreed: async (world: World) => {
    const id = await reach.submitted(world)
    await world.move(id, 'agree', 'supervisor')
    return id
  },
  asked: async (world: World) => {
    const id = await reach.agreed(world)
    await world.move(id, 'requestAmendment', 'employee', { note: 'تغيرت المهام' })
    return id
  },
  amending: async (world: World) => {
    const id = await reach.asked(world)
    await world.move(id, 'acceptAmendment', 'supervisor')
    return id
  },
  amended: async (world: World) => {
    const id = await reach.amending(world)
    await world.move(id, 'submit', 'employee')
    return id
  },
  drafted: async (world: World) => {
    const id = await reach.draft(world)
    await world.move(id, 'draftFor', 'supervisor', { now: february })
    return id
  },
  sentForEmployee: async (world: World) => {
    const id = await reach.drafted(world)
    await world.move(id, 'submitFor', 'supervisor', { now: february })
    return id
  },
}

type Row = {
  move: MoveName
  from: keyof typeof reach
  by: Who
  to: string
  now?: Date
  note?: string
  wrongState: keyof typeof reach
}
const rows: readonly Row[] = [
  { move: 'submit', from: 'draft', by: 'employee', to: 'submitted', wrongState: 'submitted' },
  { move: 'withdraw', from: 'submitted', by: 'employee', to: 'draft', wrongState: 'agreed' },
  { move: 'withdrawAmended', from: 'amended', by: 'employee', to: 'amending', wrongState: 'submitted' },
  {
    move: 'sendBack',
    from: 'submitted',
    by: 'supervisor',
    to: 'returned',
    note: 'مستهدف بلا مبرر',
    wrongState: 'draft',
  },
  { move: 'agree', from: 'submitted', by: 'supervisor', to: 'agreed', wrongState: 'agreed' },
  {
    move: 'requestAmendment',
    from: 'agreed',
    by: 'supervisor',
    to: 'agreed',
    note: 'تغيرت الخطة',
    wrongState: 'draft',
  },
  { move: 'acceptAmendment', from: 'asked', by: 'supervisor', to: 'amending', wrongState: 'agreed' },
  { move: 'declineAmendment', from: 'asked', by: 'supervisor', to: 'agreed', note: 'لا حاجة', wrongState: 'agreed' },
  { move: 'withdrawAmendment', from: 'asked', by: 'employee', to: 'agreed', wrongState: 'agreed' },
  {
    move: 'cancelAmendment',
    from: 'amending',
    by: 'employee',
    to: 'agreed',
    note: 'انتفى السبب',
    wrongState: 'agreed',
  },
  { move: 'draftFor', from: 'draft', by: 'supervisor', to: 'draft', now: february, wrongState: 'submitted' },
  {
    move: 'submitFor',
    from: 'drafted',
    by: 'supervisor',
    to: 'submitted',
    now: february,
    wrongState: 'sentForEmployee',
  },
  {
    move: 'object',
    from: 'sentForEmployee',
    by: 'employee',
    to: 'draft',
    now: february,
    note: 'لا تمثل عملي',
    wrongState: 'submitted',
  },
]

describe.each(rows)('$move', ({ move, from, by, to, now = noon, note = 'ملاحظة', wrongState }) => {
  test(`works for the ${by}`, async () => {
    const world = await smallMinistry(db)
    const id = await reach[from](world)
    const { version } = await world.move(id, move, by, { note, now })
    const after = await world.view(id, by, now)
    expect(after).toMatchObject({ status: to, version })
  })

  test('is refused in another state, and leaves nothing behind', async () => {
    const world = await smallMinistry(db)
    const id = await reach[wrongState](world)
    const before = await world.view(id, by, now)
    await expect(world.move(id, move, by, { note, now })).rejects.toMatchObject({ name: 'Refusal' })
    expect(await world.view(id, by, now)).toEqual(before)
  })

  test('is forbidden to everyone whose part it is not', async () => {
    const world = await smallMinistry(db)
    const id = await reach[from](world)
    const mine: readonly Who[] = ['employee', 'supervisor', 'boss']
    for (const who of everyone.filter((one) => !mine.includes(one))) {
      await expect(world.move(id, move, who, { note, now }), who).rejects.toMatchObject({
        code: who === 'team' || who === 'verifier' ? 'workflow.not_yours' : 'performance.not_found',
      })
    }
  })
})

test('a decision on an older version is refused and says who changed it', async () => {
  const world = await smallMinistry(db)
  const id = await reach.submitted(world)
  const stale = await world.versionOf(id)
  await world.move(id, 'withdraw', 'employee')
  await expect(world.move(id, 'agree', 'supervisor', { version: stale })).rejects.toMatchObject({
    code: 'http.changed_by_other',
    params: { by: 'اسم employee', byEn: 'Name employee' },
  })
})

test('what was agreed comes back whole when an amendment is given up', async () => {
  const world = await smallMinistry(db)
  const id = await reach.amending(world)
  const agreed = (await world.view(id, 'employee')).content
  const [first] = agreed?.objectives[0]?.keyResults ?? []
  await world.change(id, first?.id ?? '', {
    weight: 1000,
    statement: 'شيء آخر',
    dataType: 'date',
    targets: { below: '2026-03-30', meets: '2026-03-20', exceeds: '2026-03-10' },
  })
  await world.move(id, 'cancelAmendment', 'employee', { note: 'انتفى السبب' })
  const after = await world.view(id, 'employee')
  expect(after).toMatchObject({ status: 'agreed', weightTotal: '100', edition: 1, content: agreed })
})

test('dates survive a round through a submission', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { keyResults } = await world.write(id)
  await world.change(id, keyResults[0] ?? '', {
    dataType: 'date',
    targets: { below: '31/3/2026', meets: '2026-03-15', exceeds: '٢٠٢٦-٠٣-٠١' },
  })
  await world.move(id, 'submit', 'employee')
  await world.meet(id, 'supervisor')
  await world.move(id, 'agree', 'supervisor')
  await world.move(id, 'requestAmendment', 'employee', { note: 'سبب كاف' })
  await world.move(id, 'acceptAmendment', 'supervisor')
  await world.move(id, 'cancelAmendment', 'employee', { note: 'سبب كاف' })
  const { content } = await world.view(id, 'employee')
  expect(content?.objectives[0]?.keyResults[0]?.targets).toEqual({
    below: '2026-03-31',
    meets: '2026-03-15',
    exceeds: '2026-03-01',
  })
})

test('an amended edition needs a discussion of its own', async () => {
  const world = await smallMinistry(db)
  const id = await reach.amended(world)
  await expect(world.move(id, 'agree', 'supervisor')).rejects.toMatchObject({ code: 'workflow.needs_meeting' })
  await world.meet(id, 'supervisor')
  await world.move(id, 'agree', 'supervisor')
  expect(await world.view(id, 'employee')).toMatchObject({ status: 'agreed', edition: 2 })
})

test('in the closing days the higher official asks, and the employee answers', async () => {
  const world = await smallMinistry(db)
  const id = await reach.agreed(world)
  await expect(
    world.move(id, 'requestAmendment', 'employee', { note: 'سبب كاف', now: closingDays }),
  ).rejects.toMatchObject({
    code: 'performance.amendment_too_late',
  })
  await world.move(id, 'requestAmendment', 'boss', { note: 'سبب كاف', now: closingDays })
  await world.move(id, 'acceptAmendment', 'employee', { now: closingDays })
  expect(await world.view(id, 'employee', closingDays)).toMatchObject({ status: 'amending', edition: 2 })
})

test('after the second return the higher official is told, has it on the list, and may agree', async () => {
  const world = await smallMinistry(db)
  const id = await reach.submitted(world)
  await expect(world.move(id, 'agree', 'boss')).rejects.toMatchObject({ code: 'performance.supervisor_decides' })
  await world.move(id, 'sendBack', 'supervisor', { note: 'أولى' })
  await world.move(id, 'submit', 'employee')
  expect(await world.view(id, 'supervisor')).toMatchObject({ nextReturnTellsHigherOfficial: true })
  await world.move(id, 'sendBack', 'supervisor', { note: 'ثانية' })
  await world.move(id, 'submit', 'employee')
  expect(await openFor(world, world.ids.boss, id)).toEqual(['performance.decide'])
  expect(await noticesOf(world, world.ids.boss)).toContain('performance.higher_may_decide')
  await world.move(id, 'agree', 'boss')
  expect(await world.view(id, 'employee')).toMatchObject({ status: 'agreed' })
  expect(await openFor(world, world.ids.supervisor, id)).toEqual([])
})

test('what a supervisor drafted waits for objections and is agreed above', async () => {
  const world = await smallMinistry(db)
  const id = await reach.sentForEmployee(world)
  await world.meet(id, 'boss', february)
  await expect(world.move(id, 'agree', 'supervisor', { now: february })).rejects.toMatchObject({
    code: 'performance.own_draft',
  })
  await expect(world.move(id, 'agree', 'boss', { now: february })).rejects.toMatchObject({
    code: 'performance.objection_open',
  })
  const later = new Date('2026-02-05T08:00:00Z')
  expect(await openFor(world, world.ids.employee, id)).toEqual(['performance.objection'])
  await world.run((tx) => endObjections({ tx, entityId: world.entityId, now: later, newId }))
  expect(await openFor(world, world.ids.employee, id)).toEqual([])
  await world.move(id, 'agree', 'boss', { now: later })
  expect(await world.view(id, 'employee', later)).toMatchObject({
    status: 'agreed',
    draftedBy: { id: world.ids.supervisor },
  })
})

test('while the supervisor drafts, the employee reads and may take it back', async () => {
  const world = await smallMinistry(db)
  const id = await reach.drafted(world)
  const [key] = (await world.view(id, 'employee', february)).content?.objectives[0]?.keyResults ?? []
  await expect(world.change(id, key?.id ?? '', { weight: 1 }, 'employee')).rejects.toMatchObject({
    code: 'performance.drafted_by_supervisor',
  })
  await world.change(id, key?.id ?? '', { statement: 'صياغة المسؤول' }, 'supervisor', undefined, february)
  await world.move(id, 'object', 'employee', { note: 'سأكملها بنفسي', now: february })
  await world.change(id, key?.id ?? '', { statement: 'صياغتي' }, 'employee', undefined, february)
  await expect(world.change(id, key?.id ?? '', { weight: 1 }, 'supervisor')).rejects.toMatchObject({
    code: 'performance.only_employee_edits',
  })
})

test('work items follow the document, and their due dates the table of clocks', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  expect(await openFor(world, world.ids.employee, id)).toEqual(['performance.write'])
  expect(await world.view(id, 'employee')).toMatchObject({
    waiting: { for: 'employee', dueOn: '2026-01-21', lateDays: 0 },
  })
  await reach.submitted(world)
  expect(await openFor(world, world.ids.employee, id)).toEqual([])
  expect(await openFor(world, world.ids.supervisor, id)).toEqual(['performance.decide'])
  // Five working days after Sunday 18 January.
  expect(await world.view(id, 'supervisor')).toMatchObject({ waiting: { for: 'supervisor', dueOn: '2026-01-25' } })
  expect(await world.view(id, 'supervisor', daysLater(10))).toMatchObject({ waiting: { lateDays: 3 } })
  await world.move(id, 'sendBack', 'supervisor', { note: 'تعديل' })
  expect(await openFor(world, world.ids.employee, id)).toEqual(['performance.revise'])
  expect(await noticesOf(world, world.ids.employee)).toContain('performance.send_back')
})

test('every move leaves one row in the audit chain', async () => {
  const world = await smallMinistry(db)
  const id = await reach.agreed(world)
  const { rows: told } = await world.run((tx) =>
    sql<{ action: string }>`SELECT action FROM audit_events WHERE subject_id = ${id} ORDER BY seq`.execute(tx),
  )
  expect(told.map((one) => one.action)).toEqual([
    'performance.edit',
    'performance.submit',
    'performance.meeting',
    'performance.agree',
  ])
})

async function openFor(world: World, employeeId: string, documentId: string): Promise<string[]> {
  const { rows: found } = await world.run((tx) =>
    sql<{
      kind: string
    }>`SELECT kind FROM work_items WHERE assignee_id = ${employeeId} AND subject_id = ${documentId} AND closed_at IS NULL ORDER BY kind`.execute(
      tx,
    ),
  )
  return found.map((one) => one.kind)
}

async function noticesOf(world: World, employeeId: string): Promise<string[]> {
  const { rows: found } = await world.run((tx) =>
    sql<{ kind: string }>`SELECT kind FROM notices WHERE recipient_id = ${employeeId}`.execute(tx),
  )
  return found.map((one) => one.kind)
}

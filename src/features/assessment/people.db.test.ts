import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { afterEnd, type ClosingWorld, closingMinistry, closingNoon } from '../../../tests/support/closing-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { printedText } from '../../platform/pdf/test-support/printed-text.ts'
import { Refusal } from '../../shared/refusal.ts'
import { openCycle } from '../performance/usecases/cycles.ts'
import { endSegments } from './usecases/by-the-clock.ts'
import { closeCycle, decideCycle, listClosingPeople, showClosing } from './usecases/closing.ts'
import { connectAssessment } from './usecases/connections.ts'
import { giveFeedback, listFeedback, listFeedbackPeople } from './usecases/feedback.ts'
import { listMine } from './usecases/mine.ts'
import { printAssessment } from './usecases/print.ts'
import { organizationEvents } from './usecases/segments.ts'
import { listQueue, listTeam } from './usecases/team.ts'
import { writeDifficulties } from './usecases/writing.ts'

const { db } = await testDatabase()

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** Moves the employee to a second division from a day on, as the organization records it. */
async function transfer(world: ClosingWorld, on: string): Promise<void> {
  await world.run(async (tx) => {
    const division = newId()
    await sql`INSERT INTO divisions (id, code, created_at) VALUES (${division}, 'D2', ${closingNoon})`.execute(tx)
    await sql`INSERT INTO division_periods (id, division_id, kind, name_ar, name_en, parent_id, valid_from)
              SELECT ${newId()}, ${division}, 'directorate', 'دائرة', 'Directorate', id, '2020-01-01' FROM divisions WHERE code = 'D1'`.execute(
      tx,
    )
    const { employee } = world.ids
    await sql`UPDATE assignments SET valid_to = ${on}::date - 1 WHERE employee_id = ${employee}`.execute(tx)
    await sql`INSERT INTO assignments (id, employee_id, division_id, post_id, level, valid_from)
              SELECT ${newId()}, ${employee}, ${division}, id, 5, ${on} FROM posts LIMIT 1`.execute(tx)
  })
}

async function lead(world: ClosingWorld, who: 'deputy', from: string): Promise<void> {
  await world.run(async (tx) => {
    const { employee } = world.ids
    await sql`UPDATE supervisions SET valid_to = ${from}::date - 1 WHERE employee_id = ${employee}`.execute(tx)
    await sql`INSERT INTO supervisions (id, employee_id, supervisor_id, valid_from) VALUES (${newId()}, ${employee}, ${world.ids[who]}, ${from})`.execute(
      tx,
    )
  })
}

const close = (world: ClosingWorld, now = afterEnd) =>
  world.run(async (tx) => {
    const { cycle } = await showClosing({ id: world.cycle.id, actor: world.actor('team'), now, tx })
    const request = { id: world.cycle.id, version: cycle.version, withOpen: true, newId, now, tx }
    return closeCycle({ ...request, actor: world.actor('team') })
  })

const resultOf = (world: ClosingWorld, employeeId: string) =>
  world.run(async (tx) => {
    const { rows } = await sql<{
      status: string
      cause: string | null
      result: string | null
      segments: number
      covered: number
      version: number
    }>`
      SELECT status, cause, result::text, segments, covered_days AS covered, version FROM cycle_results WHERE employee_id = ${employeeId}`.execute(
      tx,
    )
    return rows[0] ?? null
  })

test('a transfer ends the document the day before; the former supervisor rates it, the rest is a plan of its own', async () => {
  const world = await closingMinistry(db)
  await transfer(world, '2026-02-15')
  await lead(world, 'deputy', '2026-02-15')
  const now = new Date('2026-02-15T08:00:00Z')
  await world.run((tx) => organizationEvents.employeeTransferred(tx, { employeeId: world.ids.employee, newId, now }))
  // Known already: the clock finds nothing more to do.
  await world.run((tx) => endSegments({ tx, now, newId, entityId: world.entityId }))
  const { rows } = await world.run((tx) =>
    sql<{ id: string; segment: number; latest: boolean; starts: string | null; ends: string | null; status: string }>`
      SELECT id, segment, latest, starts_on AS starts, ends_on AS ends, status FROM performance_documents
       WHERE employee_id = ${world.ids.employee} ORDER BY segment`.execute(tx),
  )
  expect(rows).toMatchObject([
    { segment: 1, latest: false, starts: null, ends: '2026-02-14', status: 'agreed' },
    { segment: 2, latest: true, starts: '2026-02-15', ends: null, status: 'draft' },
  ])
  await world.openWindows(now)
  await world.fill({ now })
  await world.act('send', 'employee', { now })
  const view = await world.show('supervisor', now)
  expect(view).toMatchObject({ segment: { number: 1, of: 2, endsOn: '2026-02-14' }, parts: ['supervisor'] })
  expect(await codeOf(world.show('deputy', now))).toBe('assessment.not_found')
  await world.hold('supervisor', now)
  await world.act('approve', 'supervisor', { acceptRemaining: true, now })
  await close(world)
  // 31 of 64 working days: less than half, and the second plan was never agreed.
  expect(await resultOf(world, world.ids.employee)).toMatchObject({
    status: 'undecided',
    cause: 'not_agreed',
    segments: 1,
  })
})

test('a transfer near the end asks for no new plan, and one that is planned takes effect on its day', async () => {
  const world = await closingMinistry(db)
  await transfer(world, '2026-03-22')
  const before = new Date('2026-03-10T08:00:00Z')
  await world.run((tx) =>
    organizationEvents.employeeTransferred(tx, { employeeId: world.ids.employee, newId, now: before }),
  )
  expect((await world.show('employee', before)).segment).toMatchObject({ of: 1, endsOn: '2026-03-31' })
  const day = new Date('2026-03-22T08:00:00Z')
  await world.run((tx) => endSegments({ tx, now: day, newId, entityId: world.entityId }))
  expect((await world.show('employee', day)).segment).toEqual({
    number: 1,
    of: 1,
    startsOn: '2026-01-01',
    endsOn: '2026-03-21',
  })
})

test('a new supervisor keeps the plan; the outgoing one of most of the cycle is heard first', async () => {
  const world = await closingMinistry(db)
  await lead(world, 'deputy', '2026-03-15')
  const { employee, supervisor, deputy } = world.ids
  const on = '2026-03-15'
  await world.run((tx) =>
    organizationEvents.supervisorChanged(tx, {
      employeeId: employee,
      from: supervisor,
      to: deputy,
      on,
      newId,
      now: closingNoon,
    }),
  )
  await world.sent()
  await world.hold('deputy')
  expect(await codeOf(world.act('approve', 'deputy', { acceptRemaining: true }))).toBe(
    'assessment.interim_note_awaited',
  )
  const owed = await world.run((tx) =>
    listFeedback({
      query: { employeeId: employee, limit: 20 },
      actor: world.actor('supervisor'),
      now: closingNoon,
      tx,
    }),
  )
  expect(owed.owed).toMatchObject([{ documentId: world.id, dueOn: '2026-04-01' }])
  const note = {
    employeeId: employee,
    kind: 'interim' as const,
    body: 'أنجز ما اتُّفق عليه حتى منتصف مارس',
    documentId: world.id,
  }
  await world.run((tx) => giveFeedback({ ...note, actor: world.actor('supervisor'), newId, now: closingNoon, tx }))
  expect(await codeOf(world.act('approve', 'deputy', { acceptRemaining: true }))).toBe('assessment.feedback_owed')
  expect((await world.show('deputy')).interimNotes).toMatchObject([{ author: { id: supervisor }, kind: 'interim' }])
})

test('feedback is given by the line at any time and read by the employee, and by nobody else', async () => {
  const world = await closingMinistry(db)
  const { employee } = world.ids
  const give = (who: Parameters<typeof world.actor>[0]) =>
    world.run((tx) =>
      giveFeedback({
        employeeId: employee,
        kind: 'praise',
        body: 'عمل متقن',
        actor: world.actor(who),
        newId,
        now: closingNoon,
        tx,
      }),
    )
  await give('supervisor')
  await give('boss')
  for (const who of ['employee', 'colleague', 'stranger', 'team'] as const)
    expect(await codeOf(give(who))).toBe('assessment.feedback_not_yours')
  const list = (who: Parameters<typeof world.actor>[0], employeeId?: string) =>
    world.run((tx) => listFeedback({ query: { employeeId, limit: 20 }, actor: world.actor(who), now: closingNoon, tx }))
  expect((await list('employee')).items).toHaveLength(2)
  expect((await list('supervisor', employee)).items).toHaveLength(2)
  expect(await codeOf(list('colleague', employee))).toBe('assessment.feedback_not_yours')
  const near = await world.run((tx) => listFeedbackPeople({ actor: world.actor('supervisor'), now: closingNoon, tx }))
  expect(near.people.map((one) => [one.line, one.notes])).toEqual([
    ['direct', 0],
    ['direct', 1],
  ])
})

test('difficulties are named, resolved, and carried into the next cycle while they are open', async () => {
  const world = await closingMinistry(db)
  await world.openWindows()
  const write = async (items: Parameters<typeof writeDifficulties>[0]['items'], none = false) => {
    const version = await world.assessmentVersion()
    const actor = world.actor('employee')
    return world.run((tx) =>
      writeDifficulties({ documentId: world.id, version, none, items, actor, newId, now: closingNoon, tx }),
    )
  }
  const body = 'تأخر وصول بيانات جهة أخرى'
  const { difficulties } = await write([{ kind: 'dependency', body, keyResultId: world.first, resolution: null }])
  expect(difficulties).toMatchObject([{ status: 'open', body, carriedFrom: null }])
  expect(await codeOf(write([{ kind: 'tools', body, keyResultId: null, resolution: null }], true))).toBe(
    'assessment.difficulties_and_none',
  )
  const kept = difficulties[0]
  const resolved = await write([
    { id: kept?.id, kind: 'dependency', body, keyResultId: null, resolution: 'وصلت البيانات' },
  ])
  expect(resolved.difficulties).toMatchObject([{ status: 'resolved', resolution: 'وصلت البيانات' }])
  expect((await write([])).difficulties).toEqual([])
  await write([{ kind: 'budget', body, keyResultId: null, resolution: null }])

  const april = new Date('2026-04-05T08:00:00Z')
  const next = await world.run(async (tx) => {
    const { rows } = await sql<{ id: string }>`SELECT id FROM cycles WHERE ordinal = 2`.execute(tx)
    const request = { id: rows[0]?.id ?? '', version: 1, actor: world.actor('admin'), newId, now: april, tx }
    const { cycle } = await openCycle(request)
    const found = await sql<{ id: string }>`
      SELECT id FROM performance_documents WHERE cycle_id = ${cycle.id} AND employee_id = ${world.ids.employee}`.execute(
      tx,
    )
    return found.rows[0]?.id ?? ''
  })
  await world.write(next, 'employee', [5000, 5000], april)
  await world.move(next, 'submit', 'employee', { now: april })
  await world.meet(next, 'supervisor', april)
  await world.move(next, 'agree', 'supervisor', { now: april })
  const june = new Date('2026-06-21T08:00:00Z')
  await world.openWindows(june)
  const view = await world.show('employee', june, next)
  expect(view.difficulties).toMatchObject([{ kind: 'budget', status: 'open', carriedFrom: { ordinal: 1 } }])
  const version = view.version
  const forget = world.run((tx) =>
    writeDifficulties({
      documentId: next,
      version,
      none: true,
      items: [],
      actor: world.actor('employee'),
      newId,
      now: june,
      tx,
    }),
  )
  expect(await codeOf(forget)).toBe('assessment.difficulties_and_none')
})

test('the higher official decides a cycle without a result: excluded or zero, never zero after sick leave', async () => {
  const world = await closingMinistry(db)
  await world.run((tx) =>
    sql`INSERT INTO absences (id, employee_id, kind, starts_on, ends_on, recorded_at)
        VALUES (${newId()}, ${world.ids.colleague}, 'sick_leave', '2026-02-01', '2026-02-05', ${closingNoon})`.execute(
      tx,
    ),
  )
  await close(world)
  const decide = async (employeeId: string, decision: 'excluded' | 'zero', who: Parameters<typeof world.actor>[0]) => {
    const version = (await resultOf(world, employeeId))?.version ?? 0
    const request = { cycleId: world.cycle.id, employeeId, version, decision, reason: 'لم تُقدَّم وثيقة' }
    return world.run((tx) => decideCycle({ ...request, actor: world.actor(who), newId, now: afterEnd, tx }))
  }
  const { employee, colleague } = world.ids
  expect(await resultOf(world, employee)).toMatchObject({ status: 'undecided', cause: 'not_assessed' })
  expect(await resultOf(world, colleague)).toMatchObject({ status: 'undecided', cause: 'not_agreed' })
  expect(await codeOf(decide(employee, 'zero', 'supervisor'))).toBe('workflow.not_yours')
  expect(await codeOf(decide(employee, 'zero', 'stranger'))).toBe('assessment.result_not_found')
  expect(await codeOf(decide(employee, 'zero', 'employee'))).toBe('workflow.not_yours')
  expect(await codeOf(decide(colleague, 'zero', 'boss'))).toBe('assessment.leave_never_zero')
  const queue = await world.run((tx) => listQueue({ actor: world.actor('boss'), now: afterEnd, tx }))
  const mine = queue.items.find((one) => one.employee.id === colleague)
  expect(mine).toMatchObject({
    kind: 'undecided',
    can: { decideZero: { allowed: false, why: 'assessment.leave_never_zero' } },
  })
  await decide(employee, 'zero', 'boss')
  expect(await resultOf(world, employee)).toMatchObject({ status: 'zero', result: '0' })
  expect(await codeOf(decide(employee, 'excluded', 'boss'))).toBe('assessment.not_undecided')
  expect(await codeOf(world.record(world.first, '9', { now: afterEnd, version: 0 }))).toBe('assessment.cycle_decided')
  // Leave that is recorded afterwards counts as if it had been known: a zero becomes an excused cycle.
  await world.run(async (tx) => {
    await sql`INSERT INTO absences (id, employee_id, kind, starts_on, ends_on, recorded_at)
              VALUES (${newId()}, ${employee}, 'maternity_leave', '2026-01-05', '2026-03-31', ${closingNoon})`.execute(
      tx,
    )
    const range = { employeeId: employee, startsOn: '2026-01-05', endsOn: '2026-03-31' }
    await organizationEvents.absencesChanged(tx, { ...range, newId, now: afterEnd })
  })
  expect(await resultOf(world, employee)).toMatchObject({ status: 'excused', cause: 'leave', result: null })
})

test('a late approval after the closing is counted at once, until the year is frozen', async () => {
  const world = await closingMinistry(db)
  await world.openWindows()
  await close(world)
  expect(await resultOf(world, world.ids.employee)).toMatchObject({ status: 'undecided', cause: 'not_assessed' })
  await world.fill({ now: afterEnd })
  await world.act('send', 'employee', { now: afterEnd })
  await world.hold('supervisor', afterEnd)
  await world.act('approve', 'supervisor', { acceptRemaining: true, now: afterEnd })
  expect(await resultOf(world, world.ids.employee)).toMatchObject({
    status: 'counted',
    result: '993333332000',
    covered: 64,
  })
  connectAssessment({ yearFrozen: async () => true })
  try {
    expect(await codeOf(world.act('reopen', 'boss', { note: 'مراجعة', now: afterEnd }))).toBe('assessment.year_frozen')
  } finally {
    connectAssessment({ yearFrozen: async () => false })
  }
  await world.act('reopen', 'boss', { note: 'مراجعة', now: afterEnd })
  expect(await resultOf(world, world.ids.employee)).toMatchObject({ status: 'undecided', result: null })
})

test('lists tell how far everyone is: mine, my team, what waits, what the Ejada team may know', async () => {
  const world = await closingMinistry(db)
  await world.sent()
  const mine = await world.run((tx) => listMine({ actor: world.actor('employee'), now: closingNoon, tx }))
  expect(mine).toMatchObject({
    currentId: world.id,
    assessments: [{ status: 'reviewing', recorded: 2, lines: 2, weighted: '99.3333332' }],
  })
  const team = await world.run((tx) =>
    listTeam({ query: { line: 'direct', limit: 50 }, actor: world.actor('supervisor'), now: closingNoon, tx }),
  )
  expect(team.counts).toMatchObject({ reviewing: 1, draft: 1 })
  expect(team.items.find((one) => one.documentId === world.id)).toMatchObject({ weighted: '99.3333332', result: null })
  const queue = await world.run((tx) => listQueue({ actor: world.actor('supervisor'), now: closingNoon, tx }))
  expect(queue.items).toMatchObject([{ kind: 'review', documentId: world.id, evidence: 2, part: 'supervisor' }])
  expect((await world.run((tx) => listQueue({ actor: world.actor('boss'), now: closingNoon, tx }))).items).toEqual([])
  const state = await world.show('team')
  expect(state).toMatchObject({ view: 'status', objectives: [], totals: null, timeline: [], can: {} })
  const people = await world.run((tx) =>
    listClosingPeople({
      id: world.cycle.id,
      query: { which: 'open', limit: 50 },
      actor: world.actor('team'),
      now: closingNoon,
      tx,
    }),
  )
  expect(people.items.length).toBe(9)
  expect(JSON.stringify(people)).not.toContain('99.33')
})

test('the closed assessment prints in both languages with both signatures', async () => {
  const world = await closingMinistry(db)
  await world.sent()
  await world.correct(world.first, '87')
  await world.hold()
  await world.answer((await world.show()).objectives[0]?.lines[0]?.corrections[0]?.id ?? '', 'agreed')
  await world.act('approve', 'supervisor', { acceptRemaining: true })
  for (const language of ['ar', 'en'] as const) {
    const file = await world.run((tx) =>
      printAssessment({ documentId: world.id, language, actor: world.actor('employee'), now: closingNoon, tx }),
    )
    const text = printedText(file.bytes)
    expect(text).toContain('ACT-02')
    expect(text).toContain('95.73')
  }
})

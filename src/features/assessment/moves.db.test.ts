import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { afterEnd, closingMinistry, closingNoon } from '../../../tests/support/closing-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { standWithoutDecision } from './usecases/by-the-clock.ts'
import { closeCycle } from './usecases/closing.ts'
import { approveMany } from './usecases/move.ts'

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

describe('recording', () => {
  test('begins by the clock ten working days before the end, with a work item and the due date', async () => {
    const world = await closingMinistry(db)
    await world.openWindows(new Date('2026-03-16T08:00:00Z'))
    expect((await world.show()).status).toBe('agreed')
    await world.openWindows(new Date('2026-03-17T08:00:00Z'))
    const view = await world.show()
    expect(view.status).toBe('assessing')
    expect(view.window).toEqual({
      opensOn: '2026-03-17',
      dueOn: '2026-04-07',
      reviewDueOn: '2026-04-21',
      closedBy: '2026-04-28',
    })
    expect(view.waiting).toEqual({ for: 'employee', dueOn: '2026-04-07', lateDays: 0 })
    expect(view.timeline.map((one) => one.event)).toEqual(['opened'])
  })

  test('begins early with the first entry, and goes back to the plan until the window opens', async () => {
    const world = await closingMinistry(db)
    const early = new Date('2026-02-10T08:00:00Z')
    const saved = await world.record(world.first, '٩٠', { now: early })
    expect(saved).toMatchObject({ version: 2, line: { actual: '90', achievement: '110', level: 'meets', score: '66' } })
    expect(saved.totals).toMatchObject({ weighted: '66', literal: '33', recorded: 1, lines: 2 })
    expect(await codeOf(world.act('send', 'employee', { now: early }))).toBe('assessment.window_not_open')
    await world.act('backToPlan', 'employee', { now: early })
    expect((await world.show('employee', early)).status).toBe('agreed')
    await world.openWindows()
    const again = await world.show()
    expect(again.status).toBe('assessing')
    expect(again.objectives[0]?.lines[0]).toMatchObject({ recorded: true, actual: '90', achievement: '110' })
    expect(await codeOf(world.act('backToPlan', 'employee'))).toBe('assessment.window_open')
  })

  test.each([
    ['٧٧٫٥', '77.5', '75'],
    ['77.5%', '77.5', '75'],
    ['٪ ٣٥', '35', '25'],
    ['1,250', '1250', '120'],
    ['١٬٢٥٠', '1250', '120'],
  ])('reads %s as a person means it', async (typed, actual, achievement) => {
    const world = await closingMinistry(db)
    await world.openWindows()
    const { line } = await world.record(world.first, typed)
    expect(line).toMatchObject({ actual, achievement })
  })

  test('refuses what is no value of the type, and says where', async () => {
    const world = await closingMinistry(db)
    await world.openWindows()
    for (const typed of ['كثير', '12,5', '1.23456', '2026-03-01', '9'.repeat(20)])
      expect(await codeOf(world.record(world.first, typed))).toBe('assessment.invalid_actual')
    expect(await codeOf(world.record(newId(), '9'))).toBe('assessment.line_not_found')
  })

  test('counts "not delivered" as recorded and nothing else, and an empty text as not recorded', async () => {
    const world = await closingMinistry(db)
    await world.openWindows()
    const none = await world.record(world.first, null)
    expect(none.line).toMatchObject({ recorded: true, actual: null, achievement: '0', level: 'under_below' })
    const back = await world.record(world.first, ' ')
    expect(back.line.recorded).toBe(false)
    expect(back.totals.recorded).toBe(0)
  })

  test('keeps a date after the end of the cycle and counts it as not delivered', async () => {
    const world = await closingMinistry(db)
    const targets = { target_below: 20544, target_meets: 20534, target_exceeds: 20514 }
    await world.run((tx) =>
      sql`UPDATE key_results SET data_type = 'date', target_below = ${targets.target_below}, target_meets = ${targets.target_meets},
             target_exceeds = ${targets.target_exceeds} WHERE id = ${world.first}`.execute(tx),
    )
    await world.openWindows()
    const inTime = await world.record(world.first, '2026-03-22', { now: afterEnd })
    expect(inTime).toMatchObject({ notice: null, line: { level: 'meets', achievement: '100' } })
    const late = await world.record(world.first, '2026-04-01', { now: afterEnd })
    expect(late.notice).toBe('late_delivery')
    expect(late.line).toMatchObject({ actual: '2026-04-01', late: true, achievement: '0', level: 'under_below' })
  })

  test('is the employee’s alone: not the supervisor’s, and nobody else learns that it exists', async () => {
    const world = await closingMinistry(db)
    await world.openWindows()
    expect(await codeOf(world.record(world.first, '90', { who: 'supervisor' }))).toBe(
      'assessment.only_employee_records',
    )
    expect(await codeOf(world.record(world.first, '90', { who: 'stranger' }))).toBe('assessment.not_found')
    expect(await codeOf(world.record(world.first, '90', { version: 9 }))).toBe('http.changed_by_other')
  })

  test('is sent complete or not at all: every line, evidence, and an answer about difficulties', async () => {
    const world = await closingMinistry(db)
    await world.openWindows()
    expect(await codeOf(world.act('send', 'employee'))).toBe('assessment.incomplete')
    await world.record(world.first, '90')
    await world.record(world.second, null)
    const { problems, can } = await world.show()
    expect(problems.map((one) => one.code)).toEqual([
      'assessment.evidence_missing',
      'assessment.difficulties_unanswered',
    ])
    expect(can.send).toEqual({ allowed: false, why: 'assessment.incomplete' })
    await world.prove(world.first)
    await world.noDifficulties()
    await world.act('send', 'employee')
    const view = await world.show('supervisor')
    expect(view).toMatchObject({
      status: 'reviewing',
      problems: [],
      waiting: { for: 'supervisor', dueOn: '2026-04-01' },
    })
  })
})

describe('evidence', () => {
  test('is refused when empty, disguised or too much, and can be taken away until it is sent', async () => {
    const world = await closingMinistry(db)
    await world.openWindows()
    expect(await codeOf(world.prove(world.first, { text: '' }))).toBe('files.empty')
    expect(
      await codeOf(world.prove(world.first, { filename: 'report.pdf', text: '<html><script>1</script></html>' })),
    ).toMatch(/^files\./)
    await world.setPolicy('evidence.limits', { fileMegabytes: 1, documentMegabytes: 1 })
    await world.prove(world.first, { text: 'a,b\n'.repeat(200_000) })
    expect(await codeOf(world.prove(world.second, { text: 'c,d\n'.repeat(200_000) }))).toBe('files.no_room')
    expect(await codeOf(world.prove(world.first, { who: 'supervisor' }))).toBe('assessment.only_employee_records')
    const [line] = (await world.show()).objectives[0]?.lines ?? []
    expect(line?.evidence).toHaveLength(1)
    expect(line?.evidence[0]).toMatchObject({ name: 'proof.csv', extension: 'csv', can: { remove: { allowed: true } } })
  })
})

describe('review', () => {
  test('is approved after a meeting with every line accepted, and leaves the result and both signatures', async () => {
    const world = await closingMinistry(db)
    await world.sent()
    expect(await codeOf(world.act('approve', 'supervisor', { acceptRemaining: true }))).toBe('workflow.needs_meeting')
    await world.hold()
    expect(await codeOf(world.act('approve', 'supervisor'))).toBe('assessment.lines_not_accepted')
    expect(await codeOf(world.act('approve', 'employee'))).toBe('workflow.not_yours')
    expect(await codeOf(world.act('approve', 'boss', { acceptRemaining: true }))).toBe('assessment.supervisor_decides')
    await world.act('approve', 'supervisor', { acceptRemaining: true })
    const view = await world.show()
    expect(view).toMatchObject({ status: 'closed', provisional: false, waiting: null })
    // 60 % of 110 and 40 % of 83.333333.
    expect(view.totals).toMatchObject({ weighted: '99.3333332', literal: '49.666667', accepted: 2 })
    expect(view.approvedBy?.id).toBe(world.ids.supervisor)
    expect(await codeOf(world.record(world.first, '95'))).toBe('assessment.not_recordable')
  })

  test('a delegate approves in the name of the supervisor, and it is written down', async () => {
    const world = await closingMinistry(db)
    await world.sent()
    await world.hold()
    expect(await codeOf(world.act('approve', 'deputy', { acceptRemaining: true }))).toBe('assessment.not_found')
    await world.delegateAchievement('supervisor', 'deputy')
    await world.act('approve', 'deputy', { acceptRemaining: true })
    const view = await world.show()
    expect(view.approvedBy?.id).toBe(world.ids.deputy)
    expect(view.approvedFor?.id).toBe(world.ids.supervisor)
  })

  test('a correction keeps both values; reserved, it goes to the higher official, who returns it once', async () => {
    const world = await closingMinistry(db)
    await world.sent()
    await world.hold()
    const id = await world.correct(world.first, '85')
    expect(await codeOf(world.act('approve', 'supervisor', { acceptRemaining: true }))).toBe(
      'assessment.corrections_unanswered',
    )
    expect(await codeOf(world.answer(id, 'reserved'))).toBe('assessment.note_needed')
    await world.answer(id, 'reserved', { note: 'القيمة المسجلة من النظام' })
    expect(await codeOf(world.act('approve', 'supervisor', { acceptRemaining: true }))).toBe(
      'assessment.corrections_unruled',
    )
    expect(await codeOf(world.rule(id, 'returned', { who: 'supervisor' }))).toBe('workflow.not_yours')
    await world.rule(id, 'returned')
    expect(await codeOf(world.act('approve', 'supervisor', { acceptRemaining: true }))).toBe(
      'assessment.corrections_returned',
    )
    const again = await world.correct(world.first, '87')
    await world.answer(again, 'reserved', { note: 'ما زال التحفظ' })
    expect(await codeOf(world.rule(again, 'returned'))).toBe('assessment.returned_once')
    await world.rule(again, 'confirmed')
    await world.act('approve', 'supervisor', { acceptRemaining: true })
    const [line] = (await world.show()).objectives[0]?.lines ?? []
    expect(line).toMatchObject({ claimed: '90', actual: '87', achievement: '104' })
    expect(line?.corrections.map((one) => [one.to, one.answer, one.ruling, one.endedAt !== null])).toEqual([
      ['87', 'reserved', 'confirmed', false],
      ['85', 'reserved', 'returned', true],
    ])
  })

  test('a correction that is taken back, or a return, lets the recorded value hold again', async () => {
    const world = await closingMinistry(db)
    await world.sent()
    await world.correct(world.first, null)
    expect((await world.show()).objectives[0]?.lines[0]).toMatchObject({
      actual: null,
      achievement: '0',
      claimed: '90',
    })
    await world.act('sendBack', 'supervisor', { note: 'يلزم دليل أوضح' })
    const view = await world.show()
    expect(view).toMatchObject({
      status: 'assessing',
      returnCount: 1,
      waiting: { for: 'employee', dueOn: '2026-03-23' },
    })
    expect(view.objectives[0]?.lines[0]).toMatchObject({ actual: '90', achievement: '110' })
  })

  test('silence about a correction holds the approval back for three working days, no longer', async () => {
    const world = await closingMinistry(db)
    await world.sent()
    await world.hold()
    await world.correct(world.first, '85')
    const later = new Date('2026-03-24T08:00:00Z')
    await world.act('approve', 'supervisor', { acceptRemaining: true, now: later })
    expect((await world.show('employee', later)).status).toBe('closed')
  })

  test('several are approved at once where the policy allows it, each with its own answer', async () => {
    const world = await closingMinistry(db)
    const other = await world.agree('colleague')
    await world.sent()
    await world.fill({ who: 'colleague', documentId: other.id, lines: other.keyResults })
    await world.act('send', 'colleague', { documentId: other.id })
    await world.hold()
    const documents = [
      { id: other.id, version: await world.assessmentVersion(other.id) },
      { id: world.id, version: await world.assessmentVersion() },
    ]
    const decide = () =>
      world.run((tx) => approveMany({ documents, actor: world.actor('supervisor'), newId, now: closingNoon, tx }))
    expect(await codeOf(decide())).toBe('assessment.bulk_not_allowed')
    await world.setPolicy('assessment.bulk_approve', true)
    const results = await decide()
    expect(results).toEqual([
      { id: other.id, done: false, code: 'workflow.needs_meeting' },
      { id: world.id, done: true, version: expect.any(Number) },
    ])
  })
})

describe('lateness', () => {
  test('a supervisor records for a late employee, who may object; the recorder and a delegate of the recorder never approve', async () => {
    const world = await closingMinistry(db)
    await world.openWindows()
    expect(await codeOf(world.act('recordFor', 'supervisor', { now: afterEnd }))).toBe('assessment.not_late')
    const late = new Date('2026-04-08T08:00:00Z')
    await world.act('recordFor', 'supervisor', { now: late })
    await world.fill({ who: 'supervisor', now: late })
    expect(await codeOf(world.record(world.first, '95', { now: late }))).toBe('assessment.recorded_by_supervisor')
    await world.act('sendFor', 'supervisor', { now: late })
    await world.hold('boss', late)
    expect(await codeOf(world.act('approve', 'supervisor', { acceptRemaining: true, now: late }))).toBe(
      'assessment.own_recording',
    )
    await world.delegateAchievement('supervisor', 'deputy')
    expect(await codeOf(world.act('approve', 'deputy', { acceptRemaining: true, now: late }))).toBe(
      'assessment.higher_official_decides',
    )
    expect(await codeOf(world.act('approve', 'boss', { acceptRemaining: true, now: late }))).toBe(
      'assessment.objection_open',
    )
    const over = new Date('2026-04-14T08:00:00Z')
    expect(await codeOf(world.act('object', 'employee', { note: 'القيم ناقصة', now: over }))).toBe(
      'assessment.objection_over',
    )
    await world.act('approve', 'boss', { acceptRemaining: true, now: over })
    expect((await world.show('employee', over)).approvedBy?.id).toBe(world.ids.boss)
  })

  test('when nobody decides, the self-evaluation stands provisionally and open corrections do not hold', async () => {
    const world = await closingMinistry(db)
    await world.sent()
    await world.correct(world.first, '70')
    const job = (now: Date) => world.run((tx) => standWithoutDecision({ tx, now, newId, entityId: world.entityId }))
    await job(new Date('2026-04-15T08:00:00Z'))
    expect((await world.show()).status).toBe('reviewing')
    const late = new Date('2026-04-16T08:00:00Z')
    await job(late)
    const view = await world.show('employee', late)
    expect(view).toMatchObject({ status: 'closed', provisional: true, approvedBy: null })
    expect(view.objectives[0]?.lines[0]).toMatchObject({ actual: '90', achievement: '110' })
    await world.act('reopen', 'boss', { note: 'مراجعة متأخرة', now: late })
    expect(await world.show('employee', late)).toMatchObject({ status: 'reviewing', provisional: false })
  })

  test('closing the cycle with a review left lets it stand, and puts the undecided on the higher official’s list', async () => {
    const world = await closingMinistry(db)
    await world.sent()
    const close = (withOpen: boolean) =>
      world.run((tx) =>
        closeCycle({ id: world.cycle.id, version: 2, withOpen, actor: world.actor('team'), newId, now: afterEnd, tx }),
      )
    expect(await codeOf(close(false))).toBe('assessment.documents_open')
    const closing = await close(true)
    expect(closing).toMatchObject({ cycle: { status: 'closed' }, results: { counted: 1, undecided: 8 } })
    const view = await world.show('employee', afterEnd)
    expect(view).toMatchObject({
      provisional: true,
      result: { status: 'counted', weighted: '99.3333332', cycleDays: 64 },
    })
    const { rows } = await world.run((tx) =>
      sql<{
        count: number
      }>`SELECT count(*)::int FROM work_items WHERE kind = 'assessment.decide_cycle' AND assignee_id = ${world.ids.boss}`.execute(
        tx,
      ),
    )
    expect(rows[0]?.count).toBeGreaterThan(0)
  })
})

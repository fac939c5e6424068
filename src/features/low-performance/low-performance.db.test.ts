import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { grievanceWorld, type Who } from '../../../tests/support/grievance-world.ts'
import { windowEnds } from '../../../tests/support/published-year.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { openCases, raiseSilent } from './usecases/by-the-clock.ts'
import { listCases, showCase } from './usecases/present.ts'
import { answer, begin, close, plan, review, say, settleMeasure, study } from './usecases/study.ts'

const { db } = await testDatabase()
const after = new Date(windowEnds.getTime() + 3_600_000)
const days = (count: number) => new Date(after.getTime() + count * 86_400_000)
const code = (value: string) => ({ code: value })

async function weakWorld() {
  const world = await grievanceWorld(db)
  const { run, by, committee } = world
  await run((tx) =>
    sql`UPDATE annual_results SET final_rank = 'weak' WHERE employee_id IN (${world.ids.employee}, ${world.ids.colleague})`.execute(
      tx,
    ),
  )
  const tick = (now = after) => run((tx) => openCases({ now, newId, tx }))
  const casesOf = () =>
    run(async (tx) => {
      const { rows } = await sql<{ id: string; employee: string; version: number }>`
        SELECT id, employee_id AS employee, version FROM low_performance_cases ORDER BY number`.execute(tx)
      return rows
    })
  const caseOf = async (employee: string) => (await casesOf()).find((one) => one.employee === employee)?.id ?? ''
  const at = async (id: string, who: Who, tx: Parameters<typeof by>[1], now = after) => ({
    ...by(who, tx, now),
    id,
    version: (await casesOf()).find((one) => one.id === id)?.version ?? 0,
  })
  const show = (id: string, who: Who, now = after) => run((tx) => showCase({ ...by(who, tx, now), id }))
  const chair: Who = { id: committee.chair }
  const measures = [
    { kind: 'training' as const, measure: 'دورة في تحليل البيانات', ownerId: committee.spare, dueOn: '2026-04-30' },
    { kind: 'coaching' as const, measure: 'لقاء أسبوعي', ownerId: world.ids.supervisor, dueOn: '2026-05-31' },
  ]
  const planned = { aim: 'رفع جودة التقارير خلال الخطة', startsOn: '2026-02-18', endsOn: '2026-08-18', measures }
  const doPlan = (id: string, who: Who = chair, more: Partial<typeof planned> = {}) =>
    run(async (tx) => plan({ ...(await at(id, who, tx)), ...planned, ...more }))
  const doStudy = (id: string, who: Who = chair) =>
    run(async (tx) =>
      study({ ...(await at(id, who, tx)), causes: [{ cause: 'workload', note: '' }], text: 'تبين أن حجم العمل مضاعف' }),
    )
  return { ...world, tick, casesOf, caseOf, at, show, chair, measures, planned, doPlan, doStudy }
}

describe('a case opens by itself', () => {
  test('after the last minute of the grievance window, and not before', async () => {
    const world = await weakWorld()
    await world.tick(windowEnds)
    expect(await world.casesOf()).toEqual([])
    await world.tick(new Date(windowEnds.getTime() + 1000))
    expect((await world.casesOf()).map((one) => one.employee).toSorted()).toEqual(
      [world.ids.employee, world.ids.colleague].toSorted(),
    )
    await world.tick(days(1))
    expect(await world.casesOf()).toHaveLength(2)
  })

  test('not while a grievance is open, and not when it changed the result', async () => {
    const world = await weakWorld()
    const id = await world.heard()
    await world.tick()
    expect(await world.caseOf(world.ids.employee)).toBe('')
    await world.decide(id, world.chair, {}, { now: after })
    await world.tick(days(1))
    expect(await world.caseOf(world.ids.employee)).toBe('')
    expect(await world.caseOf(world.ids.colleague)).not.toBe('')
  })

  test('two clocks at once open one case each', async () => {
    const world = await weakWorld()
    await Promise.allSettled([world.tick(), world.tick()])
    await world.tick()
    expect(await world.casesOf()).toHaveLength(2)
  })
})

describe('who sees a case', () => {
  test('the employee, the direct supervisor and members without a conflict; nobody else', async () => {
    const world = await weakWorld()
    await world.tick()
    const id = await world.caseOf(world.ids.employee)
    await world.relate(world.committee.first, world.ids.employee)
    expect((await world.show(id, 'employee')).parts).toEqual(['employee'])
    expect((await world.show(id, 'supervisor')).parts).toEqual(['supervisor'])
    expect((await world.show(id, { id: world.committee.second })).parts).toEqual(['member'])
    for (const who of ['boss', 'colleague', 'head', 'team', 'admin', { id: world.committee.first }] as Who[]) {
      await expect(world.show(id, who)).rejects.toMatchObject({ status: 404 })
    }
    const listed = (who: Who) => world.run((tx) => listCases({ ...world.by(who, tx, after), state: 'open', limit: 10 }))
    expect((await listed({ id: world.committee.first })).items.map((one) => one.id)).not.toContain(id)
    expect((await listed(world.chair)).items).toHaveLength(2)
  })

  test('neither the employee nor the supervisor studies, plans or closes', async () => {
    const world = await weakWorld()
    await world.tick()
    const id = await world.caseOf(world.ids.employee)
    for (const who of ['employee', 'supervisor', { id: world.committee.secretary }] as Who[]) {
      await expect(world.doStudy(id, who)).rejects.toMatchObject(code('workflow.not_yours'))
      await expect(world.doPlan(id, who)).rejects.toMatchObject(code('workflow.not_yours'))
    }
  })
})

describe('support', () => {
  test('both sides speak, causes are studied, a plan is followed and the case closes with an outcome', async () => {
    const world = await weakWorld()
    await world.tick()
    const id = await world.caseOf(world.ids.employee)
    await world.run(async (tx) => say({ ...(await world.at(id, 'employee', tx)), words: 'لم تُوفر الأدوات' }))
    await world.run(async (tx) =>
      say({ ...(await world.at(id, 'supervisor', tx)), words: 'تراكم العمل في الربع الثالث' }),
    )
    await world.doStudy(id)
    await world.doPlan(id)
    await world.run(async (tx) => begin(await world.at(id, 'employee', tx)))
    await world.run(async (tx) => answer({ ...(await world.at(id, 'employee', tx)), body: 'أشكر اللجنة' }))
    const seen = await world.show(id, 'employee')
    expect(seen).toMatchObject({
      status: 'monitored',
      employeeWords: { words: 'لم تُوفر الأدوات' },
      supervisorWords: { words: 'تراكم العمل في الربع الثالث' },
    })
    expect(seen.reviews.map(({ dueOn }) => dueOn)).toEqual([
      '2026-03-20',
      '2026-04-19',
      '2026-05-19',
      '2026-06-18',
      '2026-07-18',
      '2026-08-17',
      '2026-08-18',
    ])
    const closing = { outcome: 'improved' as const, reason: 'تحسنت جودة التقارير في المراجعات' }
    await expect(
      world.run(async (tx) => close({ ...(await world.at(id, world.chair, tx)), ...closing })),
    ).rejects.toMatchObject(code('low_performance.no_review'))
    const [training] = seen.measures
    await world.run(async (tx) =>
      settleMeasure({
        ...(await world.at(id, world.chair, tx)),
        measureId: training?.id ?? '',
        status: 'done',
        note: '',
      }),
    )
    await world.run(async (tx) =>
      review({ ...(await world.at(id, world.chair, tx)), progress: 'on_track', record: 'أُنجز نصف الإجراءات' }),
    )
    await world.run(async (tx) => close({ ...(await world.at(id, world.chair, tx)), ...closing }))
    expect(await world.show(id, 'employee')).toMatchObject({
      status: 'closed',
      closing: { outcome: 'improved' },
      rank: 'weak',
    })
  })

  test.each([
    ['longer than six months', { endsOn: '2026-08-19' }, 'low_performance.plan_too_long'],
    ['that began yesterday', { startsOn: '2026-02-17' }, 'low_performance.plan_in_past'],
    ['without a measure', { measures: [] }, 'low_performance.no_measures'],
  ])('a plan %s is refused', async (_, more, why) => {
    const world = await weakWorld()
    await world.tick()
    const id = await world.caseOf(world.ids.employee)
    await world.doStudy(id)
    await expect(world.doPlan(id, world.chair, more)).rejects.toMatchObject(code(why))
  })

  test('an outcome that the record contradicts is refused', async () => {
    const world = await weakWorld()
    await world.tick()
    const id = await world.caseOf(world.ids.employee)
    const ends = (outcome: 'improved' | 'left_service' | 'result_changed') =>
      world.run(async (tx) => close({ ...(await world.at(id, world.chair, tx)), outcome, reason: 'سبب من عشرة أحرف' }))
    await expect(ends('improved')).rejects.toMatchObject(code('low_performance.no_plan'))
    await expect(ends('left_service')).rejects.toMatchObject(code('low_performance.still_serves'))
    await expect(ends('result_changed')).rejects.toMatchObject(code('low_performance.result_stands'))
  })

  test('silence is told to the head, and the case stays open', async () => {
    const world = await weakWorld()
    await world.tick()
    const id = await world.caseOf(world.ids.employee)
    for (let run = 0; run < 2; run += 1) await world.run((tx) => raiseSilent({ now: days(40), newId, tx }))
    const seen = await world.show(id, 'head', days(40))
    expect(seen).toMatchObject({ status: 'opened', parts: ['head'], can: {} })
    const { rows } = await world.run((tx) =>
      sql`SELECT count(*)::int AS count FROM notices WHERE kind = 'low_performance.raised' AND recipient_id = ${world.ids.employee}`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([{ count: 1 }])
  })
})

test('an owner without a part in the case learns of the measure and nothing else', async () => {
  const world = await weakWorld()
  await world.tick()
  const id = await world.caseOf(world.ids.employee)
  await world.doStudy(id)
  await world.doPlan(id)
  await expect(world.show(id, { id: world.committee.spare })).rejects.toMatchObject({ status: 404 })
  const { rows } = await world.run((tx) =>
    sql`SELECT subject_id, params->>'measure' AS measure FROM notices WHERE recipient_id = ${world.committee.spare}
        AND kind = 'low_performance.measure_given'`.execute(tx),
  )
  expect(rows).toEqual([{ subject_id: null, measure: 'دورة في تحليل البيانات' }])
})

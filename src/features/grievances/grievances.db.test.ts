import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { grievanceWorld, upheld, type Who } from '../../../tests/support/grievance-world.ts'
import { daysLater, noon } from '../../../tests/support/performance-world.ts'
import { windowEnds } from '../../../tests/support/published-year.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { grievanceOf, hearsGrievanceOf } from './public.ts'
import { answerEvaluation, askEvaluation } from './usecases/evaluation.ts'
import { listCases } from './usecases/lists.ts'
import { leavePanel } from './usecases/panel.ts'
import { extendTime, raiseSilent, remindDrafts } from './usecases/raise.ts'
import { grievanceReport } from './usecases/report.ts'

const { db } = await testDatabase()
type World = Awaited<ReturnType<typeof grievanceWorld>>
const member = (id: string): Who => ({ id })
const code = (value: string) => ({ code: value })
const oneSecondLate = new Date(windowEnds.getTime() + 1000)

const resultOf = (world: World, employeeId: string) =>
  world.run(async (tx) => {
    const { rows } = await sql<{ status: string; rank: string; seat: boolean }>`
      SELECT status, final_rank AS rank, added_seat AS seat FROM annual_results WHERE employee_id = ${employeeId}`.execute(
      tx,
    )
    return rows[0]
  })
const itemsOf = (world: World, id: string) =>
  world.run(async (tx) => {
    const { rows } = await sql<{ kind: string; who: string }>`
      SELECT kind, assignee_id AS who FROM work_items WHERE subject_id = ${id} AND closed_at IS NULL ORDER BY kind`.execute(
      tx,
    )
    return rows
  })
const toldOf = (world: World, recipientId: string) =>
  world.run(async (tx) => {
    const { rows } = await sql<{
      kind: string
    }>`SELECT kind FROM notices WHERE recipient_id = ${recipientId} ORDER BY id`.execute(tx)
    return rows.map(({ kind }) => kind)
  })

describe('the window', () => {
  test('a grievance in the last minute of the last day in the entity’s time zone is in time', async () => {
    const world = await grievanceWorld(db)
    const id = await world.file('employee', windowEnds)
    expect((await world.show(id, 'employee', windowEnds)).status).toBe('filed')
    expect(await resultOf(world, world.ids.employee)).toMatchObject({ status: 'under_grievance' })
  })

  test('one second later neither a new one nor a draft of yesterday is accepted', async () => {
    const world = await grievanceWorld(db)
    const id = await world.draft('employee')
    await expect(world.move(id, 'file', 'employee', { now: oneSecondLate })).rejects.toMatchObject(
      code('grievances.window_closed'),
    )
    await expect(world.draft('colleague', oneSecondLate)).rejects.toMatchObject(code('grievances.window_closed'))
    expect((await world.show(id, 'employee', oneSecondLate)).can.file).toEqual({
      allowed: false,
      why: 'grievances.window_closed',
    })
  })

  test('three days before its end whoever holds a draft is reminded once', async () => {
    const world = await grievanceWorld(db)
    await world.draft('employee')
    for (const now of [noon, new Date(windowEnds.getTime() - 86_400_000), windowEnds])
      await world.run((tx) => remindDrafts({ now, newId, tx }))
    expect(
      (await toldOf(world, world.ids.employee)).filter((kind) => kind === 'grievances.window_closing'),
    ).toHaveLength(1)
  })
})

describe('who may complain', () => {
  test('the person concerned only, once a year, against a published result', async () => {
    const world = await grievanceWorld(db)
    const id = await world.file()
    await expect(world.draft('employee')).rejects.toMatchObject(code('grievances.once_a_year'))
    await expect(world.draft('head')).rejects.toMatchObject(code('grievances.no_result'))
    for (const who of ['supervisor', 'boss', 'head', 'colleague', 'team', 'admin'] as const) {
      await expect(world.show(id, who), who).rejects.toMatchObject({ status: 404 })
      await expect(world.move(id, 'withdraw', who), who).rejects.toMatchObject({ status: 404 })
    }
  })

  test('a draft is seen by its writer alone, and needs a ground with a statement', async () => {
    const world = await grievanceWorld(db)
    const id = await world.draft()
    await expect(world.show(id, member(world.committee.chair))).rejects.toMatchObject({ status: 404 })
    await world.run((tx) => sql`DELETE FROM grievance_grounds`.execute(tx))
    await expect(world.move(id, 'file', 'employee')).rejects.toMatchObject(code('grievances.no_grounds'))
  })

  test('what was withdrawn leaves the result as it is, and cannot be filed again', async () => {
    const world = await grievanceWorld(db)
    const id = await world.heard()
    await world.move(id, 'withdraw', 'employee')
    expect(await resultOf(world, world.ids.employee)).toMatchObject({ status: 'final', rank: 'good', seat: false })
    expect(await itemsOf(world, id)).toEqual([])
    await expect(world.draft('employee')).rejects.toMatchObject(code('grievances.once_a_year'))
    await expect(world.decide(id, member(world.committee.chair))).rejects.toMatchObject(code('workflow.not_open'))
  })
})

describe('the panel', () => {
  test('whoever had a part in the result, or a relation to the person, cannot be chosen, and the causes are named', async () => {
    const world = await grievanceWorld(db)
    const { chair, first, second, third } = world.committee
    const { employee } = world.ids
    await world.relate(first, employee)
    await world.run(async (tx) => {
      await sql`INSERT INTO rank_changes (id, year, employee_id, stage, from_rank, to_rank, reason_code, reason_text, made_by, at)
                VALUES (${newId()}, 2025, ${employee}, 'committee', 'average', 'good', 'CAL-01', 'قرار اللجنة', ${second}, ${noon})`.execute(
        tx,
      )
      await sql`INSERT INTO result_signatures (year, freeze_number, member_id, digest, signed_at)
                VALUES (2025, 1, ${third}, sha256('x'), ${noon})`.execute(tx)
    })
    const id = await world.file()
    await world.move(id, 'admit', member(chair), { note: 'مستوفٍ للشروط' })
    const { committee } = await world.show(id, member(chair))
    const causesOf = (memberId: string) => committee?.find((one) => one.member.id === memberId)?.causes
    expect([chair, first, second, third].map(causesOf)).toEqual([[], ['declared'], ['voted'], ['signed']])
    await expect(world.seat(id, [chair, first, second])).rejects.toMatchObject(code('grievances.not_eligible'))
    await expect(world.seat(id, [chair])).rejects.toMatchObject(code('grievances.panel_too_small'))
    for (const barred of [first, second, third]) {
      await expect(world.show(id, member(barred))).rejects.toMatchObject({ status: 404 })
    }
  })

  test('a chair with a conflict is followed by the member who has served longest, and learns nothing of the case', async () => {
    const world = await grievanceWorld(db)
    const { chair, first } = world.committee
    await world.relate(world.ids.employee, chair)
    const id = await world.file()
    await expect(world.show(id, member(chair))).rejects.toMatchObject({ status: 404 })
    const others = [world.committee.first, world.committee.second, world.committee.third]
    const parts = await Promise.all(
      others.map((one) =>
        world.show(id, member(one)).then(
          ({ parts }) => parts,
          () => [],
        ),
      ),
    )
    expect(parts.flat()).toEqual(['chair'])
    expect(others).toContain(first)
  })

  test('a member who comes into a conflict later leaves the case at once, and two do not decide', async () => {
    const world = await grievanceWorld(db)
    const { chair, first, second, third } = world.committee
    const id = await world.heard()
    await world.relate(second, world.ids.employee)
    await expect(world.show(id, member(second))).rejects.toMatchObject({ status: 404 })
    await expect(world.opine(id, member(second), 'rejected')).rejects.toMatchObject({ status: 404 })
    await expect(world.decide(id, member(chair))).rejects.toMatchObject(code('grievances.panel_too_small'))
    const seen = await world.show(id, member(chair))
    expect(seen.panel.find(({ member: one }) => one.id === second)).toMatchObject({ fit: false })
    await world.seat(id, [chair, first, third])
    await world.decide(id, member(chair))
    expect((await world.show(id, 'employee')).decision?.outcome).toBe('upheld')
  })

  test('who steps down is out, and the chair is asked to name another', async () => {
    const world = await grievanceWorld(db)
    const { chair, first, second } = world.committee
    const id = await world.heard()
    await world.run(async (tx) => leavePanel({ ...(await world.at(id, member(second), tx)), note: 'صلة عمل سابقة' }))
    await expect(world.show(id, member(second))).rejects.toMatchObject({ status: 404 })
    expect(await itemsOf(world, id)).toEqual([{ kind: 'grievances.seat', who: chair }])
    expect((await world.show(id, member(first))).left).toHaveLength(1)
  })

  test('opinions are seen after the own judgement, and never by the employee', async () => {
    const world = await grievanceWorld(db)
    const { chair, first, second } = world.committee
    const id = await world.file()
    await world.move(id, 'admit', member(chair), { note: 'مستوفٍ للشروط' })
    await world.seat(id, [chair, first, second])
    await world.opine(id, member(first), 'upheld')
    const opinions = async (who: Who) => (await world.show(id, who)).panel.map(({ opinion }) => opinion)
    expect(await opinions(member(second))).toEqual([null, null, null])
    await world.opine(id, member(second), 'rejected')
    expect(await opinions(member(second))).toEqual(expect.arrayContaining(['upheld', 'rejected']))
    expect(await opinions('employee')).toEqual([null, null, null])
    expect(await opinions(member(world.committee.secretary))).toEqual([null, null, null])
  })

  test('members read why the result is what it is while the case is in hand, and not afterwards', async () => {
    const world = await grievanceWorld(db)
    const { chair, first, third, secretary } = world.committee
    const reads = (memberId: string) =>
      world.run((tx) =>
        hearsGrievanceOf(tx, { memberId, employeeId: world.ids.employee, year: 2025, today: '2026-01-18' }),
      )
    expect(await reads(chair)).toBe(false)
    const id = await world.heard()
    expect(await Promise.all([chair, first, third, secretary, world.ids.employee].map(reads))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    await world.decide(id, member(chair))
    expect(await Promise.all([chair, first].map(reads))).toEqual([false, false])
    expect(await world.run((tx) => grievanceOf(tx, { employeeId: world.ids.employee, year: 2025 }))).toEqual({
      id,
      status: 'decided',
    })
  })
})

describe('the decision', () => {
  test('one that is upheld raises the rank, adds a seat and moves nobody else', async () => {
    const world = await grievanceWorld(db)
    const id = await world.heard()
    const others = () =>
      world.run(async (tx) => {
        const { rows } = await sql`SELECT employee_id, final_rank, curve_rank, version FROM annual_results
           WHERE employee_id <> ${world.ids.employee} ORDER BY employee_id`.execute(tx)
        return rows
      })
    const before = await others()
    await world.decide(id, member(world.committee.chair))
    expect(await resultOf(world, world.ids.employee)).toEqual({ status: 'final', rank: 'very_good', seat: true })
    expect(await others()).toEqual(before)
    expect(await toldOf(world, world.ids.employee)).toContain('grievances.decided_upheld')
    expect(await itemsOf(world, id)).toEqual([{ kind: 'grievances.receive', who: world.ids.employee }])
    await world.move(id, 'receive', 'employee')
    expect((await world.show(id, 'employee')).status).toBe('notified')
    const { rows } = await world.run((tx) =>
      sql`SELECT stage, from_rank, to_rank, reason_code, source_id FROM rank_changes`.execute(tx),
    )
    expect(rows).toEqual([
      { stage: 'grievance', from_rank: 'good', to_rank: 'very_good', reason_code: 'GRV-01', source_id: id },
    ])
  })

  test('two who decide at once leave one decision', async () => {
    const world = await grievanceWorld(db)
    const id = await world.heard()
    const version = await world.versionOf(id)
    const chair = member(world.committee.chair)
    const settled = await Promise.allSettled([
      world.decide(id, chair, {}, { version }),
      world.decide(id, chair, { rank: 'excellent' }, { version }),
    ])
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = settled.find((one) => one.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Refusal)
    const { rows } = await world.run((tx) => sql`SELECT count(*)::int AS count FROM rank_changes`.execute(tx))
    expect(rows).toEqual([{ count: 1 }])
  })

  test.each<[string, Partial<typeof upheld>, string]>([
    ['against the majority', { outcome: 'partly' }, 'grievances.no_majority'],
    ['that lowers the rank', { rank: 'average' }, 'grievances.never_lower'],
    ['that lowers the number', { result: '97.5' }, 'grievances.never_lower'],
    ['that upholds and changes nothing', { rank: 'good' }, 'grievances.upheld_changes_something'],
    ['with a reason of another kind', { reasonCode: 'SUP-01' }, 'grievances.reason_code'],
    ['upheld because nothing was proven', { reasonCode: 'GRV-08' }, 'grievances.reason_code'],
    ['without an answer to each ground', { findings: upheld.findings.slice(0, 1) }, 'grievances.findings_missing'],
    [
      'whose answers do not fit it',
      { findings: upheld.findings.map((one) => ({ ...one, accepted: false })) },
      'grievances.findings_disagree',
    ],
    ['with a number that is none', { result: 'تسعون' }, 'decimal.not_a_number'],
  ])('is refused %s', async (_, decision, why) => {
    const world = await grievanceWorld(db)
    const id = await world.heard()
    await expect(world.decide(id, member(world.committee.chair), decision)).rejects.toMatchObject(code(why))
    expect(await resultOf(world, world.ids.employee)).toMatchObject({ status: 'under_grievance', rank: 'good' })
  })

  test('belongs to the chair of the panel, after a hearing', async () => {
    const world = await grievanceWorld(db)
    const { chair, first, second, third, secretary } = world.committee
    const id = await world.file()
    await world.move(id, 'admit', member(chair), { note: 'مستوفٍ للشروط' })
    await world.seat(id, [first, second, third])
    for (const one of [first, second, third]) await world.opine(id, member(one), 'upheld')
    await expect(world.decide(id, member(first))).rejects.toMatchObject(code('grievances.not_heard'))
    await world.hear(id, member(secretary))
    for (const other of [second, chair, secretary]) {
      await expect(world.decide(id, member(other))).rejects.toMatchObject(code('workflow.not_yours'))
    }
    await expect(world.decide(id, 'employee')).rejects.toMatchObject(code('workflow.not_yours'))
    await world.decide(id, member(first))
  })

  test('a rejected grievance leaves the rank, with an answer to each ground', async () => {
    const world = await grievanceWorld(db)
    const id = await world.heard('rejected')
    const findings = upheld.findings.map((one) => ({ ...one, accepted: false }))
    await world.decide(id, member(world.committee.chair), {
      outcome: 'rejected',
      reasonCode: 'GRV-08',
      rank: null,
      findings,
    })
    expect(await resultOf(world, world.ids.employee)).toEqual({ status: 'final', rank: 'good', seat: false })
  })

  test('one that is not admitted ends with its reason', async () => {
    const world = await grievanceWorld(db)
    const id = await world.file()
    await expect(world.move(id, 'dismiss', member(world.committee.chair))).rejects.toMatchObject(
      code('workflow.needs_reason'),
    )
    await world.move(id, 'dismiss', member(world.committee.chair), { note: 'ليس من الأسباب المقررة' })
    expect((await world.show(id, 'employee')).admission?.reason).toBe('ليس من الأسباب المقررة')
    expect(await resultOf(world, world.ids.employee)).toMatchObject({ status: 'final' })
  })

  test('a second evaluation is made by somebody without a part in it, and the panel decides after it', async () => {
    const world = await grievanceWorld(db)
    const { chair, spare } = world.committee
    const id = await world.heard()
    const ask = (evaluatorId: string) =>
      world.run(async (tx) =>
        askEvaluation({
          ...(await world.at(id, member(chair), tx)),
          evaluatorId,
          question: 'أعد تقييم الدورة الثالثة',
        }),
      )
    for (const unfit of [world.ids.employee, world.ids.supervisor, world.committee.first]) {
      await expect(ask(unfit)).rejects.toMatchObject(code('grievances.evaluator_not_fit'))
    }
    await ask(spare)
    await expect(world.decide(id, member(chair))).rejects.toMatchObject(code('workflow.not_open'))
    await world.run(async (tx) =>
      answerEvaluation({ ...(await world.at(id, member(spare), tx)), rank: 'very_good', finding: 'الدليل كافٍ للرفع' }),
    )
    await world.decide(id, member(chair))
    expect((await world.show(id, 'employee')).evaluation).toMatchObject({ rank: 'very_good' })
  })
})

describe('silence', () => {
  const late = daysLater(31)
  const raise = (world: World, now: Date) => world.run((tx) => raiseSilent({ now, newId, tx }))

  test('goes up to the head, who extends or decides; it rejects nothing', async () => {
    const world = await grievanceWorld(db)
    const id = await world.heard()
    await expect(world.show(id, 'head')).rejects.toMatchObject({ status: 404 })
    await raise(world, daysLater(30))
    expect((await world.show(id, 'employee', daysLater(30))).raisedAt).toBeNull()
    await raise(world, late)
    await raise(world, late)
    expect((await world.show(id, 'employee', late)).status).toBe('under_review')
    expect((await itemsOf(world, id)).filter(({ kind }) => kind === 'grievances.raised')).toEqual([
      { kind: 'grievances.raised', who: world.ids.head },
    ])
    expect((await toldOf(world, world.ids.employee)).filter((kind) => kind === 'grievances.raised')).toHaveLength(1)
    await world.run(async (tx) =>
      extendTime({ ...(await world.at(id, 'head', tx, late)), until: '2026-03-01', reason: 'غياب عضوين من الهيئة' }),
    )
    expect((await world.show(id, 'head', late)).can.rule).toBeUndefined()
    await raise(world, daysLater(60))
    await world.decide(id, 'head', {}, { now: daysLater(60) })
    expect((await world.show(id, 'employee', daysLater(60))).decision).toMatchObject({ as: 'head', outcome: 'upheld' })
    expect(await resultOf(world, world.ids.employee)).toMatchObject({ rank: 'very_good', seat: true })
  })

  test('the head and the panel who decide at once leave one decision', async () => {
    const world = await grievanceWorld(db)
    const id = await world.heard()
    await raise(world, late)
    const version = await world.versionOf(id)
    const settled = await Promise.allSettled([
      world.decide(id, 'head', {}, { now: late, version }),
      world.decide(id, member(world.committee.chair), {}, { now: late, version }),
    ])
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('a missing acknowledgement is told after three working days, and the head only looks on', async () => {
    const world = await grievanceWorld(db)
    const id = await world.file()
    await raise(world, daysLater(4))
    expect(
      (await toldOf(world, world.ids.head)).filter((kind) => kind === 'grievances.acknowledgement_late'),
    ).toHaveLength(1)
    expect((await world.show(id, 'head', daysLater(4))).can.rule).toBeUndefined()
    await world.move(id, 'acknowledge', member(world.committee.secretary), { now: daysLater(4) })
  })

  test('a head who is the direct supervisor does not decide', async () => {
    const world = await grievanceWorld(db)
    const id = await world.file('boss')
    await raise(world, late)
    await expect(world.show(id, 'head', late)).rejects.toMatchObject({ status: 404 })
  })
})

test('the list of the committee holds the cases that one may open, and no other', async () => {
  const world = await grievanceWorld(db)
  const id = await world.file()
  const list = (who: Who) => world.run((tx) => listCases({ ...world.by(who, tx), state: 'open', limit: 20 }))
  expect((await list(member(world.committee.chair))).items.map((one) => one.id)).toEqual([id])
  for (const who of ['employee', 'supervisor', 'head', member(world.committee.third)] as Who[]) {
    expect((await list(who)).items).toEqual([])
  }
})

test('the statistics name nobody and withhold what fewer than five stand behind', async () => {
  const world = await grievanceWorld(db)
  await world.file()
  await world.file('colleague')
  const report = (who: Who) => world.run((tx) => grievanceReport(world.by(who, tx)))
  expect(await report('team')).toMatchObject({ year: 2025, filed: null, inHand: null })
  expect(JSON.stringify(await report('team'))).not.toContain(world.ids.employee)
  await expect(report('employee')).rejects.toMatchObject({ status: 403 })
})

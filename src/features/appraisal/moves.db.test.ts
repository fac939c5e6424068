import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import {
  addResult,
  afterTheYear,
  applyAdvisory,
  closedYear,
  percent,
  year,
} from '../../../tests/support/appraisal-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { changeRank } from './usecases/change-rank.ts'
import { connectAppraisal } from './usecases/connections.ts'
import { explain } from './usecases/explain.ts'
import { publishLate } from './usecases/late-results.ts'
import { decideLine, lineOf } from './usecases/line.ts'
import { overviewOf } from './usecases/overview.ts'
import { listMine, readResult, showResult } from './usecases/results.ts'
import { recordView, withdrawView } from './usecases/supervisor-view.ts'
import { publishedResult } from './views/published.ts'
import { frozenPeople, yearOf } from './views/years.ts'

const { db } = await testDatabase()
type World = Awaited<ReturnType<typeof closedYear>>
type Name = keyof World['ids']

afterEach(() => connectAppraisal({ openSitting: async () => false, undecidedExcellence: async () => 0, yearMoved: [] }))

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const now = afterTheYear

async function signed() {
  const world = await closedYear(db)
  await world.move('freeze', 'team')
  await world.run(applyAdvisory)
  await world.move('sign', null)
  return world
}

const approve = (
  world: World,
  who: Name,
  {
    as = who,
    decision = 'approved' as 'approved' | 'objected',
    note,
    version = 1,
  }: { as?: Name; decision?: 'approved' | 'objected'; note?: string; version?: number } = {},
) =>
  world.run((tx) =>
    decideLine({ year, officialId: world.ids[as], version, decision, note, actor: world.actor(who), newId, now, tx }),
  )

async function confirmed() {
  const world = await signed()
  await approve(world, 'boss')
  await approve(world, 'head')
  await world.move('confirm', 'head')
  return world
}

const resultOf = (world: World, name: Name) =>
  world.run(async (tx) => (await frozenPeople(tx, { year })).find((one) => one.employeeId === world.ids[name]))

const view = (
  world: World,
  who: Name,
  of: Name,
  rank: 'weak' | 'good' | 'very_good',
  version = 1,
  reasonCode = 'SUP-02',
) =>
  world.run((tx) =>
    recordView({
      employeeId: world.ids[of],
      year,
      version,
      rank,
      reasonCode,
      reasonText: 'قاد عمل الفريق',
      actor: world.actor(who),
      newId,
      now,
      tx,
    }),
  )

describe('a year', () => {
  test('goes from the freeze to each employee, step by step, and only in that order', async () => {
    const world = await closedYear(db)
    expect(await outcomeOf(world.move('publish', 'team'))).toBe('workflow.not_open')
    expect(await outcomeOf(world.move('freeze', 'head'))).toBe('workflow.not_yours')
    expect(await world.move('freeze', 'team')).toMatchObject({ status: 'frozen', freezes: 1, version: 2 })
    expect(await resultOf(world, 'employee')).toMatchObject({ result: 98_625_000n, band: 'good', standing: 'ranked' })
    expect(await resultOf(world, 'late')).toMatchObject({ standing: 'undecided', result: 90_000_000n })
    expect(await outcomeOf(world.move('sign', null))).toBe('appraisal.curve_missing')
    await world.run(applyAdvisory)
    expect(await world.move('sign', null)).toMatchObject({ status: 'signed' })
    expect(await outcomeOf(world.move('approve', null))).toBe('appraisal.officials_waiting')
    await approve(world, 'boss')
    expect(await world.run((tx) => yearOf(tx, { year }))).toMatchObject({ status: 'signed' })
    expect(await approve(world, 'head')).toEqual({ version: 2, yearStatus: 'approved' })
    expect(await outcomeOf(world.move('confirm', 'team'))).toBe('workflow.not_yours')
    await world.move('confirm', 'head')
    expect(await outcomeOf(world.move('publish', 'head'))).toBe('workflow.not_yours')
    expect(await world.move('publish', 'office')).toMatchObject({ status: 'published' })
    expect(await resultOf(world, 'employee')).toMatchObject({ status: 'published', finalRank: 'good' })
  })

  test('is not frozen while one of its cycles is open', async () => {
    const world = await closedYear(db)
    await world.run((tx) => sql`UPDATE cycles SET status = 'open' WHERE ordinal = 4`.execute(tx))
    expect(await outcomeOf(world.move('freeze', 'team'))).toBe('appraisal.cycles_open')
  })

  test('is published once when two publish at the same moment', async () => {
    const world = await confirmed()
    const version = (await world.run((tx) => yearOf(tx, { year })))?.version ?? 0
    const outcomes = await Promise.all([
      outcomeOf(world.move('publish', 'team', { version })),
      outcomeOf(world.move('publish', 'office', { version })),
    ])
    expect(outcomes.toSorted()).toEqual(['done', 'http.changed_by_other'])
    const { rows } = await world.run((tx) =>
      sql<{
        count: number
      }>`SELECT count(*)::int AS count FROM notices WHERE kind = 'appraisal.published' AND recipient_id = ${world.ids.employee}`.execute(
        tx,
      ),
    )
    expect(rows[0]?.count).toBe(1)
  })

  test('waits for the closing of a cycle that is under way, and sees what it wrote', async () => {
    const world = await closedYear(db)
    const last = world.cycles[3]?.id ?? ''
    await world.run((tx) => sql`UPDATE cycles SET status = 'open' WHERE id = ${last}`.execute(tx))
    let closing: () => void = () => {}
    const closed = new Promise<void>((resolve) => {
      closing = resolve
    })
    const close = world.run(async (tx) => {
      await sql`UPDATE cycles SET status = 'closed' WHERE id = ${last}`.execute(tx)
      await sql`UPDATE cycle_results SET result = ${percent(120)}, literal = 0 WHERE cycle_id = ${last} AND employee_id = ${world.ids.employee}`.execute(
        tx,
      )
      await closed
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const freeze = world.move('freeze', 'team')
    await new Promise((resolve) => setTimeout(resolve, 150))
    closing()
    await close
    await freeze
    expect((await resultOf(world, 'employee'))?.result).toBe(101_125_000n)
  })

  test('ends the window for grievances with the last local day', async () => {
    const world = await confirmed()
    await world.move('publish', 'team')
    const published = await world.run((tx) => publishedResult(tx, { employeeId: world.ids.employee, year }))
    // 17 February in Muscat, four hours ahead.
    expect(published?.grievancesUntil.toISOString()).toBe('2026-02-17T19:59:59.999Z')
  })

  test('is frozen anew with a reason, keeps the views of people, and never while the committee sits', async () => {
    const world = await closedYear(db)
    await world.move('freeze', 'team')
    await view(world, 'supervisor', 'employee', 'very_good')
    await world.run(applyAdvisory)
    expect(await outcomeOf(world.move('refreeze', 'team'))).toBe('workflow.needs_reason')
    connectAppraisal({ openSitting: async () => true })
    expect(await outcomeOf(world.move('refreeze', 'team', { reason: 'تصحيح' }))).toBe('appraisal.sitting_open')
    connectAppraisal({ openSitting: async () => false })
    expect(await world.move('refreeze', 'team', { reason: 'تصحيح' })).toMatchObject({ status: 'frozen', freezes: 2 })
    expect(await resultOf(world, 'employee')).toMatchObject({ viewRank: 'very_good', curveRank: null, groupId: null })
  })

  test('tells the features that follow of every step, in the same transaction', async () => {
    const world = await closedYear(db)
    const heard: string[] = []
    connectAppraisal({
      yearMoved: [
        async (_, { move }) => {
          heard.push(move)
          if (heard.length === 2) throw new Refusal({ code: 'test.no', status: 409 })
        },
      ],
    })
    await world.move('freeze', 'team')
    expect(await outcomeOf(world.move('refreeze', 'team', { reason: 'تصحيح' }))).toBe('test.no')
    expect(await world.run((tx) => yearOf(tx, { year }))).toMatchObject({ freezes: 1 })
  })
})

describe('separation of duties', () => {
  test('each official approves the own line, and nobody else does it', async () => {
    const world = await signed()
    expect(await outcomeOf(approve(world, 'supervisor', { as: 'boss' }))).toBe('appraisal.not_found')
    expect(await outcomeOf(approve(world, 'team', { as: 'boss' }))).toBe('appraisal.not_found')
    const { rows } = await world.run((tx) => lineOf({ year, actor: world.actor('boss'), now, tx }))
    expect(rows.map((row) => row.employee.id)).not.toContain(world.ids.boss)
    expect(rows.map((row) => row.employee.id)).toContain(world.ids.employee)
  })

  test('the people of an official who has left go to the next above', async () => {
    const world = await closedYear(db)
    await world.move('freeze', 'team')
    await world.run(applyAdvisory)
    await world.run((tx) => sql`UPDATE employees SET exited_on = '2026-01-10' WHERE id = ${world.ids.boss}`.execute(tx))
    await world.move('sign', null)
    const { approvals } = await world.run((tx) => overviewOf({ year, actor: world.actor('head'), now, tx }))
    expect(approvals).toMatchObject([{ official: { id: world.ids.head }, people: 8 }])
  })

  test('an objection needs a note, and the head sends the year back to the committee', async () => {
    const world = await signed()
    expect(await outcomeOf(approve(world, 'boss', { decision: 'objected' }))).toBe('appraisal.objection_needs_note')
    await approve(world, 'boss', { decision: 'objected', note: 'يلزم النظر في تقدير أحدهم' })
    expect(await outcomeOf(world.move('sendBack', 'head'))).toBe('workflow.needs_reason')
    await world.move('sendBack', 'head', { reason: 'بناء على الاعتراض' })
    expect(await resultOf(world, 'employee')).toMatchObject({ status: 'preliminary' })
    await world.move('sign', null)
    expect(await approve(world, 'boss')).toEqual({ version: 2, yearStatus: 'signed' })
  })

  test('nothing is approved while a nomination for excellence waits', async () => {
    const world = await signed()
    connectAppraisal({ undecidedExcellence: async () => 1 })
    expect(await outcomeOf(approve(world, 'boss'))).toBe('appraisal.excellence_undecided')
  })

  test('nobody changes the own rank, whatever the part', async () => {
    const world = await closedYear(db)
    await world.move('freeze', 'team')
    const change = {
      year,
      stage: 'committee',
      to: 'weak',
      reasonCode: 'CAL-01',
      reasonText: 'سبب',
      now,
      newId,
    } as const
    const employeeId = world.ids.team
    const mine = world.run((tx) =>
      changeRank(tx, { ...change, employeeId, madeBy: employeeId, actor: world.actor('team') }),
    )
    expect(await outcomeOf(mine)).toBe('appraisal.own_result')
  })
})

describe("a supervisor's view", () => {
  test('changes nothing that was computed, and carries its reason', async () => {
    const world = await closedYear(db)
    await world.move('freeze', 'team')
    expect(await view(world, 'supervisor', 'employee', 'very_good')).toEqual({ version: 2 })
    expect(await resultOf(world, 'employee')).toMatchObject({ band: 'good', viewRank: 'very_good', finalRank: null })
    expect(await outcomeOf(view(world, 'supervisor', 'employee', 'weak'))).toBe('http.changed_by_other')
    expect(await outcomeOf(view(world, 'supervisor', 'employee', 'weak', 2, 'CAL-01'))).toBe('appraisal.unknown_reason')
    await world.run((tx) =>
      withdrawView({
        employeeId: world.ids.employee,
        year,
        version: 2,
        actor: world.actor('supervisor'),
        newId,
        now,
        tx,
      }),
    )
    expect(await resultOf(world, 'employee')).toMatchObject({ viewRank: null })
  })

  test('is for the direct supervisor alone, and over when the committee has signed', async () => {
    const world = await closedYear(db)
    await world.move('freeze', 'team')
    expect(await outcomeOf(view(world, 'boss', 'employee', 'weak'))).toBe('workflow.not_yours')
    expect(await outcomeOf(view(world, 'colleague', 'employee', 'weak'))).toBe('appraisal.not_found')
    expect(await outcomeOf(view(world, 'employee', 'employee', 'weak'))).toBe('appraisal.not_published')
    await world.run(applyAdvisory)
    await world.move('sign', null)
    const version = (await resultOf(world, 'employee'))?.version
    expect(await outcomeOf(view(world, 'supervisor', 'employee', 'weak', version))).toBe('appraisal.view_closed')
  })
})

describe('a result', () => {
  test('is the person’s own from publication on, and never a colleague’s', async () => {
    const world = await confirmed()
    const show = (who: Name) =>
      world.run((tx) => showResult({ employeeId: world.ids.employee, year, actor: world.actor(who), now, tx }))
    expect(await outcomeOf(show('employee'))).toBe('appraisal.not_published')
    expect(await outcomeOf(show('colleague'))).toBe('appraisal.not_found')
    expect(await outcomeOf(show('team'))).toBe('appraisal.not_found')
    await world.move('publish', 'team')
    expect(await show('employee')).toMatchObject({ parts: ['employee'], can: { read: { allowed: true } } })
    await world.run((tx) =>
      readResult({ employeeId: world.ids.employee, year, actor: world.actor('employee'), now, tx }),
    )
    const { years } = await world.run((tx) => listMine({ actor: world.actor('employee'), tx }))
    expect(years).toMatchObject([{ year, published: { rank: 'good', read: true } }])
  })

  test('has a fingerprint that reading and printing do not change', async () => {
    const world = await confirmed()
    await world.move('publish', 'team')
    const find = () => world.run((tx) => explain(tx, { employeeId: world.ids.employee, year }))
    const before = await find()
    await world.run((tx) =>
      readResult({ employeeId: world.ids.employee, year, actor: world.actor('employee'), now, tx }),
    )
    expect((await find())?.fingerprint).toBe(before?.fingerprint)
  })

  test('undecided holds back its own publication only, and follows when it is decided', async () => {
    const world = await confirmed()
    await world.move('publish', 'team')
    const late = () => world.run((tx) => publishedResult(tx, { employeeId: world.ids.late, year }))
    expect(await late()).toBeNull()
    const publish = () => world.run((tx) => publishLate({ year, actor: world.actor('team'), newId, now, tx }))
    expect(await outcomeOf(publish())).toBe('appraisal.nobody_decided')
    await world.run((tx) =>
      sql`UPDATE cycle_results SET status = 'excluded', decided_by = ${world.ids.boss}, decided_at = ${now}, decision_reason = 'بلا وثيقة معتمدة'
           WHERE status = 'undecided' AND employee_id = ${world.ids.late}`.execute(tx),
    )
    expect(await publish()).toEqual({ published: 1 })
    expect(await late()).toMatchObject({ standing: 'ranked', finalRank: 'good', result: '90000000', curveRank: null })
    const found = await world.run((tx) => explain(tx, { employeeId: world.ids.late, year }))
    expect(found?.explanation).toMatchObject({ group: null, ranks: { band: 'good', curve: null, final: 'good' } })
  })

  test('keeps every decision: a later one of an earlier stage voids what was decided on top of it', async () => {
    const world = await closedYear(db)
    await world.move('freeze', 'team')
    await world.run(applyAdvisory)
    const decide = (
      stage: 'committee' | 'excellence' | 'grievance',
      to: 'good' | 'very_good' | 'excellent',
      reasonCode: string,
    ) =>
      world.run((tx) =>
        changeRank(tx, {
          year,
          employeeId: world.ids.employee,
          stage,
          to,
          reasonCode,
          reasonText: 'سبب مكتوب',
          madeBy: world.ids.boss,
          actor: world.actor('boss'),
          now: new Date(now.getTime() + 1),
          newId,
        }),
      )
    await decide('committee', 'very_good', 'CAL-01')
    await decide('excellence', 'excellent', 'EXC-01')
    expect(await resultOf(world, 'employee')).toMatchObject({ band: 'good', curveRank: 'good', finalRank: 'excellent' })
    await decide('committee', 'good', 'CAL-02')
    expect(await resultOf(world, 'employee')).toMatchObject({ finalRank: 'good' })
    const found = await world.run((tx) => explain(tx, { employeeId: world.ids.employee, year }))
    expect(found?.explanation.changes).toMatchObject([{ stage: 'committee', from: 'good', to: 'good' }])
  })
})

test('a cycle result that nobody froze changes no frozen year', async () => {
  const world = await closedYear(db)
  await world.move('freeze', 'team')
  const someone = newId()
  await world.addPeople([{ id: someone, supervisorId: world.ids.supervisor }])
  await world.run((tx) =>
    addResult(tx, {
      cycleId: world.cycles[0]?.id ?? '',
      employeeId: someone,
      status: 'counted',
      result: percent(80),
      literal: 0n,
    }),
  )
  const people = await world.run((tx) => frozenPeople(tx, { year }))
  expect(people.map((one) => one.employeeId)).not.toContain(someone)
})

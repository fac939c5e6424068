import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { afterTheYear, applyAdvisory, closedYear, year } from '../../../tests/support/appraisal-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { changeRank } from './usecases/change-rank.ts'
import { closeWindows } from './usecases/close-windows.ts'
import { connectAppraisal } from './usecases/connections.ts'
import { distributionOf, excellentNames, withShares } from './usecases/distribution.ts'
import { decideLine } from './usecases/line.ts'

const { db } = await testDatabase()
const now = afterTheYear
afterEach(() => connectAppraisal({ yearMoved: [] }))

async function published({ names }: { names: boolean }) {
  const world = await closedYear(db)
  if (names) {
    await world.run((tx) =>
      sql`INSERT INTO policy_values (id, key, year, version, value, reason, set_at)
          VALUES (${newId()}, 'excellence.publish_names', ${year}, 1, 'true', 'تجربة', ${now})`.execute(tx),
    )
  }
  await world.move('freeze', 'team')
  await world.run(applyAdvisory)
  await world.run((tx) =>
    changeRank(tx, {
      year,
      employeeId: world.ids.team,
      stage: 'excellence',
      to: 'excellent',
      reasonCode: 'EXC-01',
      reasonText: 'استوفى الشروط',
      madeBy: world.ids.boss,
      actor: world.actor('boss'),
      now,
      newId,
    }),
  )
  await world.move('sign', null)
  for (const who of ['boss', 'head'] as const) {
    await world.run((tx) =>
      decideLine({
        year,
        officialId: world.ids[who],
        version: 1,
        decision: 'approved',
        actor: world.actor(who),
        newId,
        now,
        tx,
      }),
    )
  }
  await world.move('confirm', 'head')
  await world.move('publish', 'team')
  return world
}

const afterTheWindow = new Date('2026-02-17T20:00:00.000Z')
const lastInstant = new Date('2026-02-17T19:59:59.999Z')

test('names of the excellent are read after the window, where the policy publishes them, and no other rank', async () => {
  const open = await published({ names: true })
  const names = (at: Date, world = open) =>
    world.run((tx) => excellentNames({ year, limit: 50, actor: world.actor('colleague'), now: at, tx }))
  expect(await names(lastInstant)).toMatchObject({ published: false, people: [] })
  expect(await names(afterTheWindow)).toMatchObject({ published: true, people: [{ id: open.ids.team }], next: null })
  const kept = await published({ names: false })
  expect(await names(afterTheWindow, kept)).toEqual({ published: false, from: null, people: [], next: null })
})

test('a result is final one instant after the last one in time, and its person is told once', async () => {
  const world = await published({ names: false })
  const close = (at: Date) => world.run((tx) => closeWindows({ tx, now: at, newId, entityId: world.entityId }))
  const states = async () =>
    (
      await world.run((tx) =>
        sql<{ status: string; notices: number }>`
      SELECT status, (SELECT count(*)::int FROM notices WHERE kind = 'appraisal.final' AND recipient_id = employee_id) AS notices
        FROM annual_results WHERE employee_id = ${world.ids.employee}`.execute(tx),
      )
    ).rows[0]
  await close(lastInstant)
  expect(await states()).toEqual({ status: 'published', notices: 0 })
  await close(afterTheWindow)
  await close(afterTheWindow)
  expect(await states()).toEqual({ status: 'final', notices: 1 })
})

test('the distribution hides small numbers from everybody but the committee and the head', async () => {
  const world = await published({ names: false })
  const of = (who: 'team' | 'head' | 'colleague') =>
    world.run((tx) => distributionOf({ year, actor: world.actor(who), now, tx }))
  const [team, head] = [await of('team'), await of('head')]
  expect(head.total.map((row) => row.people)).toEqual([1, 1, 4, 0, 1])
  expect(team.total.map((row) => row.people)).toEqual([null, null, null, 0, null])
  expect(team.divisions.flatMap((one) => one.rows.map((row) => row.people))).not.toContain(1)
  await expect(of('colleague')).rejects.toThrow(Refusal)
})

test('one hidden number takes another with it, so that the total does not give it away', () => {
  const rows = [
    { rank: 'weak', people: 2 },
    { rank: 'average', people: 9 },
    { rank: 'good', people: 40 },
  ] as const
  expect(withShares(rows, false).map((row) => row.people)).toEqual([null, null, 40, 0, 0])
  expect(withShares(rows, true).map((row) => row.people)).toEqual([2, 9, 40, 0, 0])
})

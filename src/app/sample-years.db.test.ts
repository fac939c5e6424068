import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { recompute } from '../features/appraisal/domain/recompute.ts'
import { freezeResults, keepSegmentDays, scorePlans } from '../features/appraisal/repository/freeze.ts'
import { explain } from '../features/appraisal/usecases/explain.ts'
import { segmentDaysOf } from '../features/appraisal/usecases/segment-days.ts'
import { count } from '../features/assessment/usecases/counting.ts'
import { testDatabase } from '../platform/db/test-database.ts'
import { withEntity } from '../platform/db/with-entity.ts'
import { bands } from './sample/freeze.ts'
import { at } from './sample/working-calendar.ts'
import { loadSample } from './sample.ts'

const { owner, db } = await testDatabase()
const date = '2026-11-22'

beforeAll(() => loadSample({ owner, seed: 1, date }))

class Undone extends Error {}

describe.each(['labour', 'government-services'])('the years of %s', (code) => {
  test('a freeze of the product finds what the sample has frozen', async () => {
    const { rows } = await owner.query('SELECT id FROM entities WHERE code = $1', [code])
    const work = withEntity(db, { entityId: rows[0].id }, async (tx) => {
      const frozen = async () =>
        (
          await sql<{ year: number }>`
            SELECT year, employee_id, standing, result, literal, ranking, counted, lowest_cycle, last_cycle, plan_score, segment_days,
                   division_id, division_path, job_family, level, gender, supervisor_id, higher_official_id, leave_days, band
              FROM annual_results ORDER BY year, employee_id`.execute(tx)
        ).rows
      const before = await frozen()
      const years = [...new Set(before.map((one) => one.year))]
      expect(years.length).toBeGreaterThan(0)
      for (const year of years) {
        await freezeResults(tx, { year, serviceMonths: 6, bands, formula: 'weighted_sum' })
        await scorePlans(tx, { year })
        await keepSegmentDays(tx, { year, days: await segmentDaysOf(tx, { year }) })
      }
      expect(await frozen()).toEqual(before)
      throw new Undone()
    })
    await expect(work).rejects.toThrow(Undone)
  })

  test('the product counts every closed cycle as the sample has counted it', async () => {
    const { rows } = await owner.query('SELECT id FROM entities WHERE code = $1', [code])
    await withEntity(db, { entityId: rows[0].id }, async (tx) => {
      const cycles = (
        await sql<{ id: string; year: number; startsOn: string; endsOn: string }>`
          SELECT id, year, starts_on AS "startsOn", ends_on AS "endsOn" FROM cycles WHERE status = 'closed'`.execute(tx)
      ).rows
      expect(cycles.length).toBe(11)
      const now = at(date, '09:00')
      for (const cycle of cycles) {
        expect([cycle.startsOn, await count(tx, { cycles: [cycle], year: cycle.year, now })]).toEqual([
          cycle.startsOn,
          0,
        ])
      }
    })
  })

  test('every explanation of a result is recomputed without a difference', async () => {
    const { rows } = await owner.query('SELECT id FROM entities WHERE code = $1', [code])
    await withEntity(db, { entityId: rows[0].id, readOnly: true }, async (tx) => {
      const results = (
        await sql<{ year: number; id: string }>`SELECT year, employee_id AS id FROM annual_results`.execute(tx)
      ).rows
      expect(results.length).toBeGreaterThan(20)
      for (const { id, year } of results) {
        const explained = await explain(tx, { employeeId: id, year })
        expect(explained && recompute(explained.explanation)).toMatchObject({ equal: true })
      }
    })
  })
})

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { freezeResults, scorePlans } from '../features/appraisal/repository/freeze.ts'
import { testDatabase } from '../platform/db/test-database.ts'
import { withEntity } from '../platform/db/with-entity.ts'
import { bands } from './sample/freeze.ts'
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
            SELECT year, employee_id, standing, result, literal, ranking, counted, lowest_cycle, last_cycle, plan_score,
                   division_id, division_path, job_family, level, gender, supervisor_id, higher_official_id, leave_days, band
              FROM annual_results ORDER BY year, employee_id`.execute(tx)
        ).rows
      const before = await frozen()
      const years = [...new Set(before.map((one) => one.year))]
      expect(years.length).toBeGreaterThan(0)
      for (const year of years) {
        await freezeResults(tx, { year, serviceMonths: 6, bands, formula: 'weighted_sum' })
        await scorePlans(tx, { year })
      }
      expect(await frozen()).toEqual(before)
      throw new Undone()
    })
    await expect(work).rejects.toThrow(Undone)
  })
})

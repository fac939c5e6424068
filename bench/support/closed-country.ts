import { sql } from 'kysely'
import pg from 'pg'
import { openDatabase } from '../../src/app/commands/open-database.ts'
import { freezeResults, scorePlans } from '../../src/features/appraisal/repository/freeze.ts'
import { closeCycles } from '../../src/features/assessment/usecases/counting.ts'
import type { PreviewRules } from '../../src/features/calibration/repository/preview.ts'
import type { Database, Tx } from '../../src/platform/db/database.ts'
import { databaseOver } from '../../src/platform/db/kysely.ts'
import { withEntity } from '../../src/platform/db/with-entity.ts'
import { bandsOf, defaultBandCuts } from '../../src/shared/ranks.ts'
import { dataFolderFor } from '../../tests/support/program.ts'
import { makeResultsCountry, type ResultsCountry } from './country-of-results.ts'
import { ticksOf } from './server-time.ts'

const year = 2025
export const rules: PreviewRules = {
  year,
  shares: { weak: 500, average: 1500, good: 5000, very_good: 2000, excellent: 1000 },
  mode: 'raise_only',
  guardWeak: true,
}

export type ClosedCountry = ResultsCountry & {
  readonly owner: pg.Pool
  readonly db: Database
  /** Milliseconds of processor time of the one backend that did `work`, and of the clock. */
  readonly measured: (work: () => Promise<unknown>) => Promise<{ cpu: number; clock: number }>
  readonly close: () => Promise<void>
}

/** A country whose cycles wait for their closing, and one connection of the application to close it through. */
export async function openCountry(people: number): Promise<ClosedCountry> {
  const { folder, remove } = dataFolderFor('bench-year')
  const { connections } = await openDatabase({ env: { ITQAN_DATA: folder }, report: () => {} })
  const country = await makeResultsCountry(connections.owner, { people, year })
  const pool = new pg.Pool({ ...connections.app.options, max: 1, statement_timeout: 0 })
  pool.on('error', () => {})
  const { rows } = await pool.query('SELECT pg_backend_pid() AS pid')
  await pool.query('SET max_parallel_workers_per_gather = 0')
  const pid = Number(rows[0].pid)
  const measured = async (work: () => Promise<unknown>) => {
    const [ticks, started] = [ticksOf(pid) ?? 0, performance.now()]
    await work()
    return { cpu: ((ticksOf(pid) ?? 0) - ticks) * 10, clock: performance.now() - started }
  }
  const db = databaseOver(pool)
  return {
    ...country,
    owner: connections.owner,
    db,
    measured,
    close: async () => {
      await db.destroy()
      await connections.close()
      remove()
    },
  }
}

/** One sequential read of every key result of the country, by the same connection. */
export async function scanKeyResults({ owner, db }: ClosedCountry): Promise<void> {
  await owner.query('ALTER TABLE achievements DISABLE ROW LEVEL SECURITY')
  await sql`SELECT sum(score) FROM achievements`.execute(db)
  await owner.query('ALTER TABLE achievements ENABLE ROW LEVEL SECURITY')
}

/** From key results to ranked people of one entity: cycle results, annual results, one group of the whole entity. */
export async function closeEntity(db: Database, { id }: { readonly id: string }): Promise<void> {
  await withEntity(db, { entityId: id }, async (tx) => {
    await closeCycles(tx, { year, now: new Date(`${year + 1}-01-25T08:00:00Z`) })
    await inEntity(
      tx,
      `INSERT INTO appraisal_years (id, year, status, frozen_at, freezes) VALUES (gen_random_uuid(), ${year}, 'frozen', now(), 1)`,
    )
    await freezeResults(tx, { year, serviceMonths: 6, bands: bandsOf(defaultBandCuts), formula: 'weighted_sum' })
    await scorePlans(tx, { year })
    await inEntity(
      tx,
      `INSERT INTO calibration_groups (id, year, size, mode, quotas, outcome)
       SELECT gen_random_uuid(), ${year}, count(*), 'raise_only', '[]', json_build_object('hasQuotas', count(*) >= 30)
         FROM annual_results WHERE year = ${year} AND standing = 'ranked'`,
    )
    await inEntity(
      tx,
      `UPDATE annual_results r SET group_id = g.id FROM calibration_groups g WHERE g.year = r.year AND r.standing = 'ranked'`,
    )
  })
}

async function inEntity(tx: Tx, statement: string): Promise<void> {
  await sql.raw(statement).execute(tx)
}

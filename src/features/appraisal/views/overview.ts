import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band } from '../../../shared/ranks.ts'

/** Ranked people to whom the curve has not been applied. */
export async function withoutCurve(tx: Tx, { year }: { year: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM annual_results
     WHERE year = ${year} AND standing = 'ranked' AND curve_rank IS NULL`.execute(tx)
  return rows[0]?.count ?? 0
}

export type CycleStep = {
  readonly id: string
  readonly kind: 'quarter' | 'third' | 'half'
  readonly ordinal: number
  readonly status: 'planned' | 'open' | 'closed'
  readonly undecided: number
}

export async function cycleSteps(tx: Tx, { year }: { year: number }): Promise<CycleStep[]> {
  const { rows } = await sql<CycleStep>`
    SELECT c.id, c.kind, c.ordinal, c.status,
           (SELECT count(*)::int FROM cycle_results r WHERE r.cycle_id = c.id AND r.status = 'undecided') AS undecided
      FROM cycles c WHERE c.year = ${year} ORDER BY c.ordinal`.execute(tx)
  return rows
}

export type Counts = {
  readonly ranked: number
  readonly shortService: number
  readonly allExcused: number
  readonly left: number
  readonly undecided: number
  readonly outOfScope: number
  readonly withRank: number
  readonly withoutRank: number
  readonly views: number
  readonly differentViews: number
  readonly published: number
  readonly read: number
}

/** One statement over the year's results. */
export async function countsOf(tx: Tx, { year }: { year: number }): Promise<Counts> {
  const standing = (name: string) => sql`(count(*) FILTER (WHERE standing = ${name}))::int`
  const { rows } = await sql<Counts>`
    SELECT ${standing('ranked')} AS ranked, ${standing('short_service')} AS "shortService",
           ${standing('all_excused')} AS "allExcused", ${standing('left')} AS "left", ${standing('undecided')} AS undecided,
           ${standing('out_of_scope')} AS "outOfScope",
           (count(*) FILTER (WHERE standing = 'ranked' AND curve_rank IS NOT NULL))::int AS "withRank",
           (count(*) FILTER (WHERE standing = 'ranked' AND curve_rank IS NULL))::int AS "withoutRank",
           count(view_rank)::int AS views, (count(*) FILTER (WHERE view_rank <> band))::int AS "differentViews",
           count(published_at)::int AS published, count(read_at)::int AS read
      FROM annual_results WHERE year = ${year}`.execute(tx)
  if (!rows[0]) throw new Error('a count without a row')
  return rows[0]
}

export async function bandCounts(tx: Tx, { year }: { year: number }): Promise<{ rank: Band; people: number }[]> {
  const { rows } = await sql<{ rank: Band; people: number }>`
    SELECT band AS rank, count(*)::int AS people FROM annual_results
     WHERE year = ${year} AND standing = 'ranked' GROUP BY band`.execute(tx)
  return rows
}

export async function groupCount(tx: Tx, { year }: { year: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM calibration_groups WHERE year = ${year}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Undecided at the freeze, and every cycle decided since: they can be published by themselves (H9). */
export async function decidedSince(tx: Tx, { year }: { year: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT r.employee_id AS id FROM annual_results r
     WHERE r.year = ${year} AND r.standing = 'undecided' AND NOT EXISTS (
       SELECT FROM cycle_results k JOIN cycles c ON c.id = k.cycle_id
        WHERE c.year = r.year AND k.employee_id = r.employee_id AND k.status = 'undecided')`.execute(tx)
  return rows.map((row) => row.id)
}

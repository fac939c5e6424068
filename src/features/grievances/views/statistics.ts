import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Ground, Outcome, Status } from '../domain/grievance.ts'

export type Counted = {
  readonly status: Status
  readonly outcome: Outcome | null
  readonly reEvaluated: boolean
  /** Days from the filing to the decision, or to the refusal to hear it. */
  readonly days: number | null
  readonly inTime: boolean | null
  readonly addedSeat: boolean
  readonly grounds: readonly Ground[]
}

/** Filed cases of a year without anything that names anybody. */
export async function countedCases(
  tx: Tx,
  { year, timeZone }: { readonly year: number; readonly timeZone: string },
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT g.status, g.outcome, g.evaluated_at IS NOT NULL AS "reEvaluated",
           (ended.at AT TIME ZONE ${timeZone})::date - (g.filed_at AT TIME ZONE ${timeZone})::date AS days,
           (ended.at AT TIME ZONE ${timeZone})::date <= g.decide_by AND g.raised_at IS NULL AS "inTime",
           g.outcome IN ('upheld', 'partly') AND g.to_rank IS NOT NULL AS "addedSeat",
           ARRAY(SELECT k.ground FROM grievance_grounds k WHERE k.grievance_id = g.id) AS grounds
      FROM grievances g
      CROSS JOIN LATERAL (SELECT CASE WHEN g.status = 'inadmissible' THEN g.admitted_at ELSE g.decided_at END AS at) AS ended
     WHERE g.year = ${year} AND g.number IS NOT NULL`.execute(tx)
  return rows
}

/** Years with filed cases, newest first. */
export async function yearsWithCases(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT year FROM grievances WHERE number IS NOT NULL ORDER BY year DESC`.execute(tx)
  return rows.map((row) => row.year)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import type { YearStatus } from '../domain/workflow.ts'
import type { ResultStatus, Standing } from '../domain/year.ts'
import type { Relations } from '../policy.ts'

export type ResultHead = Omit<Relations, 'judges'> & {
  readonly year: number
  readonly version: number
  readonly status: ResultStatus
  readonly standing: Standing
  readonly yearStatus: YearStatus
  readonly band: Band | null
  readonly curveRank: Band | null
  readonly viewRank: Rank | null
  readonly readAt: Date | null
  readonly published: boolean
}

/** One result with who stands around it, as frozen and today: what decides who may read it. */
export async function resultHead(
  tx: Tx,
  { employeeId, year, today }: { employeeId: string; year: number; today: string },
): Promise<ResultHead | null> {
  const { rows } = await sql<ResultHead>`
    SELECT r.employee_id AS "employeeId", r.year, r.version, r.status, r.standing, y.status AS "yearStatus", r.band,
           r.curve_rank AS "curveRank", r.view_rank AS "viewRank", r.read_at AS "readAt",
           r.published_at IS NOT NULL AS published, r.supervisor_id AS "supervisorId",
           r.higher_official_id AS "higherOfficialId", r.approver_id AS "approverId", s1.supervisor_id AS "supervisorNow",
           coalesce(s2.supervisor_id, s1.supervisor_id) AS "higherNow"
      FROM annual_results r
      JOIN appraisal_years y ON y.year = r.year
      LEFT JOIN supervisions s1 ON s1.employee_id = r.employee_id AND itqan_holds(s1.valid_from, s1.valid_to, ${today}::date)
      LEFT JOIN supervisions s2 ON s2.employee_id = s1.supervisor_id AND itqan_holds(s2.valid_from, s2.valid_to, ${today}::date)
     WHERE r.year = ${year} AND r.employee_id = ${employeeId}::uuid AND y.status <> 'open'`.execute(tx)
  return rows[0] ?? null
}

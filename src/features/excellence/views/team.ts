import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Rank } from '../../../shared/ranks.ts'
import type { Status } from '../domain/nomination.ts'

export type TeamRow = {
  readonly employeeId: string
  readonly result: number | null
  readonly rank: Rank | null
  readonly nominationId: string | null
  readonly status: Status | null
  readonly version: number | null
  readonly requested: boolean
  readonly raised: boolean
}

/**
 * Direct reports, of the freeze or of today, who passed the gate or who ask to be nominated; and people two steps below
 * whose request nobody has answered. From the highest result.
 */
export async function teamRows(
  tx: Tx,
  { supervisorId, year, on }: { readonly supervisorId: string; readonly year: number; readonly on: string },
): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    SELECT r.employee_id AS "employeeId", r.result::float8 AS result, coalesce(r.final_rank, r.curve_rank) AS rank,
           n.id AS "nominationId", n.status, n.version, coalesce(n.requested_at IS NOT NULL, false) AS requested,
           coalesce(n.raised_at IS NOT NULL, false) AS raised
      FROM annual_results r
      LEFT JOIN excellence_nominations n
        ON n.entity_id = r.entity_id AND n.year = r.year AND n.employee_id = r.employee_id
      LEFT JOIN supervisions s ON s.entity_id = r.entity_id AND s.employee_id = r.employee_id
       AND itqan_holds(s.valid_from, s.valid_to, ${on}::date)
     WHERE r.year = ${year} AND r.standing = 'ranked' AND r.employee_id <> ${supervisorId}::uuid
       AND (r.supervisor_id = ${supervisorId}::uuid OR s.supervisor_id = ${supervisorId}::uuid
            OR n.raised_at IS NOT NULL AND (r.higher_official_id = ${supervisorId}::uuid OR EXISTS (
                 SELECT FROM supervisions up WHERE up.entity_id = s.entity_id AND up.employee_id = s.supervisor_id
                    AND up.supervisor_id = ${supervisorId}::uuid AND itqan_holds(up.valid_from, up.valid_to, ${on}::date))))
       AND (n.id IS NOT NULL OR coalesce(r.final_rank, r.curve_rank) IN ('very_good', 'excellent'))
     ORDER BY r.ranking DESC NULLS LAST, r.employee_id`.execute(tx)
  return rows
}

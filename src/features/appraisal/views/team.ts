import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import type { Name, Standing } from '../domain/year.ts'
import type { Person } from '../schema.ts'
import { person } from './people.ts'
import { divisionName } from './years.ts'

export type TeamRow = {
  readonly employee: Person
  readonly version: number
  readonly standing: Standing
  readonly result: number | null
  readonly band: Band | null
  readonly curve: Band | null
  readonly view: { rank: Rank; reasonCode: string; reasonText: string; at: string } | null
  readonly final: Rank | null
}

/** The years in which somebody stood under the person, the latest first. */
export async function teamYears(tx: Tx, { employeeId }: { employeeId: string }): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT r.year FROM annual_results r JOIN appraisal_years y ON y.year = r.year AND y.status <> 'open'
     WHERE r.supervisor_id = ${employeeId}::uuid OR r.higher_official_id = ${employeeId}::uuid OR r.approver_id = ${employeeId}::uuid
     ORDER BY r.year DESC LIMIT 30`.execute(tx)
  return rows.map((row) => row.year)
}

/** The results of the people whose direct supervisor the person was when the year ended, by name. */
export async function teamResults(
  tx: Tx,
  { employeeId, year, today }: { employeeId: string; year: number; today: string },
): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    SELECT ${person('r.employee_id', today)} AS employee, r.version, r.standing, r.result::float8 AS result, r.band,
           r.curve_rank AS curve, r.final_rank AS final,
           (SELECT json_build_object('rank', x.to_rank, 'reasonCode', x.reason_code, 'reasonText', x.reason_text, 'at', x.at)
              FROM rank_changes x
             WHERE x.year = r.year AND x.employee_id = r.employee_id AND x.stage = 'supervisor' AND x.superseded_at IS NULL) AS view
      FROM annual_results r JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
     WHERE r.year = ${year} AND r.supervisor_id = ${employeeId}::uuid AND r.standing <> 'out_of_scope'
     ORDER BY e.name_ar COLLATE itqan_ar, e.id`.execute(tx)
  return rows
}

export type LineRow = {
  readonly employee: Person & { readonly division: Name | null }
  readonly supervisor: Person | null
  readonly standing: Standing
  readonly result: number | null
  readonly band: Band | null
  readonly curve: Band | null
  readonly view: Rank | null
  readonly final: Rank | null
  readonly changes: number
}

/** The people whose results the official approves, or would: the approver once there is one, else as frozen (RP-13). */
export async function lineResults(
  tx: Tx,
  { employeeId, year, today }: { employeeId: string; year: number; today: string },
): Promise<LineRow[]> {
  const { rows } = await sql<LineRow & { division: Name | null }>`
    SELECT ${person('r.employee_id', today)} AS employee, ${divisionName(year)} AS division,
           ${person('r.supervisor_id', today)} AS supervisor, r.standing, r.result::float8 AS result, r.band,
           r.curve_rank AS curve, r.view_rank AS view, r.final_rank AS final,
           (SELECT count(*)::int FROM rank_changes x
             WHERE x.year = r.year AND x.employee_id = r.employee_id AND x.superseded_at IS NULL AND x.stage <> 'curve') AS changes
      FROM annual_results r JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
     WHERE r.year = ${year} AND coalesce(r.approver_id, r.higher_official_id) = ${employeeId}::uuid
       AND r.employee_id <> ${employeeId}::uuid AND r.standing <> 'out_of_scope'
     ORDER BY r.ranking DESC NULLS LAST, e.name_ar COLLATE itqan_ar, e.id`.execute(tx)
  return rows.map(({ division, ...row }) => ({ ...row, employee: { ...row.employee, division } }))
}

export type Approval = {
  readonly official: Person
  readonly people: number
  readonly status: 'waiting' | 'approved' | 'objected'
  readonly note: string | null
  readonly decidedBy: Person | null
  readonly decidedAt: string | null
  readonly version: number
}

/** The approvals of a year, those that wait first; of one official when asked. */
export async function approvalsOf(
  tx: Tx,
  { year, today, officialId = null }: { year: number; today: string; officialId?: string | null },
): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    SELECT ${person('a.official_id', today)} AS official, a.people, a.status, a.note,
           ${person('a.decided_by', today)} AS "decidedBy", a.decided_at AS "decidedAt", a.version
      FROM line_approvals a JOIN employees e ON e.entity_id = a.entity_id AND e.id = a.official_id
     WHERE a.year = ${year} AND (${officialId}::uuid IS NULL OR a.official_id = ${officialId}::uuid)
     ORDER BY a.status = 'approved', e.name_ar COLLATE itqan_ar, e.id`.execute(tx)
  return rows
}

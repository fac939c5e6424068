import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { FrozenPerson, YearState } from '../domain/year.ts'

const stateColumns: RawBuilder<unknown> = sql`id, year, status, version, freezes, frozen_at AS "frozenAt",
  frozen_by AS "frozenBy", signed_at AS "signedAt", approved_at AS "approvedAt", confirmed_at AS "confirmedAt",
  published_at AS "publishedAt", grievances_until AS "grievancesUntil"`

/** The state of a year; null before anybody touched it, which is the same as open. */
export async function yearOf(tx: Tx, { year }: { readonly year: number }): Promise<YearState | null> {
  const { rows } = await sql<YearState>`SELECT ${stateColumns} FROM appraisal_years WHERE year = ${year}`.execute(tx)
  return rows[0] ?? null
}

/** The values of the curve's rules as they were written down when it was applied. */
export async function curvePoliciesKept(tx: Tx, { year }: { year: number }): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ kept: Record<string, unknown> | null }>`
    SELECT (SELECT json_object_agg(p.key, p.value -> 'value') FROM json_each(y.policies) p WHERE p.key LIKE 'curve.%') AS kept
      FROM appraisal_years y WHERE y.year = ${year}`.execute(tx)
  return rows[0]?.kept ?? {}
}

/** The years that have been touched, the latest first. */
export async function listYears(tx: Tx): Promise<YearState[]> {
  const { rows } = await sql<YearState>`
    SELECT ${stateColumns} FROM appraisal_years ORDER BY year DESC LIMIT 100`.execute(tx)
  return rows
}

type FrozenRow = Omit<
  FrozenPerson,
  'divisionPath' | 'result' | 'ranking' | 'lowestCycle' | 'lastCycle' | 'planScore'
> & {
  readonly path: string | null
  readonly result: string | null
  readonly ranking: string | null
  readonly lowest: string | null
  readonly last: string | null
  readonly plan: string | null
}

/** Everybody of a frozen year, from the highest ranking value; one statement. Empty while the year is open. */
export async function frozenPeople(tx: Tx, { year }: { readonly year: number }): Promise<FrozenPerson[]> {
  const { rows } = await sql<FrozenRow>`
    SELECT r.employee_id AS "employeeId", json_build_object('ar', e.name_ar, 'en', e.name_en) AS name, r.status, r.standing,
           r.division_id AS "divisionId", r.division_path::text AS path, ${divisionName(year)} AS division,
           r.job_family AS "jobFamily", r.level, r.gender, r.supervisor_id AS "supervisorId",
           r.higher_official_id AS "higherOfficialId", r.leave_days AS "leaveDays", r.result, r.ranking,
           r.lowest_cycle AS lowest, r.last_cycle AS last, r.plan_score AS plan, r.band, r.group_id AS "groupId", r.position,
           r.curve_rank AS "curveRank", r.view_rank AS "viewRank", r.final_rank AS "finalRank", r.version
      FROM annual_results r JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
     WHERE r.year = ${year}
     ORDER BY r.ranking DESC NULLS LAST, r.employee_id`.execute(tx)
  return rows.map(({ path, result, ranking, lowest, last, plan, ...row }) => ({
    ...row,
    divisionPath: pathIds(path),
    result: whole(result),
    ranking: whole(ranking),
    lowestCycle: whole(lowest),
    lastCycle: whole(last),
    planScore: whole(plan),
  }))
}

/** The name of the division of `r` as it was at the end of the year, else the last one before. */
export function divisionName(year: number): RawBuilder<unknown> {
  return sql`(SELECT json_build_object('ar', p_.name_ar, 'en', p_.name_en) FROM division_periods p_
     WHERE p_.entity_id = r.entity_id AND p_.division_id = r.division_id AND p_.valid_from <= ${`${year}-12-31`}::date
     ORDER BY p_.valid_from DESC LIMIT 1)`
}

function whole(value: string | null): bigint | null {
  return value === null ? null : BigInt(value)
}

/** The ids in a path of the database, which writes them without dashes. */
function pathIds(path: string | null): string[] {
  return path
    ? path.split('.').map((label) => label.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
    : []
}

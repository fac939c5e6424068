import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import { normalizeArabic } from '../../../shared/text.ts'
import type { Origin } from '../repository/cases.ts'
import type { Person } from '../schema.ts'
import { type CaseRecord, type ChangeRow, viewSql } from './cases.ts'
import { divisionName, person } from './committee.ts'

export const filters = ['all', 'around_line', 'needs_reason', 'view_differs', 'moved'] as const
export type Filter = (typeof filters)[number]

/** So many places on either side of the line of lifting. */
const around = 10

export type PersonRecord = {
  readonly employee: Person
  readonly division: { readonly ar: string; readonly en: string } | null
  readonly supervisor: Person | null
  readonly groupId: string
  readonly position: number
  readonly result: string
  readonly ranking: string
  readonly band: Band
  readonly curve: Band
  readonly view: CaseRecord['view']
  readonly now: Rank
  readonly curveReason: { readonly code: string; readonly params: Record<string, string | number> } | null
  readonly reason: (Omit<ChangeRow, 'at'> & { readonly at: string }) | null
  readonly case: {
    readonly id: string
    readonly status: 'open' | 'decided' | 'withdrawn'
    readonly origin: Origin
  } | null
  readonly lastAboveLine: boolean
}

type Query = {
  readonly year: number
  readonly filter: Filter
  readonly groupId?: string | undefined
  readonly text?: string | undefined
  readonly after: { readonly key: string; readonly id: string } | null
  readonly today: string
  readonly limit: number
}

/** The ranked list from the highest, with the reasons that the employee will read. */
export async function personRecords(tx: Tx, query: Query): Promise<PersonRecord[]> {
  const { year, filter, groupId, text, after, today, limit } = query
  const conditions = [
    ranked(year),
    conditionOf[filter],
    ...(groupId ? [sql`r.group_id = ${groupId}::uuid`] : []),
    ...(text ? [matches(text)] : []),
    ...(after ? [sql`(-r.ranking, r.employee_id) > (-${after.key}::bigint, ${after.id}::uuid)`] : []),
  ]
  const { rows } = await sql<PersonRecord>`
    WITH ${lines(year)}
    SELECT ${person('r.employee_id', today)} AS employee, ${divisionName('r.division_id', year)} AS division,
           ${person('r.supervisor_id', today)} AS supervisor, r.group_id AS "groupId", r.position, r.result::text AS result,
           r.ranking::text AS ranking, r.band, r.curve_rank AS curve, ${viewSql} AS view,
           coalesce(r.final_rank, r.curve_rank) AS now, ${curveReasonSql} AS "curveReason", ${reasonSql(today)} AS reason,
           (SELECT json_build_object('id', c.id, 'status', c.status, 'origin', c.origin) FROM calibration_cases c
             WHERE c.year = r.year AND c.employee_id = r.employee_id AND c.status <> 'withdrawn'
             ORDER BY c.opened_at DESC LIMIT 1) AS case,
           coalesce(r.employee_id = l.last_id, false) AS "lastAboveLine"
      FROM annual_results r
      JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
      LEFT JOIN line l ON l.group_id = r.group_id
     WHERE ${sql.join(conditions, sql` AND `)}
     ORDER BY r.ranking DESC, r.employee_id LIMIT ${limit}`.execute(tx)
  return rows
}

/** How many people each filter finds, in the group and words at hand. */
export async function filterCounts(
  tx: Tx,
  { year, groupId, text }: Pick<Query, 'year' | 'groupId' | 'text'>,
): Promise<Record<Filter, number>> {
  const count = (filter: Filter) => sql`(count(*) FILTER (WHERE ${conditionOf[filter]}))::int`
  const { rows } = await sql<Record<Filter, number>>`
    WITH ${lines(year)}
    SELECT ${sql.join(filters.map((filter) => sql`${count(filter)} AS ${sql.ref(filter)}`))}
      FROM annual_results r JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
      LEFT JOIN line l ON l.group_id = r.group_id
     WHERE ${ranked(year)} AND ${groupId ? sql`r.group_id = ${groupId}::uuid` : sql`true`}
       AND ${text ? matches(text) : sql`true`}`.execute(tx)
  return rows[0] as Record<Filter, number>
}

/** Every typed word stands in the name or number, in any order. */
function matches(text: string): RawBuilder<boolean> {
  const words = normalizeArabic(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
  return sql`e.search LIKE ALL (${words.map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)}::text[])`
}

const ranked = (year: number): RawBuilder<boolean> =>
  sql`r.year = ${year} AND r.standing = 'ranked' AND r.curve_rank IS NOT NULL`

/** The last of each group whom the curve took to very good: below stands the line. */
const lines = (year: number): RawBuilder<unknown> => sql`line AS (
  SELECT DISTINCT ON (group_id) group_id, employee_id AS last_id, ranking AS last_ranking, position AS last_position
    FROM annual_results WHERE year = ${year} AND standing = 'ranked' AND curve_rank = 'very_good'
   ORDER BY group_id, ranking, employee_id DESC)`

const open = sql<boolean>`EXISTS (SELECT FROM calibration_cases c
  WHERE c.year = r.year AND c.employee_id = r.employee_id AND c.status = 'open')`

const conditionOf: Readonly<Record<Filter, RawBuilder<boolean>>> = {
  all: sql`true`,
  around_line: sql`l.last_position IS NOT NULL AND abs(r.position - l.last_position) <= ${around}`,
  needs_reason: open,
  view_differs: sql`r.view_rank IS NOT NULL AND r.view_rank <> coalesce(r.final_rank, r.curve_rank)`,
  moved: sql`coalesce(r.final_rank, r.curve_rank) <> r.band`,
}

const curveReasonSql = sql`(SELECT json_build_object('code', w_.reason_code, 'params', w_.params) FROM rank_changes w_
  WHERE w_.year = r.year AND w_.employee_id = r.employee_id AND w_.stage = 'curve' AND w_.superseded_at IS NULL
  ORDER BY w_.at DESC LIMIT 1)`

/** The newest decision of people: a change of rank, or the reason with which the committee kept it. */
const reasonSql = (today: string) => sql`coalesce(
  (SELECT json_build_object('stage', w_.stage, 'from', w_.from_rank, 'to', w_.to_rank, 'code', w_.reason_code,
            'text', coalesce(w_.reason_text, ''), 'by', ${person('w_.made_by', today)}, 'at', w_.at)
     FROM rank_changes w_
    WHERE w_.year = r.year AND w_.employee_id = r.employee_id AND w_.stage NOT IN ('curve', 'supervisor') AND w_.superseded_at IS NULL
    ORDER BY w_.at DESC LIMIT 1),
  (SELECT json_build_object('stage', 'committee', 'from', k_.decision, 'to', k_.decision, 'code', k_.reason_code,
            'text', k_.reason_text, 'by', ${person('k_.decided_by', today)}, 'at', k_.decided_at)
     FROM calibration_cases k_
    WHERE k_.year = r.year AND k_.employee_id = r.employee_id AND k_.status = 'decided'
    ORDER BY k_.decided_at DESC LIMIT 1))`

export type DistributionRow = {
  readonly division: { readonly ar: string; readonly en: string } | null
  readonly people: number
  readonly now: Partial<Record<Rank, number>>
}

/** By the highest division below the entity, as the report on the distribution has it (F-14, RP-14). */
export async function divisionDistribution(tx: Tx, { year }: { year: number }): Promise<DistributionRow[]> {
  const { rows } = await sql<DistributionRow>`
    SELECT ${divisionName('held.division_id', year)} AS division, sum(held.people)::int AS people,
           json_object_agg(held.rank, held.people) AS now
      FROM (SELECT regexp_replace(subpath(r.division_path, least(1, nlevel(r.division_path) - 1), 1)::text,
                     '^(.{8})(.{4})(.{4})(.{4})(.{12})$', '\\1-\\2-\\3-\\4-\\5')::uuid AS division_id,
                   coalesce(r.final_rank, r.curve_rank) AS rank, count(*) AS people
              FROM annual_results r
             WHERE r.year = ${year} AND r.standing = 'ranked' AND r.curve_rank IS NOT NULL AND r.division_path IS NOT NULL
             GROUP BY 1, 2) held
     GROUP BY held.division_id ORDER BY people DESC, held.division_id`.execute(tx)
  return rows
}

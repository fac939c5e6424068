import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import type { YearStatus } from '../domain/workflow.ts'
import type { ResultStatus, Standing } from '../domain/year.ts'

export type MyCycle = {
  readonly id: string
  readonly kind: 'quarter' | 'third' | 'half'
  readonly ordinal: number
  readonly startsOn: string
  readonly endsOn: string
  readonly status: 'planned' | 'open' | 'closed'
  readonly counts: 'counted' | 'excused' | 'excluded' | 'zero' | 'undecided' | null
  readonly cause: string | null
  readonly result: number | null
}

export type MyYear = {
  readonly year: number
  readonly status: YearStatus
  readonly cycles: MyCycle[]
  readonly published: {
    readonly at: string
    readonly standing: Standing
    readonly result: number | null
    readonly band: Band | null
    readonly rank: Rank | null
    readonly status: ResultStatus
    readonly read: boolean
    readonly grievancesUntil: string | null
  } | null
}

const publishedJson: RawBuilder<unknown> = sql`CASE WHEN r.published_at IS NOT NULL THEN json_build_object(
  'at', r.published_at, 'standing', r.standing, 'result', r.result, 'band', r.band, 'rank', r.final_rank,
  'status', r.status, 'read', r.read_at IS NOT NULL, 'grievancesUntil', r.grievances_until) END`

/** A person's years that have a cycle in them, the latest first. One statement. */
export async function myYears(tx: Tx, { employeeId }: { employeeId: string }): Promise<MyYear[]> {
  const { rows } = await sql<MyYear>`
    SELECT c.year, coalesce(y.status, 'open') AS status,
           json_agg(json_build_object('id', c.id, 'kind', c.kind, 'ordinal', c.ordinal, 'startsOn', c.starts_on,
             'endsOn', c.ends_on, 'status', c.status, 'counts', k.status, 'cause', k.cause, 'result', k.result) ORDER BY c.ordinal) AS cycles,
           (SELECT ${publishedJson} FROM annual_results r
             WHERE r.year = c.year AND r.employee_id = ${employeeId}::uuid) AS published
      FROM cycles c
      LEFT JOIN cycle_results k ON k.cycle_id = c.id AND k.employee_id = ${employeeId}::uuid
      LEFT JOIN appraisal_years y ON y.year = c.year
     WHERE c.status <> 'planned'
     GROUP BY c.year, y.status
     ORDER BY c.year DESC LIMIT 30`.execute(tx)
  return rows
}

export type RecordYear = {
  readonly year: number
  readonly standing: Standing
  readonly status: ResultStatus
  readonly result: number | null
  readonly band: Band | null
  readonly rank: Rank | null
  readonly publishedAt: string | null
  readonly cycles: { kind: 'quarter' | 'third' | 'half'; ordinal: number; counts: string; result: number | null }[]
  readonly changes: {
    stage: string
    from: Rank
    to: Rank
    reasonCode: string
    params: Record<string, string | number>
    reasonText: string | null
    at: string
  }[]
}

/** The published years of a person with their cycles and changes, the latest first (O-57). One statement. */
export async function recordYears(tx: Tx, { employeeId }: { employeeId: string }): Promise<RecordYear[]> {
  const { rows } = await sql<RecordYear>`
    SELECT r.year, r.standing, r.status, r.result::float8 AS result, r.band, r.final_rank AS rank,
           to_char(r.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt",
           coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'ordinal', c.ordinal, 'counts', k.status, 'result', k.result)
                            ORDER BY c.ordinal)
                       FROM cycle_results k JOIN cycles c ON c.id = k.cycle_id
                      WHERE k.employee_id = r.employee_id AND c.year = r.year), '[]'::json) AS cycles,
           coalesce((SELECT json_agg(json_build_object('stage', x.stage, 'from', x.from_rank, 'to', x.to_rank,
                              'reasonCode', x.reason_code, 'params', x.params, 'reasonText', x.reason_text,
                              'at', to_char(x.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY x.at, x.id)
                       FROM rank_changes x
                      WHERE x.year = r.year AND x.employee_id = r.employee_id AND x.superseded_at IS NULL), '[]'::json) AS changes
      FROM annual_results r
     WHERE r.employee_id = ${employeeId}::uuid AND r.published_at IS NOT NULL
     ORDER BY r.year DESC`.execute(tx)
  return rows
}

export type Feedback = {
  readonly kind: 'praise' | 'advice' | 'interim'
  readonly body: string
  readonly author: { readonly ar: string; readonly en: string }
  readonly at: string
}

/** Feedback written to a person, newest first. */
export async function feedbackOf(tx: Tx, { employeeId }: { employeeId: string }): Promise<Feedback[]> {
  const { rows } = await sql<Feedback>`
    SELECT n.kind, n.body, json_build_object('ar', e.name_ar, 'en', e.name_en) AS author,
           to_char(n.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
      FROM feedback_notes n JOIN employees e ON e.entity_id = n.entity_id AND e.id = n.author_id
     WHERE n.employee_id = ${employeeId}::uuid AND n.kind <> 'interim'
     ORDER BY n.created_at DESC, n.id LIMIT 500`.execute(tx)
  return rows
}

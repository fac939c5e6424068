import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Severity } from '../domain/fairness/findings.ts'
import type { QuestionKind } from '../domain/integrity/question.ts'
import type { Person } from '../schema.ts'
import { divisionName, person } from './committee.ts'

type Name = { readonly ar: string; readonly en: string }
type Answer = { readonly text: string; readonly by: Person | null; readonly at: string } | null

export type FindingRow = {
  readonly id: string
  readonly version: number
  readonly severity: Severity
  readonly groupedBy: 'division' | 'level' | 'gender' | 'leave' | 'supervisor' | 'moves'
  readonly code: string
  readonly params: Record<string, string | number>
  readonly statistics: Record<string, string | number | null>
  readonly answer: Answer
  /** Names of the ids in the sentence, where they are divisions or people. */
  readonly names: Record<string, Name>
  readonly concernsMe: boolean
}

const answerSql = (row: 'f' | 'q', today: string) => sql`CASE WHEN ${sql.ref(`${row}.answer`)} IS NOT NULL THEN
  json_build_object('text', ${sql.ref(`${row}.answer`)}, 'by', ${person(`${row}.answered_by`, today)},
    'at', ${sql.ref(`${row}.answered_at`)}) END`

/** Whether a finding speaks of the member's own division or people: then another answers (AMB-30). */
const concerns = (me: string | null) => sql<boolean>`EXISTS (
  SELECT FROM json_array_elements_text(f.subjects) AS about (id)
   WHERE about.id = ${me ?? ''}
      OR f.grouped_by = 'division' AND EXISTS (
           SELECT FROM annual_results mine WHERE mine.year = f.year AND mine.employee_id = ${me}::uuid
              AND mine.division_path ~ (CASE WHEN about.id ~ '^[0-9a-f-]{36}$' THEN '*.' || replace(about.id, '-', '') || '.*' ELSE '!*' END)::lquery)
      OR f.grouped_by = 'supervisor' AND EXISTS (
           SELECT FROM annual_results below WHERE below.year = f.year AND below.higher_official_id = ${me}::uuid
              AND below.supervisor_id::text = about.id))`

export async function findingRows(
  tx: Tx,
  { year, me, today }: { year: number; me: string | null; today: string },
): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    SELECT f.id, f.version, f.severity, f.grouped_by AS "groupedBy", f.code, f.params, f.statistics,
           ${answerSql('f', today)} AS answer, ${concerns(me)} AS "concernsMe",
           coalesce((SELECT json_object_agg(named.id, named.name) FROM (
              SELECT e.id::text AS id, json_build_object('ar', e.name_ar, 'en', e.name_en) AS name FROM employees e
               WHERE e.id::text IN (SELECT json_array_elements_text(f.subjects))
              UNION ALL
              SELECT v.id::text, ${divisionName('v.id', year)} FROM divisions v
               WHERE v.id::text IN (SELECT json_array_elements_text(f.subjects))) named), '{}') AS names
      FROM fairness_findings f
     WHERE f.year = ${year} AND f.superseded_at IS NULL
     ORDER BY array_position(ARRAY['material', 'look', 'note', 'small_group'], f.severity),
              (f.statistics ->> 'p')::numeric NULLS LAST, f.subject`.execute(tx)
  return rows
}

export async function concernsMember(
  tx: Tx,
  { id, year, memberId }: { id: string; year: number; memberId: string },
): Promise<boolean> {
  const { rows } = await sql<{ concerned: boolean }>`
    SELECT ${concerns(memberId)} AS concerned FROM fairness_findings f WHERE f.id = ${id}::uuid AND f.year = ${year}`.execute(
    tx,
  )
  return rows[0]?.concerned ?? false
}

export type CheckSummary = {
  readonly runAt: Date | null
  readonly total: number
  readonly material: number
  readonly unanswered: number
}

export async function fairnessCounts(tx: Tx, { year }: { year: number }): Promise<CheckSummary> {
  const { rows } = await sql<CheckSummary>`
    SELECT (SELECT run_at FROM check_runs WHERE year = ${year} AND kind = 'fairness') AS "runAt", count(*)::int AS total,
           (count(*) FILTER (WHERE severity = 'material'))::int AS material,
           (count(*) FILTER (WHERE severity = 'material' AND answer IS NULL))::int AS unanswered
      FROM fairness_findings WHERE year = ${year} AND superseded_at IS NULL`.execute(tx)
  return rows[0] ?? { runAt: null, total: 0, material: 0, unanswered: 0 }
}

export type QuestionRow = {
  readonly id: string
  readonly version: number
  readonly kind: QuestionKind
  readonly person: Person
  readonly division: Name | null
  readonly params: Record<string, string | number>
  readonly foundAt: Date
  readonly answer: Answer
}

type QuestionQuery = {
  readonly year: number
  readonly kind?: QuestionKind | undefined
  readonly answered?: 'yes' | 'no' | undefined
  readonly after: { readonly key: string; readonly id: string } | null
  readonly today: string
  readonly limit: number
}

export async function questionRows(tx: Tx, query: QuestionQuery): Promise<QuestionRow[]> {
  const { year, kind, answered, after, today, limit } = query
  const conditions = [
    sql`q.year = ${year} AND q.superseded_at IS NULL`,
    ...(kind ? [sql`q.kind = ${kind}`] : []),
    ...(answered ? [answered === 'yes' ? sql`q.answer IS NOT NULL` : sql`q.answer IS NULL`] : []),
    ...(after ? [sql`(q.kind, q.id) > (${after.key}, ${after.id}::uuid)`] : []),
  ]
  const { rows } = await sql<QuestionRow>`
    SELECT q.id, q.version, q.kind, ${person('q.person_id', today)} AS person, ${divisionName('r.division_id', year)} AS division,
           q.params, q.found_at AS "foundAt", ${answerSql('q', today)} AS answer
      FROM integrity_questions q
      LEFT JOIN annual_results r ON r.entity_id = q.entity_id AND r.year = q.year AND r.employee_id = q.person_id
     WHERE ${sql.join(conditions, sql` AND `)}
     ORDER BY q.kind, q.id LIMIT ${limit}`.execute(tx)
  return rows
}

export async function questionCounts(tx: Tx, { year }: { year: number }) {
  const { rows } = await sql<{ kind: QuestionKind; total: number; unanswered: number }>`
    SELECT kind, count(*)::int AS total, (count(*) FILTER (WHERE answer IS NULL))::int AS unanswered
      FROM integrity_questions WHERE year = ${year} AND superseded_at IS NULL GROUP BY kind ORDER BY kind`.execute(tx)
  return rows
}

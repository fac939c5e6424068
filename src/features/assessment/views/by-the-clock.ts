import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Cycle } from '../../performance/public.ts'
import { cycleJson } from '../../performance/public.ts'
import { spanEnd, spanStart } from './fragments.ts'

export type Agreed = {
  readonly documentId: string
  readonly employeeId: string
  readonly employeeName: { readonly ar: string; readonly en: string }
  readonly startsOn: string
  readonly endsOn: string
  readonly cycle: Cycle
}

/** Agreed documents whose days end soon enough for their closing to begin: `until` is generous, the window decides. */
export async function agreedUntil(tx: Tx, { until, limit }: { until: string; limit: number }): Promise<Agreed[]> {
  const { rows } = await sql<Agreed>`
    SELECT d.id AS "documentId", d.employee_id AS "employeeId", json_build_object('ar', e.name_ar, 'en', e.name_en) AS "employeeName",
           ${spanStart} AS "startsOn", ${spanEnd} AS "endsOn", ${cycleJson} AS cycle
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id AND c.status = 'open'
      JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
     WHERE d.status = 'agreed' AND ${spanEnd} <= ${until}::date
     ORDER BY d.id LIMIT ${limit}`.execute(tx)
  return rows
}

/** Documents recorded for a late employee whose days for objecting have passed with the item still open. */
export async function pastObjections(tx: Tx, { today }: { today: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT t.document_id AS id FROM assessments t
      JOIN work_items w ON w.entity_id = t.entity_id AND w.subject_id = t.document_id AND w.subject_type = 'assessment'
       AND w.kind = 'assessment.objection' AND w.closed_at IS NULL
     WHERE t.objection_until < ${today}::date ORDER BY t.document_id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Documents with a correction whose days for an answer have passed with the item still open. */
export async function pastAnswers(tx: Tx, { today }: { today: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT w.subject_id AS id FROM work_items w
     WHERE w.kind = 'assessment.answer' AND w.closed_at IS NULL AND w.subject_type = 'assessment'
       AND NOT EXISTS (SELECT FROM actual_corrections x WHERE x.document_id = w.subject_id AND x.ended_at IS NULL
                          AND x.answer IS NULL AND x.answer_due_on >= ${today}::date)
     ORDER BY w.subject_id`.execute(tx)
  return rows.map((row) => row.id)
}

export type Moved = { readonly documentId: string; readonly on: string }

/**
 * Running documents, agreed before it, whose employee went to another division within their days: each with the first
 * day there (AMB-17). What was agreed afterwards is the plan of the new place.
 */
export async function movedAway(
  tx: Tx,
  { today, timeZone, employeeId }: { today: string; timeZone: string; employeeId: string | null },
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    SELECT d.id AS "documentId", min(a.valid_from) AS "on"
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id AND c.status = 'open'
      JOIN assignments a ON a.employee_id = d.employee_id AND a.valid_from > coalesce(d.starts_on, c.starts_on)
       AND a.valid_from <= least(${today}::date, c.ends_on)
      JOIN assignments b ON b.employee_id = d.employee_id AND itqan_holds(b.valid_from, b.valid_to, a.valid_from - 1)
       AND b.division_id <> a.division_id
     WHERE d.latest AND d.ends_on IS NULL AND d.agreed_at IS NOT NULL
       AND (d.agreed_at AT TIME ZONE ${timeZone})::date < a.valid_from
       AND d.status NOT IN ('reviewing', 'closed', 'draft')
       AND (${employeeId}::uuid IS NULL OR d.employee_id = ${employeeId}::uuid)
     GROUP BY d.id ORDER BY d.id LIMIT 500`.execute(tx)
  return rows
}

/** Documents of a person's running cycle whose plan holds, on a day. */
export async function runningOf(tx: Tx, { employeeId, on }: { employeeId: string; on: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT d.id FROM performance_documents d JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id AND c.status = 'open'
     WHERE d.employee_id = ${employeeId}::uuid AND d.latest AND d.ends_on IS NULL AND d.agreed_at IS NOT NULL
       AND d.status <> 'closed' AND coalesce(d.starts_on, c.starts_on) < ${on}::date AND c.ends_on >= ${on}::date
     ORDER BY d.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Closed cycles that share a day with a stretch of time, oldest first. */
export async function closedCyclesWithin(tx: Tx, { from, to }: { from: string; to: string | null }): Promise<Cycle[]> {
  const { rows } = await sql<{ cycle: Cycle }>`
    SELECT ${cycleJson} AS cycle FROM cycles c
     WHERE c.status = 'closed' AND c.ends_on >= ${from}::date AND (${to}::date IS NULL OR c.starts_on <= ${to}::date)
     ORDER BY c.starts_on`.execute(tx)
  return rows.map((row) => row.cycle)
}

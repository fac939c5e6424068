import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { type Cycle, cycleJson, person } from '../../performance/public.ts'
import type { DocumentStatus } from '../domain/facts.ts'
import type { AssessmentView } from '../schema.ts'
import { lineCount, percentText, recordedCount, resultJson, resultSoFar, spanEnd, spanStart } from './fragments.ts'

export type MyDocument = {
  readonly documentId: string
  readonly version: number
  readonly cycle: Cycle
  readonly segment: AssessmentView['segment']
  readonly latest: boolean
  readonly status: DocumentStatus
  readonly statusSince: Date
  readonly dueOn: string | null
  readonly lines: number
  readonly recorded: number
  readonly weighted: string | null
  readonly literal: string | null
  readonly unanswered: number
  readonly provisional: boolean
  readonly result: AssessmentView['result']
}

/** A person's documents that have been agreed, the latest first. */
export async function documentsOf(
  tx: Tx,
  { employeeId, today }: { employeeId: string; today: string },
): Promise<MyDocument[]> {
  const { rows } = await sql<MyDocument>`
    SELECT d.id AS "documentId", coalesce(t.version, 0) AS version, ${cycleJson} AS cycle,
           json_build_object('number', d.segment, 'startsOn', ${spanStart}, 'endsOn', ${spanEnd}, 'of',
             (SELECT max(g.segment) FROM performance_documents g WHERE g.cycle_id = d.cycle_id AND g.employee_id = d.employee_id)) AS segment,
           d.latest, d.status, d.status_since AS "statusSince", d.due_on AS "dueOn", ${lineCount('d.id')} AS lines,
           ${recordedCount('d.id')} AS recorded, ${resultSoFar('d.id')} AS weighted,
           (SELECT ${percentText(sql`div(2 * sum(h.score) + count(*) * 10000, 2 * count(*) * 10000)`)}
              FROM achievements h WHERE h.document_id = d.id HAVING count(*) > 0) AS literal,
           (SELECT count(*)::int FROM actual_corrections x WHERE x.document_id = d.id AND x.ended_at IS NULL
               AND x.answer IS NULL AND d.status = 'reviewing') AS unanswered,
           coalesce(t.provisional, false) AS provisional, ${resultJson(person('r.decided_by', today))} AS result
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
      JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
      LEFT JOIN assessments t ON t.entity_id = d.entity_id AND t.document_id = d.id
      LEFT JOIN cycle_results r ON r.entity_id = d.entity_id AND r.cycle_id = d.cycle_id AND r.employee_id = d.employee_id
     WHERE d.employee_id = ${employeeId}::uuid AND (d.agreed_at IS NOT NULL OR d.latest)
     ORDER BY c.starts_on DESC, d.segment DESC LIMIT 100`.execute(tx)
  return rows
}

export type Reach = { readonly hasTeam: boolean; readonly hasDocument: boolean }

/** What the menu of a person depends on: people below, now or as a reviewer of what ended. */
export async function reachOf(tx: Tx, { employeeId, today }: { employeeId: string; today: string }): Promise<Reach> {
  const { rows } = await sql<Reach>`
    SELECT EXISTS (SELECT FROM performance_documents WHERE employee_id = ${employeeId}::uuid) AS "hasDocument",
           EXISTS (SELECT FROM supervisions s WHERE s.supervisor_id IN (
              SELECT ${employeeId}::uuid UNION SELECT delegator_id FROM delegations
               WHERE delegate_id = ${employeeId}::uuid AND 'approve_achievement' = ANY (scopes)
                 AND itqan_holds(starts_on, ends_on, ${today}::date) AND (revoked_on IS NULL OR ${today}::date < revoked_on))) AS "hasTeam"`.execute(
    tx,
  )
  return rows[0] ?? { hasTeam: false, hasDocument: false }
}

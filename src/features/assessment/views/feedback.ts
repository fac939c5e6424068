import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import {
  actingFor,
  type Cycle,
  cycleJson,
  decodeCursor,
  employeeJson,
  encodeCursor,
  person,
  placeOf,
} from '../../performance/public.ts'
import type { AssessmentView } from '../schema.ts'

type Note = AssessmentView['interimNotes'][number]

const noteJson = (today: string) => sql`json_build_object('id', n.id, 'employee', ${person('n.employee_id', today)},
    'author', ${person('n.author_id', today)}, 'writtenFor', ${person('n.written_for', today)}, 'kind', n.kind, 'body', n.body,
    'documentId', n.document_id, 'createdAt', n.created_at, 'readAt', n.read_at)`

type Query = {
  readonly employeeId: string
  /** Only what this author wrote; null for everything. */
  readonly authorId: string | null
  readonly cursor?: string | undefined
  readonly limit: number
  readonly today: string
}

/** Notes about a person, the newest first. */
export async function notesOf(tx: Tx, query: Query): Promise<{ items: Note[]; next: string | null }> {
  const { employeeId, authorId, limit, today } = query
  const key = decodeCursor(query.cursor)
  const { rows } = await sql<{ note: Note; at: string }>`
    SELECT ${noteJson(today)} AS note, n.created_at::text AS at FROM feedback_notes n
     WHERE n.employee_id = ${employeeId}::uuid AND (${authorId}::uuid IS NULL OR n.author_id = ${authorId}::uuid)
       AND (${key === null} OR (n.created_at, n.id) < (${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::uuid))
     ORDER BY n.created_at DESC, n.id DESC LIMIT ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items: items.map((row) => row.note), next: last ? encodeCursor([last.at, last.note.id]) : null }
}

export async function noteById(tx: Tx, { id, today }: { id: string; today: string }): Promise<Note | null> {
  const { rows } = await sql<{ note: Note }>`
    SELECT ${noteJson(today)} AS note FROM feedback_notes n WHERE n.id = ${id}::uuid`.execute(tx)
  return rows[0]?.note ?? null
}

export type NearPerson = {
  readonly employee: AssessmentView['employee']
  readonly line: 'direct' | 'second' | 'former'
  /** Set when it is by standing in for somebody. */
  readonly behalfOf: string | null
  readonly notes: number
  readonly lastAt: string | null
}

/**
 * Whom a person may give feedback to: reports, their reports, those of the ones for whom the person stands in, and
 * those who were reports since a day (AMB-18). One statement.
 */
export async function peopleNear(
  tx: Tx,
  { employeeId, since, today, only = null }: { employeeId: string; since: string; today: string; only?: string | null },
): Promise<NearPerson[]> {
  const { rows } = await sql<NearPerson>`
    WITH leaders AS (SELECT ${employeeId}::uuid AS id, NULL::uuid AS behalf
                     UNION SELECT id, id FROM unnest(${actingFor(employeeId, today, 'approve_achievement')}) AS id),
    direct AS (SELECT s.employee_id AS id, l.behalf FROM leaders l
                 JOIN supervisions s ON s.supervisor_id = l.id AND itqan_holds(s.valid_from, s.valid_to, ${today}::date)),
    near AS (
      SELECT id, 1 AS rank, behalf FROM direct
      UNION ALL
      SELECT s.employee_id, 2, d.behalf FROM direct d
        JOIN supervisions s ON s.supervisor_id = d.id AND itqan_holds(s.valid_from, s.valid_to, ${today}::date)
      UNION ALL
      SELECT s.employee_id, 3, NULL FROM supervisions s
       WHERE s.supervisor_id = ${employeeId}::uuid AND s.valid_to >= ${since}::date AND s.valid_to < ${today}::date
    ), nearest AS (SELECT DISTINCT ON (id) id, rank, behalf FROM near WHERE id <> ${employeeId}::uuid
                   ORDER BY id, rank, behalf NULLS FIRST)
    SELECT ${employeeJson} AS employee, CASE n.rank WHEN 1 THEN 'direct' WHEN 2 THEN 'second' ELSE 'former' END AS line,
           n.behalf AS "behalfOf",
           (SELECT count(*)::int FROM feedback_notes f WHERE f.employee_id = n.id AND f.author_id = ${employeeId}::uuid) AS notes,
           (SELECT max(f.created_at) FROM feedback_notes f WHERE f.employee_id = n.id AND f.author_id = ${employeeId}::uuid) AS "lastAt"
      FROM nearest n JOIN employees e ON e.id = n.id AND (e.exited_on IS NULL OR e.exited_on >= ${today}::date)
      ${placeOf('e', today)}
     WHERE (${only}::uuid IS NULL OR n.id = ${only}::uuid)
     ORDER BY n.rank, e.name_ar COLLATE itqan_ar, e.id LIMIT 500`.execute(tx)
  return rows
}

export type OwedNote = {
  readonly documentId: string
  readonly employee: AssessmentView['employee']
  readonly cycle: Cycle
  readonly dueOn: string
}

/** Interim notes that an outgoing supervisor has been asked for and has not written. */
export async function owedBy(
  tx: Tx,
  { employeeId, today }: { employeeId: string; today: string },
): Promise<OwedNote[]> {
  const { rows } = await sql<OwedNote>`
    SELECT d.id AS "documentId", ${employeeJson} AS employee, ${cycleJson} AS cycle, coalesce(w.due_on, c.ends_on) AS "dueOn"
      FROM work_items w
      JOIN performance_documents d ON d.entity_id = w.entity_id AND d.id = w.subject_id
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
      JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id ${placeOf('e', today)}
     WHERE w.kind = 'assessment.interim_note' AND w.closed_at IS NULL AND w.assignee_id = ${employeeId}::uuid
     ORDER BY w.due_on, d.id`.execute(tx)
  return rows
}

/** The person as lists show one, whoever asks. */
export async function employeeCard(
  tx: Tx,
  { employeeId, today }: { employeeId: string; today: string },
): Promise<AssessmentView['employee'] | null> {
  const { rows } = await sql<{ employee: AssessmentView['employee'] }>`
    SELECT ${employeeJson} AS employee FROM employees e ${placeOf('e', today)} WHERE e.id = ${employeeId}::uuid`.execute(
    tx,
  )
  return rows[0]?.employee ?? null
}

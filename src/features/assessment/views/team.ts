import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import {
  actingFor,
  type Cycle,
  cycleJson,
  decodeCursor,
  employeeJson,
  encodeCursor,
  nameLike,
  person,
  placeOf,
} from '../../performance/public.ts'
import type { DocumentStatus } from '../domain/facts.ts'
import { protectedKinds } from '../domain/outcome.ts'
import type { AssessmentView } from '../schema.ts'
import { lineCount, recordedCount, resultJson, resultSoFar, scoreText } from './fragments.ts'

export type TeamRow = {
  readonly documentId: string | null
  readonly version: number | null
  readonly employee: AssessmentView['employee']
  readonly status: DocumentStatus | null
  readonly statusSince: string | null
  readonly dueOn: string | null
  readonly lines: number
  readonly recorded: number
  readonly weighted: string | null
  readonly openCorrections: number
  readonly provisional: boolean
  readonly result: Pick<NonNullable<AssessmentView['result']>, 'status' | 'cause' | 'weighted'> | null
}

export type StatusCounts = Readonly<Record<DocumentStatus | 'none', number>>

export type TeamQuery = {
  readonly employeeId: string
  readonly cycleId: string | null
  readonly line: 'direct' | 'second'
  readonly status?: DocumentStatus | 'none' | 'late' | undefined
  readonly text?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
  readonly today: string
}

export type Team = {
  readonly counts: StatusCounts
  readonly people: number
  readonly hasSecondLine: boolean
  readonly items: readonly TeamRow[]
  readonly next: string | null
}

/** The people below the asker, or one line further down, with how far their cycle is. One statement. */
export async function teamOf(tx: Tx, query: TeamQuery): Promise<Team> {
  const { employeeId, cycleId, line, today, limit } = query
  const key = decodeCursor(query.cursor)
  const below = (upper: RawBuilder<unknown>) => sql`
    SELECT s.employee_id AS id FROM supervisions s
     WHERE s.supervisor_id = ANY (ARRAY(${upper})) AND itqan_holds(s.valid_from, s.valid_to, ${today}::date)
       AND s.employee_id <> ${employeeId}::uuid`
  const { rows } = await sql<Omit<Team, 'items' | 'next'> & { items: (TeamRow & { nameKey: string })[] }>`
    WITH leaders AS (SELECT ${employeeId}::uuid AS id UNION SELECT unnest(${actingFor(employeeId, today, 'approve_achievement')})),
    direct AS (${below(sql`SELECT id FROM leaders`)}),
    second AS (${below(sql`SELECT id FROM direct`)}),
    team AS (
      SELECT e.id, e.entity_id, e.name_ar, e.search, d.id AS document_id, d.cycle_id, d.status, d.status_since, d.due_on
        FROM ${line === 'direct' ? sql`direct` : sql`second`} b
        JOIN employees e ON e.id = b.id AND (e.exited_on IS NULL OR e.exited_on >= ${today}::date)
        LEFT JOIN performance_documents d ON d.entity_id = e.entity_id AND d.employee_id = e.id AND d.cycle_id = ${cycleId}::uuid AND d.latest
    ),
    shown AS (
      SELECT t.* FROM team t
       WHERE ${statusIs(query.status, today)} AND ${nameLike(query.text)}
         AND (${key === null} OR (t.name_ar COLLATE itqan_ar, t.id) > (${key?.[0] ?? ''} COLLATE itqan_ar, ${key?.[1] ?? null}::uuid))
       ORDER BY t.name_ar COLLATE itqan_ar, t.id LIMIT ${limit + 1}
    )
    SELECT (SELECT count(*)::int FROM team) AS people, EXISTS (SELECT FROM second) AS "hasSecondLine", ${countsOf(sql`team`)} AS counts,
           coalesce((SELECT json_agg(json_build_object('documentId', t.document_id, 'version', s.version, 'employee', ${employeeJson},
               'status', t.status, 'statusSince', t.status_since, 'dueOn', t.due_on, 'lines', ${lineCount('t.document_id')},
               'recorded', ${recordedCount('t.document_id')},
               'weighted', CASE WHEN t.status IN ('reviewing', 'closed') THEN ${resultSoFar('t.document_id')} END,
               'openCorrections', (SELECT count(*) FROM actual_corrections x WHERE x.document_id = t.document_id
                  AND x.ended_at IS NULL AND x.answer IS DISTINCT FROM 'agreed' AND x.ruling IS DISTINCT FROM 'confirmed'),
               'provisional', coalesce(s.provisional, false),
               'result', CASE WHEN r.cycle_id IS NOT NULL THEN json_build_object('status', r.status, 'cause', r.cause,
                            'weighted', ${scoreText(sql`r.result`)}) END,
               'nameKey', t.name_ar) ORDER BY t.name_ar COLLATE itqan_ar, t.id)
             FROM shown t JOIN employees e ON e.id = t.id
             LEFT JOIN assessments s ON s.entity_id = t.entity_id AND s.document_id = t.document_id
             LEFT JOIN cycle_results r ON r.entity_id = t.entity_id AND r.cycle_id = ${cycleId}::uuid AND r.employee_id = t.id
             ${placeOf('e', today)}), '[]'::json) AS items`.execute(tx)
  const [found] = rows
  if (!found) throw new Error('a statement without a row')
  const items = found.items.slice(0, limit)
  const last = found.items.length > limit ? items.at(-1) : undefined
  return { ...found, items, next: last ? encodeCursor([last.nameKey, last.employee.id]) : null }
}

/** How many of each status, as JSON; people without a document are `none`. */
export function countsOf(source: RawBuilder<unknown>): RawBuilder<unknown> {
  const of = (status: string) => sql`count(*) FILTER (WHERE status = ${status})`
  return sql`(SELECT json_build_object('none', count(*) FILTER (WHERE status IS NULL), 'draft', ${of('draft')},
      'submitted', ${of('submitted')}, 'returned', ${of('returned')}, 'agreed', ${of('agreed')}, 'amending', ${of('amending')},
      'assessing', ${of('assessing')}, 'reviewing', ${of('reviewing')}, 'closed', ${of('closed')}) FROM ${source})`
}

function statusIs(status: TeamQuery['status'], today: string): RawBuilder<unknown> {
  if (status === undefined) return sql`true`
  if (status === 'none') return sql`t.status IS NULL`
  if (status === 'late') return sql`t.due_on < ${today}::date`
  return sql`t.status = ${status}`
}

/** The cycles that have begun, the latest first: what one chooses from. */
export async function cyclesBegun(tx: Tx): Promise<Cycle[]> {
  const { rows } = await sql<{ cycle: Cycle }>`
    SELECT ${cycleJson} AS cycle FROM cycles c WHERE c.status <> 'planned' ORDER BY c.starts_on DESC LIMIT 24`.execute(
    tx,
  )
  return rows.map((row) => row.cycle)
}

export type WaitingRow = {
  readonly documentId: string
  readonly employeeId: string
  readonly version: number
  readonly employee: AssessmentView['employee']
  readonly since: string | null
  readonly evidence: number
  readonly reviewed: number
  readonly lines: number
  readonly weighted: string | null
}

/**
 * Tables at the head of a statement: `leaders`, the asker and those for whom the asker stands in, and `below`, everyone
 * whose line has ever led to one of them within two steps. Lists begin here, so that they cost what a team costs.
 */
function below(employeeId: string, today: string): RawBuilder<unknown> {
  return sql`leaders AS (SELECT ${employeeId}::uuid AS id UNION SELECT unnest(${actingFor(employeeId, today, 'approve_achievement')})),
    direct AS (SELECT DISTINCT s.employee_id AS id FROM leaders l JOIN supervisions s ON s.supervisor_id = l.id),
    below AS (SELECT id FROM direct UNION SELECT s.employee_id FROM direct d JOIN supervisions s ON s.supervisor_id = d.id)`
}

/**
 * Documents under review, and late ones that nobody has sent, of the people whose line leads to the asker or to those
 * for whom the asker stands in. Who may do what is told by the moves.
 */
export async function waitingBelow(
  tx: Tx,
  { employeeId, today }: { employeeId: string; today: string },
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    WITH ${below(employeeId, today)},
    waiting AS (
      SELECT d.id, d.employee_id, d.due_on, d.status_since, t.version, t.submitted_at,
             s1.supervisor_id, coalesce(s2.supervisor_id, s1.supervisor_id) AS higher_id
        FROM below b
        JOIN performance_documents d ON d.employee_id = b.id
        JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
        JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
        JOIN assessments t ON t.entity_id = d.entity_id AND t.document_id = d.id
        LEFT JOIN LATERAL (SELECT least(${today}::date, d.ends_on, e.exited_on) AS day) on_day ON true
        LEFT JOIN supervisions s1 ON s1.employee_id = d.employee_id AND itqan_holds(s1.valid_from, s1.valid_to, on_day.day)
        LEFT JOIN supervisions s2 ON s2.entity_id = s1.entity_id AND s2.employee_id = s1.supervisor_id
              AND itqan_holds(s2.valid_from, s2.valid_to, on_day.day)
       WHERE d.employee_id <> ${employeeId}::uuid
         AND (d.status = 'reviewing' OR d.status = 'assessing' AND d.due_on < ${today}::date)
         AND (s1.supervisor_id IN (SELECT id FROM leaders) OR s2.supervisor_id IN (SELECT id FROM leaders))
    )
    SELECT w.id AS "documentId", w.employee_id AS "employeeId", w.version, ${employeeJson} AS employee,
           coalesce(w.submitted_at, w.status_since) AS since,
           (SELECT count(*)::int FROM achievement_evidence v WHERE v.document_id = w.id) AS evidence,
           (SELECT count(*)::int FROM achievements h WHERE h.document_id = w.id AND (h.accepted_at IS NOT NULL
               OR EXISTS (SELECT FROM actual_corrections x WHERE x.key_result_id = h.key_result_id AND x.ended_at IS NULL))) AS reviewed,
           ${lineCount('w.id')} AS lines, ${resultSoFar('w.id')} AS weighted
      FROM waiting w JOIN employees e ON e.id = w.employee_id ${placeOf('e', today)}
     ORDER BY w.due_on NULLS LAST, w.id LIMIT 500`.execute(tx)
  return rows
}

export type UndecidedRow = {
  readonly documentId: string | null
  readonly version: number
  readonly employee: AssessmentView['employee']
  readonly cycle: Cycle
  readonly result: NonNullable<AssessmentView['result']>
  readonly holderId: string
  readonly leaveProtected: boolean
}

/** Cycles without a result that the asker, or one for whom the asker stands in, decides as the higher official (H9). */
export async function undecidedBelow(
  tx: Tx,
  { employeeId, today }: { employeeId: string; today: string },
): Promise<UndecidedRow[]> {
  const { rows } = await sql<UndecidedRow>`
    WITH ${below(employeeId, today)}
    SELECT (SELECT d.id FROM performance_documents d WHERE d.cycle_id = r.cycle_id AND d.employee_id = r.employee_id AND d.latest) AS "documentId",
           r.version, ${employeeJson} AS employee, ${cycleJson} AS cycle, ${resultJson(person('r.decided_by', today))} AS result,
           coalesce(s2.supervisor_id, s1.supervisor_id) AS "holderId", ${protectedLeave} AS "leaveProtected"
      FROM below b
      JOIN cycle_results r ON r.employee_id = b.id
      JOIN cycles c ON c.entity_id = r.entity_id AND c.id = r.cycle_id
      JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
      JOIN supervisions s1 ON s1.employee_id = e.id AND itqan_holds(s1.valid_from, s1.valid_to, least(${today}::date, e.exited_on))
      LEFT JOIN supervisions s2 ON s2.entity_id = s1.entity_id AND s2.employee_id = s1.supervisor_id
            AND itqan_holds(s2.valid_from, s2.valid_to, least(${today}::date, e.exited_on))
      ${placeOf('e', today)}
     WHERE r.status = 'undecided' AND e.id <> ${employeeId}::uuid
       AND coalesce(s2.supervisor_id, s1.supervisor_id) IN (SELECT id FROM leaders)
     ORDER BY c.ends_on, e.name_ar COLLATE itqan_ar, e.id LIMIT 500`.execute(tx)
  return rows
}

/** Sick or maternity leave within the cycle `c` of the employee `e`: it can never become a zero (AMB-19). */
export const protectedLeave = sql`EXISTS (SELECT FROM absences x WHERE x.employee_id = e.id
    AND x.kind = ANY (${[...protectedKinds]}::text[]) AND x.starts_on <= c.ends_on AND x.ends_on >= c.starts_on)`

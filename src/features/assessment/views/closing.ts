import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import {
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
import type { ResultStatus } from '../domain/results.ts'
import type { AssessmentView, Person } from '../schema.ts'
import { countsOf, protectedLeave, type StatusCounts } from './team.ts'

export type ClosingRecord = {
  readonly cycle: Cycle & {
    readonly version: number
    readonly closedAt: string | null
    readonly closedBy: Person | null
  }
  readonly counts: StatusCounts
  readonly results: Readonly<Record<ResultStatus, number>> | null
}

/** People of a cycle: those in scope who serve in it, and everyone with a document of it. */
const people = (cycleId: string): RawBuilder<unknown> => sql`
  SELECT e.id, e.entity_id, e.name_ar, e.search, e.exited_on, d.id AS document_id, d.status, d.due_on
    FROM employees e
    JOIN cycles k ON k.id = ${cycleId}::uuid
    LEFT JOIN performance_documents d ON d.entity_id = e.entity_id AND d.employee_id = e.id AND d.cycle_id = k.id AND d.latest
   WHERE d.id IS NOT NULL OR e.in_scope AND e.hired_on <= k.ends_on AND (e.exited_on IS NULL OR e.exited_on >= k.starts_on)`

/** How far a cycle is from being closed. */
export async function closingOf(
  tx: Tx,
  { cycleId, today }: { cycleId: string; today: string },
): Promise<ClosingRecord | null> {
  const of = (status: ResultStatus) => sql`count(*) FILTER (WHERE r.status = ${status})`
  const { rows } = await sql<ClosingRecord>`
    WITH people AS (${people(cycleId)})
    SELECT ${cycleJson}::jsonb || jsonb_build_object('version', c.version, 'closedAt', c.closed_at, 'closedBy', ${person('c.closed_by', today)}) AS cycle,
           ${countsOf(sql`people`)} AS counts,
           CASE WHEN c.status = 'closed' THEN (SELECT json_build_object('counted', ${of('counted')}, 'excused', ${of('excused')},
             'excluded', ${of('excluded')}, 'zero', ${of('zero')}, 'undecided', ${of('undecided')})
             FROM cycle_results r WHERE r.cycle_id = c.id) END AS results
      FROM cycles c WHERE c.id = ${cycleId}::uuid`.execute(tx)
  return rows[0] ?? null
}

export type ClosingPerson = {
  readonly employee: AssessmentView['employee']
  readonly supervisor: Person | null
  readonly higherOfficial: Person | null
  readonly documentId: string | null
  readonly status: DocumentStatus | null
  readonly dueOn: string | null
  readonly result: Omit<NonNullable<AssessmentView['result']>, 'weighted' | 'literal'> | null
}

type PeopleQuery = {
  readonly cycleId: string
  readonly which: 'open' | 'undecided' | 'all'
  readonly text?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
  readonly today: string
}

/** The people behind the figures, by name: their state alone (AMB-40). */
export async function closingPeople(
  tx: Tx,
  query: PeopleQuery,
): Promise<{ items: ClosingPerson[]; next: string | null }> {
  const { cycleId, today, limit, which } = query
  const key = decodeCursor(query.cursor)
  const chosen = {
    all: sql`true`,
    open: sql`t.status IS DISTINCT FROM 'closed'`,
    undecided: sql`EXISTS (SELECT FROM cycle_results r WHERE r.cycle_id = ${cycleId}::uuid AND r.employee_id = t.id AND r.status = 'undecided')`,
  }[which]
  const { rows } = await sql<ClosingPerson & { nameKey: string }>`
    WITH people AS (${people(cycleId)}),
    shown AS (
      SELECT t.* FROM people t WHERE ${chosen} AND ${nameLike(query.text)}
         AND (${key === null} OR (t.name_ar COLLATE itqan_ar, t.id) > (${key?.[0] ?? ''} COLLATE itqan_ar, ${key?.[1] ?? null}::uuid))
       ORDER BY t.name_ar COLLATE itqan_ar, t.id LIMIT ${limit + 1}
    )
    SELECT ${employeeJson} AS employee, ${person('s1.supervisor_id', today)} AS supervisor,
           (SELECT ${person('up.id', today)} FROM (SELECT coalesce(s2.supervisor_id, s1.supervisor_id) AS id) up) AS "higherOfficial",
           t.document_id AS "documentId", t.status, t.due_on AS "dueOn", t.name_ar AS "nameKey",
           CASE WHEN r.cycle_id IS NOT NULL THEN json_build_object('status', r.status, 'cause', r.cause, 'coveredDays', r.covered_days,
             'cycleDays', r.cycle_days, 'segments', r.segments, 'decidedBy', ${person('r.decided_by', today)}, 'decidedAt', r.decided_at,
             'reason', r.decision_reason) END AS result
      FROM shown t
      JOIN employees e ON e.id = t.id
      LEFT JOIN cycle_results r ON r.entity_id = t.entity_id AND r.cycle_id = ${cycleId}::uuid AND r.employee_id = t.id
      LEFT JOIN supervisions s1 ON s1.employee_id = e.id AND itqan_holds(s1.valid_from, s1.valid_to, least(${today}::date, e.exited_on))
      LEFT JOIN supervisions s2 ON s2.entity_id = s1.entity_id AND s2.employee_id = s1.supervisor_id
            AND itqan_holds(s2.valid_from, s2.valid_to, least(${today}::date, e.exited_on))
      ${placeOf('e', today)}
     ORDER BY t.name_ar COLLATE itqan_ar, t.id`.execute(tx)
  const items = rows.slice(0, limit).map(({ nameKey: _, ...row }) => row)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, next: last ? encodeCursor([last.nameKey, last.employee.id]) : null }
}

/** Documents under review that the employee sent: what stands as it was sent when nobody decides (AMB-26). */
export async function sentButUndecided(
  tx: Tx,
  which: { cycleId?: string; dueBefore?: string },
): Promise<{ documentId: string; dueOn: string | null }[]> {
  const { rows } = await sql<{ documentId: string; dueOn: string | null }>`
    SELECT d.id AS "documentId", d.due_on AS "dueOn"
      FROM performance_documents d JOIN assessments t ON t.entity_id = d.entity_id AND t.document_id = d.id
     WHERE d.status = 'reviewing' AND t.recorded_by IS NULL
       AND (${which.cycleId ?? null}::uuid IS NULL OR d.cycle_id = ${which.cycleId ?? null}::uuid)
       AND (${which.dueBefore ?? null}::date IS NULL OR d.due_on < ${which.dueBefore ?? null}::date)
     ORDER BY d.id`.execute(tx)
  return rows
}

export type Undecided = {
  readonly employeeId: string
  readonly employeeName: { readonly ar: string; readonly en: string }
  readonly higherOfficialId: string | null
}

/** People of a closed cycle for whom somebody must decide, with who that is (H9). */
export async function undecidedOf(
  tx: Tx,
  { cycleId, today }: { cycleId: string; today: string },
): Promise<Undecided[]> {
  const { rows } = await sql<Undecided>`
    SELECT e.id AS "employeeId", json_build_object('ar', e.name_ar, 'en', e.name_en) AS "employeeName",
           coalesce(s2.supervisor_id, s1.supervisor_id) AS "higherOfficialId"
      FROM cycle_results r
      JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
      LEFT JOIN supervisions s1 ON s1.employee_id = e.id AND itqan_holds(s1.valid_from, s1.valid_to, least(${today}::date, e.exited_on))
      LEFT JOIN supervisions s2 ON s2.entity_id = s1.entity_id AND s2.employee_id = s1.supervisor_id
            AND itqan_holds(s2.valid_from, s2.valid_to, least(${today}::date, e.exited_on))
     WHERE r.cycle_id = ${cycleId}::uuid AND r.status = 'undecided' ORDER BY e.id`.execute(tx)
  return rows
}

/** Everyone whom a closed cycle concerns, for the notice. */
export async function countedPeople(tx: Tx, { cycleId }: { cycleId: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT employee_id AS id FROM cycle_results WHERE cycle_id = ${cycleId}::uuid ORDER BY employee_id`.execute(tx)
  return rows.map((row) => row.id)
}

export type DecisionFacts = {
  readonly employeeName: { readonly ar: string; readonly en: string }
  readonly cycle: Cycle
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly leaveProtected: boolean
  readonly result: NonNullable<AssessmentView['result']> | null
}

/** All that a decision about a cycle without a result looks at; the line is that of today, or of the last day served. */
export async function decisionFacts(
  tx: Tx,
  {
    cycleId,
    employeeId,
    today,
    result,
  }: { cycleId: string; employeeId: string; today: string; result: RawBuilder<unknown> },
): Promise<DecisionFacts | null> {
  const { rows } = await sql<DecisionFacts>`
    SELECT json_build_object('ar', e.name_ar, 'en', e.name_en) AS "employeeName", ${cycleJson} AS cycle,
           s1.supervisor_id AS "supervisorId", coalesce(s2.supervisor_id, s1.supervisor_id) AS "higherOfficialId",
           ${protectedLeave} AS "leaveProtected", ${result} AS result
      FROM cycles c
      JOIN employees e ON e.id = ${employeeId}::uuid
      LEFT JOIN cycle_results r ON r.entity_id = e.entity_id AND r.cycle_id = c.id AND r.employee_id = e.id
      LEFT JOIN supervisions s1 ON s1.employee_id = e.id AND itqan_holds(s1.valid_from, s1.valid_to, least(${today}::date, e.exited_on))
      LEFT JOIN supervisions s2 ON s2.entity_id = s1.entity_id AND s2.employee_id = s1.supervisor_id
            AND itqan_holds(s2.valid_from, s2.valid_to, least(${today}::date, e.exited_on))
     WHERE c.id = ${cycleId}::uuid`.execute(tx)
  return rows[0] ?? null
}

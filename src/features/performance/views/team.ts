import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { normalizeArabic } from '../../../shared/text.ts'
import type { Cycle, DocumentStatus, Name } from '../domain/document.ts'
import type { Person } from '../schema.ts'
import { likeSafe } from './bank.ts'
import {
  actingFor,
  cycleJson,
  decodeCursor,
  employeeJson,
  encodeCursor,
  person,
  placeOf,
  weightText,
} from './fragments.ts'

type Employee = Person & { readonly division: Name | null; readonly divisionId: string | null }

export type TeamRow = {
  readonly documentId: string | null
  readonly version: number | null
  readonly employee: Employee
  readonly status: DocumentStatus | null
  readonly statusSince: Date | null
  readonly dueOn: string | null
  readonly weightTotal: string
  readonly objectives: number
  readonly keyResults: number
  readonly edition: number | null
  readonly submissions: number
  readonly hasMeeting: boolean
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly draftedBy: string | null
  readonly objectionUntil: string | null
  readonly higherMayDecide: boolean
  readonly agreedAt: Date | null
}

type StatusCounts = Readonly<Record<DocumentStatus | 'none', number>>

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
  readonly actingFor: readonly string[]
  readonly items: readonly TeamRow[]
  readonly next: string | null
}

/**
 * The people whom the asker supervises or stands in for, or one line further down, with their documents of a cycle.
 * One statement, whatever the size of the team.
 */
export async function teamOf(tx: Tx, query: TeamQuery): Promise<Team> {
  const { employeeId, cycleId, line, today, limit } = query
  const key = decodeCursor(query.cursor)
  const below = (upper: RawBuilder<unknown>) => sql`
    SELECT s.employee_id AS id, s.supervisor_id FROM supervisions s
     WHERE s.supervisor_id = ANY (ARRAY(${upper})) AND itqan_holds(s.valid_from, s.valid_to, ${today}::date)
       AND s.employee_id <> ${employeeId}::uuid`
  const { rows } = await sql<Omit<Team, 'items' | 'next'> & { items: (TeamRow & { nameKey: string })[] }>`
    WITH acting AS (SELECT unnest(${actingFor(employeeId, today)}) AS id),
    leaders AS (SELECT ${employeeId}::uuid AS id UNION SELECT id FROM acting),
    direct AS (${below(sql`SELECT id FROM leaders`)}),
    second AS (${below(sql`SELECT id FROM direct`)}),
    team AS (
      SELECT e.id, e.name_ar, e.search, t.supervisor_id, d.id AS document_id, d.version, d.status, d.status_since, d.due_on,
             d.weight_total, d.edition, d.submissions, d.drafted_by, d.objection_until, d.higher_may_decide, d.agreed_at
        FROM ${line === 'direct' ? sql`direct` : sql`second`} t
        JOIN employees e ON e.id = t.id AND (e.exited_on IS NULL OR e.exited_on >= ${today}::date)
        LEFT JOIN performance_documents d ON d.entity_id = e.entity_id AND d.employee_id = e.id AND d.cycle_id = ${cycleId}::uuid AND d.latest
    ),
    shown AS (
      SELECT t.* FROM team t
       WHERE ${statusIs(query.status, today)} AND ${nameLike(query.text)}
         AND (${key === null} OR (t.name_ar COLLATE itqan_ar, t.id) > (${key?.[0] ?? ''} COLLATE itqan_ar, ${key?.[1] ?? null}::uuid))
       ORDER BY t.name_ar COLLATE itqan_ar, t.id LIMIT ${limit + 1}
    )
    SELECT (SELECT count(*)::int FROM team) AS people, EXISTS (SELECT FROM second) AS "hasSecondLine",
           ARRAY(SELECT id FROM acting) AS "actingFor", ${countsOf(sql`team`)} AS counts,
           coalesce((SELECT json_agg(json_build_object('documentId', t.document_id, 'version', t.version,
               'employee', ${employeeJson}, 'status', t.status, 'statusSince', t.status_since, 'dueOn', t.due_on,
               'weightTotal', ${weightText(sql`coalesce(t.weight_total, 0)`)},
               'objectives', (SELECT count(*) FROM objectives o WHERE o.document_id = t.document_id),
               'keyResults', (SELECT count(*) FROM key_results k WHERE k.document_id = t.document_id),
               'edition', t.edition, 'submissions', coalesce(t.submissions, 0),
               'hasMeeting', EXISTS (SELECT FROM document_meetings m WHERE m.document_id = t.document_id AND m.edition = t.edition),
               'supervisorId', t.supervisor_id, 'draftedBy', t.drafted_by, 'objectionUntil', t.objection_until,
               'higherMayDecide', coalesce(t.higher_may_decide, false), 'agreedAt', t.agreed_at,
               'higherOfficialId', coalesce((SELECT s.supervisor_id FROM supervisions s
                  WHERE s.employee_id = t.supervisor_id AND itqan_holds(s.valid_from, s.valid_to, ${today}::date)), t.supervisor_id),
               'nameKey', t.name_ar) ORDER BY t.name_ar COLLATE itqan_ar, t.id)
             FROM shown t JOIN employees e ON e.id = t.id ${placeOf('e', today)}), '[]'::json) AS items`.execute(tx)
  const [found] = rows
  if (!found) throw new Error('a statement without a row')
  const items = found.items.slice(0, limit)
  const last = found.items.length > limit ? items.at(-1) : undefined
  return { ...found, items, next: last ? encodeCursor([last.nameKey, last.employee.id]) : null }
}

/** How many of each status, as JSON; people without a document are `none`. */
function countsOf(source: RawBuilder<unknown>): RawBuilder<unknown> {
  const of = (status: string) => sql`count(*) FILTER (WHERE status = ${status})`
  return sql`(SELECT json_build_object('none', count(*) FILTER (WHERE status IS NULL), 'draft', ${of('draft')},
      'submitted', ${of('submitted')}, 'returned', ${of('returned')}, 'agreed', ${of('agreed')}, 'amending', ${of('amending')},
      'assessing', ${of('assessing')}, 'reviewing', ${of('reviewing')}, 'closed', ${of('closed')}) FROM ${source})`
}

export function statusIs(status: TeamQuery['status'], today: string): RawBuilder<unknown> {
  if (status === undefined) return sql`true`
  if (status === 'none') return sql`t.status IS NULL`
  if (status === 'late') return sql`t.due_on < ${today}::date`
  return sql`t.status = ${status}`
}

export function nameLike(text: string | undefined): RawBuilder<unknown> {
  return text?.trim() ? sql`t.search LIKE ${`%${likeSafe(normalizeArabic(text))}%`}` : sql`true`
}

export type WaitingRow = TeamRow & {
  readonly kind: 'document' | 'amendment'
  readonly cycle: Cycle
  readonly since: string
  readonly returnCount: number
  readonly amendment: {
    readonly id: string
    readonly side: 'employee' | 'supervisor'
    readonly requestedBy: string
    readonly requestedFor: string | null
  } | null
  readonly reason: string | null
}

/**
 * Documents that have been sent and amendments that have been asked for, below the asker as supervisor or higher
 * official, or below those for whom the asker stands in. Who may decide is told by the policy.
 */
export async function waitingBelow(
  tx: Tx,
  { employeeId, today }: { employeeId: string; today: string },
): Promise<{ actingFor: string[]; items: WaitingRow[] }> {
  const { rows } = await sql<{ actingFor: string[]; items: WaitingRow[] }>`
    WITH acting AS (SELECT unnest(${actingFor(employeeId, today)}) AS id),
    leaders AS (SELECT ${employeeId}::uuid AS id UNION SELECT id FROM acting),
    line AS (
      SELECT s.employee_id, s.supervisor_id, coalesce(up.supervisor_id, s.supervisor_id) AS higher_id
        FROM supervisions s
        LEFT JOIN supervisions up ON up.entity_id = s.entity_id AND up.employee_id = s.supervisor_id
             AND itqan_holds(up.valid_from, up.valid_to, ${today}::date)
       WHERE itqan_holds(s.valid_from, s.valid_to, ${today}::date) AND s.employee_id <> ${employeeId}::uuid
         AND (s.supervisor_id IN (SELECT id FROM leaders) OR up.supervisor_id IN (SELECT id FROM leaders))
    )
    SELECT ARRAY(SELECT id FROM acting) AS "actingFor",
      coalesce((SELECT json_agg(json_build_object(
        'kind', CASE WHEN r.id IS NULL THEN 'document' ELSE 'amendment' END, 'documentId', d.id, 'version', d.version,
        'employee', ${employeeJson}, 'cycle', ${cycleJson}, 'status', d.status, 'statusSince', d.status_since,
        'since', coalesce(r.requested_at, d.submitted_at, d.status_since), 'dueOn', d.due_on, 'edition', d.edition,
        'submissions', d.submissions, 'returnCount', d.returns, 'weightTotal', ${weightText(sql`d.weight_total`)},
        'objectives', (SELECT count(*) FROM objectives o WHERE o.document_id = d.id),
        'keyResults', (SELECT count(*) FROM key_results k WHERE k.document_id = d.id),
        'hasMeeting', EXISTS (SELECT FROM document_meetings m WHERE m.document_id = d.id AND m.edition = d.edition),
        'supervisorId', l.supervisor_id, 'higherOfficialId', l.higher_id, 'draftedBy', d.drafted_by,
        'objectionUntil', d.objection_until, 'higherMayDecide', d.higher_may_decide, 'agreedAt', d.agreed_at,
        'amendment', CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'side', r.side,
                       'requestedBy', r.requested_by, 'requestedFor', r.requested_for) END,
        'reason', r.reason) ORDER BY d.due_on NULLS LAST, coalesce(r.requested_at, d.submitted_at), d.id)
       FROM line l
       JOIN performance_documents d ON d.employee_id = l.employee_id AND d.latest
       JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id AND c.status = 'open'
       JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
       ${placeOf('e', today)}
       LEFT JOIN amendment_requests r ON r.entity_id = d.entity_id AND r.document_id = d.id AND r.status = 'pending'
      WHERE d.status = 'submitted' OR r.id IS NOT NULL), '[]'::json) AS items`.execute(tx)
  return rows[0] ?? { actingFor: [], items: [] }
}

/** People by id, each as pages show one. */
export async function peopleById(
  tx: Tx,
  { ids, today }: { ids: readonly string[]; today: string },
): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ person: Person }>`
    SELECT ${person('e.id', today)} AS person FROM employees e WHERE e.id = ANY (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.person.id, row.person]))
}

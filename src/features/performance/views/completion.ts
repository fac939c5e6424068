import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DocumentStatus, Name } from '../domain/document.ts'
import type { Person } from '../schema.ts'
import { decodeCursor, employeeJson, encodeCursor, person, placeOf } from './fragments.ts'
import { nameLike, statusIs, type TeamQuery } from './team.ts'

export type CompletionCounts = {
  readonly employees: number
  readonly draft: number
  readonly submitted: number
  readonly returned: number
  readonly agreed: number
  readonly amending: number
  readonly late: number
}

export type CompletionRow = CompletionCounts & {
  readonly division: {
    readonly id: string
    readonly name: Name
    readonly depth: number
    readonly parentId: string | null
  }
}

type Which = {
  readonly cycleId: string
  readonly today: string
  /** The divisions that the reader may see; null for all. */
  readonly divisionIds: readonly string[] | null
}

/** People in scope who serve today, with their document of the cycle. */
const people = ({ cycleId, today }: Pick<Which, 'cycleId' | 'today'>): RawBuilder<unknown> => sql`
  SELECT e.id, e.name_ar, e.search, a.division_id, own.path, d.id AS document_id, d.status, d.status_since, d.due_on
    FROM employees e
    JOIN assignments a ON a.entity_id = e.entity_id AND a.employee_id = e.id AND itqan_holds(a.valid_from, a.valid_to, ${today}::date)
    JOIN divisions own ON own.entity_id = a.entity_id AND own.id = a.division_id
    LEFT JOIN performance_documents d ON d.entity_id = e.entity_id AND d.employee_id = e.id AND d.cycle_id = ${cycleId}::uuid AND d.latest
   WHERE (e.in_scope OR d.id IS NOT NULL) AND (e.exited_on IS NULL OR e.exited_on >= ${today}::date)`

const counts = (today: string): RawBuilder<unknown> => sql`count(p.id)::int AS employees,
  (count(*) FILTER (WHERE p.status = 'draft'))::int AS draft, (count(*) FILTER (WHERE p.status = 'submitted'))::int AS submitted,
  (count(*) FILTER (WHERE p.status = 'returned'))::int AS returned,
  (count(*) FILTER (WHERE p.status IN ('agreed', 'assessing', 'reviewing', 'closed')))::int AS agreed,
  (count(*) FILTER (WHERE p.status = 'amending'))::int AS amending,
  (count(*) FILTER (WHERE p.due_on < ${today}::date))::int AS late`

const figures = ['employees', 'draft', 'submitted', 'returned', 'agreed', 'amending', 'late'] as const
const summed = sql.join(figures.map((name) => sql`coalesce(sum(${sql.ref(`w.${name}`)}), 0)::int AS ${sql.ref(name)}`))

/** RP-20: each division with all below it, in the order of the tree. One statement; people are counted once, then divisions added up. */
export async function completionByDivision(tx: Tx, which: Which): Promise<CompletionRow[]> {
  const { today, divisionIds } = which
  const { rows } = await sql<CompletionRow>`
    WITH own AS MATERIALIZED (SELECT p.path, ${counts(today)} FROM (${people(which)}) p GROUP BY p.path)
    SELECT json_build_object('id', v.id, 'name', json_build_object('ar', n.name_ar, 'en', n.name_en),
                             'depth', nlevel(v.path) - 1, 'parentId', n.parent_id) AS division, ${summed}
      FROM divisions v
      JOIN division_periods n ON n.entity_id = v.entity_id AND n.division_id = v.id AND itqan_holds(n.valid_from, n.valid_to, ${today}::date)
      LEFT JOIN own w ON w.path <@ v.path
     WHERE v.path IS NOT NULL AND ${inside(divisionIds, 'v.id')}
     GROUP BY v.id, v.path, n.id, n.name_ar, n.name_en, n.parent_id
     ORDER BY v.path`.execute(tx)
  return rows
}

/** The same figures for everyone the reader may see, each person once. */
export async function completionTotal(tx: Tx, which: Which): Promise<CompletionCounts> {
  const { rows } = await sql<CompletionCounts>`
    WITH people AS (${people(which)})
    SELECT ${counts(which.today)} FROM people p WHERE ${inside(which.divisionIds, 'p.division_id')}`.execute(tx)
  return rows[0] ?? { employees: 0, draft: 0, submitted: 0, returned: 0, agreed: 0, amending: 0, late: 0 }
}

export type CompletionPerson = {
  readonly documentId: string | null
  readonly employee: Person & { readonly division: Name | null; readonly divisionId: string | null }
  readonly supervisor: Person | null
  readonly status: DocumentStatus | null
  readonly statusSince: string | null
  readonly dueOn: string | null
}

type PeopleQuery = Which & Pick<TeamQuery, 'status' | 'text' | 'cursor' | 'limit'>

/** The people behind the figures, by name: their state alone (AMB-40). */
export async function completionPeople(
  tx: Tx,
  query: PeopleQuery,
): Promise<{ items: CompletionPerson[]; next: string | null }> {
  const { today, limit, divisionIds } = query
  const key = decodeCursor(query.cursor)
  const { rows } = await sql<CompletionPerson & { nameKey: string }>`
    WITH t AS (${people(query)})
    SELECT t.document_id AS "documentId", ${employeeJson} AS employee, ${person('s.supervisor_id', today)} AS supervisor,
           t.status, t.status_since AS "statusSince", t.due_on AS "dueOn", t.name_ar AS "nameKey"
      FROM (SELECT * FROM t
             WHERE ${inside(divisionIds, 't.division_id')} AND ${statusIs(query.status, today)} AND ${nameLike(query.text)}
               AND (${key === null} OR (t.name_ar COLLATE itqan_ar, t.id) > (${key?.[0] ?? ''} COLLATE itqan_ar, ${key?.[1] ?? null}::uuid))
             ORDER BY t.name_ar COLLATE itqan_ar, t.id LIMIT ${limit + 1}) t
      JOIN employees e ON e.id = t.id
      LEFT JOIN supervisions s ON s.entity_id = e.entity_id AND s.employee_id = e.id AND itqan_holds(s.valid_from, s.valid_to, ${today}::date)
      ${placeOf('e', today)}
     ORDER BY t.name_ar COLLATE itqan_ar, t.id`.execute(tx)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? encodeCursor([last.nameKey, last.employee.id]) : null }
}

/** A division and all below it today. */
export async function withinDivision(tx: Tx, { divisionId }: { divisionId: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT low.id FROM divisions top JOIN divisions low ON low.path <@ top.path WHERE top.id = ${divisionId}::uuid`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

function inside(divisionIds: readonly string[] | null, column: string): RawBuilder<unknown> {
  return divisionIds === null ? sql`true` : sql`${sql.ref(column)} = ANY (${[...divisionIds]}::uuid[])`
}

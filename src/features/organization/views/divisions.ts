import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DivisionKind, Name } from '../domain/vocabulary.ts'

export type DivisionNode = {
  readonly id: string
  readonly version: number
  readonly code: string
  readonly parentId: string | null
  readonly kind: DivisionKind
  readonly name: Name
  readonly from: string
  readonly to: string | null
  readonly head: { readonly id: string; readonly name: Name } | null
  readonly people: number
}

/** Every division that stands on a day, with its head and the number of its own people. One statement. */
export async function divisionTree(tx: Tx, { on }: { on: string }): Promise<DivisionNode[]> {
  const { rows } = await sql<DivisionNode>`
    SELECT d.id, d.version, d.code, p.parent_id AS "parentId", p.kind,
           json_build_object('ar', p.name_ar, 'en', p.name_en) AS name, p.valid_from AS "from", p.valid_to AS "to",
           CASE WHEN e.id IS NOT NULL
             THEN json_build_object('id', e.id, 'name', json_build_object('ar', e.name_ar, 'en', e.name_en)) END AS head,
           coalesce(a.people, 0)::int AS people
      FROM division_periods p
      JOIN divisions d ON d.entity_id = p.entity_id AND d.id = p.division_id
      LEFT JOIN headships h ON h.entity_id = p.entity_id AND h.division_id = p.division_id
       AND itqan_holds(h.valid_from, h.valid_to, ${on}::date)
      LEFT JOIN employees e ON e.entity_id = h.entity_id AND e.id = h.employee_id
      LEFT JOIN (SELECT division_id, count(*) AS people FROM assignments
                  WHERE itqan_holds(valid_from, valid_to, ${on}::date) GROUP BY division_id) a
        ON a.division_id = p.division_id
     WHERE itqan_holds(p.valid_from, p.valid_to, ${on}::date)
     ORDER BY p.parent_id NULLS FIRST, array_position(${kindOrder}::text[], p.kind), p.name_ar COLLATE itqan_ar, d.id`.execute(
    tx,
  )
  return rows
}

const kindOrder = [
  'entity',
  'office',
  'undersecretariat',
  'directorate_general',
  'directorate',
  'department',
  'section',
]

type Range = { readonly from: string; readonly to: string | null }

export type DivisionRecord = {
  readonly id: string
  readonly version: number
  readonly code: string
  readonly people: number
  readonly path: { readonly id: string; readonly name: Name }[]
  readonly periods: (Range & {
    readonly id: string
    readonly kind: DivisionKind
    readonly name: Name
    readonly parentId: string | null
    readonly parent: Name | null
  })[]
  readonly headships: (Range & { readonly id: string; readonly employeeId: string; readonly name: Name })[]
}

/** A division with its whole history; the path above it as of a day. One statement. */
export async function divisionRecord(tx: Tx, { id, on }: { id: string; on: string }): Promise<DivisionRecord | null> {
  const { rows } = await sql<DivisionRecord>`
    WITH RECURSIVE above AS (
      SELECT p.parent_id AS id, 1 AS step FROM division_periods p
       WHERE p.division_id = ${id}::uuid AND itqan_holds(p.valid_from, p.valid_to, ${on}::date)
      UNION ALL
      SELECT p.parent_id, above.step + 1 FROM division_periods p JOIN above ON p.division_id = above.id
       WHERE itqan_holds(p.valid_from, p.valid_to, ${on}::date) AND above.step < 30
    )
    SELECT d.id, d.version, d.code,
           (SELECT count(*)::int FROM assignments a
             WHERE a.division_id = d.id AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)) AS people,
           (SELECT coalesce(json_agg(json_build_object('id', above.id, 'name',
                     json_build_object('ar', p.name_ar, 'en', p.name_en)) ORDER BY above.step DESC), '[]'::json)
              FROM above JOIN division_periods p ON p.division_id = above.id
               AND itqan_holds(p.valid_from, p.valid_to, ${on}::date)) AS path,
           (SELECT coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind,
                     'name', json_build_object('ar', p.name_ar, 'en', p.name_en), 'parentId', p.parent_id,
                     'parent', (SELECT json_build_object('ar', q.name_ar, 'en', q.name_en) FROM division_periods q
                                 WHERE q.division_id = p.parent_id
                                 ORDER BY itqan_holds(q.valid_from, q.valid_to, p.valid_from) DESC, q.valid_from LIMIT 1),
                     'from', p.valid_from, 'to', p.valid_to) ORDER BY p.valid_from DESC), '[]'::json)
              FROM division_periods p WHERE p.division_id = d.id) AS periods,
           (SELECT coalesce(json_agg(json_build_object('id', h.id, 'employeeId', h.employee_id,
                     'name', json_build_object('ar', e.name_ar, 'en', e.name_en),
                     'from', h.valid_from, 'to', h.valid_to) ORDER BY h.valid_from DESC), '[]'::json)
              FROM headships h JOIN employees e ON e.entity_id = h.entity_id AND e.id = h.employee_id
             WHERE h.division_id = d.id) AS headships
      FROM divisions d WHERE d.id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

/** What keeps a division from closing after a day: divisions below it, and people in it. */
export async function standsInTheWay(tx: Tx, { id, lastDay }: { id: string; lastDay: string }) {
  const { rows } = await sql<{ children: number; people: number }>`
    SELECT (SELECT count(DISTINCT division_id)::int FROM division_periods
             WHERE parent_id = ${id}::uuid AND (valid_to IS NULL OR valid_to > ${lastDay}::date)) AS children,
           (SELECT count(DISTINCT employee_id)::int FROM assignments
             WHERE division_id = ${id}::uuid AND (valid_to IS NULL OR valid_to > ${lastDay}::date)) AS people`.execute(
    tx,
  )
  return rows[0] ?? { children: 0, people: 0 }
}

type Edge = { below: string; above: string; from: string; to: string | null }

/** All "is below" edges upward from a division or an employee that share a day with the range. */
export async function edgesAbove(
  tx: Tx,
  { tree, start, from, to }: { tree: 'divisions' | 'supervisors'; start: string } & Range,
): Promise<Edge[]> {
  const [table, below, above] =
    tree === 'divisions'
      ? (['division_periods', 'division_id', 'parent_id'] as const)
      : (['supervisions', 'employee_id', 'supervisor_id'] as const)
  const { rows } = await sql<Edge>`
    WITH RECURSIVE edge AS (
      SELECT ${sql.ref(below)} AS below, ${sql.ref(above)} AS above, valid_from, valid_to FROM ${sql.table(table)}
       WHERE ${sql.ref(below)} = ${start}::uuid
         AND daterange(valid_from, valid_to, '[]') && daterange(${from}::date, ${to}::date, '[]')
      UNION
      SELECT s.${sql.ref(below)}, s.${sql.ref(above)}, s.valid_from, s.valid_to
        FROM ${sql.table(table)} s JOIN edge ON s.${sql.ref(below)} = edge.above
       WHERE daterange(s.valid_from, s.valid_to, '[]') && daterange(${from}::date, ${to}::date, '[]')
    )
    SELECT below, above, valid_from AS "from", valid_to AS "to" FROM edge WHERE above IS NOT NULL`.execute(tx)
  return rows
}

/** Which of the ids are divisions of the entity, standing or not. */
export async function existingDivisions(tx: Tx, { ids }: { ids: readonly string[] }): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM divisions WHERE id = ANY (${ids}::uuid[])`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

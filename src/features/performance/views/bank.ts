import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DataType } from '../../../shared/measure.ts'
import { normalizeArabic } from '../../../shared/text.ts'
import type { Name, ObjectiveClass } from '../domain/document.ts'
import { decodeCursor, encodeCursor, targetsJson } from './fragments.ts'

type Stored = { readonly below: string | null; readonly meets: string | null; readonly exceeds: string | null }

/** An objective to start from, its targets as stored; without weights, which belong to one document. */
export type ObjectiveSource = {
  readonly title: string
  readonly class: ObjectiveClass
  readonly bankObjectiveId: string | null
  readonly nodeIds: readonly string[]
  readonly keyResults: readonly {
    readonly id: string
    readonly statement: string
    readonly dataType: DataType
    readonly targets: Stored
    readonly weight: null
  }[]
}

const keyResultSource = sql`json_build_object('id', k.id, 'statement', k.statement,
  'dataType', k.data_type, 'weight', NULL, 'targets', CASE WHEN k.data_type = 'date'
    THEN json_build_object('below', NULL, 'meets', NULL, 'exceeds', NULL)
    ELSE json_build_object('below', k.target_below::text, 'meets', k.target_meets::text, 'exceeds', k.target_exceeds::text) END)`

/** A living objective of the bank. Dates of another time are not offered: they would lie outside the cycle (BR-34). */
export async function bankObjectiveFor(tx: Tx, { id }: { id: string }): Promise<ObjectiveSource | null> {
  const { rows } = await sql<ObjectiveSource>`
    SELECT b.title, b.class, b.id AS "bankObjectiveId",
           CASE WHEN b.plan_node_id IS NULL THEN '[]'::json ELSE json_build_array(b.plan_node_id) END AS "nodeIds",
           coalesce((SELECT json_agg(${keyResultSource} ORDER BY k.position)
                       FROM bank_key_results k WHERE k.bank_objective_id = b.id), '[]'::json) AS "keyResults"
      FROM bank_objectives b WHERE b.id = ${id}::uuid AND b.retired_at IS NULL`.execute(tx)
  return rows[0] ?? null
}

/** An objective of one of the employee's own documents. */
export async function objectiveOfMine(
  tx: Tx,
  { id, employeeId }: { id: string; employeeId: string },
): Promise<ObjectiveSource | null> {
  const { rows } = await sql<ObjectiveSource>`
    SELECT o.title, o.class, o.bank_objective_id AS "bankObjectiveId",
           coalesce((SELECT json_agg(l.node_id) FROM objective_plan_links l WHERE l.objective_id = o.id), '[]'::json) AS "nodeIds",
           coalesce((SELECT json_agg(${keyResultSource} ORDER BY k.position)
                       FROM key_results k WHERE k.document_id = o.document_id AND k.objective_id = o.id), '[]'::json) AS "keyResults"
      FROM objectives o
      JOIN performance_documents d ON d.entity_id = o.entity_id AND d.id = o.document_id
     WHERE o.id = ${id}::uuid AND d.employee_id = ${employeeId}::uuid`.execute(tx)
  return rows[0] ?? null
}

export type BankRow = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly class: ObjectiveClass
  readonly division: { readonly id: string; readonly name: Name } | null
  readonly post: { readonly id: string; readonly title: Name } | null
  readonly planNode: { readonly id: string; readonly code: string; readonly title: Name } | null
  readonly retiredAt: string | null
  readonly keyResults: readonly {
    readonly id: string
    readonly statement: string
    readonly dataType: DataType
    readonly targets: Stored
  }[]
}

const bankJson = (today: string) => sql`b.id, b.version, b.title, b.class, b.retired_at AS "retiredAt",
    (SELECT json_build_object('id', p.division_id, 'name', json_build_object('ar', p.name_ar, 'en', p.name_en))
       FROM division_periods p WHERE p.division_id = b.division_id AND itqan_holds(p.valid_from, p.valid_to, ${today}::date)) AS division,
    (SELECT json_build_object('id', t.id, 'title', json_build_object('ar', t.title_ar, 'en', t.title_en))
       FROM posts t WHERE t.id = b.post_id) AS post,
    (SELECT json_build_object('id', n.id, 'code', n.code, 'title', json_build_object('ar', vn.title_ar, 'en', vn.title_en))
       FROM plan_nodes n JOIN plan_version_nodes vn ON vn.entity_id = n.entity_id AND vn.node_id = n.id
       JOIN plan_versions v ON v.entity_id = vn.entity_id AND v.id = vn.version_id
      WHERE n.id = b.plan_node_id ORDER BY v.status = 'approved' DESC, v.number DESC LIMIT 1) AS "planNode",
    coalesce((SELECT json_agg(json_build_object('id', k.id, 'statement', k.statement, 'dataType', k.data_type,
                                                'targets', ${targetsJson}) ORDER BY k.position)
                FROM bank_key_results k WHERE k.bank_objective_id = b.id), '[]'::json) AS "keyResults"`

export async function bankObjective(tx: Tx, { id, today }: { id: string; today: string }): Promise<BankRow | null> {
  const { rows } =
    await sql<BankRow>`SELECT ${bankJson(today)} FROM bank_objectives b WHERE b.id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

export type BankQuery = {
  readonly scope: 'division' | 'post' | 'previous' | 'all'
  readonly class?: ObjectiveClass | undefined
  readonly text?: string | undefined
  readonly retired: boolean
  readonly cursor?: string | undefined
  readonly limit: number
  readonly employeeId: string | null
  readonly today: string
}

type Listed = { total: number; items: BankRow[]; next: string | null }

/** Objectives to start from, by title. One statement. */
export async function listBank(tx: Tx, query: BankQuery): Promise<Listed> {
  return query.scope === 'previous' ? listPrevious(tx, query) : listStored(tx, query)
}

async function listStored(tx: Tx, query: BankQuery): Promise<Listed> {
  const { employeeId, today, limit } = query
  const key = decodeCursor(query.cursor)
  const mine = sql`(SELECT a.division_id, a.post_id FROM assignments a
                     WHERE a.employee_id = ${employeeId}::uuid AND itqan_holds(a.valid_from, a.valid_to, ${today}::date))`
  const inScope: Record<BankQuery['scope'], RawBuilder<unknown>> = {
    all: sql`true`,
    previous: sql`false`,
    post: sql`b.post_id IN (SELECT post_id FROM ${mine} AS mine)`,
    // What is offered to a division is offered to all below it.
    division: sql`b.division_id IN (
      SELECT over.id FROM ${mine} AS mine JOIN divisions own ON own.id = mine.division_id JOIN divisions over ON over.path @> own.path)`,
  }
  const { rows } = await sql<BankRow & { total: number }>`
    WITH found AS (
      SELECT b.* FROM bank_objectives b
       WHERE (b.retired_at IS NOT NULL) = ${query.retired} AND ${inScope[query.scope]} AND ${matches(query)}
    )
    SELECT ${bankJson(today)}, (SELECT count(*)::int FROM found) AS total
      FROM found b
     WHERE ${key === null} OR (b.title COLLATE itqan_ar, b.id) > (${key?.[0] ?? ''} COLLATE itqan_ar, ${key?.[1] ?? null}::uuid)
     ORDER BY b.title COLLATE itqan_ar, b.id LIMIT ${limit + 1}`.execute(tx)
  return paged(rows, limit)
}

/** What the employee wrote in earlier documents, each title once, the latest first to be kept. */
async function listPrevious(tx: Tx, query: BankQuery): Promise<Listed> {
  const { employeeId, today, limit } = query
  const key = decodeCursor(query.cursor)
  const { rows } = await sql<BankRow & { total: number }>`
    WITH found AS (
      SELECT DISTINCT ON (itqan_normalize(b.title)) b.id, b.title, b.class, b.document_id
        FROM (SELECT o.*, itqan_normalize(o.title) AS search FROM objectives o) b
        JOIN performance_documents d ON d.entity_id = b.entity_id AND d.id = b.document_id
        JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
       WHERE d.employee_id = ${employeeId}::uuid AND c.ends_on < ${today}::date AND b.title <> '' AND ${matches(query)}
       ORDER BY itqan_normalize(b.title), c.starts_on DESC
    )
    SELECT b.id, 1 AS version, b.title, b.class, NULL AS "retiredAt", NULL AS division, NULL AS post,
           (SELECT json_build_object('id', n.id, 'code', n.code, 'title', json_build_object('ar', vn.title_ar, 'en', vn.title_en))
              FROM objective_plan_links l JOIN plan_nodes n ON n.entity_id = l.entity_id AND n.id = l.node_id
              JOIN plan_version_nodes vn ON vn.entity_id = n.entity_id AND vn.node_id = n.id
             WHERE l.objective_id = b.id LIMIT 1) AS "planNode",
           coalesce((SELECT json_agg(json_build_object('id', k.id, 'statement', k.statement, 'dataType', k.data_type,
                                                       'targets', ${targetsJson}) ORDER BY k.position)
                       FROM key_results k WHERE k.document_id = b.document_id AND k.objective_id = b.id), '[]'::json) AS "keyResults",
           (SELECT count(*)::int FROM found) AS total
      FROM found b
     WHERE ${key === null} OR (b.title COLLATE itqan_ar, b.id) > (${key?.[0] ?? ''} COLLATE itqan_ar, ${key?.[1] ?? null}::uuid)
     ORDER BY b.title COLLATE itqan_ar, b.id LIMIT ${limit + 1}`.execute(tx)
  return paged(rows, limit)
}

function matches({ text, class: ofClass }: BankQuery): RawBuilder<unknown> {
  const pattern = text?.trim() ? `%${likeSafe(normalizeArabic(text))}%` : null
  return sql`(${pattern}::text IS NULL OR b.search LIKE ${pattern}) AND (${ofClass ?? null}::text IS NULL OR b.class = ${ofClass ?? null})`
}

export function likeSafe(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

function paged(rows: readonly (BankRow & { total: number })[], limit: number): Listed {
  const items = rows.slice(0, limit).map(({ total: _, ...item }) => item)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { total: rows[0]?.total ?? 0, items, next: last ? encodeCursor([last.title, last.id]) : null }
}

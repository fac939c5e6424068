import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { VersionStatus } from '../domain/version.ts'
import type { PlanNode, PlanVersion } from '../schema.ts'

/** Which version is read: the one in force in a year, a certain one, or the newest that holds a node. */
export type Chosen = { readonly year: number } | { readonly versionId: string } | { readonly nodeId: string }

export type PlanRead = {
  readonly version: PlanVersion | null
  readonly years: readonly number[]
  readonly nodes: readonly Omit<PlanNode, 'contribution'>[]
}

const name = (row: string): RawBuilder<unknown> =>
  sql`json_build_object('ar', ${sql.ref(`${row}.name_ar`)}, 'en', ${sql.ref(`${row}.name_en`)})`
const pointer = (row: string): RawBuilder<unknown> =>
  sql`json_build_object('id', ${sql.ref(`${row}.id`)}, 'code', ${sql.ref(`${row}.code`)}, 'name', ${name(row)})`

/** Numbers and days as plain text: an indicator keeps dates as days since 1970. */
const quantity = (column: string): RawBuilder<unknown> => sql`
  CASE WHEN i.data_type = 'date' THEN (date '1970-01-01' + ${sql.ref(column)}::int)::text
       ELSE trim_scale(${sql.ref(column)})::text END`

/** Approved before preliminary; the newest of equals. */
const inForce = sql`array_position(ARRAY['approved', 'preliminary', 'superseded', 'draft'], status), number DESC`

function chosenVersion(chosen: Chosen): RawBuilder<unknown> {
  if ('versionId' in chosen) return sql`SELECT * FROM plan_versions WHERE id = ${chosen.versionId}::uuid`
  if ('nodeId' in chosen) {
    return sql`SELECT v.* FROM plan_versions v
                WHERE v.status <> 'draft' AND EXISTS (
                  SELECT FROM plan_version_nodes n WHERE n.entity_id = v.entity_id AND n.version_id = v.id
                     AND n.node_id = ${chosen.nodeId}::uuid)
                ORDER BY ${inForce} LIMIT 1`
  }
  return sql`SELECT * FROM plan_versions WHERE year = ${chosen.year} AND status IN ('approved', 'preliminary')
              ORDER BY ${inForce} LIMIT 1`
}

/**
 * A version with all its nodes, their indicators, owners and what they serve, in one statement. `on` is the day as of
 * which divisions are named.
 */
export async function readPlan(tx: Tx, { chosen, on }: { chosen: Chosen; on: string }): Promise<PlanRead> {
  const { rows } = await sql<PlanRead>`
    WITH chosen AS (${chosenVersion(chosen)}),
    owners AS (
      SELECT DISTINCT ON (p.division_id) p.division_id AS id, d.code, p.name_ar, p.name_en
        FROM division_periods p JOIN divisions d ON d.entity_id = p.entity_id AND d.id = p.division_id
       ORDER BY p.division_id, (p.valid_from <= ${on}::date) DESC,
                CASE WHEN p.valid_from <= ${on}::date THEN p.valid_from END DESC, p.valid_from
    ),
    indicators AS (
      SELECT i.node_id, json_agg(json_build_object('id', i.id, 'name', ${name('i')}, 'dataType', i.data_type,
               'baseline', ${quantity('i.baseline')}, 'target', ${quantity('i.target')}) ORDER BY i.position) AS list
        FROM plan_indicators i JOIN chosen c ON c.entity_id = i.entity_id AND c.id = i.version_id
       GROUP BY i.node_id
    ),
    served AS (
      SELECT l.node_id, json_agg(json_build_object('priority', ${pointer('p')},
               'indicator', CASE WHEN i.id IS NOT NULL THEN ${pointer('i')} END,
               'programme', CASE WHEN n.id IS NOT NULL THEN ${pointer('n')} END) ORDER BY p.position, l.id) AS list
        FROM plan_node_vision_links l JOIN chosen c ON c.entity_id = l.entity_id AND c.id = l.version_id
        JOIN vision_priorities p ON p.id = l.priority_id
        LEFT JOIN vision_indicators i ON i.id = l.indicator_id
        LEFT JOIN national_programmes n ON n.id = l.programme_id
       GROUP BY l.node_id
    )
    SELECT (SELECT json_build_object('id', c.id, 'year', c.year, 'number', c.number, 'status', c.status,
                     'title', json_build_object('ar', c.title_ar, 'en', c.title_en), 'approvedOn', c.approved_on,
                     'approvalReference', c.approval_reference) FROM chosen c) AS version,
           coalesce((SELECT json_agg(y.year ORDER BY y.year DESC) FROM (SELECT DISTINCT year FROM plan_versions
                      WHERE status IN ('approved', 'preliminary')) y), '[]') AS years,
           coalesce((
             SELECT json_agg(json_build_object('id', n.node_id, 'code', k.code, 'kind', n.kind,
                      'parentId', n.parent_id,
                      'title', json_build_object('ar', n.title_ar, 'en', n.title_en),
                      'summary', json_build_object('ar', n.summary_ar, 'en', n.summary_en),
                      'owner', CASE WHEN o.id IS NOT NULL THEN ${pointer('o')} END,
                      'startsOn', n.starts_on, 'endsOn', n.ends_on,
                      'indicators', coalesce(indicators.list, '[]'), 'serves', coalesce(served.list, '[]'))
                      ORDER BY n.position)
               FROM plan_version_nodes n
               JOIN chosen c ON c.entity_id = n.entity_id AND c.id = n.version_id
               JOIN plan_nodes k ON k.entity_id = n.entity_id AND k.id = n.node_id
               LEFT JOIN owners o ON o.id = n.owner_division_id
               LEFT JOIN indicators ON indicators.node_id = n.node_id
               LEFT JOIN served ON served.node_id = n.node_id
           ), '[]') AS nodes`.execute(tx)
  return rows[0] as PlanRead
}

export type NodeHistory = {
  readonly number: number
  readonly status: VersionStatus
  readonly title: { readonly ar: string; readonly en: string }
  readonly approvedOn: string | null
  readonly approvalReference: string | null
  readonly inForce: boolean
}

/** The versions that hold a node, newest first; drafts are left out. `inForce` marks the plan that people read. */
export async function readNodeHistory(tx: Tx, { nodeId }: { nodeId: string }): Promise<NodeHistory[]> {
  const { rows } = await sql<NodeHistory>`
    SELECT v.number, v.status, json_build_object('ar', n.title_ar, 'en', n.title_en) AS title,
           v.approved_on AS "approvedOn", v.approval_reference AS "approvalReference",
           v.id = (SELECT id FROM plan_versions f WHERE f.year = v.year AND f.status IN ('approved', 'preliminary')
                    ORDER BY ${inForce} LIMIT 1) AS "inForce"
      FROM plan_version_nodes n JOIN plan_versions v ON v.entity_id = n.entity_id AND v.id = n.version_id
     WHERE n.node_id = ${nodeId}::uuid AND v.status <> 'draft'
     ORDER BY v.number DESC`.execute(tx)
  return rows
}

export type NodeInPlan = {
  readonly id: string
  readonly code: string
  readonly year: number
  readonly title: { readonly ar: string; readonly en: string }
  readonly kind: PlanNode['kind']
  readonly status: 'approved' | 'preliminary'
  readonly parentId: string | null
  readonly ownerDivisionId: string | null
}

type Sought = {
  readonly year?: number
  readonly text?: string
  readonly ids?: readonly string[]
  readonly limit?: number
}

/** Nodes of the plans in force, by year, words or ids. */
export async function findNodes(tx: Tx, { year, text, ids, limit }: Sought): Promise<NodeInPlan[]> {
  const { rows } = await sql<NodeInPlan>`
    WITH chosen AS (
      SELECT DISTINCT ON (year) * FROM plan_versions
       WHERE status IN ('approved', 'preliminary') AND (${year ?? null}::int IS NULL OR year = ${year ?? null}::int)
       ORDER BY year, ${inForce}
    )
    SELECT n.node_id AS id, k.code, c.year, json_build_object('ar', n.title_ar, 'en', n.title_en) AS title, n.kind,
           c.status, n.parent_id AS "parentId", n.owner_division_id AS "ownerDivisionId"
      FROM plan_version_nodes n
      JOIN chosen c ON c.entity_id = n.entity_id AND c.id = n.version_id
      JOIN plan_nodes k ON k.entity_id = n.entity_id AND k.id = n.node_id
     WHERE (${ids ?? null}::uuid[] IS NULL OR n.node_id = ANY (${ids ?? null}::uuid[]))
       AND (${text ?? null}::text IS NULL OR strpos(
             itqan_normalize(k.code || ' ' || n.title_ar || ' ' || n.title_en), itqan_normalize(${text ?? null})) > 0)
     ORDER BY c.year DESC, n.position
     LIMIT ${limit ?? null}`.execute(tx)
  return rows
}

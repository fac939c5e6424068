import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Contribution } from '../../annual-plan/public.ts'

type Asked = {
  readonly nodeIds: readonly string[]
  readonly below: Readonly<Record<string, readonly string[]>>
  readonly year: number
}

/**
 * Who contributes to nodes of the plan: people with an agreed document of the year whose objectives are linked to the
 * node or to anything below it, each person once. One statement.
 */
export async function contributions(tx: Tx, { nodeIds, below, year }: Asked): Promise<Record<string, Contribution>> {
  const pairs = nodeIds.flatMap((node) => (below[node] ?? [node]).map((under) => ({ node, under })))
  if (pairs.length === 0) return {}
  const { rows } = await sql<Contribution & { nodeId: string }>`
    WITH asked AS (
      SELECT * FROM unnest(${pairs.map((one) => one.node)}::uuid[], ${pairs.map((one) => one.under)}::uuid[]) AS n (node_id, under_id)
    ), linked AS (
      SELECT DISTINCT n.node_id, d.employee_id, o.id AS objective_id, d.id AS document_id, c.ends_on
        FROM asked n
        JOIN objective_plan_links l ON l.node_id = n.under_id
        JOIN objectives o ON o.entity_id = l.entity_id AND o.id = l.objective_id
        JOIN performance_documents d ON d.entity_id = o.entity_id AND d.id = o.document_id AND d.agreed_at IS NOT NULL
        JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id AND c.year = ${year}
    ), people AS (
      SELECT DISTINCT ON (k.node_id, k.employee_id) k.node_id, k.employee_id, a.division_id
        FROM linked k
        LEFT JOIN assignments a ON a.employee_id = k.employee_id AND itqan_holds(a.valid_from, a.valid_to, k.ends_on)
       ORDER BY k.node_id, k.employee_id, k.ends_on DESC
    ), divisions AS (
      SELECT p.node_id, p.division_id, count(*)::int AS people FROM people p WHERE p.division_id IS NOT NULL GROUP BY 1, 2
    )
    SELECT n.node_id AS "nodeId", (SELECT count(*)::int FROM people p WHERE p.node_id = n.node_id) AS people,
           (SELECT count(DISTINCT k.id)::int FROM linked x
              JOIN key_results k ON k.document_id = x.document_id AND k.objective_id = x.objective_id
             WHERE x.node_id = n.node_id) AS "keyResults",
           coalesce((SELECT json_agg(json_build_object('id', v.division_id, 'people', v.people, 'name', (
                       SELECT json_build_object('ar', t.name_ar, 'en', t.name_en) FROM division_periods t
                        WHERE t.division_id = v.division_id ORDER BY t.valid_from DESC LIMIT 1)) ORDER BY v.people DESC, v.division_id)
                       FROM divisions v WHERE v.node_id = n.node_id), '[]'::json) AS divisions
      FROM (SELECT DISTINCT node_id FROM linked) n`.execute(tx)
  return Object.fromEntries(rows.map(({ nodeId, ...contribution }) => [nodeId, contribution]))
}

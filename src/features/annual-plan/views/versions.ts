import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { versionAbilities } from '../domain/version.ts'
import type { ManagedVersion } from '../schema.ts'

type Row = Omit<ManagedVersion, 'can' | 'createdAt'> & { readonly createdAt: Date; readonly approvedExists: boolean }

/** The versions of a year, newest first, or one of them. */
export async function readVersions(tx: Tx, by: { year: number } | { id: string }) {
  const wanted = 'id' in by ? sql`v.id = ${by.id}::uuid` : sql`v.year = ${by.year}`
  const { rows } = await sql<Row>`
    SELECT v.id, v.year, v.number, v.status, json_build_object('ar', v.title_ar, 'en', v.title_en) AS title,
           v.approved_on AS "approvedOn", v.approval_reference AS "approvalReference", v.version,
           v.created_at AS "createdAt",
           CASE WHEN e.id IS NOT NULL THEN json_build_object('ar', e.name_ar, 'en', e.name_en) END AS "approvedBy",
           json_build_object(
             'objective', count(n.node_id) FILTER (WHERE n.kind = 'objective'),
             'programme', count(n.node_id) FILTER (WHERE n.kind = 'programme'),
             'initiative', count(n.node_id) FILTER (WHERE n.kind = 'initiative'),
             'project', count(n.node_id) FILTER (WHERE n.kind = 'project'),
             'indicators', (SELECT count(*) FROM plan_indicators i
                             WHERE i.entity_id = v.entity_id AND i.version_id = v.id)) AS counts,
           EXISTS (SELECT FROM plan_versions a WHERE a.year = v.year AND a.status = 'approved') AS "approvedExists"
      FROM plan_versions v
      LEFT JOIN plan_version_nodes n ON n.entity_id = v.entity_id AND n.version_id = v.id
      LEFT JOIN employees e ON e.entity_id = v.entity_id AND e.id = v.approved_by
     WHERE ${wanted}
     GROUP BY v.entity_id, v.id, e.id, e.name_ar, e.name_en
     ORDER BY v.number DESC`.execute(tx)
  return rows.map(({ approvedExists, ...row }) => ({ ...row, can: versionAbilities(row.status, { approvedExists }) }))
}

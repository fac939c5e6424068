import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { NewId } from '../../platform/db/ids.ts'
import { dateToDay } from '../../shared/dates.ts'
import type { DataType } from '../../shared/measure.ts'
import type { Name, PlannedNode } from './domain/node.ts'
import type { VersionStatus } from './domain/version.ts'

export type VersionRow = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly status: VersionStatus
  readonly version: number
  readonly approvedOn: string | null
}

/** Locks every version of the year, so that no two become the approved one. The wanted one, or null. */
export async function lockVersion(tx: Tx, id: string): Promise<VersionRow | null> {
  const { rows } = await sql<VersionRow>`
    SELECT id, year, number, status, version, approved_on AS "approvedOn" FROM plan_versions
     WHERE year = (SELECT year FROM plan_versions WHERE id = ${id}::uuid)
     ORDER BY number FOR UPDATE`.execute(tx)
  return rows.find((row) => row.id === id) ?? null
}

export async function approvedVersion(tx: Tx, year: number): Promise<string | null> {
  const row = await tx
    .selectFrom('plan_versions')
    .select('id')
    .where('year', '=', year)
    .where('status', '=', 'approved')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function setStatus(tx: Tx, { id, status }: { id: string; status: VersionStatus }): Promise<void> {
  await tx
    .updateTable('plan_versions')
    .set((row) => ({ status, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type Approval = {
  readonly id: string
  readonly approvedOn: string
  readonly approvedBy: string | null
  readonly reference: string
}

export async function approve(tx: Tx, { id, approvedOn, approvedBy, reference }: Approval): Promise<void> {
  await tx
    .updateTable('plan_versions')
    .set((row) => ({
      status: 'approved' as const,
      approved_on: approvedOn,
      approved_by: approvedBy,
      approval_reference: reference,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function removeVersion(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('plan_versions').where('id', '=', id).execute()
}

type NewVersion = {
  readonly id: string
  readonly year: number
  readonly title: Name
  readonly nodes: readonly PlannedNode[]
  readonly now: Date
  readonly newId: NewId
}

/** Writes a whole draft version set by set. Nodes keep the id that their code has had in the year. */
export async function addVersion(tx: Tx, { id, year, title, nodes, now, newId }: NewVersion): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(itqan_entity()::text || ${`plan ${year}`}, 0))`.execute(tx)
  const { number } = await tx
    .selectFrom('plan_versions')
    .select((row) => row.fn.coalesce(row.fn.max('number'), sql<number>`0`).as('number'))
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('plan_versions')
    .values({ id, year, number: number + 1, status: 'draft', title_ar: title.ar, title_en: title.en, created_at: now })
    .execute()
  const ids = await ensureNodes(tx, { year, codes: nodes.map((node) => node.code), now, newId })
  await addNodes(tx, { versionId: id, nodes, ids })
  await addIndicators(tx, { versionId: id, nodes, ids, newId })
  await addLinks(tx, { versionId: id, nodes, ids, newId })
  return number + 1
}

type Codes = { readonly year: number; readonly codes: readonly string[]; readonly now: Date; readonly newId: NewId }

async function ensureNodes(tx: Tx, { year, codes, now, newId }: Codes): Promise<Map<string, string>> {
  const fresh = JSON.stringify(codes.map((code) => ({ id: newId(), code })))
  await sql`
    INSERT INTO plan_nodes (id, year, code, created_at)
    SELECT n.id, ${year}, n.code, ${now} FROM json_to_recordset(${fresh}::json) AS n (id uuid, code text)
    ON CONFLICT (entity_id, year, code) DO NOTHING`.execute(tx)
  return nodeIdsOf(tx, { year })
}

/** Every node id that the year has ever had, by its code. */
export async function nodeIdsOf(tx: Tx, { year }: { year: number }): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('plan_nodes').select(['id', 'code']).where('year', '=', year).execute()
  return new Map(rows.map((row) => [row.code, row.id]))
}

type Parts = {
  readonly versionId: string
  readonly nodes: readonly PlannedNode[]
  readonly ids: ReadonlyMap<string, string>
}

async function addNodes(tx: Tx, { versionId, nodes, ids }: Parts): Promise<void> {
  const rows = nodes.map((node, at) => ({
    node_id: ids.get(node.code),
    parent_id: node.parentCode ? ids.get(node.parentCode) : null,
    kind: node.kind,
    title_ar: node.title.ar,
    title_en: node.title.en,
    summary_ar: node.summary.ar,
    summary_en: node.summary.en,
    owner_division_id: node.ownerDivisionId,
    starts_on: node.startsOn,
    ends_on: node.endsOn,
    position: at + 1,
  }))
  await sql`
    INSERT INTO plan_version_nodes (version_id, node_id, parent_id, kind, title_ar, title_en, summary_ar, summary_en,
                                    owner_division_id, starts_on, ends_on, position)
    SELECT ${versionId}::uuid, n.* FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS n (node_id uuid, parent_id uuid, kind text, title_ar text, title_en text, summary_ar text, summary_en text,
              owner_division_id uuid, starts_on date, ends_on date, position int)`.execute(tx)
}

async function addIndicators(tx: Tx, { versionId, nodes, ids, newId }: Parts & { newId: NewId }): Promise<void> {
  const rows = nodes.flatMap((node) =>
    node.indicators.map((one, at) => ({
      id: newId(),
      node_id: ids.get(node.code),
      name_ar: one.name.ar,
      name_en: one.name.en,
      data_type: one.dataType,
      baseline: one.baseline === null ? null : stored(one.dataType, one.baseline),
      target: stored(one.dataType, one.target),
      position: at + 1,
    })),
  )
  await sql`
    INSERT INTO plan_indicators (version_id, id, node_id, name_ar, name_en, data_type, baseline, target, position)
    SELECT ${versionId}::uuid, i.* FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS i (id uuid, node_id uuid, name_ar text, name_en text, data_type text, baseline numeric, target numeric,
              position int)`.execute(tx)
}

/** Dates are kept as days since 1970, so that one rule measures every type. */
function stored(dataType: DataType, value: string): string {
  return dataType === 'date' ? String(dateToDay(value)) : value
}

async function addLinks(tx: Tx, { versionId, nodes, ids, newId }: Parts & { newId: NewId }): Promise<void> {
  const rows = nodes.flatMap((node) =>
    node.serves.map((link) => ({
      id: newId(),
      node_id: ids.get(node.code),
      priority_id: link.priorityId,
      indicator_id: link.indicatorId,
      programme_id: link.programmeId,
    })),
  )
  await sql`
    INSERT INTO plan_node_vision_links (version_id, id, node_id, priority_id, indicator_id, programme_id)
    SELECT ${versionId}::uuid, l.* FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS l (id uuid, node_id uuid, priority_id uuid, indicator_id uuid, programme_id uuid)`.execute(tx)
}

export type DirectionRow = {
  readonly id: string
  readonly year: number
  readonly divisionId: string
  readonly authorId: string
  readonly body: string
  readonly publishedAt: Date | null
  readonly version: number
}

export async function lockDirection(tx: Tx, id: string): Promise<DirectionRow | null> {
  const { rows } = await sql<DirectionRow>`
    SELECT id, year, division_id AS "divisionId", author_id AS "authorId", body, published_at AS "publishedAt", version
      FROM plan_directions WHERE id = ${id}::uuid FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export async function addDirection(tx: Tx, direction: DirectionRow, { now }: { now: Date }): Promise<void> {
  await tx
    .insertInto('plan_directions')
    .values({
      id: direction.id,
      year: direction.year,
      division_id: direction.divisionId,
      author_id: direction.authorId,
      body: direction.body,
      published_at: direction.publishedAt,
      version: direction.version,
      created_at: now,
      updated_at: now,
    })
    .execute()
}

export async function saveDirection(tx: Tx, direction: DirectionRow, { now }: { now: Date }): Promise<void> {
  await tx
    .updateTable('plan_directions')
    .set({
      body: direction.body,
      published_at: direction.publishedAt,
      version: direction.version,
      updated_at: now,
    })
    .where('id', '=', direction.id)
    .execute()
}

export async function removeDirection(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('plan_directions').where('id', '=', id).execute()
}

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { MessageParams, Subject, WorkItem } from './domain/work-item.ts'

type Name = { readonly ar: string; readonly en: string }
type Person = { readonly id: string; readonly name: Name }

export type ListedItem = WorkItem & {
  /** Whom the record is about. */
  readonly about: Person | null
  /** The person for whom the reader acts; null for the reader's own items. */
  readonly onBehalfOf: Person | null
}

/** Kinds whose items a delegate sees, each with the scope that the delegation must have (AMB-22). */
export type DelegableKinds = readonly { readonly kind: string; readonly scope: string }[]

type Reader = { readonly employeeId: string; readonly on: string; readonly delegable: DelegableKinds }

const columns = sql`w.id, w.kind, w.subject_type, w.subject_id, w.about_id, w.assignee_id, w.params, w.opened_at, w.due_on,
  w.escalation`

/** Open items of the reader, and those of the people for whom the reader acts today; never about the reader. */
function visible({ employeeId, on, delegable }: Reader): RawBuilder<unknown> {
  return sql`
    SELECT ${columns} FROM work_items w WHERE w.assignee_id = ${employeeId}::uuid AND w.closed_at IS NULL
    UNION
    SELECT ${columns}
      FROM delegations d
      JOIN unnest(${delegable.map((one) => one.kind)}::text[], ${delegable.map((one) => one.scope)}::text[]) AS k (kind, scope)
        ON k.scope = ANY (d.scopes)
      JOIN work_items w ON w.entity_id = d.entity_id AND w.assignee_id = d.delegator_id AND w.kind = k.kind
       AND w.closed_at IS NULL AND w.about_id IS DISTINCT FROM ${employeeId}::uuid
     WHERE d.delegate_id = ${employeeId}::uuid AND itqan_holds(d.starts_on, d.ends_on, ${on}::date)
       AND (d.revoked_on IS NULL OR ${on}::date < d.revoked_on)`
}

const shape = sql`v.id, v.kind, json_build_object('type', v.subject_type, 'id', v.subject_id) AS subject,
  v.about_id AS "aboutId", v.assignee_id AS "assigneeId", v.params, v.opened_at AS "openedAt", v.due_on AS "dueOn",
  v.escalation`

/** What waits for the reader, the most urgent first. One statement; `ids` narrows it. */
export async function openItems(
  tx: Tx,
  { ids, ...reader }: Reader & { readonly ids?: readonly string[] },
): Promise<ListedItem[]> {
  const { rows } = await sql<ListedItem>`
    SELECT ${shape},
           CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', json_build_object('ar', a.name_ar, 'en', a.name_en)) END AS about,
           CASE WHEN v.assignee_id <> ${reader.employeeId}::uuid
                THEN json_build_object('id', o.id, 'name', json_build_object('ar', o.name_ar, 'en', o.name_en)) END AS "onBehalfOf"
      FROM (${visible(reader)}) v
      LEFT JOIN employees a ON a.id = v.about_id
      LEFT JOIN employees o ON o.id = v.assignee_id
     WHERE (${ids ?? null}::uuid[] IS NULL OR v.id = ANY (${ids ?? null}::uuid[]))
     ORDER BY v.due_on NULLS LAST, v.opened_at, v.id LIMIT 500`.execute(tx)
  return rows
}

export async function openCount(tx: Tx, reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (${visible(reader)}) v`.execute(tx)
  return rows[0]?.count ?? 0
}

export type DoneItem = Omit<WorkItem, 'escalation'> & {
  readonly about: Person | null
  readonly closedAt: Date
  readonly outcome: string
}

/**
 * What the person closed, one row for each act: a decision also closes what others had open for the same record, and
 * that is nobody's second deed.
 */
function deeds(employeeId: string): RawBuilder<unknown> {
  return sql`
    SELECT DISTINCT ON (closed_at, kind, subject_type, subject_id) * FROM work_items
     WHERE closed_by = ${employeeId}::uuid AND closed_at IS NOT NULL
     ORDER BY closed_at DESC, kind, subject_type, subject_id, assignee_id = ${employeeId}::uuid DESC, id`
}

type DonePage = { readonly employeeId: string; readonly before: Date | null; readonly limit: number }

/** What the person has dealt with, newest first. */
export async function doneItems(tx: Tx, { employeeId, before, limit }: DonePage): Promise<DoneItem[]> {
  const { rows } = await sql<DoneItem>`
    SELECT v.id, v.kind, json_build_object('type', v.subject_type, 'id', v.subject_id) AS subject,
           v.about_id AS "aboutId", v.assignee_id AS "assigneeId", v.params, v.opened_at AS "openedAt",
           v.due_on AS "dueOn", v.closed_at AS "closedAt", v.outcome,
           CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', json_build_object('ar', a.name_ar, 'en', a.name_en)) END AS about
      FROM (${deeds(employeeId)}) v LEFT JOIN employees a ON a.id = v.about_id
     WHERE (${before}::timestamptz IS NULL OR v.closed_at < ${before})
     ORDER BY v.closed_at DESC, v.id DESC LIMIT ${limit}`.execute(tx)
  return rows
}

/** How many items the person closed since an instant, and how many hours each took on average. */
export async function doneSince(
  tx: Tx,
  { employeeId, since }: { employeeId: string; since: Date },
): Promise<{ count: number; averageHours: number }> {
  const { rows } = await sql<{ count: number; averageHours: number }>`
    SELECT count(*)::int AS count,
           coalesce(round(extract(epoch FROM avg(closed_at - opened_at)) / 3600), 0)::int AS "averageHours"
      FROM (${deeds(employeeId)}) done WHERE closed_at >= ${since}`.execute(tx)
  return rows[0] ?? { count: 0, averageHours: 0 }
}

export type Notice = {
  readonly id: string
  readonly kind: string
  readonly params: MessageParams
  readonly subject: Subject | null
  readonly createdAt: Date
  readonly readAt: Date | null
}

type NoticePage = { readonly employeeId: string; readonly before: string | null; readonly limit: number }

/** What the person was told, newest first; ids grow with time, so a page begins below one. */
export async function notices(tx: Tx, { employeeId, before, limit }: NoticePage): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    SELECT id, kind, params, created_at AS "createdAt", read_at AS "readAt",
           CASE WHEN subject_id IS NOT NULL THEN json_build_object('type', subject_type, 'id', subject_id) END AS subject
      FROM notices
     WHERE recipient_id = ${employeeId}::uuid
       AND (${before}::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM notices WHERE id = ${before}::uuid))
     ORDER BY created_at DESC, id DESC LIMIT ${limit}`.execute(tx)
  return rows
}

export async function unreadCount(tx: Tx, { employeeId }: { employeeId: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM notices WHERE recipient_id = ${employeeId}::uuid AND read_at IS NULL`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Open items whose due date has passed, for the ladder. */
export async function overdueItems(tx: Tx, { today }: { today: string }): Promise<WorkItem[]> {
  const { rows } = await sql<WorkItem>`
    SELECT ${shape} FROM work_items v WHERE v.closed_at IS NULL AND v.due_on < ${today}::date
     ORDER BY v.due_on, v.id`.execute(tx)
  return rows
}

/** Open items of people whose absence is recorded today and for whom nobody may act, with the day it began. */
export async function itemsOfAbsentees(
  tx: Tx,
  { today, delegable }: { today: string; delegable: DelegableKinds },
): Promise<(WorkItem & { readonly absentSince: string })[]> {
  const { rows } = await sql<WorkItem & { absentSince: string }>`
    SELECT ${shape}, a.starts_on AS "absentSince"
      FROM absences a
      JOIN work_items v ON v.entity_id = a.entity_id AND v.assignee_id = a.employee_id AND v.closed_at IS NULL
      JOIN unnest(${delegable.map((one) => one.kind)}::text[], ${delegable.map((one) => one.scope)}::text[]) AS k (kind, scope)
        ON k.kind = v.kind
     WHERE itqan_holds(a.starts_on, a.ends_on, ${today}::date)
       AND NOT EXISTS (SELECT FROM delegations d WHERE d.entity_id = a.entity_id AND d.delegator_id = a.employee_id
                        AND k.scope = ANY (d.scopes) AND itqan_holds(d.starts_on, d.ends_on, ${today}::date)
                        AND (d.revoked_on IS NULL OR ${today}::date < d.revoked_on))
     ORDER BY v.opened_at, v.id`.execute(tx)
  return rows
}

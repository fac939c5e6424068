import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { MessageParams, Subject, WorkItem } from './domain/work-item.ts'

type NewItem = Omit<WorkItem, 'escalation'>

/** Opens the item unless the same one is open already; answers the id of the one that is open. */
export async function open(tx: Tx, item: NewItem): Promise<string> {
  const inserted = await tx
    .insertInto('work_items')
    .values({
      id: item.id,
      kind: item.kind,
      subject_type: item.subject.type,
      subject_id: item.subject.id,
      about_id: item.aboutId,
      assignee_id: item.assigneeId,
      params: JSON.stringify(item.params),
      opened_at: item.openedAt,
      due_on: item.dueOn,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['entity_id', 'kind', 'subject_type', 'subject_id', 'assignee_id'])
        .where('closed_at', 'is', null)
        .doUpdateSet({ params: JSON.stringify(item.params), due_on: item.dueOn }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return inserted.id
}

type Which = {
  readonly subject: Subject
  readonly kind?: string | undefined
  readonly assigneeId?: string | undefined
}

/** Closes what is open; answers how many items that were. */
export async function close(
  tx: Tx,
  {
    subject,
    kind,
    assigneeId,
    outcome,
    closedBy,
    now,
  }: Which & { outcome: string; closedBy: string | null; now: Date },
): Promise<number> {
  let query = tx
    .updateTable('work_items')
    .set({ closed_at: now, closed_by: closedBy, outcome })
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('closed_at', 'is', null)
  if (kind) query = query.where('kind', '=', kind)
  if (assigneeId) query = query.where('assignee_id', '=', assigneeId)
  const result = await query.executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Gives what is open to somebody else, with its age and due date; an item that this person already has is closed. */
export async function reassign(
  tx: Tx,
  { subject, kind, assigneeId, toId, now }: Which & { toId: string; now: Date },
): Promise<number> {
  const { rows } = await sql<{ moved: boolean }>`
    UPDATE work_items w SET
      assignee_id = CASE WHEN twin.taken THEN w.assignee_id ELSE ${toId}::uuid END,
      closed_at = CASE WHEN twin.taken THEN ${now}::timestamptz END,
      outcome = CASE WHEN twin.taken THEN 'reassigned' END
    FROM (SELECT o.id, EXISTS (SELECT FROM work_items t WHERE t.kind = o.kind AND t.subject_type = o.subject_type
                                 AND t.subject_id = o.subject_id AND t.assignee_id = ${toId}::uuid AND t.closed_at IS NULL)
                       OR row_number() OVER (PARTITION BY o.kind ORDER BY o.opened_at, o.id) > 1 AS taken
            FROM work_items o
           WHERE o.subject_type = ${subject.type} AND o.subject_id = ${subject.id} AND o.closed_at IS NULL
             AND (${kind ?? null}::text IS NULL OR o.kind = ${kind ?? null})
             AND (${assigneeId ?? null}::uuid IS NULL OR o.assignee_id = ${assigneeId ?? null})
             AND o.assignee_id <> ${toId}::uuid) twin
    WHERE w.id = twin.id RETURNING NOT twin.taken AS moved`.execute(tx)
  return rows.filter((row) => row.moved).length
}

export async function climb(tx: Tx, { id, escalation }: { id: string; escalation: number }): Promise<void> {
  await tx.updateTable('work_items').set({ escalation }).where('id', '=', id).execute()
}

type NewNotice = {
  readonly id: string
  readonly recipientId: string
  readonly kind: string
  readonly params: MessageParams
  readonly subject: Subject | null
  readonly createdAt: Date
}

export async function addNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  await tx
    .insertInto('notices')
    .values(
      notices.map((notice) => ({
        id: notice.id,
        recipient_id: notice.recipientId,
        kind: notice.kind,
        params: JSON.stringify(notice.params),
        subject_type: notice.subject?.type ?? null,
        subject_id: notice.subject?.id ?? null,
        created_at: notice.createdAt,
      })),
    )
    .execute()
}

/** Marks notices of one person as read, all of them when no ids are given. */
export async function markRead(
  tx: Tx,
  { recipientId, ids, now }: { recipientId: string; ids: readonly string[] | undefined; now: Date },
): Promise<void> {
  let query = tx
    .updateTable('notices')
    .set({ read_at: now })
    .where('recipient_id', '=', recipientId)
    .where('read_at', 'is', null)
  if (ids) query = query.where('id', 'in', [...ids])
  await query.execute()
}

/** Opens items for many people in one statement; those that are open already stay as they are. */
export async function openMany(tx: Tx, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ subject, ...item }) => ({ ...item, subjectType: subject.type, subjectId: subject.id }))
  await sql`
    INSERT INTO work_items (id, kind, subject_type, subject_id, about_id, assignee_id, params, opened_at, due_on)
    SELECT n.* FROM json_to_recordset(${JSON.stringify(rows)}::json) AS n (id uuid, kind text, "subjectType" text,
           "subjectId" uuid, "aboutId" uuid, "assigneeId" uuid, params jsonb, "openedAt" timestamptz, "dueOn" date)
        ON CONFLICT DO NOTHING`.execute(tx)
}

export async function addManyNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map(({ subject, ...notice }) => ({
    ...notice,
    subjectType: subject?.type ?? null,
    subjectId: subject?.id ?? null,
  }))
  await sql`
    INSERT INTO notices (id, recipient_id, kind, params, subject_type, subject_id, created_at)
    SELECT n.* FROM json_to_recordset(${JSON.stringify(rows)}::json) AS n (id uuid, "recipientId" uuid, kind text,
           params jsonb, "subjectType" text, "subjectId" uuid, "createdAt" timestamptz)`.execute(tx)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DocumentStatus } from '../domain/document.ts'

type Closing = {
  readonly id: string
  readonly status: DocumentStatus
  readonly dueOn: string | null
  readonly by: string | null
  readonly now: Date
}

/** The state and due date that the closing of the cycle gives a document. */
export async function setClosing(tx: Tx, { id, status, dueOn, by, now }: Closing): Promise<void> {
  await sql`
    UPDATE performance_documents
       SET status = ${status}, status_since = CASE WHEN status = ${status} THEN status_since ELSE ${now} END, due_on = ${dueOn}::date,
           version = version + 1, updated_at = ${now}, updated_by = ${by}::uuid
     WHERE id = ${id}::uuid`.execute(tx)
}

/** Closes many documents at once: those that stand as they were sent. */
export async function closeAll(tx: Tx, { ids, now }: { ids: readonly string[]; now: Date }): Promise<void> {
  await sql`
    UPDATE performance_documents
       SET status = 'closed', status_since = ${now}, due_on = NULL, version = version + 1, updated_at = ${now}, updated_by = NULL
     WHERE id = ANY (${[...ids]}::uuid[])`.execute(tx)
}

/** Ends a document on a day; it stays the person's latest unless a next one follows. */
export async function endOn(tx: Tx, end: { id: string; lastDay: string; latest: boolean; now: Date }): Promise<void> {
  await sql`
    UPDATE performance_documents
       SET ends_on = ${end.lastDay}::date, latest = ${end.latest}, version = version + 1, updated_at = ${end.now}, updated_by = NULL
     WHERE id = ${end.id}::uuid`.execute(tx)
}

type Next = {
  readonly id: string
  readonly after: string
  readonly startsOn: string
  readonly dueOn: string
  readonly now: Date
}

/** The document that follows another in the same cycle: empty, from a day on. */
export async function addNext(tx: Tx, { id, after, startsOn, dueOn, now }: Next): Promise<void> {
  await sql`
    INSERT INTO performance_documents (id, cycle_id, employee_id, status, status_since, due_on, segment, starts_on, updated_at, created_at)
    SELECT ${id}::uuid, cycle_id, employee_id, 'draft', ${now}, ${dueOn}::date, segment + 1, ${startsOn}::date, ${now}, ${now}
      FROM performance_documents WHERE id = ${after}::uuid`.execute(tx)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

export type FeedbackKind = 'praise' | 'advice' | 'interim'

type NewNote = {
  readonly id: string
  readonly employeeId: string
  readonly authorId: string
  readonly writtenFor: string | null
  readonly documentId: string | null
  readonly kind: FeedbackKind
  readonly body: string
  readonly now: Date
}

export async function addNote(tx: Tx, note: NewNote): Promise<void> {
  await tx
    .insertInto('feedback_notes')
    .values({
      id: note.id,
      employee_id: note.employeeId,
      author_id: note.authorId,
      written_for: note.writtenFor,
      document_id: note.documentId,
      kind: note.kind,
      body: note.body,
      created_at: note.now,
    })
    .execute()
}

export async function markRead(tx: Tx, { employeeId, now }: { employeeId: string; now: Date }): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    UPDATE feedback_notes SET read_at = ${now} WHERE employee_id = ${employeeId}::uuid AND read_at IS NULL
    RETURNING id`.execute(tx)
  return rows.length
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Content } from '../domain/document.ts'
import { objectivesJson } from './fragments.ts'

/** What a document holds now. */
export async function contentOf(tx: Tx, { documentId }: { documentId: string }): Promise<Content> {
  const { rows } = await sql<Content>`SELECT ${objectivesJson(documentId)} AS objectives`.execute(tx)
  return rows[0] ?? { objectives: [] }
}

/** What a submission held, or null when there is no such number. */
export async function contentOfSubmission(
  tx: Tx,
  { documentId, number }: { documentId: string; number: number },
): Promise<Content | null> {
  const row = await tx
    .selectFrom('document_submissions')
    .select('content')
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? (row.content as unknown as Content) : null
}

/** Who changed the document last, for the sentence that tells of a conflict. */
export async function lastEditor(
  tx: Tx,
  { employeeId }: { employeeId: string | null },
): Promise<{ ar: string; en: string }> {
  if (employeeId === null) return { ar: '', en: '' }
  const row = await tx
    .selectFrom('employees')
    .select(['name_ar as ar', 'name_en as en'])
    .where('id', '=', employeeId)
    .executeTakeFirst()
  return row ?? { ar: '', en: '' }
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DataType, Level } from '../../../shared/measure.ts'

/** A line as it is stored: values as decimal text, dates as days since 1970. */
export type StoredLine = {
  readonly keyResultId: string
  readonly dataType: DataType
  readonly weight: number
  readonly below: string
  readonly meets: string
  readonly exceeds: string
  readonly recorded: boolean
  readonly claimed: string | null
  readonly actual: string | null
  readonly achievement: number
  readonly level: Level
  readonly remark: string
  readonly accepted: boolean
  readonly corrected: boolean
  readonly evidence: number
}

/** The lines of a document whose closing has begun, in the order of the document. */
export async function linesOf(tx: Tx, { documentId }: { documentId: string }): Promise<StoredLine[]> {
  const { rows } = await sql<StoredLine>`
    SELECT h.key_result_id AS "keyResultId", h.data_type AS "dataType", h.weight, h.target_below::text AS below,
           h.target_meets::text AS meets, h.target_exceeds::text AS exceeds, h.recorded, h.claimed::text AS claimed,
           h.actual::text AS actual, h.achievement, h.level, h.remark, h.accepted_at IS NOT NULL AS accepted,
           EXISTS (SELECT FROM actual_corrections x WHERE x.key_result_id = h.key_result_id AND x.ended_at IS NULL) AS corrected,
           (SELECT count(*)::int FROM achievement_evidence v WHERE v.key_result_id = h.key_result_id) AS evidence
      FROM achievements h
      JOIN key_results k ON k.entity_id = h.entity_id AND k.id = h.key_result_id
      JOIN objectives o ON o.entity_id = k.entity_id AND o.id = k.objective_id
     WHERE h.document_id = ${documentId}::uuid ORDER BY o.position, o.id, k.position, k.id`.execute(tx)
  return rows
}

type Worth = { readonly achievement: number; readonly level: Level }

type Record = Worth & {
  readonly keyResultId: string
  readonly recorded: boolean
  readonly value: string | null
  readonly remark: string
  readonly now: Date
}

/** What the employee recorded, with what it is worth. */
export async function record(tx: Tx, line: Record): Promise<void> {
  await tx
    .updateTable('achievements')
    .set({
      recorded: line.recorded,
      claimed: line.value,
      actual: line.value,
      achievement: line.achievement,
      level: line.level,
      remark: line.remark,
      recorded_at: line.recorded ? line.now : null,
      accepted_at: null,
      accepted_by: null,
    })
    .where('key_result_id', '=', line.keyResultId)
    .execute()
}

/** Another value in force than the one that was recorded, or that one again. */
export async function setActual(
  tx: Tx,
  { keyResultId, value, achievement, level }: Worth & { keyResultId: string; value: string | null },
): Promise<void> {
  await tx
    .updateTable('achievements')
    .set({ actual: value, achievement, level, accepted_at: null, accepted_by: null })
    .where('key_result_id', '=', keyResultId)
    .execute()
}

type Accept = {
  readonly documentId: string
  /** Null: all that are neither accepted nor corrected. */
  readonly keyResultIds: readonly string[] | null
  readonly accepted: boolean
  readonly by: string
  readonly now: Date
}

export async function accept(tx: Tx, { documentId, keyResultIds, accepted, by, now }: Accept): Promise<number> {
  const which = keyResultIds === null ? sql`true` : sql`h.key_result_id = ANY (${[...keyResultIds]}::uuid[])`
  const { rows } = await sql<{ id: string }>`
    UPDATE achievements h SET accepted_at = ${accepted ? now : null}::timestamptz, accepted_by = ${accepted ? by : null}::uuid
     WHERE h.document_id = ${documentId}::uuid AND ${which} AND (h.accepted_at IS NULL) = ${accepted}
       AND NOT EXISTS (SELECT FROM actual_corrections x WHERE x.key_result_id = h.key_result_id AND x.ended_at IS NULL)
    RETURNING h.key_result_id AS id`.execute(tx)
  return rows.length
}

/** What a review had accepted is open again once the document is the employee's. */
export async function forgetAcceptance(tx: Tx, { documentId }: { documentId: string }): Promise<void> {
  await tx
    .updateTable('achievements')
    .set({ accepted_at: null, accepted_by: null })
    .where('document_id', '=', documentId)
    .execute()
}

export type StoredEvidence = { readonly id: string; readonly keyResultId: string; readonly fileId: string }

type NewEvidence = StoredEvidence & {
  readonly documentId: string
  readonly note: string
  readonly by: string
  readonly now: Date
}

export async function addEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  await tx
    .insertInto('achievement_evidence')
    .values({
      id: evidence.id,
      document_id: evidence.documentId,
      key_result_id: evidence.keyResultId,
      file_id: evidence.fileId,
      note: evidence.note,
      added_by: evidence.by,
      added_at: evidence.now,
    })
    .execute()
}

export async function removeEvidence(tx: Tx, { id }: { id: string }): Promise<void> {
  await tx.deleteFrom('achievement_evidence').where('id', '=', id).execute()
}

/** One piece of evidence of a line, or null. */
export async function evidenceOf(
  tx: Tx,
  { documentId, keyResultId, id }: { documentId: string; keyResultId: string; id: string },
): Promise<StoredEvidence | null> {
  const row = await tx
    .selectFrom('achievement_evidence')
    .select(['id', 'key_result_id as keyResultId', 'file_id as fileId'])
    .where('id', '=', id)
    .where('document_id', '=', documentId)
    .where('key_result_id', '=', keyResultId)
    .executeTakeFirst()
  return row ?? null
}

/** How many files a document holds as evidence, and their bytes. */
export async function evidenceTotal(
  tx: Tx,
  { documentId }: { documentId: string },
): Promise<{ files: number; bytes: number }> {
  const { rows } = await sql<{ files: number; bytes: string }>`
    SELECT count(*)::int AS files, coalesce(sum(f.size), 0)::text AS bytes
      FROM achievement_evidence v JOIN stored_files f ON f.entity_id = v.entity_id AND f.id = v.file_id
     WHERE v.document_id = ${documentId}::uuid`.execute(tx)
  return { files: rows[0]?.files ?? 0, bytes: Number(rows[0]?.bytes ?? 0) }
}

import type { Tx } from '../../../platform/db/database.ts'

type NewCorrection = {
  readonly id: string
  readonly documentId: string
  readonly keyResultId: string
  readonly from: string | null
  readonly to: string | null
  readonly fromAchievement: number
  readonly toAchievement: number
  readonly reasonCode: string
  readonly reasonText: string
  readonly by: string
  readonly for: string | null
  readonly as: 'supervisor' | 'higher_official'
  readonly answerDueOn: string
  readonly now: Date
}

export async function add(tx: Tx, correction: NewCorrection): Promise<void> {
  await tx
    .insertInto('actual_corrections')
    .values({
      id: correction.id,
      document_id: correction.documentId,
      key_result_id: correction.keyResultId,
      from_value: correction.from,
      to_value: correction.to,
      from_achievement: correction.fromAchievement,
      to_achievement: correction.toAchievement,
      reason_code: correction.reasonCode,
      reason_text: correction.reasonText,
      corrected_by: correction.by,
      corrected_for: correction.for,
      corrected_as: correction.as,
      corrected_at: correction.now,
      answer_due_on: correction.answerDueOn,
    })
    .execute()
}

type Ending = { readonly documentId: string; readonly ids: readonly string[]; readonly now: Date }

/** Ends corrections: they are replaced or taken back, and stay to be read. */
export async function end(tx: Tx, { documentId, ids, now }: Ending): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('actual_corrections')
    .set({ ended_at: now })
    .where('document_id', '=', documentId)
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
}

export async function answer(
  tx: Tx,
  { id, answer: given, note, now }: { id: string; answer: 'agreed' | 'reserved'; note: string | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('actual_corrections')
    .set({ answer: given, answer_note: note, answered_at: now })
    .where('id', '=', id)
    .execute()
}

export async function rule(
  tx: Tx,
  { id, ruling, note, by, now }: { id: string; ruling: 'confirmed' | 'returned'; note: string; by: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('actual_corrections')
    .set({ ruling, ruling_note: note, ruled_by: by, ruled_at: now })
    .where('id', '=', id)
    .execute()
}

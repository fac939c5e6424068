import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Patch } from '../domain/consequence.ts'
import type { Cycle, DocumentStatus } from '../domain/document.ts'
import type { PendingAmendment } from '../domain/facts.ts'
import { actingFor, cycleJson, higher, lineOfDocument } from '../views/fragments.ts'

/** A document under the lock of its root row, with all that a decision about it looks at. */
export type LockedDocument = {
  readonly id: string
  readonly version: number
  readonly status: DocumentStatus
  readonly employeeId: string
  readonly employeeName: { readonly ar: string; readonly en: string }
  readonly edition: number
  readonly dueOn: string | null
  readonly submissions: number
  readonly returns: number
  readonly firstSubmittedAt: Date | null
  readonly draftedBy: string | null
  readonly objectionUntil: string | null
  readonly higherMayDecide: boolean
  readonly agreedAt: Date | null
  readonly weightTotal: number
  readonly editingSince: Date | null
  readonly updatedAt: Date
  readonly updatedBy: string | null
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly actingFor: readonly string[]
  readonly hasMeeting: boolean
  /** No later edition has a smaller number, even after a cancelled amendment. */
  readonly highestEdition: number
  readonly amendment: (PendingAmendment & { readonly requestedFor: string | null }) | null
  readonly cycle: Cycle
}

type Which = { readonly id: string; readonly employeeId: string | null; readonly today: string }

/** Locks the root row, so that whatever happens to the document happens in order. `employeeId` is who asks. */
export async function lock(tx: Tx, { id, employeeId, today }: Which): Promise<LockedDocument | null> {
  const { rows } = await sql<LockedDocument>`
    SELECT d.id, d.version, d.status, d.employee_id AS "employeeId",
           json_build_object('ar', e.name_ar, 'en', e.name_en) AS "employeeName",
           d.edition, d.due_on AS "dueOn", d.submissions, d.returns, d.first_submitted_at AS "firstSubmittedAt",
           d.drafted_by AS "draftedBy", d.objection_until AS "objectionUntil", d.higher_may_decide AS "higherMayDecide",
           d.agreed_at AS "agreedAt", d.weight_total AS "weightTotal", d.editing_since AS "editingSince",
           d.updated_at AS "updatedAt", d.updated_by AS "updatedBy",
           s1.supervisor_id AS "supervisorId", ${higher} AS "higherOfficialId", ${actingFor(employeeId, today)} AS "actingFor",
           EXISTS (SELECT FROM document_meetings m WHERE m.document_id = d.id AND m.edition = d.edition) AS "hasMeeting",
           greatest(d.edition, (SELECT max(m.edition) FROM document_meetings m WHERE m.document_id = d.id),
                    (SELECT max(s.edition) FROM document_submissions s WHERE s.document_id = d.id)) AS "highestEdition",
           (SELECT json_build_object('id', r.id, 'side', r.side, 'requestedBy', r.requested_by, 'requestedFor', r.requested_for)
              FROM amendment_requests r WHERE r.document_id = d.id AND r.status = 'pending') AS amendment,
           ${cycleJson} AS cycle
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
      JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
      ${lineOfDocument(today)}
     WHERE d.id = ${id}::uuid
       FOR UPDATE OF d`.execute(tx)
  return rows[0] ?? null
}

export type DocumentPatch = Patch & { readonly editingSince?: null }

/** Saves what a move changed; every save counts the version up. */
export async function save(
  tx: Tx,
  { id, patch, by, now }: { id: string; patch: DocumentPatch; by: string | null; now: Date },
): Promise<void> {
  const columns: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(patch)) {
    columns[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = value
  }
  await tx
    .updateTable('performance_documents')
    .set({ ...columns, updated_at: now, updated_by: by })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Lets the higher official decide (H7). The version stays: nothing that the page shows to edit has changed. */
export async function letHigherDecide(tx: Tx, { id }: { id: string }): Promise<void> {
  await tx.updateTable('performance_documents').set({ higher_may_decide: true }).where('id', '=', id).execute()
}

type NewSubmission = {
  readonly documentId: string
  readonly number: number
  readonly edition: number
  readonly content: string
  readonly by: string
  readonly now: Date
}

export async function addSubmission(tx: Tx, submission: NewSubmission): Promise<void> {
  await tx
    .insertInto('document_submissions')
    .values({
      document_id: submission.documentId,
      number: submission.number,
      edition: submission.edition,
      content: submission.content,
      submitted_by: submission.by,
      submitted_at: submission.now,
    })
    .execute()
}

type Outcome = {
  readonly documentId: string
  readonly number: number
  readonly outcome: 'agreed' | 'returned' | 'withdrawn' | 'objected'
  /** Null when the program did it. */
  readonly by: string | null
  readonly for: string | null
  readonly note: string | null
  readonly now: Date
}

export async function closeSubmission(tx: Tx, { documentId, number, outcome, ...act }: Outcome): Promise<void> {
  await tx
    .updateTable('document_submissions')
    .set({ outcome, outcome_by: act.by, outcome_for: act.for, outcome_at: act.now, outcome_note: act.note })
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .execute()
}

/** The last content that both sides agreed to. */
export async function agreedSubmission(
  tx: Tx,
  { documentId }: { documentId: string },
): Promise<{ number: number; edition: number } | null> {
  const row = await tx
    .selectFrom('document_submissions')
    .select(['number', 'edition'])
    .where('document_id', '=', documentId)
    .where('outcome', '=', 'agreed')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** A target of a snapshot as it is stored: dates as days since 1970. */
function target(name: 'below' | 'meets' | 'exceeds'): RawBuilder<unknown> {
  const text = sql`k.value->'targets'->>${sql.lit(name)}`
  return sql`CASE WHEN k.value->>'dataType' = 'date' THEN ((${text})::date - date '1970-01-01')::numeric ELSE (${text})::numeric END`
}

/** Puts the content of a submission back, with the same ids, in two statements. */
export async function restoreContent(
  tx: Tx,
  { documentId, number }: { documentId: string; number: number },
): Promise<void> {
  await tx.deleteFrom('objectives').where('document_id', '=', documentId).execute()
  await sql`
    WITH kept AS (
      SELECT o.value AS objective, o.ordinality AS place
        FROM document_submissions s, json_array_elements(s.content->'objectives') WITH ORDINALITY AS o
       WHERE s.document_id = ${documentId}::uuid AND s.number = ${number}
    ), back AS (
      INSERT INTO objectives (id, document_id, position, title, class, bank_objective_id)
      SELECT (objective->>'id')::uuid, ${documentId}::uuid, place, objective->>'title', objective->>'class',
             (objective->>'bankObjectiveId')::uuid FROM kept
    ), links AS (
      INSERT INTO objective_plan_links (objective_id, node_id)
      SELECT (objective->>'id')::uuid, (link.value->>'nodeId')::uuid FROM kept, json_array_elements(objective->'links') AS link
    )
    INSERT INTO key_results (id, document_id, objective_id, position, statement, data_type,
                             target_below, target_meets, target_exceeds, weight)
    SELECT (k.value->>'id')::uuid, ${documentId}::uuid, (objective->>'id')::uuid, k.ordinality, k.value->>'statement', k.value->>'dataType',
           ${target('below')}, ${target('meets')}, ${target('exceeds')}, ((k.value->>'weight')::numeric * 100)::int
      FROM kept, json_array_elements(objective->'keyResults') WITH ORDINALITY AS k`.execute(tx)
}

export async function addComment(
  tx: Tx,
  comment: {
    id: string
    documentId: string
    objectiveId: string | null
    keyResultId: string | null
    submission: number
    authorId: string
    body: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('document_comments')
    .values({
      id: comment.id,
      document_id: comment.documentId,
      objective_id: comment.objectiveId,
      key_result_id: comment.keyResultId,
      submission: comment.submission,
      author_id: comment.authorId,
      body: comment.body,
      created_at: comment.now,
    })
    .execute()
}

/** Answers whether the comment belongs to the document; one that is resolved already stays as it was. */
export async function resolveComment(
  tx: Tx,
  { id, documentId, by, now }: { id: string; documentId: string; by: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE document_comments SET resolved_at = coalesce(resolved_at, ${now}), resolved_by = coalesce(resolved_by, ${by}::uuid)
     WHERE id = ${id}::uuid AND document_id = ${documentId}::uuid RETURNING id`.execute(tx)
  return rows.length > 0
}

export async function addMeeting(
  tx: Tx,
  meeting: {
    id: string
    documentId: string
    edition: number
    heldAt: Date
    mode: 'in_person' | 'video' | 'phone' | 'chat'
    notes: string
    by: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('document_meetings')
    .values({
      id: meeting.id,
      document_id: meeting.documentId,
      edition: meeting.edition,
      held_at: meeting.heldAt,
      mode: meeting.mode,
      notes: meeting.notes,
      recorded_by: meeting.by,
      recorded_at: meeting.now,
    })
    .execute()
}

export async function addAmendmentRequest(
  tx: Tx,
  request: {
    id: string
    documentId: string
    side: 'employee' | 'supervisor'
    by: string
    for: string | null
    reason: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('amendment_requests')
    .values({
      id: request.id,
      document_id: request.documentId,
      side: request.side,
      requested_by: request.by,
      requested_for: request.for,
      requested_at: request.now,
      reason: request.reason,
      status: 'pending',
    })
    .execute()
}

export async function answerAmendment(
  tx: Tx,
  answer: {
    id: string
    status: 'accepted' | 'declined'
    by: string
    for: string | null
    note: string | null
    now: Date
  },
): Promise<void> {
  await tx
    .updateTable('amendment_requests')
    .set({
      status: answer.status,
      decided_by: answer.by,
      decided_for: answer.for,
      decided_at: answer.now,
      decision_note: answer.note,
    })
    .where('id', '=', answer.id)
    .execute()
}

/** Ends a pending request (withdrawn) or the one under which the amendment was being written (cancelled). */
export async function endAmendment(
  tx: Tx,
  end: { documentId: string; status: 'withdrawn' | 'cancelled'; by: string | null; note: string | null; now: Date },
): Promise<void> {
  await sql`
    UPDATE amendment_requests SET status = ${end.status}, ended_by = ${end.by}::uuid, ended_at = ${end.now}, end_note = ${end.note}
     WHERE document_id = ${end.documentId}::uuid AND id = (
       SELECT id FROM amendment_requests
        WHERE document_id = ${end.documentId}::uuid AND status = ${end.status === 'withdrawn' ? 'pending' : 'accepted'}
        ORDER BY requested_at DESC, id DESC LIMIT 1)`.execute(tx)
}

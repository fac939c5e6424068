import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { AchievementScale } from '../../../shared/measure.ts'
import { actingFor, type Cycle, cycleJson, higher, lineOfDocument } from '../../performance/public.ts'
import type { Correction } from '../domain/acts.ts'
import type { Patch } from '../domain/consequence.ts'
import type { DocumentStatus } from '../domain/facts.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import { spanEnd, spanStart } from '../views/fragments.ts'

export type OutgoingSupervisor = {
  readonly supervisorId: string
  readonly lastDay: string
  readonly days: number
  readonly written: boolean
}

export type LockedCorrection = Correction & { readonly id: string; readonly keyResultId: string }

/** A document whose cycle is being closed, under the lock of its root row, with all that a decision looks at. */
export type LockedAssessment = {
  readonly documentId: string
  readonly status: DocumentStatus
  readonly dueOn: string | null
  readonly employeeId: string
  readonly employeeName: { readonly ar: string; readonly en: string }
  readonly segment: number
  readonly latest: boolean
  readonly agreedAt: Date | null
  /** The days of the document, cut by transfer, hiring and exit. */
  readonly startsOn: string
  readonly endsOn: string
  readonly cycle: Cycle
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly actingFor: readonly string[]
  /** False until the closing has begun; everything below is then as it will begin. */
  readonly opened: boolean
  readonly version: number
  readonly submittedAt: Date | null
  readonly firstSubmittedAt: Date | null
  readonly returns: number
  readonly recordedBy: string | null
  readonly objectionUntil: string | null
  readonly higherMayDecide: boolean
  readonly provisional: boolean
  readonly noDifficulties: boolean
  readonly strengths: string
  readonly improvements: string
  readonly scale: AchievementScale | null
  readonly updatedAt: Date
  readonly updatedBy: string | null
  readonly hasMeeting: boolean
  readonly accepted: number
  readonly unaccepted: number
  readonly corrections: readonly LockedCorrection[]
  readonly outgoing: readonly OutgoingSupervisor[]
  readonly cycleDecided: boolean
}

/**
 * Locks the cycle against being closed and the document against everything else, always in this order. Answers the year
 * of the cycle; the facts are read by the next statement, which sees what others have committed meanwhile.
 */
export async function lockRows(tx: Tx, { documentId }: { documentId: string }): Promise<{ year: number } | null> {
  const { rows } = await sql<{ year: number }>`
    WITH held AS MATERIALIZED (
      SELECT c.id, c.year FROM cycles c
       WHERE c.id = (SELECT cycle_id FROM performance_documents WHERE id = ${documentId}::uuid) FOR SHARE)
    SELECT h.year FROM held h JOIN performance_documents d ON d.cycle_id = h.id AND d.id = ${documentId}::uuid
       FOR UPDATE OF d`.execute(tx)
  return rows[0] ?? null
}

type Which = { readonly documentId: string; readonly employeeId: string | null; readonly today: string }

export async function factsOf(tx: Tx, { documentId, ...which }: Which): Promise<LockedAssessment | null> {
  const [found] = await factsOfMany(tx, { ...which, documentIds: [documentId] })
  return found ?? null
}

/** One statement, however many documents. `employeeId` is who asks. */
export async function factsOfMany(
  tx: Tx,
  { documentIds, employeeId, today }: Omit<Which, 'documentId'> & { readonly documentIds: readonly string[] },
): Promise<LockedAssessment[]> {
  const { rows } = await sql<LockedAssessment>`
    SELECT d.id AS "documentId", d.status, d.due_on AS "dueOn", d.employee_id AS "employeeId",
           json_build_object('ar', e.name_ar, 'en', e.name_en) AS "employeeName", d.segment, d.latest, d.agreed_at AS "agreedAt",
           ${spanStart} AS "startsOn", ${spanEnd} AS "endsOn", ${cycleJson} AS cycle,
           s1.supervisor_id AS "supervisorId", ${higher} AS "higherOfficialId",
           ${actingFor(employeeId, today, 'approve_achievement')} AS "actingFor",
           a.document_id IS NOT NULL AS opened, coalesce(a.version, 0) AS version, a.submitted_at AS "submittedAt",
           a.first_submitted_at AS "firstSubmittedAt", coalesce(a.returns, 0) AS returns, a.recorded_by AS "recordedBy",
           a.objection_until AS "objectionUntil", coalesce(a.higher_may_decide, false) AS "higherMayDecide",
           coalesce(a.provisional, false) AS provisional, coalesce(a.no_difficulties, false) AS "noDifficulties",
           coalesce(a.strengths, '') AS strengths, coalesce(a.improvements, '') AS improvements,
           CASE WHEN a.document_id IS NOT NULL THEN json_build_object('cap', a.scale_cap, 'anchors',
             json_build_object('below', a.scale_below, 'meets', a.scale_meets, 'exceeds', a.scale_exceeds)) END AS scale,
           coalesce(a.updated_at, d.updated_at) AS "updatedAt", coalesce(a.updated_by, d.updated_by) AS "updatedBy",
           EXISTS (SELECT FROM feedback_meetings m WHERE m.document_id = d.id) AS "hasMeeting",
           (SELECT count(*)::int FROM achievements h WHERE h.document_id = d.id AND h.accepted_at IS NOT NULL) AS accepted,
           (SELECT count(*)::int FROM achievements h WHERE h.document_id = d.id AND h.accepted_at IS NULL AND NOT EXISTS (
              SELECT FROM actual_corrections x WHERE x.key_result_id = h.key_result_id AND x.ended_at IS NULL)) AS unaccepted,
           coalesce((SELECT json_agg(json_build_object('id', x.id, 'keyResultId', x.key_result_id, 'correctedBy', x.corrected_by,
                       'correctedAs', x.corrected_as, 'answerDueOn', x.answer_due_on, 'answer', x.answer, 'ruling', x.ruling,
                       'ended', x.ended_at IS NOT NULL) ORDER BY x.corrected_at, x.id)
                       FROM actual_corrections x WHERE x.document_id = d.id), '[]'::json) AS corrections,
           coalesce((SELECT json_agg(json_build_object('supervisorId', o.supervisor_id, 'lastDay', o.last_day, 'days', o.days,
                       'written', EXISTS (SELECT FROM feedback_notes n WHERE n.employee_id = d.employee_id AND n.kind = 'interim'
                                             AND n.author_id = o.supervisor_id AND n.created_at >= c.starts_on)))
                       FROM (SELECT s.supervisor_id, max(s.valid_to) AS last_day,
                                    sum(least(s.valid_to, ${spanEnd}) - greatest(s.valid_from, ${spanStart}) + 1)::int AS days
                               FROM supervisions s
                              WHERE s.employee_id = d.employee_id AND s.valid_to < ${spanEnd} AND s.valid_to >= ${spanStart}
                                AND s.supervisor_id IS DISTINCT FROM s1.supervisor_id
                              GROUP BY s.supervisor_id) o), '[]'::json) AS outgoing,
           EXISTS (SELECT FROM cycle_results r WHERE r.cycle_id = d.cycle_id AND r.employee_id = d.employee_id
                      AND r.decided_by IS NOT NULL) AS "cycleDecided"
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
      JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
      LEFT JOIN assessments a ON a.entity_id = d.entity_id AND a.document_id = d.id
      ${lineOfDocument(today)}
     WHERE d.id = ANY (${[...documentIds]}::uuid[])`.execute(tx)
  return rows
}

type Opening = { readonly documentIds: readonly string[]; readonly scale: AchievementScale; readonly now: Date }

/**
 * Begins the closing of documents: the agreed measures are frozen beside what will be recorded. One that had begun
 * before, and went back for an amendment, keeps what is still agreed (AMB-25). Answers the key results whose measure is
 * another than before, for they are measured anew.
 */
export async function open(tx: Tx, { documentIds, scale, now }: Opening): Promise<string[]> {
  const ids = [...documentIds]
  const { anchors, cap } = scale
  await sql`
    INSERT INTO assessments (document_id, employee_id, cycle_id, opened_at, scale_below, scale_meets, scale_exceeds, scale_cap, updated_at)
    SELECT d.id, d.employee_id, d.cycle_id, ${now}, ${anchors.below}, ${anchors.meets}, ${anchors.exceeds}, ${cap}, ${now}
      FROM performance_documents d WHERE d.id = ANY (${ids}::uuid[])
        ON CONFLICT (entity_id, document_id) DO UPDATE SET version = assessments.version + 1, updated_at = ${now},
           scale_below = ${anchors.below}, scale_meets = ${anchors.meets}, scale_exceeds = ${anchors.exceeds}, scale_cap = ${cap}`.execute(
    tx,
  )
  const gone = sql`document_id = ANY (${ids}::uuid[]) AND NOT EXISTS (
    SELECT FROM key_results k WHERE k.entity_id = itqan_entity() AND k.id = key_result_id)`
  await sql`DELETE FROM achievement_evidence WHERE ${gone}`.execute(tx)
  await sql`DELETE FROM achievements WHERE ${gone}`.execute(tx)
  const { rows } = await sql<{ keyResultId: string }>`
    INSERT INTO achievements (key_result_id, document_id, weight, data_type, target_below, target_meets, target_exceeds)
    SELECT k.id, k.document_id, k.weight, k.data_type, k.target_below, k.target_meets, k.target_exceeds
      FROM key_results k WHERE k.document_id = ANY (${ids}::uuid[])
        ON CONFLICT (entity_id, key_result_id) DO UPDATE
       SET weight = excluded.weight, target_below = excluded.target_below, target_meets = excluded.target_meets,
           target_exceeds = excluded.target_exceeds, data_type = excluded.data_type,
           -- Another type measures something else: what was recorded is asked for again.
           recorded = achievements.recorded AND achievements.data_type = excluded.data_type,
           claimed = CASE WHEN achievements.data_type = excluded.data_type THEN achievements.claimed END,
           actual = CASE WHEN achievements.data_type = excluded.data_type THEN achievements.actual END
    RETURNING key_result_id AS "keyResultId"`.execute(tx)
  return rows.map((row) => row.keyResultId)
}

type Save = {
  readonly documentId: string
  readonly patch?: Patch & {
    readonly noDifficulties?: boolean
    readonly strengths?: string
    readonly improvements?: string
  }
  readonly by: string | null
  readonly now: Date
}

/** Saves what changed on the root; every save counts the version up. */
export async function save(tx: Tx, { documentId, patch = {}, by, now }: Save): Promise<void> {
  const columns: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(patch)) {
    columns[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = value
  }
  await tx
    .updateTable('assessments')
    .set({ ...columns, updated_at: now, updated_by: by })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('document_id', '=', documentId)
    .execute()
}

/** Lets the higher official decide (H7). The version stays: nothing that a page shows to edit has changed. */
export async function letHigherDecide(tx: Tx, { documentId }: { documentId: string }): Promise<void> {
  await tx.updateTable('assessments').set({ higher_may_decide: true }).where('document_id', '=', documentId).execute()
}

type Happened = {
  readonly documentId: string
  readonly event: TimelineEvent
  readonly keyResultId?: string | null
  readonly by: string | null
  readonly for?: string | null
  readonly note?: string | null
  readonly newId: NewId
  readonly now: Date
}

export async function addEvent(tx: Tx, happened: Happened): Promise<void> {
  await tx
    .insertInto('assessment_events')
    .values({
      id: happened.newId(),
      document_id: happened.documentId,
      event: happened.event,
      key_result_id: happened.keyResultId ?? null,
      made_by: happened.by,
      made_for: happened.for ?? null,
      note: happened.note ?? null,
      at: happened.now,
    })
    .execute()
}

export async function addMeeting(
  tx: Tx,
  meeting: {
    id: string
    documentId: string
    heldAt: Date
    mode: 'in_person' | 'video' | 'phone' | 'chat'
    notes: string
    by: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('feedback_meetings')
    .values({
      id: meeting.id,
      document_id: meeting.documentId,
      held_at: meeting.heldAt,
      mode: meeting.mode,
      notes: meeting.notes,
      recorded_by: meeting.by,
      recorded_at: meeting.now,
    })
    .execute()
}

import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { mayMeet } from '../domain/acts.ts'
import { changeOf, type TypedDifficulty } from '../domain/difficulties.ts'
import { errors, problemOf } from '../errors.ts'
import * as assessments from '../repository/assessments.ts'
import * as difficulties from '../repository/difficulties.ts'
import { linesOf } from '../repository/lines.ts'
import { lockVisible, subjectOf } from './access.ts'
import { lockToReview } from './corrections.ts'
import { showAssessment } from './present.ts'
import { lockToRecord } from './record.ts'
import { tell } from './tell.ts'

type Request = {
  readonly documentId: string
  readonly version: number
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

/** What stood in the way, in the employee's words, or that nothing did (E 12.5). */
export async function writeDifficulties(request: Request & { none: boolean; items: readonly TypedDifficulty[] }) {
  const { documentId, none, items, actor, newId, now, tx } = request
  const { seen, version } = await lockToRecord(request)
  const known = new Set((await linesOf(tx, { documentId })).map((line) => line.keyResultId))
  if (items.some((one) => one.keyResultId !== null && !known.has(one.keyResultId))) throw refuse(errors.lineNotFound)
  const change = changeOf(await difficulties.difficultiesOf(tx, { documentId }), { none, items })
  if (typeof change === 'string') throw refuse(problemOf(change))
  const { employeeId } = seen.assessment
  await difficulties.change(tx, { ...change, documentId, employeeId, newId, now })
  await assessments.save(tx, { documentId, patch: { noDifficulties: none }, by: actor.employeeId, now })
  const { record, assessment } = await showAssessment(request)
  return {
    version: version + 1,
    savedAt: now.toISOString(),
    noDifficulties: assessment.noDifficulties,
    difficulties: record.difficulties.map((one) => ({ ...one })),
  }
}

/** Strengths and what to improve, saved while the reviewer types; they go into the audit record with the approval. */
export async function writeFeedback(request: Request & { strengths: string; improvements: string }) {
  const { documentId, version, strengths, improvements, now, tx } = request
  const { seen } = await lockToReview(request)
  await assessments.save(tx, { documentId, patch: { strengths, improvements }, by: seen.asker.employeeId, now })
  return { version: version + 1, savedAt: now.toISOString() }
}

type Mode = 'in_person' | 'video' | 'phone' | 'chat'

/** Records the feedback meeting that an approval waits for (AMB-28). */
export async function recordMeeting(request: Omit<Request, 'version'> & { heldAt: Date; mode: Mode; notes: string }) {
  const { documentId, heldAt, mode, notes, actor, newId, now, tx } = request
  const seen = await lockVisible(request)
  const may = mayMeet(seen.facts, seen.asker)
  if (!may.allowed) throw refuse(problemOf(may.why))
  // A clock that runs a little ahead is no reason to refuse.
  if (heldAt.getTime() > now.getTime() + 5 * 60_000) throw refuse(errors.meetingInFuture)
  const id = newId()
  const by = seen.asker.employeeId
  await assessments.addMeeting(tx, { id, documentId, heldAt, mode, notes, by, now })
  await assessments.addEvent(tx, { documentId, event: 'meeting', by, note: notes || null, newId, now })
  audit.record(tx, {
    actor,
    action: 'assessment.meeting',
    subject: subjectOf(documentId),
    after: { meetingId: id, heldAt, mode },
    at: now,
  })
  const { assessment } = seen
  const recipients = [assessment.employeeId, assessment.supervisorId]
  await tell({ about: assessment, newId, now, tx, recipients, kind: 'assessment.meeting', by })
  const { view } = await showAssessment(request)
  const meeting = view.meetings.find((one) => one.id === id)
  if (!meeting) throw refuse(errors.notFound)
  return meeting
}

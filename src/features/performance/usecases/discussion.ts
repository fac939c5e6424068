import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { notify } from '../../inbox/public.ts'
import { errors } from '../errors.ts'
import * as documents from '../repository/documents.ts'
import { contentOf } from '../views/content.ts'
import { lockVisible, type Visible } from './access.ts'
import { showDocument } from './present.ts'
import { type Settings, settingsOf } from './settings.ts'
import { paramsOf, subjectOf } from './tell.ts'

type Request = {
  readonly id: string
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

/** Says something about the document or one of its lines; the other side is told. */
export async function addComment(
  request: Request & { objectiveId: string | null; keyResultId: string | null; body: string },
) {
  const { id, objectiveId, keyResultId, body, newId, now, tx } = request
  const { seen, settings, me } = await party(request)
  await refuseUnknownLine(tx, id, objectiveId, keyResultId)
  const commentId = newId()
  const submission = seen.document.submissions
  await documents.addComment(tx, {
    id: commentId,
    documentId: id,
    objectiveId,
    keyResultId,
    submission,
    authorId: me,
    body,
    now,
  })
  audit.record(tx, {
    actor: request.actor,
    action: 'performance.comment',
    subject: { type: 'performance_document', id },
    after: { commentId, objectiveId, keyResultId },
    at: now,
  })
  const { view } = await showDocument({ ...request, settings })
  const comment = view.comments.find((one) => one.id === commentId)
  if (!comment) throw refuse(errors.lineNotFound)
  await tellOthers(request, seen, 'performance.comment', { note: body.slice(0, 300), by: comment.author.name })
  return comment
}

export async function resolveComment(request: Request & { commentId: string }) {
  const { id, commentId, now, tx } = request
  const { settings, me } = await party(request)
  const found = await documents.resolveComment(tx, { id: commentId, documentId: id, by: me, now })
  if (!found) throw refuse(errors.lineNotFound)
  audit.record(tx, {
    actor: request.actor,
    action: 'performance.resolve_comment',
    subject: { type: 'performance_document', id },
    after: { commentId },
    at: now,
  })
  const { view } = await showDocument({ ...request, settings })
  const comment = view.comments.find((one) => one.id === commentId)
  if (!comment) throw refuse(errors.lineNotFound)
  return comment
}

type Mode = 'in_person' | 'video' | 'phone' | 'chat'

/** Records the discussion session of this edition, which an agreement waits for (AMB-28). */
export async function recordMeeting(request: Request & { heldAt: Date; mode: Mode; notes: string }) {
  const { id, heldAt, mode, notes, newId, now, tx } = request
  const { seen, settings, me } = await party(request)
  if (seen.document.cycle.status !== 'open') throw refuse(errors.cycleNotOpen)
  if (!['draft', 'submitted', 'returned', 'amending', 'agreed'].includes(seen.document.status))
    throw refuse(errors.notOpen)
  // A clock that runs a little ahead is no reason to refuse.
  if (heldAt.getTime() > now.getTime() + 5 * 60_000) throw refuse(errors.meetingInFuture)
  const meetingId = newId()
  const { edition } = seen.document
  await documents.addMeeting(tx, { id: meetingId, documentId: id, edition, heldAt, mode, notes, by: me, now })
  audit.record(tx, {
    actor: request.actor,
    action: 'performance.meeting',
    subject: { type: 'performance_document', id },
    after: { meetingId, heldAt, mode },
    at: now,
  })
  const { view } = await showDocument({ ...request, settings })
  const meeting = view.meetings.find((one) => one.id === meetingId)
  if (!meeting) throw refuse(errors.lineNotFound)
  await tellOthers(request, seen, 'performance.meeting', { by: meeting.recordedBy.name })
  return meeting
}

type Party = { readonly seen: Visible; readonly settings: Settings; readonly me: string }

/** Those who agree the document and those above: not the readers of links or states. */
async function party({ id, actor, now, tx }: Request): Promise<Party> {
  const settings = await settingsOf(tx, { now })
  const seen = await lockVisible({ id, actor, settings, tx })
  if (seen.standing.view !== 'full' || actor.employeeId === null) throw refuse(errors.notYours)
  return { seen, settings, me: actor.employeeId }
}

async function refuseUnknownLine(tx: Tx, documentId: string, objectiveId: string | null, keyResultId: string | null) {
  if (objectiveId === null && keyResultId === null) return
  const { objectives } = await contentOf(tx, { documentId })
  const objective = objectives.find((one) =>
    keyResultId ? one.keyResults.some((key) => key.id === keyResultId) : one.id === objectiveId,
  )
  if (!objective || (objectiveId !== null && objective.id !== objectiveId)) throw refuse(errors.lineNotFound)
}

async function tellOthers(
  { actor, newId, now, tx }: Request,
  { document }: Visible,
  kind: string,
  words: { note?: string; by: { ar: string; en: string } },
): Promise<void> {
  const recipients = [document.employeeId, document.supervisorId].filter((one): one is string => one !== null)
  const params = { ...paramsOf(document), note: '', ...words }
  await notify(tx, { recipients, kind, params, subject: subjectOf(document), exceptId: actor.employeeId, newId, now })
}

import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { addDays } from '../../../shared/dates.ts'
import { refuse } from '../../../shared/refusal.ts'
import { closeWorkItems, notify } from '../../inbox/public.ts'
import { employeeById } from '../../organization/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { itemKinds } from '../domain/telling.ts'
import { errors } from '../errors.ts'
import * as feedback from '../repository/feedback.ts'
import { employeeCard, type NearPerson, noteById, notesOf, owedBy, peopleNear } from '../views/feedback.ts'
import { subjectOf } from './access.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** So long after a change an outgoing supervisor may still write: a cycle and its closing. */
const formerDays = 270

/** Feedback about me, or about one of my people: to who is neither, that person does not exist (D-19). */
export async function listFeedback({
  query,
  actor,
  now,
  tx,
}: Request & { query: { employeeId?: string | undefined; cursor?: string | undefined; limit: number } }) {
  const today = (await calendarOf(tx)).today(now)
  const me = actor.employeeId
  const about = query.employeeId ?? me
  if (!me || !about) return { employee: null, items: [], next: null, owed: [], can: {} }
  const near = about === me ? null : await nearPerson(tx, { me, about, today })
  if (about !== me && !near) throw refuse(errors.feedbackNotYours)
  // Who led before reads what that person wrote; the line of today reads all.
  const authorId = near?.line === 'former' ? me : null
  const { items, next } = await notesOf(tx, { ...query, employeeId: about, authorId, today })
  const owed = (await owedBy(tx, { employeeId: me, today })).filter((one) => about === me || one.employee.id === about)
  const employee = about === me ? null : await employeeCard(tx, { employeeId: about, today })
  return { employee, items, next, owed, can: near ? { write: { allowed: true as const } } : {} }
}

export async function listFeedbackPeople({ actor, now, tx }: Request) {
  const today = (await calendarOf(tx)).today(now)
  if (!actor.employeeId) return { people: [] }
  const people = await peopleNear(tx, { employeeId: actor.employeeId, since: addDays(today, -formerDays), today })
  return { people: people.map(({ behalfOf: _, ...one }) => one) }
}

async function nearPerson(
  tx: Tx,
  { me, about, today }: { me: string; about: string; today: string },
): Promise<NearPerson | null> {
  const [near] = await peopleNear(tx, { employeeId: me, since: addDays(today, -formerDays), today, only: about })
  return near ?? null
}

type Write = Request & {
  readonly employeeId: string
  readonly kind: feedback.FeedbackKind
  readonly body: string
  readonly documentId?: string | undefined
  readonly newId: NewId
}

/** A word at any time; the employee is told and reads it. An interim note settles what an outgoing supervisor owes (AMB-18). */
export async function giveFeedback(request: Write) {
  const { employeeId, kind, body, documentId = null, actor, newId, now, tx } = request
  const today = (await calendarOf(tx)).today(now)
  const me = actor.employeeId
  const near = me && (await nearPerson(tx, { me, about: employeeId, today }))
  if (!me || !near) throw refuse(errors.feedbackNotYours)
  const owed = (await owedBy(tx, { employeeId: me, today })).filter((one) => one.employee.id === employeeId)
  const known = documentId === null || owed.some((one) => one.documentId === documentId)
  const id = newId()
  const note = { id, employeeId, authorId: me, writtenFor: near.behalfOf, documentId: known ? documentId : null }
  await feedback.addNote(tx, { ...note, kind, body, now })
  audit.record(tx, {
    actor,
    action: 'assessment.feedback',
    subject: { type: 'employee', id: employeeId },
    after: { noteId: id, kind },
    onBehalfOf: near.behalfOf ?? undefined,
    at: now,
  })
  if (kind === 'interim') {
    for (const one of owed) {
      const subject = subjectOf(one.documentId)
      const closing = { subject, kind: itemKinds.interimNote, assigneeId: me, outcome: 'written', closedBy: me, now }
      await closeWorkItems(tx, closing)
    }
  }
  const author = await employeeById(tx, { employeeId: me })
  await notify(tx, {
    recipients: [employeeId],
    kind: `assessment.feedback_${kind}`,
    params: { by: author?.name ?? { ar: '', en: '' } },
    subject: { type: 'my_feedback', id: employeeId },
    exceptId: me,
    newId,
    now,
  })
  const shown = await noteById(tx, { id, today })
  if (!shown) throw refuse(errors.feedbackNotYours)
  return shown
}

export async function readFeedback({ actor, now, tx }: Request) {
  return { read: actor.employeeId ? await feedback.markRead(tx, { employeeId: actor.employeeId, now }) : 0 }
}

import { eligible } from '../../../shared/fit-members.ts'
import { refuse } from '../../../shared/refusal.ts'
import { closeWorkItems } from '../../inbox/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { type Outcome, smallestPanel } from '../domain/grievance.ts'
import { errors } from '../errors.ts'
import * as grievances from '../repository.ts'
import { actorId, circleOf, lockVisible } from './access.ts'
import type { OnCase } from './act.ts'
import { mustMove, record } from './move.ts'
import { announce, deskOf, itemKinds, passOn } from './tell.ts'

type Seating = OnCase & { readonly memberIds: readonly string[]; readonly chairId: string }

/** Names the panel among those whom no conflict bars, or names another (AMB-31). Who was left out is kept with why. */
export async function seatPanel(request: Seating): Promise<void> {
  const { id, chairId, now, tx } = request
  const seen = await lockVisible(request)
  mustMove(seen, request, 'seat', [])
  const { grievance, committee } = seen
  const memberIds = [...new Set(request.memberIds)]
  const fit = new Set(eligible(committee).map(({ memberId }) => memberId))
  if (memberIds.some((member) => !fit.has(member))) throw refuse(errors.notEligible)
  if (memberIds.length < smallestPanel) throw refuse(errors.panelTooSmall)
  if (!memberIds.includes(chairId)) throw refuse(errors.chairNotOnPanel)
  const by = actorId(request.actor)
  await grievances.seatPanel(tx, { id, employeeId: grievance.employeeId, memberIds, chairId, by, now })
  const exclusions = committee
    .filter(({ causes }) => causes.length > 0)
    .map(({ memberId, causes }) => ({ memberId, causes }))
  await grievances.save(tx, { id, now, status: 'under_review', exclusions: JSON.stringify(exclusions) })
  await wait(request, 'seated')
  await announce({ ...request, grievance }, { kind: 'seated', to: [grievance.employeeId, ...memberIds], by })
  record(request, 'seat', { memberIds, chairId, exclusions })
}

/** Puts the case on the lists of the panel as it now stands. */
async function wait(request: OnCase, outcome: string): Promise<void> {
  const grievance = await grievances.read(request.tx, request)
  if (!grievance) throw refuse(errors.notFound)
  const today = (await calendarOf(request.tx)).today(request.now)
  const circle = await circleOf(request.tx, { grievance, today })
  const desk = deskOf({ ...circle, grievance })
  const by = request.actor.employeeId
  await passOn({ ...request, grievance }, { outcome, by, status: grievance.status, desk, dueOn: grievance.decideBy })
}

/** A member leaves for a reason that nobody has on record; the chair names another. */
export async function leavePanel(request: OnCase & { readonly note: string }): Promise<void> {
  const { id, note, now, tx } = request
  const seen = await lockVisible(request)
  if (!seen.parts.includes('panelist')) throw refuse(errors.notYours)
  if (seen.grievance.status !== 'under_review') throw refuse(errors.notOpen)
  const by = actorId(request.actor)
  await grievances.stepDown(tx, { id, memberId: by, note, now })
  await grievances.save(tx, { id, now })
  const { grievance } = seen
  const { chair, panelChair } = deskOf(seen)
  await wait(request, 'stepped_down')
  await announce({ ...request, grievance }, { kind: 'stepped_down', to: [chair, panelChair], by })
  record(request, 'step_down', { memberId: by }, note)
}

type Hearing = {
  readonly heldAt: Date
  readonly mode: 'in_person' | 'video' | 'phone' | 'in_writing'
  readonly attendance: string
  readonly record: string
}

/** Puts a hearing on record, by the panel or the secretary. */
export async function recordHearing(request: OnCase & { readonly hearing: Hearing }): Promise<void> {
  const { id, hearing, now, tx, newId } = request
  const seen = await lockVisible(request)
  if (!seen.parts.some((part) => part === 'panelist' || part === 'secretary')) throw refuse(errors.notYours)
  if (seen.grievance.status !== 'under_review') throw refuse(errors.notOpen)
  if (hearing.heldAt > now)
    throw refuse(errors.hearingInFuture, { fields: [{ path: 'heldAt', code: errors.hearingInFuture.code }] })
  const by = actorId(request.actor)
  await grievances.addHearing(tx, { ...hearing, id: newId(), grievanceId: id, by, now })
  await grievances.save(tx, { id, now })
  await announce({ ...request, grievance: seen.grievance }, { kind: 'heard', to: [seen.grievance.employeeId], by })
  record(request, 'hear', { heldAt: hearing.heldAt, mode: hearing.mode })
}

/** A member's own judgement; it may change until the decision. */
export async function giveOpinion(
  request: OnCase & { readonly opinion: Outcome; readonly note: string },
): Promise<void> {
  const { id, opinion, note, now, tx } = request
  const seen = await lockVisible(request)
  if (!seen.parts.includes('panelist')) throw refuse(errors.notYours)
  if (seen.grievance.status !== 'under_review') throw refuse(errors.notOpen)
  const by = actorId(request.actor)
  await grievances.saveOpinion(tx, { id, memberId: by, opinion, note, now })
  await grievances.save(tx, { id, now })
  await closeOwn(request, by)
  record(request, 'opine', { memberId: by, opinion })
}

async function closeOwn({ id, now, tx }: OnCase, by: string): Promise<void> {
  const subject = { type: 'grievance', id }
  await closeWorkItems(tx, { subject, kind: itemKinds.examine, assigneeId: by, outcome: 'opined', closedBy: by, now })
}

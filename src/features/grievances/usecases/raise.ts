import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { addDays } from '../../../shared/dates.ts'
import { refuse } from '../../../shared/refusal.ts'
import { notifyEach, openWorkItem } from '../../inbox/public.ts'
import { employeesWithRole } from '../../organization/public.ts'
import { calendarOf, policyValue } from '../../policies/public.ts'
import { errors } from '../errors.ts'
import * as grievances from '../repository.ts'
import { draftsToRemind, silentCases } from '../views/lists.ts'
import { actorId, circleOf, lockVisible, subjectOf } from './access.ts'
import type { OnCase } from './act.ts'
import { record } from './move.ts'
import { announce, deskOf, itemKinds, paramsOf, passOn } from './tell.ts'

type Run = { readonly now: Date; readonly newId: NewId; readonly tx: Tx }

/** By the clock: what passed its deadline in silence goes up to the head. It is never rejected by silence (AMB-31). */
export async function raiseSilent({ now, newId, tx }: Run): Promise<void> {
  const calendar = await calendarOf(tx)
  for (const { id, late } of await silentCases(tx, { today: calendar.today(now) })) {
    const grievance = await grievances.lock(tx, { id })
    if (!grievance) continue
    const column = late === 'decision' ? 'raised_at' : 'acknowledgement_raised_at'
    // Both deadlines may have passed between two runs: the later one says it all.
    const both = late === 'decision' && grievance.status === 'filed' ? { acknowledgement_raised_at: now } : {}
    await grievances.save(tx, { id, now, [column]: now, ...both })
    const { headId, committee } = await circleOf(tx, { grievance, today: calendar.today(now) })
    if (late === 'decision' && headId !== null) {
      const params = await paramsOf(tx, grievance)
      const item = { kind: itemKinds.raised, aboutId: grievance.employeeId, assigneeId: headId, dueOn: null, params }
      await openWorkItem(tx, { ...item, subject: subjectOf(id), newId, now })
    }
    const { chair, panelChair } = deskOf({ committee, grievance })
    const office = await employeesWithRole(tx, { role: 'head_office' })
    const kind = late === 'decision' ? 'raised' : 'acknowledgement_late'
    await announce(
      { grievance, newId, now, tx },
      { kind, to: [grievance.employeeId, headId, chair, panelChair, ...office], by: null },
    )
    audit.record(tx, { actor: null, action: 'grievances.raise', subject: subjectOf(id), after: { late }, at: now })
  }
}

/** By the clock: a draft that has not been filed while the window closes. */
export async function remindDrafts({ now, newId, tx }: Run): Promise<void> {
  const drafts = await draftsToRemind(tx, { now })
  const { today } = await calendarOf(tx)
  await notifyEach(tx, {
    kind: 'grievances.window_closing',
    notices: drafts.map(({ id, year, employeeId, filesUntil }) => ({
      recipientId: employeeId,
      params: { year, until: { day: today(filesUntil) } },
      subject: subjectOf(id),
    })),
    newId,
    now,
  })
  for (const { id } of drafts) await grievances.save(tx, { id, now, reminded_at: now })
}

/** The head gives the committee more time, once more the policy's period at most, and says why. */
export async function extendTime(request: OnCase & { readonly until: string; readonly reason: string }): Promise<void> {
  const { id, until, reason, now, tx } = request
  const seen = await lockVisible(request)
  if (!seen.parts.includes('head')) throw refuse(errors.notYours)
  if (!seen.facts.raised) throw refuse(errors.notRaised)
  const { value: periods } = await policyValue(tx, { key: 'grievance.periods', year: Number(seen.today.slice(0, 4)) })
  if (until <= seen.today || until > addDays(seen.today, periods.decide)) {
    const fields = [{ path: 'until', code: errors.extensionTooLong.code, params: { count: periods.decide } }]
    throw refuse(errors.extensionTooLong, { params: { count: periods.decide }, fields })
  }
  const by = actorId(request.actor)
  await grievances.save(tx, {
    id,
    now,
    decide_by: until,
    raised_at: null,
    extended_by: by,
    extended_at: now,
    extension_reason: reason,
  })
  const { grievance } = seen
  const desk = deskOf(seen)
  await passOn({ ...request, grievance }, { outcome: 'extended', by, status: grievance.status, desk, dueOn: until })
  const to = [grievance.employeeId, desk.chair, ...desk.panel]
  await announce({ ...request, grievance }, { kind: 'extended', to, by, more: { until: { day: until } } })
  record(request, 'extend', { until }, reason)
}

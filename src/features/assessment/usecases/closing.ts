import { createHash } from 'node:crypto'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { refuse } from '../../../shared/refusal.ts'
import { closeWorkItems, notifyEach, openWorkItems } from '../../inbox/public.ts'
import { actingFor } from '../../organization/public.ts'
import { type Cycle, lockCycle, closeCycle as markClosed, person } from '../../performance/public.ts'
import { itemKinds } from '../domain/telling.ts'
import type { Ability } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import { closesCycles } from '../policy.ts'
import * as closing from '../repository/closing.ts'
import {
  closingOf,
  closingPeople,
  countedPeople,
  decisionFacts,
  sentButUndecided,
  undecidedOf,
} from '../views/closing.ts'
import { resultJson } from '../views/fragments.ts'
import { refuseStale } from './access.ts'
import { connections } from './connections.ts'
import { count } from './counting.ts'
import { standProvisionally } from './provisional.ts'
import { type Settings, settingsOf } from './settings.ts'
import { paramsOf } from './tell.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** How far a cycle is from being closed, and whether it may be. */
export async function showClosing({ id, actor, now, tx }: Request & { id: string }) {
  const settings = await settingsOf(tx, { now })
  const record = await closingOf(tx, { cycleId: id, today: settings.today })
  if (!record) throw refuse(errors.cycleNotFound)
  const why = await whyNotClosed(tx, record.cycle, settings)
  const close: Ability = why === null ? { allowed: true } : { allowed: false, why }
  return {
    ...record,
    closeBy: settings.calendar.addWorkingDays(record.cycle.endsOn, settings.windows.cycleClose),
    can: closesCycles(actor) && record.cycle.status !== 'closed' ? { close } : {},
  }
}

async function whyNotClosed(
  tx: Tx,
  cycle: Pick<Cycle, 'status' | 'endsOn' | 'year'>,
  { today }: Pick<Settings, 'today'>,
  hold = false,
): Promise<string | null> {
  if (cycle.status === 'closed') return errors.cycleClosed.code
  if (cycle.status === 'planned') return errors.cycleNotOpen.code
  if (today <= cycle.endsOn) return errors.cycleNotOver.code
  return (await connections().yearFrozen(tx, { year: cycle.year, hold })) ? errors.yearFrozen.code : null
}

export async function listClosingPeople({
  id,
  query,
  now,
  tx,
}: Request & { id: string; query: Omit<Parameters<typeof closingPeople>[1], 'cycleId' | 'today'> }) {
  const { today, calendar } = await settingsOf(tx, { now })
  if (!(await closingOf(tx, { cycleId: id, today }))) throw refuse(errors.cycleNotFound)
  const { items, next } = await closingPeople(tx, { ...query, cycleId: id, today })
  const late = (dueOn: string | null) => (dueOn ? workingDaysLate({ dueOn, today, calendar }) : 0)
  return { items: items.map((one) => ({ ...one, lateDays: late(one.dueOn) })), next }
}

const waiting = ['agreed', 'assessing', 'reviewing'] as const

/**
 * Closes a cycle: reviews that nobody decided stand as they were sent, then one statement says for everyone what the
 * cycle counts (AMB-07, AMB-26). What is left to decide goes onto the lists of higher officials (H9).
 */
export async function closeCycle(request: Request & { id: string; version: number; withOpen: boolean; newId: NewId }) {
  const { id, version, withOpen, actor, newId, now, tx } = request
  const before = await lockCycle(tx, { id })
  if (!before) throw refuse(errors.cycleNotFound)
  const settings = await settingsOf(tx, { now, year: before.year })
  await refuseStale(tx, { ...before, updatedBy: before.openedBy, updatedAt: before.openedAt ?? now }, version)
  const why = await whyNotClosed(tx, before, settings, true)
  if (why) throw refuse(problemOf(why))
  const record = await closingOf(tx, { cycleId: id, today: settings.today })
  const open = waiting.reduce((sum, status) => sum + (record?.counts[status] ?? 0), 0)
  if (open > 0 && !withOpen) throw refuse(errors.documentsOpen, { params: { count: open } })
  let provisional = 0
  for (const { documentId } of await sentButUndecided(tx, { cycleId: id })) {
    if (await standProvisionally({ documentId, newId, now, tx })) provisional += 1
  }
  await markClosed(tx, { id, by: actor.employeeId, now })
  await count(tx, { cycles: [before], year: before.year, now })
  const undecided = await askForDecisions(tx, { cycle: before, settings, newId, now })
  await tellEveryone(tx, { cycle: before, newId, now })
  audit.record(tx, {
    actor,
    action: 'assessment.close_cycle',
    subject: { type: 'cycle', id },
    before: { status: before.status, counts: record?.counts },
    after: { status: 'closed', provisional, undecided },
    at: now,
  })
  return showClosing(request)
}

type Asking = { readonly cycle: Cycle; readonly settings: Settings; readonly newId: NewId; readonly now: Date }

async function askForDecisions(tx: Tx, { cycle, settings, newId, now }: Asking): Promise<number> {
  const people = await undecidedOf(tx, { cycleId: cycle.id, today: settings.today })
  const dueOn = settings.calendar.addWorkingDays(settings.today, settings.clocks.decision)
  const items = people.flatMap(({ employeeId, employeeName, higherOfficialId }) =>
    higherOfficialId === null
      ? []
      : [
          {
            subject: resultSubject({ cycleId: cycle.id, employeeId }),
            aboutId: employeeId,
            assigneeId: higherOfficialId,
            dueOn,
            params: paramsOf({ employeeName, cycle }),
          },
        ],
  )
  await openWorkItems(tx, { kind: itemKinds.decideCycle, items, newId, now })
  return people.length
}

async function tellEveryone(tx: Tx, { cycle, newId, now }: Pick<Asking, 'cycle' | 'newId' | 'now'>): Promise<void> {
  const recipients = await countedPeople(tx, { cycleId: cycle.id })
  const { kind, ordinal, year } = cycle
  await notifyEach(tx, {
    kind: 'assessment.cycle_closed',
    notices: recipients.map((recipientId) => ({
      recipientId,
      subject: { type: 'my_assessment', id: recipientId },
      params: { cycle: { period: { kind, ordinal, year } } },
    })),
    newId,
    now,
  })
}

/** One person's cycle as the subject of a work item: an id of its own, always the same. */
function resultSubject({ cycleId, employeeId }: { cycleId: string; employeeId: string }) {
  const digest = createHash('sha256').update(`${cycleId} ${employeeId}`).digest('hex')
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`]
  return { type: 'cycle_result', id: [...parts, digest.slice(20, 32)].join('-') } as const
}

type Decide = Request & {
  readonly cycleId: string
  readonly employeeId: string
  readonly version: number
  readonly decision: 'excluded' | 'zero'
  readonly reason: string
  readonly newId: NewId
}

/** The higher official says what a cycle counts that has no result: never by itself, never zero after protected leave (H9). */
export async function decideCycle(request: Decide) {
  const { cycleId, employeeId, version, decision, reason, actor, now, tx } = request
  const locked = await closing.lockResult(tx, { cycleId, employeeId })
  const { today } = await settingsOf(tx, { now })
  const facts =
    locked &&
    (await decisionFacts(tx, { cycleId, employeeId, today, result: resultJson(person('r.decided_by', today)) }))
  const me = actor.employeeId
  if (!locked || !facts || me === null) throw refuse(errors.resultNotFound)
  const behalf = await decidesFor(tx, { me, employeeId, facts, today })
  await refuseStale(tx, { ...locked, updatedBy: locked.decidedBy }, version)
  if (locked.status !== 'undecided') throw refuse(errors.notUndecided)
  if (await connections().yearFrozen(tx, { year: facts.cycle.year, hold: true })) throw refuse(errors.yearFrozen)
  if (decision === 'zero' && facts.leaveProtected) throw refuse(errors.leaveNeverZero)
  await closing.decide(tx, { cycleId, employeeId, decision, reason, by: me, now })
  const subject = resultSubject({ cycleId, employeeId })
  await closeWorkItems(tx, { subject, outcome: decision, closedBy: me, now })
  audit.record(tx, {
    actor,
    action: 'assessment.decide_cycle',
    subject: { type: 'cycle_result', id: subject.id },
    before: { status: locked.status, cause: locked.cause },
    after: { cycleId, employeeId, decision },
    reason,
    onBehalfOf: behalf ?? undefined,
    at: now,
  })
  await notifyEach(tx, {
    kind: decision === 'zero' ? 'assessment.cycle_zero' : 'assessment.cycle_excluded',
    notices: [
      {
        recipientId: employeeId,
        subject: { type: 'my_assessment', id: employeeId },
        params: { ...paramsOf(facts), note: reason.slice(0, 300) },
      },
    ],
    newId: request.newId,
    now,
  })
  const after = await decisionFacts(tx, {
    cycleId,
    employeeId,
    today,
    result: resultJson(person('r.decided_by', today)),
  })
  if (!after?.result) throw refuse(errors.resultNotFound)
  return { cycleId, employeeId, version: version + 1, result: after.result }
}

type Deciding = {
  readonly me: string
  readonly employeeId: string
  readonly facts: { readonly supervisorId: string | null; readonly higherOfficialId: string | null }
  readonly today: string
}

/** Null for the higher official, else the one in whose name a delegate decides. Who is not of the line learns nothing. */
async function decidesFor(tx: Tx, { me, employeeId, facts, today }: Deciding): Promise<string | null> {
  const { supervisorId, higherOfficialId } = facts
  if (me === employeeId) throw refuse(errors.notYours)
  if (higherOfficialId === me) return null
  const deputised = await actingFor(tx, { employeeId: me, on: today, scope: 'approve_achievement' })
  const holders = deputised.map((one) => one.delegatorId)
  if (higherOfficialId !== null && higherOfficialId !== employeeId && holders.includes(higherOfficialId)) {
    return higherOfficialId
  }
  const near = supervisorId === me || (supervisorId !== null && holders.includes(supervisorId))
  throw refuse(near ? errors.notYours : errors.resultNotFound)
}

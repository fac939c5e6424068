import * as audit from '../../../platform/audit/record.ts'
import { addDays } from '../../../shared/dates.ts'
import { refuse } from '../../../shared/refusal.ts'
import { endAfter, type Period, setFrom } from '../domain/periods.ts'
import { errors } from '../errors.ts'
import { endMemberships, revokeDelegations } from '../repository/delegations.ts'
import { saveExit } from '../repository/employees.ts'
import { type Facts, type PeriodOf, periodsOf, savePeriods } from '../repository/periods.ts'
import { bump } from '../repository/roots.ts'
import { openDelegations } from '../views/delegations.ts'
import { headedAfter, supervisedAfter } from '../views/service.ts'
import type { Act } from './act.ts'
import { mustMayLead, tellSupervisorChanged } from './assignments.ts'
import { connections } from './connections.ts'
import { tellDelegations } from './delegation-notices.ts'
import { lockEmployee } from './employees.ts'
import { mustBeInService } from './in-service.ts'

type OfEmployee = Act & { readonly id: string; readonly version: number }
type Exit = OfEmployee & { readonly lastDay: string; readonly successorId: string | null; readonly reason: string }

/**
 * Records the last day of service (AMB-20). Assignments, supervision, headships, memberships and delegations end with
 * it; the team goes to the successor, without whom a person with a team cannot leave.
 */
export async function recordExit(request: Exit): Promise<void> {
  const { id, lastDay, successorId, reason, actor, now, tx, newId } = request
  const employee = await lockEmployee(tx, request)
  if (employee.exitedOn !== null) throw refuse(errors.alreadyExited)
  if (lastDay < employee.hiredOn) {
    throw refuse(errors.exitBeforeHire, { fields: [{ path: 'lastDay', code: errors.exitBeforeHire.code }] })
  }
  const team = await supervisedAfter(tx, { supervisorId: id, day: lastDay })
  await handOverTeam(request, team)
  const [assignments, supervisions] = [
    await periodsOf(tx, 'assignment', [id]),
    await periodsOf(tx, 'supervision', [id]),
  ]
  await savePeriods(tx, 'assignment', [{ owner: id, change: endAfter(assignments.get(id) ?? [], { lastDay }) }])
  await savePeriods(tx, 'supervision', [{ owner: id, change: endAfter(supervisions.get(id) ?? [], { lastDay }) }])
  await endHeadships(request)
  await endMemberships(tx, { employeeId: id, lastDay })
  const delegations = await openDelegations(tx, { employeeId: id, as: 'either', from: addDays(lastDay, 1) })
  await revokeDelegations(tx, { ids: delegations.map((one) => one.id), on: addDays(lastDay, 1) })
  await saveExit(tx, { id, lastDay })
  audit.record(tx, {
    actor,
    action: 'organization.exit',
    subject: { type: 'employee', id },
    after: { lastDay, successorId, team: team.length },
    reason,
    at: now,
  })
  await tellDelegations({ now, tx, newId })
  await connections().serviceChanged?.(tx, { employeeId: id, lastDay, now, newId })
}

/** Takes back a recorded exit: what ended with it holds on. The team stays with the successor. */
export async function undoExit(request: OfEmployee): Promise<void> {
  const { id, actor, now, tx, newId } = request
  const { exitedOn } = await lockEmployee(tx, request)
  if (exitedOn === null) throw refuse(errors.notExited)
  const assignments = (await periodsOf(tx, 'assignment', [id])).get(id) ?? []
  const supervisions = (await periodsOf(tx, 'supervision', [id])).get(id) ?? []
  await savePeriods(tx, 'assignment', [{ owner: id, change: reopened(assignments, exitedOn) }])
  await savePeriods(tx, 'supervision', [{ owner: id, change: reopened(supervisions, exitedOn) }])
  await saveExit(tx, { id, lastDay: null })
  const subject = { type: 'employee', id }
  audit.record(tx, { actor, action: 'organization.undo_exit', subject, before: { exitedOn }, at: now })
  await connections().serviceChanged?.(tx, { employeeId: id, lastDay: null, now, newId })
}

function reopened<Fact extends object>(periods: readonly Period<Fact>[], exitedOn: string) {
  const changed = periods.filter((period) => period.to === exitedOn).map((period) => ({ ...period, to: null }))
  return { removed: [], changed, added: [], kept: periods }
}

async function handOverTeam(exit: Exit, team: readonly string[]): Promise<void> {
  const { id, lastDay, successorId, tx } = exit
  if (team.length === 0) return
  if (successorId === null || successorId === id) {
    const params = { count: team.length }
    throw refuse(errors.successorNeeded, {
      params,
      fields: [{ path: 'successorId', code: errors.successorNeeded.code, params }],
    })
  }
  await mustBeInService(tx, { employeeId: successorId, on: addDays(lastDay, 1), path: 'successorId' })
  const own = (await periodsOf(tx, 'supervision', [id])).get(id) ?? []
  const above = own.findLast((period) => period.to === null || period.to > lastDay)?.supervisorId ?? null
  // The successor first: the line of the others runs through the place that is taken over.
  if (team.includes(successorId)) await handOver(exit, { memberId: successorId, to: above })
  for (const memberId of team) if (memberId !== successorId) await handOver(exit, { memberId, to: successorId })
}

async function handOver(exit: Exit, { memberId, to }: { memberId: string; to: string | null }): Promise<void> {
  const { id, lastDay, now, tx, newId } = exit
  const next = addDays(lastDay, 1)
  const periods = (await periodsOf(tx, 'supervision', [memberId])).get(memberId) ?? []
  for (const period of periods.filter((one) => one.supervisorId === id && (one.to === null || one.to > lastDay))) {
    const from = period.from > next ? period.from : next
    const current = (await periodsOf(tx, 'supervision', [memberId])).get(memberId) ?? []
    const change =
      to === null
        ? vacated(current, period, lastDay)
        : setFrom(current, { id: newId(), from, fact: { supervisorId: to } })
    if (to !== null) await mustMayLead(tx, { id: memberId, supervisorId: to, change, on: from })
    await savePeriods(tx, 'supervision', [{ owner: memberId, change }])
    await tellSupervisorChanged(tx, { id: memberId, from: id, to, on: from, now, newId })
  }
  await bump(tx, 'employees', memberId)
}

/** The period ends with the last day, or was never to be. */
function vacated<Fact extends object>(periods: readonly Period<Fact>[], period: Period<Fact>, lastDay: string) {
  const others = periods.filter((one) => one.id !== period.id)
  if (period.from > lastDay) return { removed: [period.id], changed: [], added: [], kept: others }
  const ended = { ...period, to: lastDay }
  return { removed: [], changed: [ended], added: [], kept: [...others, ended] }
}

async function endHeadships({ id, lastDay, tx }: Exit): Promise<void> {
  const divisions = await headedAfter(tx, { employeeId: id, day: lastDay })
  const headships = await periodsOf(tx, 'headship', divisions)
  for (const [divisionId, periods] of headships) {
    const mine = periods.filter(
      (one: PeriodOf<'headship'>) => one.employeeId === id && (one.to === null || one.to > lastDay),
    )
    for (const period of mine) {
      const change = vacated<Facts['headship']>(periods, period, lastDay)
      await savePeriods(tx, 'headship', [{ owner: divisionId, change }])
    }
    await bump(tx, 'divisions', divisionId)
  }
}

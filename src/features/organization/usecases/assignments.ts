import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { addDays } from '../../../shared/dates.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Placement } from '../domain/import-employees.ts'
import { loopOn } from '../domain/loops.ts'
import { correct, endAfter, onDay, type PeriodChange, setFrom } from '../domain/periods.ts'
import { errors } from '../errors.ts'
import { type Facts, periodsOf, savePeriods } from '../repository/periods.ts'
import { bump } from '../repository/roots.ts'
import { edgesAbove } from '../views/divisions.ts'
import type { Act } from './act.ts'
import { connections } from './connections.ts'
import { lockEmployee, mustBePlaceable } from './employees.ts'
import { mustBeInService, mustCover } from './in-service.ts'
import { refusalOfPeriod } from './period-refusal.ts'

type OfEmployee = Act & { readonly id: string; readonly version: number }
type Supervision = Facts['supervision']

/** Moves a person from a day on; what held before stays in the history (AMB-17). */
export async function transfer(request: OfEmployee & Placement & { from: string }): Promise<void> {
  const { id, divisionId, postId, level, from, now, tx, newId } = request
  const employee = await lockEmployee(tx, request)
  mustCover(employee, { on: from, path: 'from' })
  await mustBePlaceable(tx, { divisionId, postId, on: from })
  const periods = (await periodsOf(tx, 'assignment', [id])).get(id) ?? []
  const change = setFrom(periods, { id: newId(), from, fact: { divisionId, postId, level } })
  await savePeriods(tx, 'assignment', [{ owner: id, change }])
  const after = { divisionId, postId, level, from }
  const before = onDay(periods, from)
  await saved(request, { action: 'transfer', before, after })
  if (before?.divisionId === divisionId) return
  const moved = { employeeId: id, from: before?.divisionId ?? null, to: divisionId, on: from, now, newId }
  await connections().employeeTransferred?.(tx, moved)
}

export async function correctAssignment(
  request: OfEmployee & Placement & { periodId: string; from: string; to: string | null },
): Promise<void> {
  const { id, periodId, divisionId, postId, level, from, to, tx } = request
  const employee = await lockEmployee(tx, request)
  mustCover(employee, { on: from, path: 'from' })
  if (to !== null) mustCover(employee, { on: to, path: 'to' })
  await mustBePlaceable(tx, { divisionId, postId, on: from })
  const periods = (await periodsOf(tx, 'assignment', [id])).get(id) ?? []
  const change = correct(periods, { id: periodId, divisionId, postId, level, from, to: to ?? employee.exitedOn })
  if (typeof change === 'string') throw refusalOfPeriod(change)
  await savePeriods(tx, 'assignment', [{ owner: id, change }])
  const before = periods.find((period) => period.id === periodId) ?? null
  await saved(request, { action: 'correct_assignment', before, after: { divisionId, postId, level, from, to } })
}

/** Another direct supervisor from a day on; nobody only for who stands at the top (AMB-18, AMB-21). */
export async function changeSupervisor(
  request: OfEmployee & { supervisorId: string | null; from: string },
): Promise<void> {
  const { id, supervisorId, from, now, tx, newId } = request
  const employee = await lockEmployee(tx, request)
  mustCover(employee, { on: from, path: 'from' })
  const periods = (await periodsOf(tx, 'supervision', [id])).get(id) ?? []
  const before = onDay(periods, from)
  const change =
    supervisorId === null
      ? endAfter(periods, { lastDay: addDays(from, -1) })
      : setFrom(periods, { id: newId(), from, fact: { supervisorId } })
  if (supervisorId !== null) await mustMayLead(tx, { id, supervisorId, change, on: from })
  await savePeriods(tx, 'supervision', [{ owner: id, change }])
  await saved(request, { action: 'change_supervisor', before, after: { supervisorId, from } })
  await tellSupervisorChanged(tx, { id, from: before?.supervisorId ?? null, to: supervisorId, on: from, now, newId })
}

export async function correctSupervision(
  request: OfEmployee & { periodId: string; supervisorId: string; from: string; to: string | null },
): Promise<void> {
  const { id, periodId, supervisorId, from, to, now, tx, newId } = request
  const employee = await lockEmployee(tx, request)
  mustCover(employee, { on: from, path: 'from' })
  if (to !== null) mustCover(employee, { on: to, path: 'to' })
  const periods = (await periodsOf(tx, 'supervision', [id])).get(id) ?? []
  const change = correct(periods, { id: periodId, supervisorId, from, to: to ?? employee.exitedOn })
  if (typeof change === 'string') throw refusalOfPeriod(change)
  await mustMayLead(tx, { id, supervisorId, change, on: from })
  await savePeriods(tx, 'supervision', [{ owner: id, change }])
  const before = periods.find((period) => period.id === periodId) ?? null
  await saved(request, { action: 'correct_supervision', before, after: { supervisorId, from, to } })
  await tellSupervisorChanged(tx, { id, from: before?.supervisorId ?? null, to: supervisorId, on: from, now, newId })
}

type Leading = { id: string; supervisorId: string; change: PeriodChange<Supervision>; on: string }

/** The supervisor is another person, in service, and not below the employee on any day of the period. */
export async function mustMayLead(tx: Tx, { id, supervisorId, change, on }: Leading): Promise<void> {
  const path = 'supervisorId'
  if (supervisorId === id) throw refuse(errors.ownSupervisor, { fields: [{ path, code: errors.ownSupervisor.code }] })
  await mustBeInService(tx, { employeeId: supervisorId, on, path })
  const period = onDay(change.kept, on)
  if (!period) return
  const { from, to } = period
  const edges = await edgesAbove(tx, { tree: 'supervisors', start: supervisorId, from, to })
  const day = loopOn(edges, { below: id, above: supervisorId, from, to })
  if (day)
    throw refuse(errors.supervisorLoop, { params: { day }, fields: [{ path, code: errors.supervisorLoop.code }] })
}

type SupervisorChange = { id: string; from: string | null; to: string | null; on: string } & Pick<Act, 'now' | 'newId'>

export async function tellSupervisorChanged(tx: Tx, { id, ...fact }: SupervisorChange): Promise<void> {
  if (fact.from !== fact.to) await connections().supervisorChanged?.(tx, { employeeId: id, ...fact })
}

type Saved = { action: string; before: object | null; after: object }

async function saved({ id, actor, now, tx }: OfEmployee, { action, before, after }: Saved): Promise<void> {
  await bump(tx, 'employees', id)
  audit.record(tx, {
    actor,
    action: `organization.${action}`,
    subject: { type: 'employee', id },
    ...(before && { before }),
    after,
    at: now,
  })
}

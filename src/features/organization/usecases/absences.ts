import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import { type AbsenceFacts, addAbsence, removeAbsence, saveAbsence } from '../repository/employees.ts'
import { lockRow } from '../repository/roots.ts'
import { absenceById, employeeRecord } from '../views/employees.ts'
import { absenceOverlaps } from '../views/service.ts'
import type { Act } from './act.ts'
import { connections } from './connections.ts'
import { mustCover } from './in-service.ts'

type Absence = Act & { readonly facts: AbsenceFacts }

export async function recordAbsence(request: Absence & { employeeId: string }): Promise<string> {
  const { employeeId, facts, actor, now, tx, newId } = request
  await lockRow(tx, 'employees', { id: employeeId, subject: 'employee' })
  await mustFit(request, { employeeId, except: null })
  const id = newId()
  await addAbsence(tx, { id, employeeId, ...facts, recordedBy: actor.employeeId, now })
  record(request, { employeeId, action: 'record_absence', after: { id, ...facts } })
  await tell(request, employeeId, [facts])
  return id
}

type OfAbsence = { readonly id: string; readonly version: number }

export async function correctAbsence(request: Absence & OfAbsence): Promise<void> {
  const { id, facts, tx } = request
  const before = await locked(request)
  await mustFit(request, { employeeId: before.employeeId, except: id })
  await saveAbsence(tx, { id, ...facts })
  record(request, { employeeId: before.employeeId, action: 'correct_absence', before, after: facts })
  await tell(request, before.employeeId, [before, facts])
}

export async function deleteAbsence(request: Act & OfAbsence): Promise<void> {
  const before = await locked(request)
  await removeAbsence(request.tx, request.id)
  record(request, { employeeId: before.employeeId, action: 'delete_absence', before })
  await tell(request, before.employeeId, [before])
}

type Range = { readonly startsOn: string; readonly endsOn: string }

async function tell({ now, tx, newId }: Act, employeeId: string, ranges: readonly Range[]): Promise<void> {
  const startsOn = ranges.map((one) => one.startsOn).toSorted()[0] ?? ''
  const endsOn =
    ranges
      .map((one) => one.endsOn)
      .toSorted()
      .at(-1) ?? ''
  await connections().absencesChanged?.(tx, { employeeId, startsOn, endsOn, now, newId })
}

async function locked({ id, version, tx }: Act & OfAbsence) {
  await lockRow(tx, 'absences', { id, version, subject: 'absence' })
  const before = await absenceById(tx, { id })
  if (!before) throw refuse(errors.absenceNotFound)
  return before
}

async function mustFit({ facts, tx }: Absence, { employeeId, except }: { employeeId: string; except: string | null }) {
  const { startsOn, endsOn } = facts
  const employee = await employeeRecord(tx, { id: employeeId })
  if (!employee) throw refuse(errors.employeeNotFound)
  if (endsOn < startsOn) {
    throw refuse(errors.absenceEndsBeforeStart, {
      fields: [{ path: 'endsOn', code: errors.absenceEndsBeforeStart.code }],
    })
  }
  mustCover(employee, { on: startsOn, path: 'startsOn' })
  mustCover(employee, { on: endsOn, path: 'endsOn' })
  if (await absenceOverlaps(tx, { employeeId, startsOn, endsOn, except })) {
    throw refuse(errors.absencesOverlap, { fields: [{ path: 'startsOn', code: errors.absencesOverlap.code }] })
  }
}

type Told = { employeeId: string; action: string; before?: object; after?: object }

function record({ actor, now, tx }: Act, { employeeId, action, before, after }: Told): void {
  const subject = { type: 'employee', id: employeeId }
  audit.record(tx, { actor, action: `organization.${action}`, subject, before, after, at: now })
}

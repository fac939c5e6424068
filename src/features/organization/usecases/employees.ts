import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { httpErrors } from '../../../platform/http/errors.ts'
import { type FieldProblem, refuse } from '../../../shared/refusal.ts'
import type { EmployeeFacts, Placement } from '../domain/import-employees.ts'
import { setFrom } from '../domain/periods.ts'
import { errors } from '../errors.ts'
import { addEmployees, saveEmployees } from '../repository/employees.ts'
import { type Facts, periodsOf, savePeriods } from '../repository/periods.ts'
import { lockRow, lockStructure } from '../repository/roots.ts'
import { employeeRecord } from '../views/employees.ts'
import { takenElsewhere } from '../views/import-world.ts'
import { postRecord } from '../views/posts.ts'
import { numbersTaken } from '../views/service.ts'
import type { Act } from './act.ts'
import { connections } from './connections.ts'
import { mustStand } from './divisions.ts'
import { mustBeInService, mustCover } from './in-service.ts'

export type NewEmployee = EmployeeFacts &
  Placement & {
    readonly inScope: boolean
    readonly supervisorId: string | null
    /** Since when in this post; the day of hire without it. */
    readonly from?: string | undefined
  }

/** Adds a person with the first assignment and supervisor, and tells those who make people able to sign in. */
export async function addEmployee({ actor, now, tx, newId, ...person }: Act & NewEmployee): Promise<string> {
  const { divisionId, postId, level, supervisorId, from = person.hiredOn, ...facts } = person
  await mustBeFree(tx, { ...facts, except: null })
  mustCover({ hiredOn: facts.hiredOn, exitedOn: null }, { on: from, path: 'from' })
  await mustBePlaceable(tx, { divisionId, postId, on: from })
  if (supervisorId !== null) await mustBeInService(tx, { employeeId: supervisorId, on: from, path: 'supervisorId' })
  const id = newId()
  await addEmployees(tx, { employees: [{ id, ...facts }], now })
  const placed = setFrom<Facts['assignment']>([], { id: newId(), from, fact: { divisionId, postId, level } })
  await savePeriods(tx, 'assignment', [{ owner: id, change: placed }])
  if (supervisorId !== null) {
    const supervised = setFrom<Facts['supervision']>([], { id: newId(), from, fact: { supervisorId } })
    await savePeriods(tx, 'supervision', [{ owner: id, change: supervised }])
  }
  audit.record(tx, {
    actor,
    action: 'organization.add_employee',
    subject: { type: 'employee', id },
    after: { ...facts, divisionId, postId, level, supervisorId, from },
    at: now,
  })
  const employees = [{ employeeId: id, civilNumber: facts.civilNumber }]
  await connections().employeesAdded?.(tx, { entityId: actor.entityId, employees, newId, now })
  return id
}

type OfEmployee = Act & { readonly id: string; readonly version: number }

/** Corrects what was recorded of a person; who was where and when has its own operations. */
export async function correctEmployee(request: OfEmployee & { facts: EmployeeFacts & { inScope: boolean } }) {
  const { id, facts, actor, now, tx, newId } = request
  const before = await lockEmployee(tx, request)
  await mustBeFree(tx, { ...facts, except: id })
  const assignments = (await periodsOf(tx, 'assignment', [id])).get(id) ?? []
  const first = assignments[0]
  if (first && first.from < facts.hiredOn) {
    throw refuse(errors.hiredAfterAssignment, {
      params: { day: first.from },
      fields: [{ path: 'hiredOn', code: errors.hiredAfterAssignment.code, params: { day: first.from } }],
    })
  }
  if (before.exitedOn !== null && before.exitedOn < facts.hiredOn) {
    throw refuse(errors.exitBeforeHire, { fields: [{ path: 'hiredOn', code: errors.exitBeforeHire.code }] })
  }
  await saveEmployees(tx, [{ id, ...facts }])
  const { name, civilNumber, employeeNumber, gender, hiredOn, phone, email, inScope } = before
  audit.record(tx, {
    actor,
    action: 'organization.correct_employee',
    subject: { type: 'employee', id },
    before: { name, civilNumber, employeeNumber, gender, hiredOn, phone, email, inScope },
    after: facts,
    at: now,
  })
  if (civilNumber !== facts.civilNumber) {
    const fact = { employeeId: id, from: civilNumber, to: facts.civilNumber, newId, now }
    await connections().civilNumberCorrected?.(tx, fact)
  }
}

/** Locks the person against other writers, and holds this one to the version that was read. */
export async function lockEmployee(tx: Tx, { id, version }: { id: string; version: number }) {
  await lockStructure(tx)
  const row = await lockRow(tx, 'employees', { id, version, subject: 'employee' })
  const record = row && (await employeeRecord(tx, { id }))
  if (!record) throw refuse(errors.employeeNotFound)
  return record
}

/** Refuses unless the division stands on the day and the post exists. */
export async function mustBePlaceable(
  tx: Tx,
  { divisionId, postId, on }: { divisionId: string; postId: string; on: string },
): Promise<void> {
  await mustStand(tx, { id: divisionId, on, path: 'divisionId' })
  if (!(await postRecord(tx, { id: postId, on }))) {
    throw refuse(errors.postNotFound, { fields: [{ path: 'postId', code: errors.postNotFound.code }] })
  }
}

/** A number of another entity is refused with the same words: where it is registered stays there. */
async function mustBeFree(
  tx: Tx,
  asked: { civilNumber: string; employeeNumber: string | null; except: string | null },
): Promise<void> {
  const here = await numbersTaken(tx, asked)
  const elsewhere = await takenElsewhere(tx, { civilNumbers: [asked.civilNumber] })
  const fields: FieldProblem[] = []
  if (here.civilNumber || elsewhere.size > 0) fields.push({ path: 'civilNumber', code: errors.civilNumberTaken.code })
  if (here.employeeNumber) fields.push({ path: 'employeeNumber', code: errors.employeeNumberTaken.code })
  const [only] = fields
  if (fields.length === 1 && only) {
    throw refuse(only.path === 'civilNumber' ? errors.civilNumberTaken : errors.employeeNumberTaken, { fields })
  }
  if (fields.length > 1) throw refuse(httpErrors.invalidInput, { fields })
}

import { z } from 'zod'
import type { Contract } from '../../../shared/contract.ts'
import { toAsciiDigits } from '../../../shared/digits.ts'
import { bilingual, civilNumber, day, email, id, instant, page, phone, text } from '../../../shared/fields.ts'
import { patterns } from '../domain/import-cells.ts'
import { absenceKinds, genders } from '../domain/vocabulary.ts'
import {
  abilities,
  administrators,
  byId,
  byPeriod,
  nameInput,
  onDay,
  peopleReaders,
  person,
  personCard,
  versioned,
} from './parts.ts'

const level = z.int().min(1).max(20)
const employeeNumber = text({ max: 20 })
  .transform(toAsciiDigits)
  .pipe(z.string().regex(patterns.employeeNumber, 'organization.employee_number_form'))

const employeeSorts = ['name', 'number', 'division', 'level', 'hired'] as const
const serviceStates = ['current', 'future', 'exited', 'all'] as const

const filters = z.object({
  text: text({ min: 0, max: 200 }).optional(),
  divisionId: id.optional(),
  /** Take the divisions below too. */
  below: z.enum(['true', 'false']).default('true'),
  postId: id.optional(),
  supervisorId: id.optional(),
  level: z.coerce.number().int().min(1).max(20).optional(),
  gender: z.enum(genders).optional(),
  service: z.enum(serviceStates).default('current'),
  sort: z.enum(employeeSorts).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  on: day.optional(),
})

const employeeRow = z.object({
  id: z.string(),
  name: bilingual,
  employeeNumber: z.string().nullable(),
  title: bilingual.nullable(),
  divisionId: z.string().nullable(),
  division: bilingual.nullable(),
  level: z.int().nullable(),
  supervisor: person.nullable(),
  hiredOn: z.string(),
  exitedOn: z.string().nullable(),
  absentUntil: z.string().nullable(),
})

const range = { from: z.string(), to: z.string().nullable() }

const assignment = z.object({
  id: z.string(),
  divisionId: z.string(),
  division: bilingual,
  postId: z.string(),
  title: bilingual,
  level: z.int(),
  ...range,
})
const supervision = z.object({ id: z.string(), supervisorId: z.string(), name: bilingual, ...range })
const absence = versioned.extend({
  employeeId: z.string(),
  /** Null for readers whom the kind does not concern. */
  kind: z.enum(absenceKinds).nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  note: z.string().nullable(),
})

const employee = versioned.extend({
  on: z.string(),
  name: bilingual,
  /** For administrators and the person alone. */
  civilNumber: z.string().nullable(),
  employeeNumber: z.string().nullable(),
  gender: z.enum(genders),
  hiredOn: z.string(),
  exitedOn: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  displayTitle: z.string().nullable(),
  inScope: z.boolean(),
  current: z.object({ assignment: assignment.nullable(), supervisor: person.nullable(), absence: absence.nullable() }),
  reports: z.array(personCard),
  assignments: z.array(assignment),
  supervisions: z.array(supervision),
  headships: z.array(z.object({ id: z.string(), divisionId: z.string(), division: bilingual, ...range })),
  absences: z.array(absence),
  profileChanges: z.array(
    z.object({
      id: z.string(),
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      at: instant,
    }),
  ),
  can: abilities,
})

const facts = {
  name: nameInput,
  civilNumber,
  employeeNumber: employeeNumber.nullable(),
  gender: z.enum(genders),
  hiredOn: day,
  phone: phone.nullable(),
  email: email.nullable(),
  inScope: z.boolean(),
}
const placement = { divisionId: id, postId: id, level }
const absenceFacts = {
  kind: z.enum(absenceKinds),
  startsOn: day,
  endsOn: day,
  note: text({ max: 1000 }).nullable(),
}

export const employeeContract = {
  'GET /api/organization/employees': {
    summary: 'Employees as of a day: search, filter, sort, page',
    permission: peopleReaders,
    query: filters.extend(page),
    response: z.object({
      on: z.string(),
      items: z.array(employeeRow),
      next: z.string().nullable(),
      total: z.int(),
      can: abilities,
    }),
  },
  'GET /api/organization/employees/export': {
    summary: 'The same list as an Excel file',
    permission: peopleReaders,
    query: filters,
    response: 'download',
  },
  'GET /api/organization/employees/:id': {
    summary: 'An employee with the whole history',
    permission: 'signed_in',
    params: byId,
    query: onDay,
    response: employee,
  },
  'POST /api/organization/employees': {
    summary: 'Add an employee with the first assignment and supervisor',
    permission: administrators,
    body: z.strictObject({ ...facts, ...placement, supervisorId: id.nullable(), from: day.optional() }),
    response: employee,
    status: 201,
  },
  'PATCH /api/organization/employees/:id': {
    summary: 'Correct the facts of an employee',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject(facts),
    response: employee,
  },
  'POST /api/organization/employees/:id/assignments': {
    summary: 'Move an employee to another division, post or level from a day on',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject({ ...placement, from: day }),
    response: employee,
  },
  'PATCH /api/organization/employees/:id/assignments/:periodId': {
    summary: 'Correct a recorded assignment',
    permission: administrators,
    params: byPeriod,
    ifMatch: true,
    body: z.strictObject({ ...placement, from: day, to: day.nullable() }),
    response: employee,
  },
  'POST /api/organization/employees/:id/supervisions': {
    summary: 'Change the direct supervisor from a day on',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject({ supervisorId: id.nullable(), from: day }),
    response: employee,
  },
  'PATCH /api/organization/employees/:id/supervisions/:periodId': {
    summary: 'Correct a recorded supervision',
    permission: administrators,
    params: byPeriod,
    ifMatch: true,
    body: z.strictObject({ supervisorId: id, from: day, to: day.nullable() }),
    response: employee,
  },
  'POST /api/organization/employees/:id/exit': {
    summary: 'Record the last day of service; the team goes to a successor',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject({ lastDay: day, successorId: id.nullable(), reason: text({ min: 3, max: 1000 }) }),
    response: employee,
  },
  'DELETE /api/organization/employees/:id/exit': {
    summary: 'Take back a recorded exit; the last assignment and supervisor hold on',
    permission: administrators,
    params: byId,
    ifMatch: true,
    response: employee,
  },
  'POST /api/organization/employees/:id/absences': {
    summary: 'Record an absence',
    permission: administrators,
    params: byId,
    body: z.strictObject(absenceFacts),
    response: absence,
    status: 201,
  },
  'PATCH /api/organization/absences/:id': {
    summary: 'Correct an absence',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject(absenceFacts),
    response: absence,
  },
  'DELETE /api/organization/absences/:id': {
    summary: 'Remove an absence that did not take place',
    permission: administrators,
    params: byId,
    ifMatch: true,
    response: 'empty',
  },
  'GET /api/organization/people': {
    summary: 'People in service, for pickers',
    permission: 'signed_in',
    query: z.object({
      text: text({ min: 0, max: 200 }).optional(),
      /** Only people of this level or above: a smaller number. */
      highestLevel: z.coerce.number().int().min(1).max(20).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({ items: z.array(personCard) }),
  },
} as const satisfies Contract

import type { Download, Handlers } from '../../../platform/http/implement.ts'
import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import { toAsciiDigits } from '../../../shared/digits.ts'
import type { Language } from '../../../shared/locale.ts'
import { refuse } from '../../../shared/refusal.ts'
import { exportColumns } from '../domain/export-columns.ts'
import { onDay } from '../domain/periods.ts'
import { errors } from '../errors.ts'
import { ability, mayAdminister, maySee, maySeeAbsenceKind, maySeeCivilNumber } from '../policy.ts'
import type { employeeContract } from '../schema/employees.ts'
import { correctAbsence, deleteAbsence, recordAbsence } from '../usecases/absences.ts'
import { type Act, todayOf } from '../usecases/act.ts'
import { changeSupervisor, correctAssignment, correctSupervision, transfer } from '../usecases/assignments.ts'
import { addEmployee, correctEmployee } from '../usecases/employees.ts'
import { recordExit, undoExit } from '../usecases/exits.ts'
import { xlsxType } from '../usecases/imports.ts'
import {
  absenceById,
  type EmployeeFilter,
  type EmployeeRow,
  employeeList,
  employeeRecord,
  employeesForExport,
} from '../views/employees.ts'
import { directReportsOf, lineAbove } from '../views/lines.ts'
import { peopleFound, personCards } from '../views/people.ts'

export const employeeRoutes: Handlers<typeof employeeContract> = {
  'GET /api/organization/employees': async ({ query, ...context }) => {
    const { cursor, limit, ...asked } = query
    const filter = await filterOf(context, asked)
    const list = await employeeList(context.tx, { ...filter, cursor, limit })
    return { ...list, on: filter.on, can: { add: ability(mayAdminister(context.actor)) } }
  },
  'GET /api/organization/employees/export': async ({ query, ...context }) => {
    const rows = await employeesForExport(context.tx, await filterOf(context, query))
    return employeesFile(rows, context.language)
  },
  'GET /api/organization/employees/:id': ({ params, query, ...context }) => shown(context, params.id, query.on),
  'POST /api/organization/employees': async ({ body, ...context }) =>
    shown(context, await addEmployee({ ...context, ...body }), body.from ?? body.hiredOn),
  'PATCH /api/organization/employees/:id': async ({ params, body, ...context }) => {
    await correctEmployee({ ...context, ...params, facts: body })
    return shown(context, params.id)
  },
  'POST /api/organization/employees/:id/assignments': async ({ params, body, ...context }) => {
    await transfer({ ...context, ...params, ...body })
    return shown(context, params.id)
  },
  'PATCH /api/organization/employees/:id/assignments/:periodId': async ({ params, body, ...context }) => {
    await correctAssignment({ ...context, ...params, ...body })
    return shown(context, params.id)
  },
  'POST /api/organization/employees/:id/supervisions': async ({ params, body, ...context }) => {
    await changeSupervisor({ ...context, ...params, ...body })
    return shown(context, params.id)
  },
  'PATCH /api/organization/employees/:id/supervisions/:periodId': async ({ params, body, ...context }) => {
    await correctSupervision({ ...context, ...params, ...body })
    return shown(context, params.id)
  },
  'POST /api/organization/employees/:id/exit': async ({ params, body, ...context }) => {
    await recordExit({ ...context, ...params, ...body })
    return shown(context, params.id)
  },
  'DELETE /api/organization/employees/:id/exit': async ({ params, ...context }) => {
    await undoExit({ ...context, ...params })
    return shown(context, params.id)
  },
  'POST /api/organization/employees/:id/absences': async ({ params, body, ...context }) =>
    shownAbsence(context, await recordAbsence({ ...context, employeeId: params.id, facts: body })),
  'PATCH /api/organization/absences/:id': async ({ params, body, ...context }) => {
    await correctAbsence({ ...context, ...params, facts: body })
    return shownAbsence(context, params.id)
  },
  'DELETE /api/organization/absences/:id': async ({ params, ...context }) => {
    await deleteAbsence({ ...context, ...params })
    return undefined
  },
  'GET /api/organization/people': async ({ query, ...context }) => {
    const { text = '', limit, highestLevel } = query
    return { items: await peopleFound(context.tx, { text, limit, highestLevel, on: await todayOf(context) }) }
  },
}

type Reading = Pick<Act, 'tx' | 'actor' | 'now'> & { readonly language: Language }
type Asked = Omit<EmployeeFilter, 'on' | 'language' | 'below' | 'civilNumber'> & {
  readonly on?: string | undefined
  readonly below: 'true' | 'false'
}

async function filterOf(context: Reading, { below, ...asked }: Asked): Promise<EmployeeFilter> {
  const digits = toAsciiDigits(asked.text ?? '').trim()
  const byCivilNumber = mayAdminister(context.actor) && /^[0-9]{5,12}$/.test(digits)
  return {
    ...asked,
    below: below === 'true',
    on: asked.on ?? (await todayOf(context)),
    language: context.language,
    ...(byCivilNumber && { civilNumber: digits }),
  }
}

/** Who may not see a person is told that there is none. */
async function shown(context: Reading, id: string, asked?: string) {
  const { tx, actor } = context
  const today = await todayOf(context)
  const on = asked ?? today
  const standing = { employeeId: id, lineAbove: await lineAbove(tx, { employeeId: id, on: today }) }
  const record = await employeeRecord(tx, { id })
  if (!record || !maySee(actor, standing)) throw refuse(errors.employeeNotFound)
  const seesKind = maySeeAbsenceKind(actor, standing)
  const absences = record.absences.map((one) => (seesKind ? one : { ...one, kind: null, note: null }))
  const supervision = onDay(record.supervisions, on)
  const change = ability(mayAdminister(actor))
  return {
    ...record,
    on,
    civilNumber: maySeeCivilNumber(actor, id) ? record.civilNumber : null,
    absences,
    current: {
      assignment: onDay(record.assignments, on),
      supervisor: supervision && { id: supervision.supervisorId, name: supervision.name },
      absence: absences.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn) ?? null,
    },
    reports: await personCards(tx, { ids: await directReportsOf(tx, { supervisorId: id, on }), on }),
    can: {
      change,
      exit: change.allowed && record.exitedOn !== null ? ability(false, errors.alreadyExited.code) : change,
      undoExit: change.allowed && record.exitedOn === null ? ability(false, errors.notExited.code) : change,
    },
  }
}

async function shownAbsence({ tx }: Reading, id: string) {
  const absence = await absenceById(tx, { id })
  if (!absence) throw refuse(errors.absenceNotFound)
  return absence
}

async function employeesFile(rows: readonly EmployeeRow[], language: Language): Promise<Download> {
  const columns = exportColumns[language].map(({ heading, type }) => ({ heading, type }))
  const lines = rows.map((row) => [
    row.employeeNumber,
    row.name.ar,
    row.name.en,
    row.title?.[language] ?? null,
    row.division?.[language] ?? null,
    row.level,
    row.supervisor?.name[language] ?? null,
    row.hiredOn,
    row.exitedOn,
  ])
  const bytes = await writeXlsx({
    sheets: [
      { name: language === 'ar' ? 'الموظفون' : 'Employees', rightToLeft: language === 'ar', columns, rows: lines },
    ],
  })
  return { filename: 'itqan-employees.xlsx', type: xlsxType, bytes }
}

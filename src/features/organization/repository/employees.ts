import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { EmployeeFacts } from '../domain/import-employees.ts'
import type { AbsenceKind } from '../domain/vocabulary.ts'
import { chunks } from './periods.ts'

export type EmployeeRow = EmployeeFacts & { readonly id: string; readonly inScope?: boolean }

export async function addEmployees(
  tx: Tx,
  { employees, now }: { employees: readonly EmployeeRow[]; now: Date },
): Promise<void> {
  for (const rows of chunks(employees)) {
    await sql`INSERT INTO employees (id, created_at, civil_number, employee_number, name_ar, name_en, gender, hired_on,
                                     phone, email, in_scope)
      SELECT (r->>'id')::uuid, ${now}, ${columns}
        FROM json_array_elements(${JSON.stringify(rows)}::json) AS list (r)`.execute(tx)
  }
}

/** Writes the facts of people and moves each to its next version. */
export async function saveEmployees(tx: Tx, employees: readonly EmployeeRow[]): Promise<void> {
  for (const rows of chunks(employees)) {
    await sql`UPDATE employees e
         SET (civil_number, employee_number, name_ar, name_en, gender, hired_on, phone, email, in_scope) = ROW (${columns}),
             version = version + 1
        FROM json_array_elements(${JSON.stringify(rows)}::json) AS list (r)
       WHERE e.id = (r->>'id')::uuid`.execute(tx)
  }
}

export async function saveExit(tx: Tx, { id, lastDay }: { id: string; lastDay: string | null }): Promise<void> {
  await tx
    .updateTable('employees')
    .set((is) => ({ exited_on: lastDay, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export type AbsenceFacts = {
  readonly kind: AbsenceKind
  readonly startsOn: string
  readonly endsOn: string
  readonly note: string | null
}

export async function addAbsence(
  tx: Tx,
  absence: AbsenceFacts & { id: string; employeeId: string; recordedBy: string | null; now: Date },
): Promise<void> {
  await tx
    .insertInto('absences')
    .values({
      id: absence.id,
      employee_id: absence.employeeId,
      ...absenceColumns(absence),
      recorded_by: absence.recordedBy,
      recorded_at: absence.now,
    })
    .execute()
}

export async function saveAbsence(tx: Tx, { id, ...facts }: AbsenceFacts & { id: string }): Promise<void> {
  await tx
    .updateTable('absences')
    .set((is) => ({ ...absenceColumns(facts), version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function removeAbsence(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('absences').where('id', '=', id).execute()
}

function absenceColumns({ kind, startsOn, endsOn, note }: AbsenceFacts) {
  return { kind, starts_on: startsOn, ends_on: endsOn, note }
}

const columns = sql`r->>'civilNumber', r->>'employeeNumber', r#>>'{name,ar}', r#>>'{name,en}', r->>'gender',
  (r->>'hiredOn')::date, r->>'phone', r->>'email', coalesce((r->>'inScope')::boolean, true)`

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

export type Service = { readonly hiredOn: string; readonly exitedOn: string | null; readonly level: number | null }

/** From when to when a person serves, with the level on a day (the last known one without a day). */
export async function serviceOf(
  tx: Tx,
  { employeeId, on = 'infinity' }: { employeeId: string; on?: string },
): Promise<Service | null> {
  const { rows } = await sql<Service>`
    SELECT e.hired_on AS "hiredOn", e.exited_on AS "exitedOn",
           (SELECT level FROM assignments a WHERE a.employee_id = e.id AND a.valid_from <= ${on}::date
             ORDER BY a.valid_from DESC LIMIT 1) AS level
      FROM employees e WHERE e.id = ${employeeId}::uuid`.execute(tx)
  return rows[0] ?? null
}

/** Who has one of the numbers in this entity, apart from one person. */
export async function numbersTaken(
  tx: Tx,
  {
    civilNumber,
    employeeNumber,
    except,
  }: { civilNumber: string; employeeNumber: string | null; except: string | null },
): Promise<{ civilNumber: boolean; employeeNumber: boolean }> {
  const { rows } = await sql<{ civilNumber: boolean; employeeNumber: boolean }>`
    SELECT coalesce(bool_or(civil_number = ${civilNumber}), false) AS "civilNumber",
           coalesce(bool_or(employee_number = ${employeeNumber}), false) AS "employeeNumber"
      FROM employees
     WHERE (civil_number = ${civilNumber} OR employee_number = ${employeeNumber})
       AND id IS DISTINCT FROM ${except}::uuid`.execute(tx)
  return rows[0] ?? { civilNumber: false, employeeNumber: false }
}

/** Whose supervisor the person still is after a day. */
export async function supervisedAfter(
  tx: Tx,
  { supervisorId, day }: { supervisorId: string; day: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT employee_id AS id FROM supervisions
     WHERE supervisor_id = ${supervisorId}::uuid AND (valid_to IS NULL OR valid_to > ${day}::date)`.execute(tx)
  return rows.map((row) => row.id)
}

/** Divisions that the person heads on some day after the given one. */
export async function headedAfter(tx: Tx, { employeeId, day }: { employeeId: string; day: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT division_id AS id FROM headships
     WHERE employee_id = ${employeeId}::uuid AND (valid_to IS NULL OR valid_to > ${day}::date)`.execute(tx)
  return rows.map((row) => row.id)
}

/** Whether another absence of the person shares a day with the range. */
export async function absenceOverlaps(
  tx: Tx,
  range: { employeeId: string; startsOn: string; endsOn: string; except: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM absences WHERE employee_id = ${range.employeeId}::uuid AND id IS DISTINCT FROM ${range.except}::uuid
       AND starts_on <= ${range.endsOn}::date AND ends_on >= ${range.startsOn}::date`.execute(tx)
  return rows.length > 0
}

/** Whether another membership of the person in the body shares a day with the range. */
export async function membershipOverlaps(
  tx: Tx,
  range: { employeeId: string; body: string; from: string; to: string | null; except: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM memberships WHERE employee_id = ${range.employeeId}::uuid AND body = ${range.body}
       AND id IS DISTINCT FROM ${range.except}::uuid
       AND daterange(valid_from, valid_to, '[]') && daterange(${range.from}::date, ${range.to}::date, '[]')`.execute(tx)
  return rows.length > 0
}

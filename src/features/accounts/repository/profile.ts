import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

export type Profile = {
  readonly displayTitle: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly version: number
}
export type ProfileField = 'displayTitle' | 'phone' | 'email'

const columns = { displayTitle: 'display_title', phone: 'phone', email: 'email' } as const

export async function lockProfile(tx: Tx, employeeId: string): Promise<Profile | null> {
  const { rows } = await sql<Profile>`
    SELECT display_title AS "displayTitle", phone, email, version FROM employees
     WHERE id = ${employeeId}::uuid FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

type Change = {
  readonly id: string
  readonly field: ProfileField
  readonly from: string | null
  readonly to: string | null
}

/** Writes what changed, value by value into the history, and moves the version on. */
export async function saveProfile(
  tx: Tx,
  { employeeId, changes, now }: { employeeId: string; changes: readonly Change[]; now: Date },
): Promise<void> {
  await tx
    .updateTable('employees')
    .set((expression) => ({
      ...Object.fromEntries(changes.map(({ field, to }) => [columns[field], to])),
      version: expression('version', '+', 1),
    }))
    .where('id', '=', employeeId)
    .execute()
  await tx
    .insertInto('employee_profile_changes')
    .values(
      changes.map(({ id, field, from, to }) => ({
        id,
        employee_id: employeeId,
        field: columns[field],
        old_value: from,
        new_value: to,
        changed_by: employeeId,
        changed_at: now,
      })),
    )
    .execute()
}

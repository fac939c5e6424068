import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { SignInRole } from '../../../shared/roles.ts'

/** Employees who hold a sign-in role now. */
export async function employeesWithRole(tx: Tx, { role }: { readonly role: SignInRole }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT i.employee_id AS id
      FROM role_grants g JOIN identity_entities i ON i.identity_id = g.identity_id AND i.entity_id = g.entity_id
     WHERE g.role = ${role} AND g.revoked_at IS NULL AND i.employee_id IS NOT NULL
     ORDER BY g.granted_at, i.employee_id`.execute(tx)
  return rows.map((row) => row.id)
}

/** The team that applies the system in the entity. */
export async function ejadaTeam(tx: Tx): Promise<string[]> {
  return employeesWithRole(tx, { role: 'ejada_team' })
}

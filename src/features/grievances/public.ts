import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Status } from './domain/grievance.ts'
import { partsOf } from './policy.ts'
import * as grievances from './repository.ts'
import { circleOf } from './usecases/access.ts'
import { readsExplanation } from './usecases/present.ts'

export { constraints as grievanceConstraints } from './errors.ts'
export { grievancesMe } from './usecases/me.ts'
export { workItemKinds as grievancesWorkItemKinds } from './usecases/work-items.ts'
export { involvedIn, membersOf } from './views/involvement.ts'
export { peopleOf } from './views/people.ts'

/** Where a notice about a grievance leads. */
export const grievancesLinks = { grievance: (id: string) => `/my/grievances/${id}` }

/** The grievance of a person against the result of a year, once it has been filed. */
export async function grievanceOf(
  tx: Tx,
  { employeeId, year }: { readonly employeeId: string; readonly year: number },
): Promise<{ id: string; status: Status } | null> {
  const { rows } = await sql<{ id: string; status: Status }>`
    SELECT id, status FROM grievances WHERE employee_id = ${employeeId}::uuid AND year = ${year}`.execute(tx)
  return rows[0] ?? null
}

/** Whether somebody works on the grievance of a person now, and so may read why the result is what it is. */
export async function hearsGrievanceOf(
  tx: Tx,
  { memberId, employeeId, year, today }: { memberId: string; employeeId: string; year: number; today: string },
): Promise<boolean> {
  const found = await grievanceOf(tx, { employeeId, year })
  const grievance = found && (await grievances.read(tx, found))
  if (!grievance || memberId === employeeId) return false
  const circle = await circleOf(tx, { grievance, today })
  return readsExplanation(partsOf({ employeeId: memberId, roles: [] }, { ...grievance, ...circle }), grievance.status)
}

import type { Tx } from '../../platform/db/database.ts'
import type { EntityActor } from '../../shared/actor.ts'
import { currentCycle } from './views/document.ts'
import { type FoundDocument, searchTeam } from './views/standing.ts'

export { constraints as performanceConstraints } from './errors.ts'
export { performanceHome } from './usecases/home.ts'
export { organizationEvents as performanceOrganizationEvents } from './usecases/line-changes.ts'
export { performanceMe } from './usecases/me.ts'
export { workItemKinds as performanceWorkItemKinds } from './usecases/work-items.ts'
export { contributions } from './views/contributions.ts'

/** Where a notice about a document leads. */
export const performanceLinks = { performance_document: (id: string) => `/documents/${id}` }

/** Documents of the running cycle of the people below the asker, by the person's name. */
export async function search(
  tx: Tx,
  {
    actor,
    text,
    limit,
    on,
  }: { readonly actor: EntityActor; readonly text: string; readonly limit: number; readonly on: string },
): Promise<FoundDocument[]> {
  const cycle = actor.employeeId ? await currentCycle(tx, { today: on }) : null
  if (!actor.employeeId || !cycle) return []
  return searchTeam(tx, { employeeId: actor.employeeId, text, today: on, cycleId: cycle.id, limit })
}

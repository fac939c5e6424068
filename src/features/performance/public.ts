import type { Tx } from '../../platform/db/database.ts'
import type { EntityActor } from '../../shared/actor.ts'
import type { Name } from './domain/document.ts'
import { ar } from './messages.ar.ts'
import { en } from './messages.en.ts'
import { currentCycle } from './views/document.ts'
import { searchTeam } from './views/standing.ts'

export type { Cycle } from './domain/document.ts'
export { constraints as performanceConstraints } from './errors.ts'
export { close as closeCycle, lockCycle } from './repository/cycles.ts'
export { closeAll as closeDocuments } from './repository/segments.ts'
export { setClosingStatus, splitDocument } from './usecases/closing.ts'
export { performanceHome } from './usecases/home.ts'
export { organizationEvents as performanceOrganizationEvents } from './usecases/line-changes.ts'
export { performanceMe } from './usecases/me.ts'
export { labelOf as cycleLabel } from './usecases/print.ts'
export { workItemKinds as performanceWorkItemKinds } from './usecases/work-items.ts'
export { contributions } from './views/contributions.ts'
export { cycleById } from './views/cycles.ts'
export { currentCycle } from './views/document.ts'
export {
  actingFor,
  cycleJson,
  decodeCursor,
  employeeJson,
  encodeCursor,
  higher,
  lineOfDocument,
  person,
  placeOf,
} from './views/fragments.ts'
export { letterhead } from './views/print.ts'
export { nameLike, peopleById } from './views/team.ts'

/** Where a notice about a document leads. */
export const performanceLinks = { performance_document: (id: string) => `/documents/${id}` }

export type DocumentHit = { readonly id: string; readonly title: Name; readonly detail: Name; readonly link: string }

/** Documents of the running cycle of the people below the asker, by the person's name. */
export async function search(
  tx: Tx,
  {
    actor,
    text,
    limit,
    on,
  }: { readonly actor: EntityActor; readonly text: string; readonly limit: number; readonly on: string },
): Promise<DocumentHit[]> {
  const cycle = actor.employeeId ? await currentCycle(tx, { today: on }) : null
  if (!actor.employeeId || !cycle) return []
  const found = await searchTeam(tx, { employeeId: actor.employeeId, text, today: on, cycleId: cycle.id, limit })
  const detail = { ar: ar.performanceFiles.print.title, en: en.performanceFiles.print.title }
  return found.map(({ id, employee }) => ({
    id,
    title: employee,
    detail,
    link: performanceLinks.performance_document(id),
  }))
}

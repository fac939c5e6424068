import type { Tx } from '../../platform/db/database.ts'
import type { Actor } from '../../shared/actor.ts'
import { mayManagePlan } from './policy.ts'
import { type PublishedDirection, readDirectionsFor } from './views/directions.ts'
import { findNodes, type NodeInPlan } from './views/plan.ts'

export {
  type Contribution,
  connectAnnualPlan,
  type DirectionPublished,
} from './usecases/connections.ts'
export type { PublishedDirection } from './views/directions.ts'
export type { NodeInPlan } from './views/plan.ts'

/** The nodes of the plan in force in a year: the approved version, else the preliminary one (AMB-62). */
export async function nodesForYear(
  tx: Tx,
  { year, text, limit }: { readonly year: number; readonly text?: string; readonly limit?: number },
): Promise<NodeInPlan[]> {
  return findNodes(tx, { year, ...(text && { text }), ...(limit && { limit }) })
}

/** The named nodes as the plans in force hold them; those that no plan in force holds are left out. */
export async function nodesByIds(tx: Tx, { ids }: { readonly ids: readonly string[] }): Promise<NodeInPlan[]> {
  return ids.length === 0 ? [] : findNodes(tx, { ids })
}

/** Whether the plan in force of the year holds every one of the nodes (AMB-61). */
export async function nodesExist(
  tx: Tx,
  { ids, year }: { readonly ids: readonly string[]; readonly year: number },
): Promise<boolean> {
  const wanted = new Set(ids)
  if (wanted.size === 0) return true
  return (await findNodes(tx, { ids: [...wanted], year })).length === wanted.size
}

/** Published directions to any of the divisions or a division above them (D-17). */
export async function directionsFor(
  tx: Tx,
  request: { readonly divisionIds: readonly string[]; readonly year: number },
): Promise<PublishedDirection[]> {
  return readDirectionsFor(tx, request)
}

export type PlanHit = {
  readonly kind: 'plan'
  readonly id: string
  readonly title: NodeInPlan['title']
  /** Code and year, the same in both languages. */
  readonly detail: NodeInPlan['title']
  readonly link: string
}

/** Nodes of the plans in force for the search over everything. */
export async function search(
  tx: Tx,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<PlanHit[]> {
  const found = await findNodes(tx, { text, limit })
  return found.map(({ id, title, code, year }) => {
    const place = `${code} · ${year}`
    return { kind: 'plan', id, title, detail: { ar: place, en: place }, link: `/plan/annual/nodes/${id}` }
  })
}

/** What the menu asks of this feature. */
export const annualPlanMe = {
  can: async (_tx: Tx, { actor }: { readonly actor: Pick<Actor, 'roles'> }): Promise<Record<string, boolean>> => ({
    'annual_plan.manage': mayManagePlan(actor),
  }),
}

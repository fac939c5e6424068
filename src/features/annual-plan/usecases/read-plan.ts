import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { calendarOf } from '../../policies/public.ts'
import { ancestorsOf, withDescendants } from '../domain/tree.ts'
import { dayWithin } from '../domain/version.ts'
import { errors } from '../errors.ts'
import { mayManagePlan } from '../policy.ts'
import type { PlanNode } from '../schema.ts'
import { type PlanRead, readNodeHistory, readPlan } from '../views/plan.ts'
import { connections } from './connections.ts'

type Reading = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** The plan of a year as everyone reads it, or for planners any one version. */
export async function planOf({
  year,
  versionId,
  actor,
  now,
  tx,
}: Reading & { year: number; versionId?: string | undefined }) {
  const manage = mayManagePlan(actor)
  const on = dayWithin(year, (await calendarOf(tx, { year })).today(now))
  const read = await readPlan(tx, { chosen: versionId ? { versionId } : { year }, on })
  const hidden = versionId && (!read.version || (read.version.status === 'draft' && !manage))
  if (hidden) throw refuse(errors.versionNotFound)
  return {
    year: read.version?.year ?? year,
    years: [...read.years],
    version: read.version,
    nodes: await withContributions(tx, read),
    can: { manage },
  }
}

/** One node in the newest version that holds it. */
export async function nodeOf({ id, now, tx }: Omit<Reading, 'actor'> & { id: string }) {
  const today = (await calendarOf(tx)).today(now)
  const read = await readPlan(tx, { chosen: { nodeId: id }, on: today })
  const { version } = read
  if (!version) throw refuse(errors.nodeNotFound)
  const nodes = await withContributions(tx, read)
  const node = nodes.find((one) => one.id === id)
  if (!node) throw refuse(errors.nodeNotFound)
  const history = await readNodeHistory(tx, { nodeId: id })
  return {
    version,
    node,
    ancestors: ancestorsOf(nodes, id),
    children: nodes.filter((one) => one.parentId === id),
    current: history.some((one) => one.inForce),
    history,
  }
}

async function withContributions(tx: Tx, { version, nodes }: PlanRead): Promise<PlanNode[]> {
  const provider = connections().contributions
  if (!provider || !version || nodes.length === 0) return nodes.map((node) => ({ ...node, contribution: null }))
  const below = withDescendants(nodes)
  const found = await provider(tx, { nodeIds: nodes.map((node) => node.id), below, year: version.year })
  const none = { people: 0, keyResults: 0, divisions: [] }
  return nodes.map((node) => ({ ...node, contribution: found[node.id] ?? none }))
}

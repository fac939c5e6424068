import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { Name } from '../domain/node.ts'
import type { PlanContribution } from '../schema.ts'

/** What performance documents add up to at a node of the plan. */
export type Contribution = PlanContribution

/**
 * Answers, for each node, who contributes. `below[id]` names the node and everything under it: a person who
 * contributes to several of them counts once. Nodes to which nobody contributes may be left out.
 */
type ContributionsProvider = (
  tx: Tx,
  asked: {
    readonly nodeIds: readonly string[]
    readonly below: Readonly<Record<string, readonly string[]>>
    readonly year: number
  },
) => Promise<Readonly<Record<string, Contribution>>>

export type DirectionPublished = {
  readonly id: string
  readonly year: number
  readonly divisionId: string
  readonly division: Name
  readonly authorId: string
  readonly author: Name
  /** Employees of the division and of all below it, the author among them. */
  readonly reaches: readonly string[]
  readonly newId: NewId
  readonly now: Date
}

/** Later features connect themselves in src/app. */
type AnnualPlanConnections = {
  readonly contributions?: ContributionsProvider
  /** Told in the transaction in which directions are published (D-17). */
  readonly directionPublished?: (tx: Tx, fact: DirectionPublished) => Promise<void>
}

let connected: AnnualPlanConnections = {}

/** Called once by src/app; what is not connected is neither asked nor told. */
export function connectAnnualPlan(connections: AnnualPlanConnections): void {
  connected = connections
}

export function connections(): AnnualPlanConnections {
  return connected
}

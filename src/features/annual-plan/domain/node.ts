import type { DataType } from '../../../shared/measure.ts'

/** From the objective down to what is carried out. */
export const nodeKinds = ['objective', 'programme', 'initiative', 'project'] as const
export type NodeKind = (typeof nodeKinds)[number]

export type Name = { readonly ar: string; readonly en: string }

/** Below which kinds a kind may stand; none for an objective, which is the root. */
const parents: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  objective: [],
  programme: ['objective'],
  initiative: ['objective', 'programme'],
  project: ['objective', 'programme', 'initiative'],
}

export function mayStandBelow(kind: NodeKind, parent: NodeKind): boolean {
  return parents[kind].includes(parent)
}

/** One indicator of a node; values as plain text, 'YYYY-MM-DD' for dates. */
export type PlannedIndicator = {
  readonly name: Name
  readonly dataType: DataType
  readonly baseline: string | null
  readonly target: string
}

/** What a node serves above: a national priority, and where known an indicator and a national programme. */
export type PlannedLink = {
  readonly priorityId: string
  readonly indicatorId: string | null
  readonly programmeId: string | null
}

/** One node of a plan as it is imported or exported; codes are the identity across versions. */
export type PlannedNode = {
  readonly code: string
  readonly kind: NodeKind
  readonly parentCode: string | null
  readonly title: Name
  readonly summary: Name
  readonly ownerDivisionId: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly indicators: readonly PlannedIndicator[]
  readonly serves: readonly PlannedLink[]
}

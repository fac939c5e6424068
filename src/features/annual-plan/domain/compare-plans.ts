import type { PlannedNode } from './node.ts'

type Change = 'added' | 'changed' | 'same'

export type Comparison = {
  /** What each node of the new plan is beside the one in force. */
  readonly changes: ReadonlyMap<string, Change>
  /** Nodes that the new plan no longer holds. */
  readonly removed: readonly PlannedNode[]
}

/** A new plan beside the one in force, by code. Without one in force everything is new. */
export function comparePlans(before: readonly PlannedNode[], after: readonly PlannedNode[]): Comparison {
  const earlier = new Map(before.map((node) => [node.code, node]))
  const later = new Set(after.map((node) => node.code))
  return {
    changes: new Map(
      after.map((node) => {
        const old = earlier.get(node.code)
        return [node.code, !old ? 'added' : contentOf(old) === contentOf(node) ? 'same' : 'changed']
      }),
    ),
    removed: before.filter((node) => !later.has(node.code)),
  }
}

function contentOf(node: PlannedNode): string {
  const { kind, parentCode, title, summary, ownerDivisionId, startsOn, endsOn, indicators, serves } = node
  return JSON.stringify([
    kind,
    parentCode,
    title.ar,
    title.en,
    summary.ar,
    summary.en,
    ownerDivisionId,
    startsOn,
    endsOn,
    indicators.map((one) => [one.name.ar, one.name.en, one.dataType, one.baseline, one.target]),
    serves.map((one) => [one.priorityId, one.indicatorId, one.programmeId]).toSorted(),
  ])
}

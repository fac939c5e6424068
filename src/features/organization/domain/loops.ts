import { intersection } from './periods.ts'

/** One "is below" that holds for a time: an employee below a supervisor, a division below its parent. */
export type Edge = {
  readonly below: string
  readonly above: string
  readonly from: string
  readonly to: string | null
}

/**
 * Whether a new edge would close a loop on some day, given all edges upward from its upper end that share a day with
 * it. Answers the first such day found, or null. Only edges that hold on one common day make a loop.
 */
export function loopOn(edges: readonly Edge[], added: Edge): string | null {
  const upward = Map.groupBy(edges, (edge) => edge.below)
  const walk = (at: string, days: { from: string; to: string | null }, seen: ReadonlySet<string>): string | null => {
    if (at === added.below) return days.from
    if (seen.has(at)) return null
    for (const edge of upward.get(at) ?? []) {
      const shared = intersection(days, edge)
      const found = shared && walk(edge.above, shared, new Set([...seen, at]))
      if (found) return found
    }
    return null
  }
  return walk(added.above, added, new Set())
}

/** Members of loops where each one has at most one above: `above.get(member)`. Each loop once, from where it was met. */
export function loopsIn(above: ReadonlyMap<string, string>): string[][] {
  const finished = new Set<string>()
  const loops: string[][] = []
  for (const start of above.keys()) {
    const trail = new Map<string, number>()
    let at: string | undefined = start
    while (at !== undefined && !finished.has(at) && !trail.has(at)) {
      trail.set(at, trail.size)
      at = above.get(at)
    }
    const members = [...trail.keys()]
    if (at !== undefined && trail.has(at)) loops.push(members.slice(trail.get(at)))
    for (const member of members) finished.add(member)
  }
  return loops
}

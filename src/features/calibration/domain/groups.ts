/** A person as frozen for the year: what calibration looks at does not move under it. */
export type Member = {
  readonly employeeId: string
  /** Division ids from the highest below the entity down to the person's own; empty for the head's office. */
  readonly path: readonly string[]
  readonly family: string | null
}

export type GroupRules = {
  /** People of leadership are compared with each other, where the policy says so (AMB-11). */
  readonly byFamily: boolean
  /** Divisions are compared each for itself: how many levels down, 0 for the entity as a whole. */
  readonly depth: number
  /** Fewer people than these have no quotas of their own (AMB-11). */
  readonly minimum: number
}

/** The policy's strata: everybody together, by job family, or by the highest divisions. */
export function groupRulesOf(strata: 'none' | 'job_family' | 'sector', minimum: number): GroupRules {
  return { byFamily: strata === 'job_family', depth: strata === 'sector' ? 1 : 0, minimum }
}

type Stratum = { readonly divisionId: string | null; readonly family: string | null; readonly people: number }

export type Group = {
  /** Stable across runs: `<division or entity>/<family or all>`. */
  readonly key: string
  /** The division whose people it holds; null for the whole entity. */
  readonly divisionId: string | null
  readonly family: string | null
  /** Ascending. */
  readonly employeeIds: readonly string[]
  /** False for an entity below the minimum: no quotas there, only advice. */
  readonly hasQuotas: boolean
  /** The smaller groups that were put together in this one, for the published calculation; empty when it is whole. */
  readonly pooled: readonly Stratum[]
}

/**
 * Who is compared with whom (AMB-11): divisions down to a depth, by job family where asked; what is smaller than the
 * minimum is pooled with what else is small, level by level upward, then across families, and at last takes in the
 * smallest group beside it. Nobody is left over; only an entity below the minimum has one group without quotas.
 * The order of the people makes no difference.
 */
export function groupsOf(members: readonly Member[], rules: GroupRules): Group[] {
  const families = new Map<string | null, Member[]>()
  for (const member of members) put(families, rules.byFamily ? member.family : null, member)
  const settled: Pool[] = []
  const open: Pool[] = []
  for (const [family, people] of sortedEntries(families)) {
    // Who has no family cannot be compared within one.
    if (rules.byFamily && family === null) {
      open.push({ divisionId: null, family, members: people, pooled: [] })
      continue
    }
    const { groups, rest } = split({ divisionId: null, family, depth: rules.depth, level: 0 }, people, rules.minimum)
    if (rest && groups.length > 0) settled.push(...absorb(rest, groups, rules.minimum))
    else if (rest) open.push(rest)
    else settled.push(...groups)
  }
  if (open.length === 0) return settled.map((pool) => group(pool, true))
  const across = open.length === 1 ? (open[0] as Pool) : merged(null, null, open)
  if (across.members.length >= rules.minimum) return [...settled, across].map((pool) => group(pool, true))
  if (settled.length === 0) return [group(across, false)]
  return absorb(across, settled, rules.minimum).map((pool) => group(pool, true))
}

type Pool = {
  readonly divisionId: string | null
  readonly family: string | null
  readonly members: readonly Member[]
  readonly pooled: readonly Stratum[]
}

type Place = {
  readonly divisionId: string | null
  readonly family: string | null
  readonly depth: number
  readonly level: number
}

/** The groups within one place, and the people of it that are too few for one. */
function split(place: Place, members: readonly Member[], minimum: number): { groups: Pool[]; rest: Pool | null } {
  const { divisionId, family, depth, level } = place
  const children = new Map<string, Member[]>()
  const own: Member[] = []
  for (const member of members) {
    const child = level < depth ? member.path[level] : undefined
    if (child === undefined) own.push(member)
    else put(children, child, member)
  }
  const groups: Pool[] = []
  const small: Pool[] = []
  for (const [child, people] of sortedEntries(children)) {
    const below = split({ divisionId: child, family, depth, level: level + 1 }, people, minimum)
    groups.push(...below.groups)
    if (below.rest) small.push(below.rest)
  }
  if (own.length > 0) small.push({ divisionId, family, members: own, pooled: [] })
  if (small.length === 0) return { groups, rest: null }
  const alone = small.length === 1 && own.length > 0
  const together = alone ? (small[0] as Pool) : merged(divisionId, family, small)
  return together.members.length >= minimum ? { groups: [...groups, together], rest: null } : { groups, rest: together }
}

/** What is too small takes in the smallest group beside it, by key where equal, until it is large enough. */
function absorb(rest: Pool, groups: readonly Pool[], minimum: number): Pool[] {
  const bySize = [...groups].sort((a, b) => a.members.length - b.members.length || (keyOf(a) < keyOf(b) ? -1 : 1))
  const taken: Pool[] = [rest]
  let size = rest.members.length
  while (size < minimum) {
    const next = bySize.shift()
    if (!next) break
    taken.push(next)
    size += next.members.length
  }
  const family = taken.every((pool) => pool.family === rest.family) ? rest.family : null
  const left = groups.filter((pool) => bySize.includes(pool))
  return [...left, merged(null, family, taken)]
}

function merged(divisionId: string | null, family: string | null, pools: readonly Pool[]): Pool {
  const pooled = pools.flatMap((pool) =>
    pool.pooled.length > 0
      ? pool.pooled
      : [{ divisionId: pool.divisionId, family: pool.family, people: pool.members.length }],
  )
  return { divisionId, family, members: pools.flatMap((pool) => pool.members), pooled }
}

function group(pool: Pool, hasQuotas: boolean): Group {
  return {
    key: keyOf(pool),
    divisionId: pool.divisionId,
    family: pool.family,
    employeeIds: pool.members.map((member) => member.employeeId).sort(),
    hasQuotas,
    pooled: pool.pooled,
  }
}

function keyOf({ divisionId, family }: Pool): string {
  return `${divisionId ?? 'entity'}/${family ?? 'all'}`
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function sortedEntries<Key extends string | null, Value>(map: Map<Key, Value>): [Key, Value][] {
  return [...map].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
}

/** Somebody who competes for a seat of one group; whole numbers, null where there is none, which comes last. */
export type Candidate = {
  readonly id: string
  readonly state: 'ratified' | 'qualified' | 'undecided'
  /** Micro-percent: the annual result as it ranks. */
  readonly ranking: bigint
  /** The ordered tie-breakers of AMB-12. */
  readonly planScore: bigint | null
  readonly lowestCycle: bigint | null
  readonly lastCycle: bigint | null
}

export type Seats = {
  /** q(excellent) of the group; null where quotas do not apply. */
  readonly seats: number | null
  /** q(very good) + q(excellent): the tolerance of a tie is counted on it (H5). */
  readonly pool: number
  readonly tolerance: { readonly seats: number; readonly percent: number }
}

/**
 * `free`: a seat whatever is decided of the others. `waits`: it depends on dossiers of higher results. `beyond`: those
 * who have been ratified hold every seat that could be this one's.
 */
export type SeatStanding = 'free' | 'waits' | 'beyond'

const breakers = ['planScore', 'lowestCycle', 'lastCycle'] as const

/** From the highest: result, then tie-breakers. Equals stay in the order of ids, which decides nothing. */
export function ordered(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => compareAll(a, b) || (a.id < b.id ? -1 : 1))
}

/**
 * Who gets a seat among these, never by name or seniority (AMB-12, 14, H5): from the highest result down; a tie at the
 * last seat goes up whole within the tolerance, else the tie-breakers separate it, and who is equal still goes up.
 */
export function seated(candidates: readonly Candidate[], { seats, pool, tolerance }: Seats): Set<string> {
  if (seats === null) return new Set(candidates.map(({ id }) => id))
  const up = new Set<string>()
  if (seats === 0) return up
  const most = Math.max(tolerance.seats, Math.floor((tolerance.percent * pool) / 100))
  for (const tie of runs(ordered(candidates), (a, b) => a.ranking === b.ranking)) {
    if (up.size >= seats) break
    const separate = up.size + tie.length - seats > most
    const blocks = separate ? runs(tie, (a, b) => compareAll(a, b) === 0) : [tie]
    for (const block of blocks) {
      if (up.size < seats) for (const { id } of block) up.add(id)
    }
  }
  return up
}

/** How one candidate stands for a seat now. */
export function standingOf(id: string, candidates: readonly Candidate[], seats: Seats): SeatStanding {
  if (seated(candidates, seats).has(id)) return 'free'
  const settled = candidates.filter((one) => one.id === id || one.state === 'ratified')
  return seated(settled, seats).has(id) ? 'waits' : 'beyond'
}

function runs<T>(sorted: readonly T[], same: (a: T, b: T) => boolean): T[][] {
  const found: T[][] = []
  for (const one of sorted) {
    const last = found.at(-1)
    if (last?.[0] !== undefined && same(last[0], one)) last.push(one)
    else found.push([one])
  }
  return found
}

function compareAll(a: Candidate, b: Candidate): number {
  if (a.ranking !== b.ranking) return a.ranking > b.ranking ? -1 : 1
  for (const by of breakers) {
    const [mine, theirs] = [a[by], b[by]]
    if (mine === theirs) continue
    if (mine === null || theirs === null) return mine === null ? 1 : -1
    return mine > theirs ? -1 : 1
  }
  return 0
}

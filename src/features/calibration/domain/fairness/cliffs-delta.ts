export const magnitudes = ['negligible', 'small', 'medium', 'large'] as const
export type Magnitude = (typeof magnitudes)[number]

/**
 * Cliff's delta, -1 to 1: how much more often a member of the first group stands above one of the second than below
 * (Cliff 1993). Zero when a group is empty.
 */
export function cliffsDelta(first: readonly number[], second: readonly number[]): number {
  const places = midranks([...first, ...second])
  const rankSum = first.reduce((sum, _, index) => sum + (places[index] as number), 0)
  return deltaOfRanks(rankSum, first.length, second.length)
}

/** The same from the sum of the first group's ranks among all, so that many groups share one sorting. */
export function deltaOfRanks(rankSum: number, first: number, second: number): number {
  if (first === 0 || second === 0) return 0
  return (2 * rankSum - first * (first + 1)) / (first * second) - 1
}

/** The place of each value among all, from 1 for the lowest; equals share the middle of their places. */
export function midranks(values: readonly number[]): Float64Array {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number))
  const places = new Float64Array(values.length)
  for (let start = 0; start < order.length; ) {
    const value = values[order[start] as number]
    let end = start
    while (end < order.length && values[order[end] as number] === value) end += 1
    for (let at = start; at < end; at += 1) places[order[at] as number] = (start + 1 + end) / 2
    start = end
  }
  return places
}

/** Romano and others 2006: 0.147, 0.33 and 0.474 part negligible, small, medium and large. */
export function magnitudeOf(delta: number): Magnitude {
  const size = Math.abs(delta)
  if (size < 0.147) return 'negligible'
  if (size < 0.33) return 'small'
  return size < 0.474 ? 'medium' : 'large'
}

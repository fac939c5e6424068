export const magnitudes = ['negligible', 'small', 'medium', 'large'] as const
export type Magnitude = (typeof magnitudes)[number]

/**
 * Cliff's delta, -1 to 1: how much more often a member of the first group stands above one of the second than below
 * (Cliff 1993). Zero when a group is empty. Sorts once, so that it serves the largest entity.
 */
export function cliffsDelta(first: readonly number[], second: readonly number[]): number {
  if (first.length === 0 || second.length === 0) return 0
  const sorted = Float64Array.from(second).sort()
  let dominance = 0
  for (const value of first) dominance += countBelow(sorted, value) - (sorted.length - countUpTo(sorted, value))
  return dominance / (first.length * second.length)
}

/** Romano and others 2006: 0.147, 0.33 and 0.474 part negligible, small, medium and large. */
export function magnitudeOf(delta: number): Magnitude {
  const size = Math.abs(delta)
  if (size < 0.147) return 'negligible'
  if (size < 0.33) return 'small'
  return size < 0.474 ? 'medium' : 'large'
}

function countBelow(sorted: Float64Array, value: number): number {
  return firstIndex(sorted, (other) => other >= value)
}

function countUpTo(sorted: Float64Array, value: number): number {
  return firstIndex(sorted, (other) => other > value)
}

function firstIndex(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

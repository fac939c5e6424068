/** A count as it may be published: null where too few people stand behind it (RP-21). */
export type Cell = { readonly key: string; readonly count: number | null }

/**
 * Counts without names: 1 to 4 are withheld. Where only one cell would be withheld, the smallest of the others goes
 * with it, because the total gives it away.
 */
export function published(
  counts: readonly { readonly key: string; readonly count: number }[],
  minimum: number,
): Cell[] {
  const isSmall = (count: number) => count > 0 && count < minimum
  const small = counts.filter(({ count }) => isSmall(count))
  const beside =
    small.length === 1
      ? counts.filter(({ count }) => count >= minimum).toSorted((a, b) => a.count - b.count)[0]?.key
      : undefined
  return counts.map(({ key, count }) => ({ key, count: isSmall(count) || key === beside ? null : count }))
}

/** The middle of the numbers, rounded up to a whole one; null where too few stand behind it. */
export function publishedMedian(days: readonly number[], minimum: number): number | null {
  if (days.length < minimum) return null
  const sorted = days.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return Math.ceil((low + high) / 2)
}

/** Cells of fewer people say nothing. */
export const smallestCell = 5

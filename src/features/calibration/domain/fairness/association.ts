import type { TwoByTwo } from './fisher.ts'

/** Rows are groups, columns are outcomes; all rows equally long. */
export type Table = readonly (readonly number[])[]

// Chen, Cohen and Chen 2010: how large odds ratios are in epidemiology; 1.68, 3.47 and 6.71.
const smallOdds = 1.68

/** Pearson's chi-squared; rows and columns without anybody say nothing. */
export function chiSquared(table: Table): number {
  const rows = table.map(sum)
  const columns = columnSums(table)
  const all = sum(rows)
  let found = 0
  table.forEach((cells, row) => {
    cells.forEach((count, column) => {
      const expected = ((rows[row] as number) * (columns[column] as number)) / all
      if (expected > 0) found += (count - expected) ** 2 / expected
    })
  })
  return found
}

/** Cramér's V, 0 to 1: how strongly the outcome depends on the group; 0 where one of them does not vary. */
export function cramersV(table: Table): number {
  const rows = table.map(sum).filter((count) => count > 0).length
  const columns = columnSums(table).filter((count) => count > 0).length
  const smaller = Math.min(rows, columns)
  return smaller < 2 ? 0 : Math.sqrt(chiSquared(table) / (sum(table.map(sum)) * (smaller - 1)))
}

/** The odds of yes in the first group over those in the second; null where a count of zero leaves it undefined. */
export function oddsRatio({ first, second }: TwoByTwo): number | null {
  const below = first.no * second.yes
  return below === 0 ? null : (first.yes * second.no) / below
}

/**
 * Whether odds differ by a factor that matters, about Cohen's small effect of 0.2 (Chen, Cohen and Chen 2010). Unlike
 * Cramér's V it does not shrink when one group is small. Zero counts are eased by a half (Haldane 1956).
 */
export function oddsMatter({ first, second }: TwoByTwo): boolean {
  const eased = [first.yes, first.no, second.yes, second.no].some((count) => count === 0) ? 0.5 : 0
  const odds = ((first.yes + eased) * (second.no + eased)) / ((first.no + eased) * (second.yes + eased))
  return Math.max(odds, 1 / odds) >= smallOdds
}

export function columnSums(table: Table): number[] {
  return (table[0] ?? []).map((_, column) => sum(table.map((cells) => cells[column] as number)))
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

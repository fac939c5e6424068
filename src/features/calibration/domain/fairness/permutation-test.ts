import { randomFrom } from '../../../../shared/random.ts'
import { chiSquared, columnSums, sum, type Table } from './association.ts'

export type PermutationTest = {
  readonly chiSquared: number
  readonly p: number
  /** How many were drawn: fewer than allowed where it was soon plain that nothing stands out. */
  readonly permutations: number
  /** Stored with the finding: the same seed gives the same p again. */
  readonly seed: string
}

// Besag and Clifford 1991: after so many tables at least as extreme their share is known well enough.
const enough = 100

/**
 * Whether groups (rows) and outcomes (columns) go together: how many random exchanges of outcomes between people give
 * at least this chi-squared. The observed table counts as one of them, so p is never zero.
 */
export function permutationTest(table: Table, seed: string, permutations: number): PermutationTest {
  const random = randomFrom(seed)
  const observed = chiSquared(table)
  const sizes = table.map(sum)
  const columns = columnSums(table)
  // The largest outcome is what the others leave, so only those are drawn.
  const largest = columns.indexOf(Math.max(...columns))
  const drawn = columns.flatMap((count, column) => (column === largest ? [] : [{ column, count }]))
  const groupOf = Int32Array.from(sizes.flatMap((size, row) => Array<number>(size).fill(row)))
  let asExtreme = 0
  for (let turn = 0; turn < permutations; turn += 1) {
    const cells = sizes.map((size) => columns.map((_, column) => (column === largest ? size : 0)))
    let at = 0
    for (const { column, count } of drawn) {
      for (const end = at + count; at < end; at += 1) {
        const other = random.between(at, groupOf.length - 1)
        const row = groupOf[other] as number
        groupOf[other] = groupOf[at] as number
        groupOf[at] = row
        const rowCells = cells[row] as number[]
        rowCells[column] = (rowCells[column] as number) + 1
        rowCells[largest] = (rowCells[largest] as number) - 1
      }
    }
    if (chiSquared(cells) >= observed - 1e-9) asExtreme += 1
    if (asExtreme === enough) return { chiSquared: observed, p: enough / (turn + 1), permutations: turn + 1, seed }
  }
  return { chiSquared: observed, p: (asExtreme + 1) / (permutations + 1), permutations, seed }
}

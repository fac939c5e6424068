import { refuse } from '../../shared/refusal.ts'
import { stripInvisible } from '../../shared/text.ts'
import { spreadsheetErrors } from './errors.ts'
import { type Headings, matchHeadings } from './headings.ts'
import { limits } from './limits.ts'
import type { RawRow } from './raw-row.ts'
import type { Table, TableRow } from './table.ts'

type CleanRow = { line: number; cells: string[] }

/**
 * Turns raw rows into a table: finds the row of headings among the first, keeps the columns that it names, cleans the
 * cells, leaves empty rows out, and refuses what is over the limits.
 */
export function tableCollector(headings: Headings | undefined) {
  let first: CleanRow[] | undefined = []
  let keys: readonly (string | undefined)[] = []
  let head: Omit<Table, 'rows' | 'sheet'> = { columns: [], missing: [], unknown: [] }
  let rows: TableRow[] = []
  let count = 0

  function add(raw: RawRow): void {
    const row = clean(raw)
    if (row.cells.length === 0) return
    if (!first) {
      keep(row)
      return
    }
    first.push(row)
    if (first.length === limits.headingRows || !headings) findHeadings()
  }

  function findHeadings(): void {
    const candidates = first ?? []
    first = undefined
    const found = candidates
      .map((row, index) => ({ index, row, ...matchHeadings(row.cells, headings) }))
      .toSorted((one, other) => other.matches - one.matches || one.index - other.index)[0]
    if (!found || found.matches === 0) throw refuse(spreadsheetErrors.noHeading)
    if (found.repeated !== undefined) {
      throw refuse(spreadsheetErrors.repeatedHeading, { params: { heading: found.repeated } })
    }
    keys = found.keys
    head = headOf(found.row.cells, found.keys, headings)
    for (const row of candidates.slice(found.index + 1)) keep(row)
  }

  function keep({ line, cells }: CleanRow): void {
    const named: Record<string, string> = {}
    let empty = true
    for (const [index, key] of keys.entries()) {
      const cell = cells[index]
      if (!key || !cell) continue
      named[key] = cell
      empty = false
    }
    if (empty) return
    count += 1
    if (count > limits.rows) throw refuse(spreadsheetErrors.tooManyRows, { params: { limit: limits.rows } })
    rows.push({ line, cells: named })
  }

  return {
    add,
    /** Rows since the last time. */
    takeRows(): TableRow[] {
      const taken = rows
      rows = []
      return taken
    },
    finish(): Omit<Table, 'rows' | 'sheet'> {
      if (first) findHeadings()
      return head
    },
  }
}

function clean({ line, cells }: RawRow): CleanRow {
  if (cells.length > limits.columns && cells.slice(limits.columns).some((cell) => cell?.trim())) {
    throw refuse(spreadsheetErrors.tooManyColumns, { params: { line, limit: limits.columns } })
  }
  const cleaned: string[] = []
  for (let column = 0; column < Math.min(cells.length, limits.columns); column += 1) {
    const cell = cells[column] ?? ''
    if (cell.length > limits.cell) throw refuse(spreadsheetErrors.cellTooLong, { params: { line, limit: limits.cell } })
    cleaned.push(stripInvisible(cell).trim())
  }
  while (cleaned.at(-1) === '') cleaned.pop()
  return { line, cells: cleaned }
}

function headOf(cells: readonly string[], keys: readonly (string | undefined)[], headings: Headings | undefined) {
  const columns = cells.flatMap((heading, index) => {
    const key = keys[index]
    return key ? [{ key, heading }] : []
  })
  const present = new Set(keys)
  return {
    columns,
    missing: Object.keys(headings ?? {}).filter((key) => !present.has(key)),
    unknown: cells.filter((heading, index) => heading && !keys[index]),
  }
}

import { cellText, looksLikeFormula } from './safe-text.ts'
import type { Cell, Column } from './sheet-to-write.ts'

type CsvTable = { readonly columns: readonly Column[]; readonly rows: Iterable<readonly Cell[]> }

/**
 * Writes a table as CSV that spreadsheets open in the right encoding. A text that would run as a formula gets an
 * apostrophe before it, as people type it.
 */
export function writeCsv({ columns, rows }: CsvTable): string {
  const lines = [columns.map(({ heading }) => quoted(guarded(heading))).join(',')]
  for (const row of rows) lines.push(columns.map((column, index) => cellOf(row[index], column)).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function cellOf(cell: Cell | undefined, { type }: Column): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  if (typeof cell === 'number' || (type === 'number' && /^-?\d+(\.\d+)?$/.test(text))) return text
  return quoted(guarded(text))
}

function guarded(text: string): string {
  const clean = cellText(text)
  return looksLikeFormula(clean) ? `'${clean}` : clean
}

function quoted(text: string): string {
  return /[",;\t\r\n']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

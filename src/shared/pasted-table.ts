/**
 * Rows and cells of a table pasted from a spreadsheet. Cells are split at tabs; text without a tab is split at
 * commas or semicolons only when every row then has the same number of cells, so that a sentence stays whole.
 * Quoted cells may hold separators, doubled quotes and line breaks. Empty rows are left out.
 */
export function parsePastedTable(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const byTab = split(source, '\t')
  if (byTab.some((row) => row.length > 1)) return byTab
  for (const separator of [';', ',']) {
    const rows = split(source, separator)
    const width = rows[0]?.length ?? 0
    if (width > 1 && rows.every((row) => row.length === width)) return rows
  }
  return byTab
}

function split(source: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= source.length) {
    const cell = source[at] === '"' ? quotedCell(source, at, separator) : undefined
    const end = cell?.end ?? plainEnd(source, at, separator)
    row.push((cell?.value ?? source.slice(at, end)).trim())
    if (source[end] !== separator) {
      if (row.some((value) => value !== '')) rows.push(row)
      row = []
    }
    at = end + 1
  }
  return rows
}

/** A quote opens a quoted cell only when it is closed right before a separator or the end of the row. */
function quotedCell(source: string, start: number, separator: string): { value: string; end: number } | undefined {
  let close = source.indexOf('"', start + 1)
  while (close !== -1 && source[close + 1] === '"') close = source.indexOf('"', close + 2)
  if (close === -1) return undefined
  const end = close + 1
  if (end < source.length && source[end] !== separator && source[end] !== '\n') return undefined
  return { value: source.slice(start + 1, close).replaceAll('""', '"'), end }
}

function plainEnd(source: string, start: number, separator: string): number {
  let end = start
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end += 1
  return end
}

import { cellText, looksLikeFormula } from './safe-text.ts'
import type { Cell, Column } from './sheet-to-write.ts'
import { escapeXml, style } from './workbook-parts.ts'

/** A row of cells. Text is always written as a string, which no spreadsheet runs as a formula. */
export function rowXml(cells: readonly Cell[], columns: readonly Column[], line: number): string {
  let xml = `<row r="${line}">`
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]
    if (cell === null || cell === undefined || cell === '') continue
    xml += cellXml(cell, column, `${columnName(index)}${line}`)
  }
  return `${xml}</row>`
}

export function headingXml(columns: readonly Column[]): string {
  const cells = columns.map(({ heading }, index) => textXml(heading, `${columnName(index)}1`, style.heading))
  return `<row r="1">${cells.join('')}</row>`
}

/** `A` for 0, `AB` for 27. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

function cellXml(cell: string | number, { type = 'text' }: Column, reference: string): string {
  if (type === 'number' && isExact(cell)) return `<c r="${reference}" s="${style.number}"><v>${cell}</v></c>`
  if (type === 'date' && typeof cell === 'string') {
    const serial = serialOf(cell)
    if (serial !== null) return `<c r="${reference}" s="${style.date}"><v>${serial}</v></c>`
  }
  const text = String(cell)
  return textXml(text, reference, looksLikeFormula(text) ? style.quoted : style.text)
}

function textXml(text: string, reference: string, index: number): string {
  // Excel reads _x0041_ as a letter: the underscore itself is then escaped.
  const safe = escapeXml(cellText(text)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return `<c r="${reference}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`
}

/** Fifteen significant digits are what a spreadsheet keeps; a longer number would change. */
function isExact(cell: string | number): boolean {
  if (typeof cell === 'number') return Number.isFinite(cell)
  return /^-?\d+(\.\d+)?$/.test(cell) && cell.replace(/\D/g, '').replace(/^0+/, '').length <= 15
}

/** The number of a day, from March 1900 on, where all spreadsheets agree. */
function serialOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const serial = Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
  return Number.isFinite(serial) && serial > 60 ? serial : null
}

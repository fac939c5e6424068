import Papa from 'papaparse'
import { refuse } from '../../shared/refusal.ts'
import { spreadsheetErrors } from './errors.ts'
import type { RawRow } from './raw-row.ts'

const separators = [',', ';', '\t'] as const

/** Reads text of separated cells row by row. A row with line breaks in quotes counts as one, as in a spreadsheet. */
export function readCsv(text: string, takeRow: (row: RawRow) => void): void {
  const { body, separator } = withSeparator(text)
  let line = 0
  Papa.parse<string[]>(body, {
    delimiter: separator,
    skipEmptyLines: false,
    step({ data, errors }) {
      line += 1
      if (errors.some(({ type }) => type === 'Quotes')) throw refuse(spreadsheetErrors.openQuote, { params: { line } })
      takeRow({ line, cells: data })
    },
  })
}

/** Excel may name the separator in a first line; else it is the one that the first rows have most and equally often. */
function withSeparator(text: string): { body: string; separator: string } {
  const named = /^sep=(.)\r?\n/.exec(text)
  if (named?.[1]) return { body: text.slice(named[0].length), separator: named[1] }
  const sample = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/, 20)
    .filter((row) => row.trim() !== '')
  const scores = separators.map((separator) => {
    const counts = sample.map((row) => row.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1)
    const most = Math.max(0, ...counts)
    return { separator, score: counts.filter((count) => count > 0 && count === most).length * most }
  })
  const best = scores.toSorted((one, other) => other.score - one.score)[0]
  return { body: text, separator: best && best.score > 0 ? best.separator : ',' }
}

import { plainNumber } from './cell-format.ts'
import { numberText } from './cell-number.ts'
import type { RawRow } from './raw-row.ts'
import { readPart, type Sheet, unescaped, type Workbook } from './workbook.ts'

type Take = { row(row: RawRow): void; pause(): Promise<void> }

/** Reads a sheet row by row; formulas give the value that was last computed. */
export async function readSheet(workbook: Workbook, sheet: Sheet, take: Take): Promise<void> {
  let line = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let text = ''
  let taking = false
  let aside = 0

  function value(): string {
    switch (type) {
      case 's':
        return workbook.strings[Number(text)] ?? ''
      case 'inlineStr':
      case 'str':
        return unescaped(text)
      case 'b':
        return text === '1' ? 'true' : 'false'
      case 'e':
        return text
      case 'd':
        return text.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
      default:
        return numberText(text.trim(), workbook.formats[style] ?? plainNumber, workbook)
    }
  }

  const handler = {
    open(name: string, { r, t, s }: Readonly<Record<string, string | undefined>>) {
      if (name === 'row') {
        line = r ? Number(r) : line + 1
        cells = []
        column = -1
      } else if (name === 'c') {
        column = r ? columnOf(r) : column + 1
        type = t ?? 'n'
        style = Number(s ?? 0)
        text = ''
      } else if (name === 'rPh') aside += 1
      else if (name === 'v' || name === 't') taking = aside === 0
    },
    text(part: string) {
      if (taking) text += part
    },
    close(name: string) {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'rPh') aside -= 1
      else if (name === 'c' && text !== '') cells[column] = value()
      else if (name === 'row') take.row({ line, cells })
    },
  }
  await readPart(workbook.bytes, sheet.entry, handler, take.pause)
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

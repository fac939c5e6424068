import { weightText } from '../../../shared/decimal.ts'
import { type DataType, parseQuantity, quantityText } from '../../../shared/measure.ts'
import { normalizeArabic } from '../../../shared/text.ts'
import type { KeyResult } from './document.ts'
import { parsedWeight } from './weights.ts'

/** One pasted row: what it would become, and what stands in the way, by column. */
export type PastedRow = {
  readonly line: number
  readonly keyResult: Omit<KeyResult, 'id'>
  readonly problems: readonly { readonly column: PastedColumn; readonly code: string }[]
}

export const pastedColumns = ['statement', 'dataType', 'below', 'meets', 'exceeds', 'weight'] as const
export type PastedColumn = (typeof pastedColumns)[number]

const spellings: Record<DataType, readonly string[]> = {
  percentage: ['نسبة مئوية', 'نسبة', '%', '٪', 'percentage', 'percent'],
  number: ['عدد محدد', 'عدد', 'رقم', 'number', 'count'],
  date: ['تاريخ', 'date'],
}
const typeWords = new Map(
  Object.entries(spellings).flatMap(([type, words]) => words.map((one) => [word(one), type as DataType] as const)),
)

const headings = ['Statement', 'Key result', 'النتيجة الرئيسية', 'بيان النتيجة', 'النتيجة'].map(word)

/**
 * Reads rows pasted from a spreadsheet, in the order of the form: statement, type, three targets, weight. A first row
 * of headings is skipped; an empty type is guessed from the targets.
 */
export function readPastedRows(rows: readonly (readonly string[])[]): PastedRow[] {
  return rows
    .map((cells, index) => ({ cells, line: index + 1 }))
    .filter(({ cells, line }) => !(line === 1 && headings.includes(word(cells[0] ?? ''))))
    .map(({ cells, line }) => readRow(cells, line))
}

function readRow(cells: readonly string[], line: number): PastedRow {
  const [statement = '', typeText = '', below = '', meets = '', exceeds = '', typedWeight = ''] = cells.map((cell) =>
    cell.trim(),
  )
  const problems: PastedRow['problems'][number][] = []
  if (statement === '') problems.push({ column: 'statement', code: 'performance.statement_missing' })
  const known = typeWords.get(word(typeText))
  if (typeText !== '' && !known) problems.push({ column: 'dataType', code: 'performance.type_unknown' })
  const dataType = known ?? guessed([below, meets, exceeds])
  const read = (column: 'below' | 'meets' | 'exceeds', typed: string): string | null => {
    if (typed === '') return null
    const parsed = parseQuantity(dataType, typed)
    if (parsed.ok) return quantityText(dataType, parsed.value)
    problems.push({ column, code: parsed.why })
    return typed
  }
  const targets = { below: read('below', below), meets: read('meets', meets), exceeds: read('exceeds', exceeds) }
  const weight = parsedWeight(typedWeight)
  if (!weight.ok) problems.push({ column: 'weight', code: weight.why })
  return {
    line,
    keyResult: { statement, dataType, targets, weight: weight.ok ? shown(weight.value) : typedWeight },
    problems,
  }
}

function shown(basisPoints: number | null): string | null {
  return basisPoints === null ? null : weightText(basisPoints)
}

function guessed(targets: readonly string[]): DataType {
  if (targets.some((target) => /[%٪]/.test(target))) return 'percentage'
  return targets.some((target) => /\d[-/]\d/.test(target)) ? 'date' : 'number'
}

function word(text: string): string {
  return normalizeArabic(text).trim()
}

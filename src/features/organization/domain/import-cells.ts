import { parseDate } from '../../../shared/dates.ts'
import { toAsciiDigits } from '../../../shared/digits.ts'
import { stripInvisible } from '../../../shared/text.ts'
import type { FindingCode, Findings, ImportRow } from './import-findings.ts'

/** Readers of one cell: the value, or null with a finding. An absent cell is null, with a finding only if required. */

export const patterns = {
  civilNumber: /^[0-9]{5,12}$/,
  employeeNumber: /^[A-Za-z0-9-]{1,20}$/,
  code: /^\S(?:.{0,38}\S)?$/,
  phone: /^\+?[0-9]{8,15}$/,
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
} as const

export function cell(row: ImportRow, column: string): string | null {
  const value = stripInvisible(row.cells[column] ?? '')
    .normalize('NFC')
    .trim()
  return value === '' ? null : value
}

type Asked = { row: ImportRow; column: string; findings: Findings; required?: boolean }

export function textCell({ row, column, findings, required, max, min = 1 }: Asked & { max: number; min?: number }) {
  const value = cell(row, column)
  if (value === null) return absent({ row, column, findings, ...(required && { required }) })
  if (value.length > max) return findings.problem(row, column, 'too_long', { maximum: max, length: value.length })
  if (value.length < min) return findings.problem(row, column, 'required')
  return value
}

export function digitsCell(asked: Asked & { pattern: RegExp; code: FindingCode }): string | null {
  const value = cell(asked.row, asked.column)
  if (value === null) return absent(asked)
  const plain = toAsciiDigits(value).replace(/[\s()]/g, '')
  const read = asked.pattern === patterns.civilNumber ? plain.replace(/-/g, '') : plain
  return asked.pattern.test(read) ? read : asked.findings.problem(asked.row, asked.column, asked.code, { value })
}

export function codeCell(asked: Asked): string | null {
  const value = cell(asked.row, asked.column)
  if (value === null) return absent(asked)
  const read = toAsciiDigits(value)
  return patterns.code.test(read) ? read : asked.findings.problem(asked.row, asked.column, 'not_a_code', { value })
}

export function dateCell(asked: Asked): string | null {
  const value = cell(asked.row, asked.column)
  if (value === null) return absent(asked)
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(toAsciiDigits(value))
  const read = parseDate(yearFirst ? `${yearFirst[3]}/${yearFirst[2]}/${yearFirst[1]}` : value)
  const known = read.ok && read.value >= '1900-01-01' && read.value <= '2200-12-31'
  return known ? read.value : asked.findings.problem(asked.row, asked.column, 'not_a_date', { value })
}

export function wordCell<Value>(
  asked: Asked & { read: (text: string) => Value | null; code: FindingCode },
): Value | null {
  const value = cell(asked.row, asked.column)
  if (value === null) return absent(asked)
  return asked.read(value) ?? asked.findings.problem(asked.row, asked.column, asked.code, { value })
}

function absent({ row, column, findings, required }: Asked): null {
  return required ? findings.problem(row, column, 'required') : null
}

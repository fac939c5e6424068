import { formatDate, formatQuantity, type Reader } from '../../../../shared/locale.ts'
import { type DataType, parseQuantity } from '../../../../shared/measure.ts'

type Target = { readonly dataType: DataType; readonly value: string | null; readonly year: number }

/** A target as its reader sees it: «85%», «31/03»; a date of another year is written out, and what is no value stays. */
export function targetText({ dataType, value, year }: Target, reader: Reader): string {
  if (value === null || value === '') return '—'
  if (!parseQuantity(dataType, value).ok) return value
  if (dataType === 'date' && value.startsWith(`${year}-`)) return formatDate(value, { ...reader, style: 'dayMonth' })
  return formatQuantity(dataType, value, reader)
}

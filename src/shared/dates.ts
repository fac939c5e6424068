import { toAsciiDigits } from './digits.ts'
import { failed, found, type Result } from './result.ts'
import { stripInvisible } from './text.ts'

const dayInMilliseconds = 86_400_000

/** Days since 1970-01-01 of a date 'YYYY-MM-DD', or null when there is no such day. Years 1000 to 2999. */
function dayOrNull(date: string): number | null {
  const match = /^([12]\d{3})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return null
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / dayInMilliseconds
  return dayToDate(day) === date ? day : null
}

export function isDate(text: string): boolean {
  return dayOrNull(text) !== null
}

/** Days since 1970-01-01. Throws RangeError for what is no date. */
export function dateToDay(date: string): number {
  const day = dayOrNull(date)
  if (day === null) throw new RangeError(`not a date: ${date}`)
  return day
}

export function dayToDate(day: number): string {
  return new Date(day * dayInMilliseconds).toISOString().slice(0, 10)
}

export function addDays(date: string, days: number): string {
  return dayToDate(dateToDay(date) + days)
}

/** Days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return dateToDay(to) - dateToDay(from)
}

/** 0 for Sunday to 6 for Saturday. 1970-01-01 was a Thursday. */
export function weekdayOf(date: string): number {
  return (((dateToDay(date) + 4) % 7) + 7) % 7
}

export type DateProblem = 'date.required' | 'date.not_a_date'

/** A typed or pasted date, '2026-03-31' or day first '31/3/2026', in any digits, as 'YYYY-MM-DD'. */
export function parseDate(text: string): Result<string, DateProblem> {
  const plain = toAsciiDigits(stripInvisible(text)).trim()
  if (plain === '') return failed('date.required')
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain)
  const date = dayFirst ? `${dayFirst[3]}-${dayFirst[2]?.padStart(2, '0')}-${dayFirst[1]?.padStart(2, '0')}` : plain
  return isDate(date) ? found(date) : failed('date.not_a_date')
}

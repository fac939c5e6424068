import { dateToDay } from './dates.ts'
import { weightText } from './decimal.ts'
import { toArabicDigits } from './digits.ts'
import type { DataType, Targets } from './measure.ts'
import { isolate } from './text.ts'

/*
 * The only formatters: what people see of dates and numbers is made here. Values that could turn around inside a
 * sentence of the other direction come wrapped in isolates; `stripInvisible` takes them off for files.
 */

export const languages = ['ar', 'en'] as const
export type Language = (typeof languages)[number]

/** Latin digits are the default; Arabic-Indic ones a preference of readers of Arabic (AMB-68). */
export type Digits = 'latn' | 'arab'

/** For whom something is shown. */
export type Reader = { readonly language: Language; readonly digits?: Digits }

export const dateStyles = {
  /** 18/01/2026 */
  short: 'day/month/year',
  /** 18 Jan 2026, in Arabic the same as long */
  medium: 'day mon year',
  /** 18 January 2026 */
  long: 'day month year',
  /** Sunday, 18 January 2026 */
  weekday: 'weekday, day month year',
  /** Tue 20 Jan */
  deadline: 'wkd day mon',
  /** 18/01 */
  dayMonth: 'day/month',
  dayNumber: 'day',
  monthName: 'mon',
  weekdayName: 'weekday',
} as const
export type DateStyle = keyof typeof dateStyles

const names = {
  weekday: { weekday: 'long' },
  wkd: { weekday: 'short' },
  month: { month: 'long' },
  mon: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A date 'YYYY-MM-DD' in words or numbers: 'الأحد 18 يناير 2026'. */
export function formatDate(date: string, { style, ...reader }: Reader & { readonly style: DateStyle }): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const pattern = dateStyles[style]
  if (pattern.includes('/')) return dateOfNumbers(style === 'short' ? [day, month, year] : [day, month], reader)
  const instant = instantOf(date)
  return pattern.replace(',', reader.language === 'ar' ? '' : ',').replace(/\w+/g, (word) => {
    if (word === 'year') return withDigits(year, reader)
    if (word === 'day') return withDigits(String(Number(day)), reader)
    return dateFormat(reader, { ...names[word as keyof typeof names], timeZone: 'UTC' }).format(instant)
  })
}

/** The same day in the Umm al-Qura calendar: '29 رجب 1447 هـ'. */
export function formatHijri(date: string, reader: Reader): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return dateFormat(reader, { ...options, calendar: 'islamic-umalqura' }).format(instantOf(date))
}

/** Hours and minutes on the clock of a time zone: '09:12'. */
export function formatTime(instant: Date, { timeZone, ...reader }: Reader & { readonly timeZone: string }): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return isolate(dateFormat(reader, options).format(instant), 'ltr')
}

/** Date and time on the clock of a time zone: '18 January 2026, 09:12'. */
export function formatDateTime(instant: Date, { timeZone, ...reader }: Reader & { readonly timeZone: string }): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  const comma = reader.language === 'ar' ? '،' : ','
  return `${dateFormat(reader, options).format(instant)}${comma} ${formatTime(instant, { timeZone, ...reader })}`
}

/** A whole number or plain decimal text ('1234.5'), grouped. Shows all decimals of text, at most two of a number, or exactly as many as asked for. */
export function formatNumber(value: number | bigint | string, reader: Reader & { readonly decimals?: number }): string {
  const maximumFractionDigits = reader.decimals ?? (typeof value === 'string' ? 20 : 2)
  const minimumFractionDigits = reader.decimals ?? 0
  const shown = numberFormat(reader, { minimumFractionDigits, maximumFractionDigits }).format(value as number)
  return shown.includes('-') ? numbersApart(shown, reader) : shown
}

/** A percentage given in percentage points, 84.6 or '84.6': '84.6%' with at most two decimals (AMB-08). */
export function formatPercent(points: number | string, reader: Reader): string {
  const shown = numberFormat(reader, { maximumFractionDigits: 2 }).format(points as number)
  return numbersApart(`${shown}${digitsOf(reader) === 'arab' ? '٪' : '%'}`, reader)
}

/** A weight in basis points without its sign: 1250 is '12.5'. */
export function formatWeight(basisPoints: number, reader: Reader): string {
  return formatNumber(weightText(basisPoints), reader)
}

/** A year, which is never grouped: '2026'. */
export function formatYear(year: number, reader: Reader): string {
  return withDigits(String(year), reader)
}

/** One target or actual, given as stored: '12.5' or 'YYYY-MM-DD'. */
export function formatQuantity(dataType: DataType, value: string, reader: Reader): string {
  if (dataType === 'date') return formatDate(value, { ...reader, style: 'short' })
  return dataType === 'percentage' ? formatPercent(value, reader) : formatNumber(value, reader)
}

export function formatTargets(dataType: DataType, targets: Targets<string>, reader: Reader): Targets<string> {
  const shown = (value: string) => formatQuantity(dataType, value, reader)
  return { below: shown(targets.below), meets: shown(targets.meets), exceeds: shown(targets.exceeds) }
}

function digitsOf({ language, digits = 'latn' }: Reader): Digits {
  return language === 'ar' ? digits : 'latn'
}

function localeOf(reader: Reader): string {
  return `${reader.language === 'ar' ? 'ar-OM' : 'en-GB'}-u-nu-${digitsOf(reader)}`
}

function withDigits(text: string, reader: Reader): string {
  return digitsOf(reader) === 'arab' ? toArabicDigits(text) : text
}

/** Signs follow Latin digits from left to right, and Arabic-Indic ones from right to left. */
function numbersApart(text: string, reader: Reader): string {
  return isolate(text, digitsOf(reader) === 'arab' ? 'rtl' : 'ltr')
}

function dateOfNumbers(parts: readonly string[], reader: Reader): string {
  // Without the mark, Arabic-Indic digits around a slash would still run from left to right.
  const slash = digitsOf(reader) === 'arab' ? '\u200f/' : '/'
  return numbersApart(withDigits(parts.join(slash), reader), reader)
}

function instantOf(date: string): Date {
  return new Date(dateToDay(date) * 86_400_000)
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

function dateFormat(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = localeOf(reader)
  return kept(dateFormats, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options))
}

function numberFormat(reader: Reader, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = localeOf(reader)
  return kept(numberFormats, locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options))
}

/** Intl objects are costly to make and cheap to keep. */
function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const value = store.get(key) ?? make()
  store.set(key, value)
  return value
}

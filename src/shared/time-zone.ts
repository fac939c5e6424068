import { addDays, dateToDay } from './dates.ts'

/** Where an entity works unless its policy says otherwise (H7). */
export const defaultTimeZone = 'Asia/Muscat'

export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(timeZone, formatter)
  return formatter
}

/** The date on the wall calendar of a time zone at an instant, as 'YYYY-MM-DD'. */
export function localDate(instant: Date, timeZone: string): string {
  const parts = formatterOf(timeZone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value
  return `${part('year')}-${part('month')}-${part('day')}`
}

const hour = 3_600_000

/** The first instant of a local date, whatever the clock changes of the zone. */
export function startOfDay(date: string, timeZone: string): Date {
  const midnight = dateToDay(date) * 24 * hour
  let before = midnight - 15 * hour
  let from = midnight + 15 * hour
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (localDate(new Date(middle), timeZone) >= date) from = middle
    else before = middle
  }
  return new Date(from)
}

/** The last millisecond of a local date: what is done until then is in time. */
export function endOfDay(date: string, timeZone: string): Date {
  return new Date(startOfDay(addDays(date, 1), timeZone).getTime() - 1)
}

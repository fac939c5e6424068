import { addDays, dateToDay } from './dates.ts'

/** A day of the Umm al-Qura calendar; month 1 is Muharram. */
export type HijriDay = { readonly year: number; readonly month: number; readonly day: number }

const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** The Umm al-Qura day of a date 'YYYY-MM-DD'. What the sighting of the moon announces may differ by a day. */
export function hijriOf(date: string): HijriDay {
  const parts = format.formatToParts(new Date(dateToDay(date) * 86_400_000))
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}

/** The dates of a Gregorian year on which a Hijri day falls: one, sometimes two, seldom none. */
export function datesOfHijriDay({ month, day }: Pick<HijriDay, 'month' | 'day'>, gregorianYear: number): string[] {
  const found: string[] = []
  for (let date = `${gregorianYear}-01-01`; date.startsWith(String(gregorianYear)); ) {
    const hijri = hijriOf(date)
    if (hijri.month === month && hijri.day === day) found.push(date)
    // Hijri months have 29 or 30 days, so long steps cannot pass the day by unseen.
    date = addDays(date, hijri.month === month && hijri.day < day ? 1 : Math.max(1, Math.min(28, 29 - hijri.day)))
  }
  return found
}

import { addDays } from '../../shared/dates.ts'
import { datesOfHijriDay } from '../../shared/hijri.ts'
import { addWorkingDays, type Calendar, calendarOf, defaultWeekend, isWorkingDay } from '../../shared/working-days.ts'

export type Holiday = {
  readonly startsOn: string
  readonly endsOn: string
  readonly nameAr: string
  readonly nameEn: string
}

type Rule = {
  readonly first: (year: number) => string[]
  readonly days: number
  readonly nameAr: string
  readonly nameEn: string
}

const hijri =
  (month: number, day: number, before = 0) =>
  (year: number) =>
    datesOfHijriDay({ month, day }, year).map((date) => addDays(date, -before))

const fixed = (monthAndDay: string) => (year: number) => [`${year}-${monthAndDay}`]

/**
 * The public holidays of Oman. Those of the Hijri year follow the Umm al-Qura calendar here; the announcement of each
 * year may move them by a day, and the entity's own table says so.
 */
const rules: readonly Rule[] = [
  { first: hijri(10, 1, 1), days: 4, nameAr: 'عيد الفطر', nameEn: 'Eid al-Fitr' },
  { first: hijri(12, 9), days: 4, nameAr: 'عيد الأضحى', nameEn: 'Eid al-Adha' },
  { first: fixed('01-11'), days: 1, nameAr: 'يوم تولي السلطان مقاليد الحكم', nameEn: 'Accession Day' },
  { first: fixed('11-20'), days: 2, nameAr: 'اليوم الوطني', nameEn: 'National Day' },
  { first: hijri(1, 1), days: 1, nameAr: 'رأس السنة الهجرية', nameEn: 'Hijri New Year' },
  { first: hijri(3, 12), days: 1, nameAr: 'المولد النبوي', nameEn: "Prophet's Birthday" },
  { first: hijri(7, 27), days: 1, nameAr: 'الإسراء والمعراج', nameEn: "Isra and Mi'raj" },
]

/** Holidays of a year, in order; a day that two occasions share is counted once. */
export function holidaysOf(year: number): Holiday[] {
  const found: Holiday[] = []
  for (const { first, days, nameAr, nameEn } of rules) {
    for (const startsOn of first(year)) {
      const holiday = { startsOn, endsOn: addDays(startsOn, days - 1), nameAr, nameEn }
      if (!found.some((other) => other.startsOn <= holiday.endsOn && holiday.startsOn <= other.endsOn))
        found.push(holiday)
    }
  }
  return found.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

/** The holidays around a day, and the working calendar that they make. */
export function workingCalendar(date: string): { readonly holidays: readonly Holiday[]; readonly calendar: Calendar } {
  const year = Number(date.slice(0, 4))
  const all = [year - 2, year - 1, year, year + 1].flatMap(holidaysOf)
  const holidays = all.filter(
    (holiday, index) => !all.slice(0, index).some((other) => holiday.startsOn <= other.endsOn),
  )
  const days = holidays.flatMap(({ startsOn, endsOn }) => {
    const each: string[] = []
    for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) each.push(day)
    return each
  })
  return { holidays, calendar: calendarOf({ weekend: defaultWeekend, holidays: days }) }
}

/** Days told by their distance from the day on which the sample stands. */
export type SampleDays = {
  readonly date: string
  readonly calendar: Calendar
  /** The working day so many before the sample's day, which it never is itself. */
  readonly ago: (workingDays: number) => string
  /** The day on which something is due that is late by so many working days; 0 is due on the sample's day, or on the first working day after it. */
  readonly late: (workingDays: number) => string
  readonly ahead: (workingDays: number) => string
}

export function sampleDays(date: string, calendar: Calendar): SampleDays {
  const lastWorkingDay = isWorkingDay(date, calendar) ? date : addWorkingDays(date, -1, calendar)
  return {
    date,
    calendar,
    ago: (count) => addWorkingDays(date, -count, calendar),
    late: (count) => {
      if (count > 0) return addWorkingDays(lastWorkingDay, -count, calendar)
      return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar)
    },
    ahead: (count) => addWorkingDays(date, count, calendar),
  }
}

/** An instant of a day on the clock of Oman, which never changes: '2026-01-18' and '09:12'. */
export function at(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+04:00`)
}

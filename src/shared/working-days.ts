import { addDays, dateToDay, dayToDate, weekdayOf } from './dates.ts'

/** Which days are free: weekdays (0 Sunday to 6 Saturday) and public holidays ('YYYY-MM-DD'). */
export type Calendar = { readonly weekend: readonly number[]; readonly holidays: ReadonlySet<string> }

/** Sunday to Thursday (AMB-26); holidays come from the entity's own table (AMB-47). */
export const defaultWeekend: readonly number[] = [5, 6]

/** Throws RangeError when no weekday would be left to work. */
export function calendarOf({
  weekend,
  holidays,
}: {
  weekend: readonly number[]
  holidays: Iterable<string>
}): Calendar {
  if ([0, 1, 2, 3, 4, 5, 6].every((day) => weekend.includes(day))) throw new RangeError('a week without working days')
  return { weekend, holidays: new Set(holidays) }
}

export function isWorkingDay(date: string, calendar: Calendar): boolean {
  return !calendar.weekend.includes(weekdayOf(date)) && !calendar.holidays.has(date)
}

/** The date `count` working days after a date, which itself is not counted; before it when negative. */
export function addWorkingDays(date: string, count: number, calendar: Calendar): string {
  const step = Math.sign(count)
  let day = dateToDay(date)
  for (let left = Math.abs(count); left > 0; ) {
    day += step
    if (isWorkingDay(dayToDate(day), calendar)) left -= 1
  }
  return dayToDate(day)
}

/** The working day that is number `count` (from 1) of those starting with a date, which counts if it is one. */
export function nthWorkingDay(from: string, count: number, calendar: Calendar): string {
  return addWorkingDays(addDays(from, -1), count, calendar)
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar) || 0
  let count = 0
  for (let day = dateToDay(from) + 1; day <= dateToDay(to); day += 1) {
    if (isWorkingDay(dayToDate(day), calendar)) count += 1
  }
  return count
}

import { localDate } from '../../../shared/time-zone.ts'
import { addWorkingDays, calendarOf, isWorkingDay, workingDaysBetween } from '../../../shared/working-days.ts'

/** The entity's own calendar; it is also a `Calendar` of src/shared. */
export type EntityCalendar = {
  readonly timeZone: string
  /** 0 Sunday to 6 Saturday. */
  readonly weekend: readonly number[]
  readonly holidays: ReadonlySet<string>
  /** The date on the entity's wall at an instant. */
  readonly today: (now: Date) => string
  readonly addWorkingDays: (date: string, count: number) => string
  readonly workingDaysBetween: (from: string, to: string) => number
  readonly isWorkingDay: (date: string) => boolean
}

export function entityCalendar(facts: {
  readonly timeZone: string
  readonly weekend: readonly number[]
  readonly holidays: Iterable<string>
}): EntityCalendar {
  const calendar = calendarOf(facts)
  return {
    ...calendar,
    timeZone: facts.timeZone,
    today: (now) => localDate(now, facts.timeZone),
    addWorkingDays: (date, count) => addWorkingDays(date, count, calendar),
    workingDaysBetween: (from, to) => workingDaysBetween(from, to, calendar),
    isWorkingDay: (date) => isWorkingDay(date, calendar),
  }
}

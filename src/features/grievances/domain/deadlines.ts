import { addDays } from '../../../shared/dates.ts'

/** `acknowledge` in working days, `decide` in calendar days (AMB-31). */
export type Periods = { readonly acknowledge: number; readonly decide: number }
type WorkingCalendar = { readonly addWorkingDays: (date: string, count: number) => string }

/** The last days on which the committee is in time; the day of filing does not count. */
export function deadlines(
  { filedOn, periods }: { readonly filedOn: string; readonly periods: Periods },
  calendar: WorkingCalendar,
): { readonly acknowledgeBy: string; readonly decideBy: string } {
  return {
    acknowledgeBy: calendar.addWorkingDays(filedOn, periods.acknowledge),
    decideBy: addDays(filedOn, periods.decide),
  }
}

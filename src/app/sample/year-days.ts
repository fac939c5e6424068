import { addDays } from '../../shared/dates.ts'
import { addWorkingDays, nthWorkingDay } from '../../shared/working-days.ts'
import type { SampleDays } from './working-calendar.ts'

/** When what happened to the results of a year. */
export type YearDays = {
  readonly frozenOn: string
  readonly viewsOn: string
  readonly calledOn: string
  readonly votesOn: string
  readonly sittingOn: string
  readonly signedOn: string
  readonly nominatedOn: string
  readonly approvedOn: string
  readonly confirmedOn: string
  readonly publishedOn: string
  readonly grievancesUntil: string
}

/** A year that was finished in its usual time: published in February of the next one (AMB-31: 30 days for a grievance). */
export function finishedYear(year: number, { calendar }: SampleDays): YearDays {
  const day = (count: number) => nthWorkingDay(`${year + 1}-01-21`, count, calendar)
  const publishedOn = day(24)
  return {
    frozenOn: day(1),
    viewsOn: day(4),
    calledOn: day(7),
    votesOn: day(11),
    sittingOn: day(16),
    signedOn: day(17),
    nominatedOn: day(18),
    approvedOn: day(20),
    confirmedOn: day(22),
    publishedOn,
    grievancesUntil: addDays(publishedOn, 30),
  }
}

/** A year whose results lie before the committee: frozen lately, its sitting called for the next days. */
export function runningYear({ ago, ahead, calendar }: SampleDays): YearDays {
  const sittingOn = ahead(2)
  const after = (count: number) => addWorkingDays(sittingOn, count, calendar)
  return {
    frozenOn: ago(8),
    viewsOn: ago(6),
    calledOn: ago(4),
    votesOn: ago(1),
    sittingOn,
    signedOn: after(1),
    nominatedOn: after(2),
    approvedOn: after(4),
    confirmedOn: after(6),
    publishedOn: after(8),
    grievancesUntil: addDays(after(8), 30),
  }
}

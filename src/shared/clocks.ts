import { addWorkingDays, type Calendar, nthWorkingDay, workingDaysBetween } from './working-days.ts'

/** Clocks that a move may start. */
export type ClockName = 'plan' | 'decision' | 'resubmission' | 'objection'

export type EscalationStep = 'remind_actor' | 'tell_higher_official' | 'tell_ejada_team'
export type Rung = { readonly afterWorkingDays: number; readonly step: EscalationStep }

/** The periods of H7 and H8, in working days of the entity. A policy holds one version per entity and year. */
export type Clocks = Readonly<Record<ClockName, number>> & {
  /** What an overdue decision sets off; days after the due date. */
  readonly ladder: readonly Rung[]
  /** At this return of one document the higher official is told and may decide (AMB-24). */
  readonly returnsUntilHigherOfficial: number
  /** So long after the first submission without agreement the higher official is told and may decide (AMB-24). */
  readonly daysUntilHigherOfficial: number
  /** Items of a recorded absence without a delegate go to the higher official (AMB-22). */
  readonly absenceWithoutDelegate: number
}

/** H7; none of it has an official source, so the entity confirms it before its first cycle. */
export const defaultClocks: Clocks = {
  plan: 15,
  decision: 5,
  resubmission: 3,
  objection: 3,
  ladder: [
    { afterWorkingDays: 3, step: 'remind_actor' },
    { afterWorkingDays: 7, step: 'tell_higher_official' },
    { afterWorkingDays: 10, step: 'tell_ejada_team' },
  ],
  returnsUntilHigherOfficial: 2,
  daysUntilHigherOfficial: 10,
  absenceWithoutDelegate: 5,
}

type Due = {
  readonly clock: ClockName
  readonly startedOn: string
  readonly clocks: Clocks
  readonly calendar: Calendar
}

/**
 * The last date that is in time. The plan's window includes the first day of the cycle (day 1 of 15); every other
 * clock counts from the day after what started it.
 */
export function dueOn({ clock, startedOn, clocks, calendar }: Due): string {
  return clock === 'plan'
    ? nthWorkingDay(startedOn, clocks.plan, calendar)
    : addWorkingDays(startedOn, clocks[clock], calendar)
}

/** Working days by which something is late; 0 until the due date has passed. */
export function workingDaysLate({
  dueOn,
  today,
  calendar,
}: {
  dueOn: string
  today: string
  calendar: Calendar
}): number {
  return Math.max(0, workingDaysBetween(dueOn, today, calendar))
}

type Overdue = {
  readonly dueOn: string
  readonly today: string
  readonly calendar: Calendar
  readonly ladder: readonly Rung[]
}

/** The steps of the ladder that lateness has reached so far, lowest first (AMB-26, H7). */
export function stepsReached({ ladder, ...item }: Overdue): EscalationStep[] {
  const late = workingDaysLate(item)
  return ladder
    .filter((rung) => late >= rung.afterWorkingDays)
    .toSorted((a, b) => a.afterWorkingDays - b.afterWorkingDays)
    .map((rung) => rung.step)
}

type Pending = {
  readonly returns: number
  readonly firstSubmittedOn: string
  readonly today: string
  readonly clocks: Clocks
  readonly calendar: Calendar
}

/** Whether a document has gone back and forth so often or so long that the higher official may decide (AMB-24, H7). */
export function reachesHigherOfficial({ returns, firstSubmittedOn, today, clocks, calendar }: Pending): boolean {
  return (
    returns >= clocks.returnsUntilHigherOfficial ||
    workingDaysBetween(firstSubmittedOn, today, calendar) >= clocks.daysUntilHigherOfficial
  )
}

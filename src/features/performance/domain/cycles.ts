import { addDays, daysBetween } from '../../../shared/dates.ts'
import { type Bounds, boundsOf, type CycleKind, periodsOfYear } from '../../../shared/period.ts'
import { type Calendar, workingDaysBetween } from '../../../shared/working-days.ts'

export type PlannedCycle = Bounds & { readonly ordinal: number }

/** The cycles of a calendar year (AMB-64); none is longer than six months, because no such kind exists (BR-28). */
export function layOut(kind: CycleKind, year: number): PlannedCycle[] {
  return periodsOfYear(kind, year).map((period) => ({ ordinal: period.ordinal, ...boundsOf(period) }))
}

/** The first of the closing days, in which only the higher official asks for an amendment (AMB-25). */
export function amendmentClosesOn({ startsOn, endsOn }: Bounds, closingShare: number): string {
  const days = daysBetween(startsOn, endsOn) + 1
  return addDays(endsOn, 1 - Math.floor((days * closingShare) / 100))
}

export type Phase = { readonly phase: 'before' | 'writing' | 'running'; readonly day: number; readonly of: number }

type Running = Bounds & { readonly planDueOn: string; readonly openedOn: string | null }

/**
 * Where a cycle stands: writing is counted in working days («اليوم 12 من 15») from the day on which it could begin, the
 * rest in days.
 */
export function phaseOf(cycle: Running, today: string, calendar: Calendar): Phase {
  const days = daysBetween(cycle.startsOn, cycle.endsOn) + 1
  if (today < cycle.startsOn) return { phase: 'before', day: 0, of: days }
  if (today > cycle.planDueOn)
    return { phase: 'running', day: Math.min(days, daysBetween(cycle.startsOn, today) + 1), of: days }
  const { openedOn, startsOn } = cycle
  const eve = addDays(openedOn !== null && openedOn > startsOn ? openedOn : startsOn, -1)
  const of = workingDaysBetween(eve, cycle.planDueOn, calendar)
  return { phase: 'writing', day: Math.max(1, workingDaysBetween(eve, today, calendar)), of }
}

/** A year's kind may change before the year begins, and afterwards while no cycle has been opened (AMB-64). */
export function mayChooseKind({ year, today, opened }: { year: number; today: string; opened: boolean }): boolean {
  return !opened && year >= Number(today.slice(0, 4))
}

/** A cycle opens in order, not before the day on which the one before it ends is near: at most 30 days ahead. */
export function mayOpen(cycle: Bounds & { readonly status: string }, today: string): string | null {
  if (cycle.status !== 'planned') return 'performance.cycle_already_open'
  if (today > cycle.endsOn) return 'performance.cycle_over'
  return daysBetween(today, cycle.startsOn) > 30 ? 'performance.cycle_too_early' : null
}

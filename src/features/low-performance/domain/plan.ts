import { addDays } from '../../../shared/dates.ts'

export type Plan = {
  readonly startsOn: string
  readonly endsOn: string
  readonly measures: readonly { readonly dueOn: string }[]
}

/** The day so many months later; where the month is shorter, its last day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const shown = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
  return shown.toISOString().slice(0, 10)
}

/** Why a plan is not taken: it supports for at most the policy's months, never above six, and every measure lies in it. */
export function planProblem(
  plan: Plan,
  { today, months }: { today: string; months: number },
): { code: string; path: string } | null {
  if (plan.startsOn < today) return { code: 'low_performance.plan_in_past', path: 'startsOn' }
  if (plan.endsOn <= plan.startsOn) return { code: 'low_performance.plan_too_short', path: 'endsOn' }
  if (plan.endsOn > monthsLater(plan.startsOn, Math.min(months, 6)))
    return { code: 'low_performance.plan_too_long', path: 'endsOn' }
  if (plan.measures.length === 0) return { code: 'low_performance.no_measures', path: 'measures' }
  const outside = plan.measures.findIndex(({ dueOn }) => dueOn < plan.startsOn || dueOn > plan.endsOn)
  return outside === -1 ? null : { code: 'low_performance.measure_outside', path: `measures/${outside}/dueOn` }
}

/** The days on which the plan is looked at: every so many days, and on its last one. */
export function reviewDays({ startsOn, endsOn }: Plan, everyDays: number): string[] {
  const days: string[] = []
  for (let day = addDays(startsOn, everyDays); day < endsOn; day = addDays(day, everyDays)) days.push(day)
  return [...days, endsOn]
}

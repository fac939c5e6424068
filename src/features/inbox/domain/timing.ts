import { addDays } from '../../../shared/dates.ts'

export const timings = ['overdue', 'today', 'week', 'later'] as const
export type Timing = (typeof timings)[number]

/** Where an item stands against a day: its week is the seven days from tomorrow on. Without a due date it is later. */
export function timingOf(dueOn: string | null, today: string): Timing {
  if (dueOn === null) return 'later'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= addDays(today, 7) ? 'week' : 'later'
}

/** How many items stand where; an item counts once. */
export function countTimings(dueDays: readonly (string | null)[], today: string): Record<Timing | 'all', number> {
  const counts = { all: dueDays.length, overdue: 0, today: 0, week: 0, later: 0 }
  for (const dueOn of dueDays) counts[timingOf(dueOn, today)] += 1
  return counts
}

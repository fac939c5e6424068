import { type Rung, stepsReached } from '../../../shared/clocks.ts'
import { type Calendar, workingDaysBetween } from '../../../shared/working-days.ts'
import type { ItemStep } from './work-item.ts'

type Late = {
  readonly dueOn: string | null
  /** Rungs that have been climbed already. */
  readonly escalation: number
  readonly today: string
  readonly calendar: Calendar
  readonly ladder: readonly Rung[]
}

/** The rungs that lateness has reached and that have not been climbed yet, lowest first (H7). */
export function stepsDue({ dueOn, escalation, today, calendar, ladder }: Late): ItemStep[] {
  if (dueOn === null) return []
  return stepsReached({ dueOn, today, calendar, ladder }).slice(escalation)
}

type Away = {
  readonly openedOn: string
  readonly absentSince: string
  readonly today: string
  readonly calendar: Calendar
  /** Working days that an item may wait for somebody who is away without a delegate (AMB-22). */
  readonly patience: number
}

/** Whether an item has waited too long for somebody whose absence is recorded and for whom nobody acts. */
export function waitsForAbsentee({ openedOn, absentSince, today, calendar, patience }: Away): boolean {
  const from = openedOn > absentSince ? openedOn : absentSince
  return workingDaysBetween(from, today, calendar) >= patience
}

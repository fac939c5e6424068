import { addDays } from '../../../shared/dates.ts'

/** A fact that holds from a first to a last day, both included; an open end is null. */
export type Period<Fact> = Fact & { readonly id: string; readonly from: string; readonly to: string | null }

/** What has to be written so that the wish comes true; `kept` is how the periods stand afterwards, in order. */
export type PeriodChange<Fact> = {
  readonly removed: readonly string[]
  readonly changed: readonly Period<Fact>[]
  readonly added: readonly Period<Fact>[]
  readonly kept: readonly Period<Fact>[]
}

export type PeriodProblem =
  | 'organization.periods_overlap'
  | 'organization.period_ends_before_start'
  | 'organization.period_not_found'

function holds(period: { readonly from: string; readonly to: string | null }, on: string): boolean {
  return period.from <= on && (period.to === null || on <= period.to)
}

export function onDay<P extends { readonly from: string; readonly to: string | null }>(
  periods: readonly P[],
  on: string,
): P | null {
  return periods.find((period) => holds(period, on)) ?? null
}

/**
 * From a day on another fact holds, until the next change that is already known: the end of what held on that day, or
 * the beginning of what follows. What held before ends the day before; a period that began on the day is replaced.
 */
export function setFrom<Fact extends object>(
  periods: readonly Period<Fact>[],
  { id, from, fact }: { id: string; from: string; fact: Fact },
): PeriodChange<Fact> {
  const next = periods.filter((period) => period.from > from).sort(byStart)[0]
  const before = onDay(periods, from)
  const to = before ? before.to : next ? addDays(next.from, -1) : null
  const others = periods.filter((period) => period !== before)
  if (before?.from === from) {
    const replaced = { ...before, ...fact, to }
    return change(periods, { changed: [replaced], kept: [...others, replaced] })
  }
  const added = { ...fact, id, from, to }
  if (!before) return change(periods, { added: [added], kept: [...others, added] })
  const ended = { ...before, to: addDays(from, -1) }
  return change(periods, { changed: [ended], added: [added], kept: [...others, ended, added] })
}

/** Puts right what was recorded wrongly; refused where two facts would hold on one day. */
export function correct<Fact extends object>(
  periods: readonly Period<Fact>[],
  corrected: Period<Fact>,
): PeriodChange<Fact> | PeriodProblem {
  if (!periods.some((period) => period.id === corrected.id)) return 'organization.period_not_found'
  if (corrected.to !== null && corrected.to < corrected.from) return 'organization.period_ends_before_start'
  const others = periods.filter((period) => period.id !== corrected.id)
  if (others.some((period) => overlap(period, corrected))) return 'organization.periods_overlap'
  return change(periods, { changed: [corrected], kept: [...others, corrected] })
}

/** Nothing holds after the last day: the period of that day ends on it, later ones were never to be. */
export function endAfter<Fact extends object>(
  periods: readonly Period<Fact>[],
  { lastDay }: { lastDay: string },
): PeriodChange<Fact> {
  const removed = periods.filter((period) => period.from > lastDay)
  const open = periods.filter((period) => period.from <= lastDay && (period.to === null || period.to > lastDay))
  const changed = open.map((period) => ({ ...period, to: lastDay }))
  const untouched = periods.filter((period) => !removed.includes(period) && !open.includes(period))
  return change(periods, { removed: removed.map((period) => period.id), changed, kept: [...untouched, ...changed] })
}

export function overlap(
  one: { readonly from: string; readonly to: string | null },
  other: { readonly from: string; readonly to: string | null },
): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)
}

/** The days that two periods share, or null. */
export function intersection(
  one: { readonly from: string; readonly to: string | null },
  other: { readonly from: string; readonly to: string | null },
): { from: string; to: string | null } | null {
  if (!overlap(one, other)) return null
  const ends = [one.to, other.to].filter((day): day is string => day !== null).sort()
  return { from: one.from > other.from ? one.from : other.from, to: ends[0] ?? null }
}

function byStart(one: { readonly from: string }, other: { readonly from: string }): number {
  return one.from < other.from ? -1 : one.from > other.from ? 1 : 0
}

function change<Fact>(
  before: readonly Period<Fact>[],
  { removed = [], changed = [], added = [], kept }: Partial<PeriodChange<Fact>> & Pick<PeriodChange<Fact>, 'kept'>,
): PeriodChange<Fact> {
  const isNew = (period: Period<Fact>) =>
    JSON.stringify(before.find(({ id }) => id === period.id)) !== JSON.stringify(period)
  return { removed, changed: changed.filter(isNew), added, kept: [...kept].sort(byStart) }
}

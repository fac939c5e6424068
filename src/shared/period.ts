import { addDays } from './dates.ts'

/** Kinds of period in a calendar year, with their months (AMB-64). */
const months = { year: 12, half: 6, third: 4, quarter: 3, month: 1 } as const

export type PeriodKind = keyof typeof months

/** `ordinal` counts from 1: the second quarter of 2026 is { kind: 'quarter', year: 2026, ordinal: 2 }. */
export type Period = { readonly kind: PeriodKind; readonly year: number; readonly ordinal: number }

/** Both days belong to the period. */
export type Bounds = { readonly startsOn: string; readonly endsOn: string }

/** Kinds that an evaluation cycle may have: never above six months (BR-28). */
export const cycleKinds = ['quarter', 'third', 'half'] as const satisfies readonly PeriodKind[]
export type CycleKind = (typeof cycleKinds)[number]

export function lengthInMonths(kind: PeriodKind): number {
  return months[kind]
}

function periodsInYear(kind: PeriodKind): number {
  return 12 / months[kind]
}

export function periodsOfYear(kind: PeriodKind, year: number): Period[] {
  return Array.from({ length: periodsInYear(kind) }, (_, index) => ({ kind, year, ordinal: index + 1 }))
}

/** First and last day. Throws RangeError for an ordinal that the kind does not have. */
export function boundsOf({ kind, year, ordinal }: Period): Bounds {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > periodsInYear(kind)) {
    throw new RangeError(`no ${kind} ${ordinal} in a year`)
  }
  const first = (ordinal - 1) * months[kind]
  return { startsOn: firstOfMonth(year, first), endsOn: addDays(firstOfMonth(year, first + months[kind]), -1) }
}

/** The period of a kind in which a date lies. */
export function periodOf(kind: PeriodKind, date: string): Period {
  const [year, month] = date.split('-').map(Number) as [number, number]
  return { kind, year, ordinal: Math.ceil(month / months[kind]) }
}

export function isWithin(date: string, { startsOn, endsOn }: Bounds): boolean {
  return startsOn <= date && date <= endsOn
}

/** Key and parameters of the period's name in the message files: `period.quarter.1` is «الربع الأول {{year}}». */
export function labelOf({ kind, year, ordinal }: Period): { key: string; params: { year: string } } {
  return { key: `period.${kind}.${ordinal}`, params: { year: String(year) } }
}

/** `monthIndex` 12 is January of the next year. */
function firstOfMonth(year: number, monthIndex: number): string {
  return `${year + Math.floor(monthIndex / 12)}-${String((monthIndex % 12) + 1).padStart(2, '0')}-01`
}

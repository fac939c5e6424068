import { addDays } from '../../../shared/dates.ts'
import { type ScoreLine, segmentsLiteral, segmentsResult } from '../../../shared/scoring.ts'
import { type Calendar, isWorkingDay } from '../../../shared/working-days.ts'
import type { Cause, ResultStatus } from './results.ts'
import { type Span, spanOf } from './window.ts'

export type AbsenceFact = { readonly kind: string; readonly startsOn: string; readonly endsOn: string }

export type DocumentFact = {
  readonly startsOn: string | null
  readonly endsOn: string | null
  /** Both sides have agreed to it at least once. */
  readonly agreed: boolean
  readonly closed: boolean
  readonly lines: readonly ScoreLine[]
}

export type PersonFacts = {
  readonly hiredOn: string
  readonly exitedOn: string | null
  readonly absences: readonly AbsenceFact[]
  readonly documents: readonly DocumentFact[]
}

export type Outcome = {
  readonly status: Extract<ResultStatus, 'counted' | 'excused' | 'undecided'>
  readonly cause: Cause | null
  readonly coveredDays: number
  readonly cycleDays: number
  readonly result: bigint | null
  readonly literal: bigint | null
  readonly keyResults: number
  readonly segments: number
}

/** Leave that is taken off what a plan covers; training and missions are work (AMB-19). */
export const leaveKinds = ['annual_leave', 'sick_leave', 'maternity_leave', 'study_leave', 'unpaid_leave'] as const

/** Leave that can never become a zero (AMB-19). */
export const protectedKinds = ['sick_leave', 'maternity_leave'] as const

type Rules = {
  readonly cycle: Span
  readonly calendar: Calendar
  /** Percent of the cycle's working days that agreed plans must cover (AMB-07). */
  readonly coverageShare: number
  /** From so many months on the host reports: a missing plan here is excused (AMB-19). */
  readonly hostMonths: number
}

/**
 * What a closed cycle counts for one person (AMB-07, 16..20, H9): the reference for the statement that closes a whole
 * entity, and for recomputing without a database. Working days throughout.
 */
export function outcomeOf(person: PersonFacts, { cycle, calendar, coverageShare, hostMonths }: Rules): Outcome {
  const days = workingDays(cycle, calendar)
  const within = ({ startsOn, endsOn }: Span) => days.filter((day) => startsOn <= day && day <= endsOn)
  const served = days.filter((day) => person.hiredOn <= day && (person.exitedOn === null || day <= person.exitedOn))
  const away = (kinds: readonly AbsenceFact[]) =>
    served.filter((day) => kinds.some((one) => one.startsOn <= day && day <= one.endsOn))
  const leave = new Set(away(person.absences.filter((one) => (leaveKinds as readonly string[]).includes(one.kind))))
  const hosted = away(person.absences.filter((one) => one.kind === 'secondment' && lasts(one, hostMonths)))

  const agreed = person.documents
    .filter((one) => one.agreed)
    .map((one) => {
      const covered = within(spanOf(one, { cycle, ...person })).filter((day) => served.includes(day) && !leave.has(day))
      return { ...one, days: covered.length }
    })
    .filter((one) => one.days > 0)
  const closed = agreed.filter((one) => one.closed)
  const coveredDays = agreed.reduce((sum, one) => sum + one.days, 0)
  const before = days.filter((day) => day < person.hiredOn).length
  const after = days.filter((day) => person.exitedOn !== null && day > person.exitedOn).length
  const excused = leave.size + hosted.length
  const possible = days.length - before - after - excused
  const known = {
    coveredDays,
    cycleDays: days.length,
    result: null,
    literal: null,
    keyResults: closed.reduce((sum, one) => sum + one.lines.length, 0),
    segments: closed.length,
  }
  const enough = (count: number) => count * 100 >= coverageShare * days.length
  if (leave.size * 2 >= days.length) return { ...known, status: 'excused', cause: 'leave' }
  if (enough(coveredDays)) {
    if (closed.length < agreed.length) return { ...known, status: 'undecided', cause: 'not_assessed' }
    return {
      ...known,
      status: 'counted',
      cause: null,
      result: segmentsResult(closed),
      literal: segmentsLiteral(closed),
    }
  }
  if (!enough(possible)) {
    const cause: Cause = excused >= before && excused >= after ? 'leave' : before >= after ? 'joined' : 'left'
    return { ...known, status: 'excused', cause }
  }
  return { ...known, status: 'undecided', cause: person.documents.length === 0 ? 'no_document' : 'not_agreed' }
}

function workingDays({ startsOn, endsOn }: Span, calendar: Calendar): string[] {
  const days: string[] = []
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days.push(day)
  return days
}

/** A month is thirty days here: short enough for two months of February, and the same for everyone. */
const daysOfMonth = 30

function lasts({ startsOn, endsOn }: AbsenceFact, months: number): boolean {
  return endsOn >= addDays(startsOn, months * daysOfMonth - 1)
}

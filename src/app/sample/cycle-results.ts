import { leaveKinds } from '../../features/assessment/domain/outcome.ts'
import type { Cycle } from '../../features/performance/domain/document.ts'
import { addDays } from '../../shared/dates.ts'
import { segmentsLiteral, segmentsResult } from '../../shared/scoring.ts'
import type { Scored } from './closing.ts'
import { addRow, type Rows } from './copy.ts'
import type { Leaver } from './organization-rows.ts'
import type { Person } from './people.ts'

type Member = Person | Leaver

type Leave = {
  readonly person: Person
  readonly from: string
  readonly to: string
  readonly countedBy: (from: string, to: string) => number
}

/** Days of a person's leave between two days; missions, training and secondments are work (AMB-19). */
export function leaveDaysOf(rows: Rows, { person, from, to, countedBy }: Leave): number {
  let days = 0
  for (const { employee_id, kind, starts_on, ends_on } of (rows.absences ?? []) as Absence[]) {
    if (employee_id !== person.id || !isLeave(kind)) continue
    const [first, last] = [starts_on > from ? starts_on : from, ends_on < to ? ends_on : to]
    if (first <= last) days += countedBy(first, last)
  }
  return days
}

type Absence = { employee_id: string; kind: string; starts_on: string; ends_on: string }

function isLeave(kind: string): boolean {
  return leaveKinds.some((one) => one === kind)
}

export type Standing = {
  /** Why a cycle does not count; null where it does. */
  readonly cause: 'joined' | 'left' | 'leave' | null
  /** First and last day in service within the cycle. */
  readonly from: string
  readonly to: string
  readonly coveredDays: number
}

type Days = {
  readonly cycle: Cycle
  /** Working days of the cycle. */
  readonly cycleDays: number
  readonly workingDays: (from: string, to: string) => number
}

/**
 * Whether a person was there, and not on leave, for at least half of a cycle (AMB-07, AMB-16..20); null for who was not
 * employed in it at all. The sample's people all write a document when they were.
 */
export function standingIn(rows: Rows, person: Member, { cycle, cycleDays, workingDays }: Days): Standing | null {
  const { startsOn, endsOn } = cycle
  const exitedOn = 'exitedOn' in person ? person.exitedOn : endsOn
  if (person.hiredOn > endsOn || exitedOn < startsOn) return null
  const [from, to] = [person.hiredOn > startsOn ? person.hiredOn : startsOn, exitedOn < endsOn ? exitedOn : endsOn]
  const leave = leaveDaysOf(rows, { person, from, to, countedBy: workingDays })
  const coveredDays = (from === startsOn && to === endsOn ? cycleDays : workingDays(from, to)) - leave
  if (leave * 2 < cycleDays && coveredDays * 2 >= cycleDays) return { cause: null, from, to, coveredDays }
  const before = from === startsOn ? 0 : workingDays(startsOn, addDays(from, -1))
  const after = to === endsOn ? 0 : workingDays(addDays(to, 1), endsOn)
  const away = leave * 2 >= cycleDays || (leave >= before && leave >= after)
  return { cause: away ? 'leave' : before >= after ? 'joined' : 'left', from, to, coveredDays: 0 }
}

/** What a cycle counts for a person: units of `src/shared/scoring.ts`. */
export type Counted = {
  readonly result: bigint
  readonly literal: bigint
  readonly keyResults: number
  readonly plan: bigint
  /** The documents that it is made of, with the working days that weigh each; several after a transfer (AMB-17). */
  readonly segments: readonly { readonly documentId: string; readonly days: number }[]
}

export function countedOf(segments: readonly (Scored & { readonly days: number })[]): Counted {
  return {
    result: segmentsResult(segments),
    literal: segmentsLiteral(segments),
    keyResults: segments.reduce((sum, one) => sum + one.lines.length, 0),
    plan: segments.reduce((sum, one) => sum + one.plan, 0n) / BigInt(segments.length),
    segments: segments.map(({ documentId, days }) => ({ documentId, days })),
  }
}

type Result = {
  readonly cycle: Cycle
  readonly person: Person
  readonly standing: Standing
  readonly cycleDays: number
  readonly counted: Counted | null
  readonly closedAt: Date
}

/** What a closed cycle counts for one person (H9). */
export function addCycleResult(rows: Rows, { cycle, person, standing, cycleDays, counted, closedAt }: Result): void {
  addRow(rows, 'cycle_results', {
    cycle_id: cycle.id,
    employee_id: person.id,
    status: counted ? 'counted' : 'excused',
    cause: standing.cause,
    covered_days: standing.coveredDays,
    cycle_days: cycleDays,
    result: counted && String(counted.result),
    literal: counted && String(counted.literal),
    key_results: counted?.keyResults ?? 0,
    segments: counted?.segments.length ?? 0,
    closed_at: closedAt,
  })
}

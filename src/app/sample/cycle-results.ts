import type { Cycle } from '../../features/performance/domain/document.ts'
import { addDays } from '../../shared/dates.ts'
import { type Calendar, workingDaysBetween } from '../../shared/working-days.ts'
import type { Counted } from './closing.ts'
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
    if (employee_id !== person.id || work.has(kind)) continue
    const [first, last] = [starts_on > from ? starts_on : from, ends_on < to ? ends_on : to]
    if (first <= last) days += countedBy(first, last)
  }
  return days
}

type Absence = { employee_id: string; kind: string; starts_on: string; ends_on: string }
const work: ReadonlySet<string> = new Set(['mission', 'training', 'secondment'])

export type Standing = {
  readonly cause: 'joined' | 'left' | 'leave' | null
  readonly coveredDays: number
  readonly cycleDays: number
}

type Days = { readonly cycle: Cycle; readonly cycleDays: number; readonly calendar: Calendar }

/** Whether a person was there for at least half of a cycle; null for who was not employed in it at all (AMB-07). */
export function standingIn(rows: Rows, person: Member, { cycle, cycleDays, calendar }: Days): Standing | null {
  const exitedOn = 'exitedOn' in person ? person.exitedOn : null
  const { startsOn, endsOn } = cycle
  if (person.hiredOn > endsOn || (exitedOn !== null && exitedOn < startsOn)) return null
  if (person.hiredOn > startsOn) return { cause: 'joined', coveredDays: 0, cycleDays }
  if (exitedOn !== null && exitedOn < endsOn) return { cause: 'left', coveredDays: 0, cycleDays }
  const countedBy = (from: string, to: string) => workingDaysBetween(addDays(from, -1), to, calendar)
  const coveredDays = cycleDays - leaveDaysOf(rows, { person, from: startsOn, to: endsOn, countedBy })
  return coveredDays * 2 < cycleDays
    ? { cause: 'leave', coveredDays: 0, cycleDays }
    : { cause: null, coveredDays, cycleDays }
}

type Result = {
  readonly cycle: Cycle
  readonly person: Person
  readonly standing: Standing
  readonly counted: Counted | null
  readonly closedAt: Date
}

/** What a closed cycle counts for one person (H9). */
export function addCycleResult(rows: Rows, { cycle, person, standing, counted, closedAt }: Result): void {
  addRow(rows, 'cycle_results', {
    cycle_id: cycle.id,
    employee_id: person.id,
    status: counted ? 'counted' : 'excused',
    cause: standing.cause,
    covered_days: standing.coveredDays,
    cycle_days: standing.cycleDays,
    result: counted && String(counted.result),
    literal: counted && String(counted.literal),
    key_results: counted?.keyResults ?? 0,
    segments: counted ? 1 : 0,
    closed_at: closedAt,
  })
}

import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Random } from '../../shared/random.ts'
import type { Rows } from './copy.ts'
import type { CycleOutcome } from './documents.ts'
import { freezeYear } from './freeze.ts'
import { addFrozenYear } from './frozen-year.ts'
import type { Organization } from './organization-rows.ts'
import { addPublishedYear, type ToldRank } from './published-year.ts'
import { serviceRecord } from './service-record.ts'
import type { SampleDays } from './working-calendar.ts'
import { finishedYear, runningYear } from './year-days.ts'
import type { Offices, YearRequest } from './year-rows.ts'

export type YearsRequest = {
  readonly organization: Organization
  readonly days: SampleDays
  readonly outcomes: readonly CycleOutcome[]
  readonly offices: Offices
  readonly ranks: Readonly<Record<string, ToldRank>>
  /** Where the supervisor sees everybody above the curve; null where the year before has not been frozen yet. */
  readonly generous: string | null
  readonly random: Random
  readonly ids: () => string
}

/** The year before the last published; the last one, in an entity with a story for it, before the committee. */
export function addYears(rows: Rows, audit: AuditEvent[], request: YearsRequest): void {
  const { organization, days, outcomes, offices, ranks, generous, ids } = request
  const record = serviceRecord(rows, organization)
  const running = Number(days.date.slice(0, 4))
  const of = (year: number, yearDays: YearRequest['days']): YearRequest => ({
    year,
    days: yearDays,
    frozen: freezeYear({ rows, organization, record, outcomes, year }),
    offices,
    random: request.random.fork(String(year)),
    ids,
  })
  addPublishedYear(rows, audit, of(running - 2, finishedYear(running - 2, days)), {
    told: ranks,
    calendar: days.calendar,
  })
  if (generous !== null) addFrozenYear(rows, audit, of(running - 1, runningYear(days)), generous)
}

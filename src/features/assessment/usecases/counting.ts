import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { addDays, daysBetween } from '../../../shared/dates.ts'
import { type Calendar, isWorkingDay } from '../../../shared/working-days.ts'
import type { Cycle } from '../../performance/public.ts'
import { type CountedCycle, type CountedDays, countCycles } from '../repository/closing.ts'
import { settingsOf } from './settings.ts'

/** Working days passed since before the first of the cycles, for every date up to the last. */
export function countedDays(cycles: readonly CountedCycle[], calendar: Calendar): CountedDays {
  const first = cycles.map((one) => one.startsOn).toSorted()[0] ?? ''
  const last =
    cycles
      .map((one) => one.endsOn)
      .toSorted()
      .at(-1) ?? ''
  const base = addDays(first, -2)
  let passed = 0
  const days = Array.from({ length: daysBetween(base, last) }, (_, index) => {
    const day = addDays(base, index + 1)
    if (day >= first && isWorkingDay(day, calendar)) passed += 1
    return passed
  })
  return { base, passed: days }
}

type Counted = { readonly cycles: readonly CountedCycle[]; readonly year: number; readonly now: Date }

/** Counts cycles for everyone, or for some people, with the policies of their year. */
export async function count(
  tx: Tx,
  { cycles, year, employeeIds = null, now }: Counted & { readonly employeeIds?: readonly string[] | null },
): Promise<number> {
  const { calendar, coverageShare, hostMonths } = await settingsOf(tx, { now, year })
  const days = countedDays(cycles, calendar)
  return countCycles(tx, { cycles, employeeIds, days, coverageShare, hostMonths, now })
}

/** All cycles of a year in one statement: what closing them one by one comes to. */
export async function closeCycles(tx: Tx, { year, now }: { year: number; now: Date }): Promise<number> {
  const { rows } = await sql<CountedCycle>`
    SELECT id, starts_on AS "startsOn", ends_on AS "endsOn" FROM cycles WHERE year = ${year} ORDER BY ordinal`.execute(
    tx,
  )
  return count(tx, { cycles: rows, year, now })
}

type OfPerson = {
  readonly cycle: Pick<Cycle, 'id' | 'startsOn' | 'endsOn' | 'status' | 'year'>
  readonly employeeId: string
  readonly now: Date
}

/** Counts a closed cycle anew for one person; one that is still open is counted when it is closed. */
export async function recountPerson(tx: Tx, { cycle, employeeId, now }: OfPerson): Promise<void> {
  if (cycle.status !== 'closed') return
  await count(tx, { cycles: [cycle], year: cycle.year, employeeIds: [employeeId], now })
}

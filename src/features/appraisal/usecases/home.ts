import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { EmployeeActor } from '../../../shared/actor.ts'
import type { HomeDate, HomeProvider } from '../../inbox/public.ts'
import { calendarOf } from '../../policies/public.ts'
import type { YearStatus } from '../domain/workflow.ts'
import { seesYears } from '../policy.ts'
import { listYears } from '../views/years.ts'

/** What the home page shows: a published result that has not been read, and where the years stand. */
export type AppraisalHome = {
  /** The latest published year that the person has not opened. */
  readonly unread: { readonly year: number; readonly grievancesUntil: string } | null
  /** Years under way, for those who look after them. */
  readonly years: readonly { readonly year: number; readonly status: YearStatus }[]
}

type Request = { readonly actor: EmployeeActor; readonly now: Date }
type Window = { readonly year: number; readonly until: Date; readonly read: boolean }

export const appraisalHome: HomeProvider = {
  name: 'appraisal',
  card: async (tx, { actor }: Request): Promise<AppraisalHome | null> => {
    const unread = (await windowsOf(tx, actor.employeeId)).find((one) => !one.read)
    const years = seesYears(actor) ? (await listYears(tx)).filter(({ status }) => status !== 'published') : []
    if (!unread && years.length === 0) return null
    return {
      unread: unread ? { year: unread.year, grievancesUntil: unread.until.toISOString() } : null,
      years: years.map(({ year, status }) => ({ year, status })),
    }
  },
  dates: async (tx, { actor, now }: Request): Promise<HomeDate[]> => {
    const calendar = await calendarOf(tx)
    const open = (await windowsOf(tx, actor.employeeId)).filter(({ until }) => until >= now)
    return open.map(({ year, until }) => ({
      on: calendar.today(until),
      kind: 'appraisal_grievances_until',
      params: { year: String(year) },
      link: `/my/results/${year}`,
    }))
  },
}

async function windowsOf(tx: Tx, employeeId: string): Promise<Window[]> {
  const { rows } = await sql<Window>`
    SELECT year, grievances_until AS until, read_at IS NOT NULL AS read FROM annual_results
     WHERE employee_id = ${employeeId}::uuid AND published_at IS NOT NULL ORDER BY year DESC`.execute(tx)
  return rows
}

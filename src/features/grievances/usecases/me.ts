import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { MeProvider } from '../../accounts/public.ts'
import { headOfEntity } from '../../organization/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { readsReport } from '../policy.ts'
import type { Reading } from './act.ts'
import { isMember } from './lists.ts'

type Request = Pick<Reading, 'actor' | 'now'>

/** What the frame of every page asks of this feature. */
export const grievancesMe: MeProvider = {
  can: async (tx: Tx, { actor, now }: Request) => ({
    'grievances.mine': await mayFile(tx, actor.employeeId),
    'grievances.committee': await worksOnCases(tx, { actor, now }),
    'grievances.report': readsReport(actor),
  }),
}

/** Whoever has a published result may read what a grievance is, and file one in time. */
async function mayFile(tx: Tx, employeeId: string | null): Promise<boolean> {
  if (employeeId === null) return false
  const { rows } = await sql`SELECT 1 FROM annual_results
     WHERE employee_id = ${employeeId}::uuid AND published_at IS NOT NULL LIMIT 1`.execute(tx)
  return rows.length > 0
}

async function worksOnCases(tx: Tx, { actor, now }: Request): Promise<boolean> {
  const { employeeId } = actor
  if (employeeId === null) return false
  if (await isMember(tx, employeeId, now)) return true
  const on = (await calendarOf(tx)).today(now)
  if ((await headOfEntity(tx, { on })) === employeeId) return true
  const { rows } = await sql`SELECT 1 FROM grievances
     WHERE evaluator_id = ${employeeId}::uuid AND status = 're_evaluating' LIMIT 1`.execute(tx)
  return rows.length > 0
}

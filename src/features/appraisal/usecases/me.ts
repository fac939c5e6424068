import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { MeProvider } from '../../accounts/public.ts'
import { seesYears } from '../policy.ts'

type Request = { readonly actor: EntityActor; readonly now: Date }

type Reach = { readonly mine: boolean; readonly team: boolean; readonly unread: number }

/** What the frame of every page asks of this feature. */
export const appraisalMe: MeProvider = {
  can: async (tx: Tx, { actor }: Request) => {
    const { mine, team } = await reachOf(tx, actor.employeeId)
    return {
      'appraisal.my': mine,
      'appraisal.team': team,
      'appraisal.years': seesYears(actor),
    }
  },
  counts: async (tx: Tx, { actor }: Request) => {
    const { unread } = await reachOf(tx, actor.employeeId)
    return { 'appraisal.unread': unread }
  },
}

async function reachOf(tx: Tx, employeeId: string | null): Promise<Reach> {
  if (employeeId === null) return { mine: false, team: false, unread: 0 }
  const { rows } = await sql<Reach>`
    SELECT EXISTS (SELECT FROM cycle_results WHERE employee_id = ${employeeId}::uuid) OR EXISTS (
             SELECT FROM annual_results WHERE employee_id = ${employeeId}::uuid AND published_at IS NOT NULL) AS mine,
           EXISTS (SELECT FROM annual_results r
                    WHERE r.supervisor_id = ${employeeId}::uuid OR r.higher_official_id = ${employeeId}::uuid
                       OR r.approver_id = ${employeeId}::uuid) AS team,
           (SELECT count(*)::int FROM annual_results
             WHERE employee_id = ${employeeId}::uuid AND published_at IS NOT NULL AND read_at IS NULL) AS unread`.execute(
    tx,
  )
  return rows[0] ?? { mine: false, team: false, unread: 0 }
}

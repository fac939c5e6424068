import { sql } from 'kysely'
import type { MeProvider } from '../../accounts/public.ts'
import { mayDesignate } from '../policy.ts'
import type { Reading } from './act.ts'
import { isMember } from './lists.ts'

type Reach = { readonly mine: boolean; readonly team: boolean; readonly official: boolean }

/** What the frame of every page asks of this feature. */
export const excellenceMe: MeProvider = {
  can: async (tx, { actor, now }) => {
    const { mine, team, official } = await reachOf({ actor, now, tx })
    const cases = mayDesignate(actor) || official || (await isMember({ actor, now, tx }))
    return { 'excellence.mine': mine, 'excellence.team': team, 'excellence.cases': cases }
  },
}

async function reachOf({ actor, tx }: Reading): Promise<Reach> {
  const me = actor.employeeId
  if (me === null) return { mine: false, team: false, official: false }
  const { rows } = await sql<Reach>`
    SELECT EXISTS (SELECT FROM annual_results WHERE employee_id = ${me}::uuid AND standing = 'ranked') AS mine,
           EXISTS (SELECT FROM annual_results WHERE supervisor_id = ${me}::uuid OR higher_official_id = ${me}::uuid) AS team,
           EXISTS (SELECT FROM excellence_nominations n
                     JOIN annual_results r ON r.entity_id = n.entity_id AND r.year = n.year AND r.employee_id = n.employee_id
                    WHERE r.approver_id = ${me}::uuid AND n.submitted_at IS NOT NULL)
             OR EXISTS (SELECT FROM work_items WHERE assignee_id = ${me}::uuid AND kind = 'excellence.ratify') AS official`.execute(
    tx,
  )
  return rows[0] ?? { mine: false, team: false, official: false }
}

import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { MeProvider } from '../../accounts/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { seesClosing } from '../policy.ts'
import { reachOf } from '../views/mine.ts'
import { listQueue } from './team.ts'

type Request = { readonly actor: EntityActor; readonly now: Date }

/** What the frame of every page asks of this feature: menu and numbers. */
export const assessmentMe: MeProvider = {
  can: async (tx: Tx, { actor, now }: Request) => {
    const { employeeId } = actor
    const today = (await calendarOf(tx)).today(now)
    const reach = employeeId ? await reachOf(tx, { employeeId, today }) : { hasTeam: false, hasDocument: false }
    return {
      'assessment.my': reach.hasDocument,
      'assessment.team': reach.hasTeam,
      'assessment.closing': seesClosing(actor),
    }
  },
  counts: async (tx: Tx, { actor, now }: Request) => {
    const { items } = await listQueue({ actor, now, tx })
    return { 'assessment.queue': items.length }
  },
}

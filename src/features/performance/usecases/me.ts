import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { MeProvider } from '../../accounts/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { phaseOf } from '../domain/cycles.ts'
import { administersCycles, keepsWholeBank, seesAllCompletion } from '../policy.ts'
import { currentCycle } from '../views/document.ts'
import { reachOf } from '../views/standing.ts'
import { listApprovals } from './team.ts'

type Request = { readonly actor: EntityActor; readonly now: Date }

/** What the frame of every page asks of this feature: menu, numbers, the running cycle. */
export const performanceMe: MeProvider = {
  can: async (tx: Tx, { actor, now }: Request) => {
    const today = (await calendarOf(tx)).today(now)
    const nothing = { hasDocument: false, hasTeam: false, leadsDivision: false }
    const reach = actor.employeeId ? await reachOf(tx, { employeeId: actor.employeeId, today }) : nothing
    return {
      'performance.my': reach.hasDocument,
      'performance.team': reach.hasTeam,
      'performance.administer': administersCycles(actor),
      'performance.bank': keepsWholeBank(actor) || reach.leadsDivision,
      'performance.completion': seesAllCompletion(actor) || reach.leadsDivision,
    }
  },
  counts: async (tx: Tx, { actor, now }: Request) => {
    const { items } = await listApprovals({ actor, now, tx })
    return { 'performance.approvals': items.length }
  },
  cycle: async (tx: Tx, { now }: Request) => {
    const calendar = await calendarOf(tx)
    const today = calendar.today(now)
    const cycle = await currentCycle(tx, { today })
    if (!cycle) return null
    const { kind, year, ordinal, openedAt } = cycle
    const openedOn = openedAt && calendar.today(openedAt)
    return { kind, year, ordinal, ...phaseOf({ ...cycle, openedOn }, today, calendar) }
  },
}

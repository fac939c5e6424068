import type { Tx } from '../../../platform/db/database.ts'
import type { EmployeeActor, EntityActor } from '../../../shared/actor.ts'
import type { MeProvider } from '../../accounts/public.ts'
import type { HomeDate, HomeProvider } from '../../inbox/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { isVoter, partsOf } from '../policy.ts'
import { capacityOf } from '../views/committee.ts'
import { comingSittings, waitingInAll } from '../views/waiting.ts'

type Request = { readonly actor: EntityActor; readonly now: Date }

/** What the frame of every page asks of this feature. */
export const calibrationMe: MeProvider = {
  can: async (tx: Tx, { actor, now }: Request) => {
    const capacity = await capacityOf(tx, { employeeId: actor.employeeId, on: (await calendarOf(tx)).today(now) })
    return { 'calibration.read': partsOf(actor, capacity).length > 0, 'calibration.judge': capacity !== null }
  },
  counts: async (tx: Tx, { actor, now }: Request): Promise<Record<string, number>> => {
    const today = (await calendarOf(tx)).today(now)
    const capacity = await capacityOf(tx, { employeeId: actor.employeeId, on: today })
    if (!capacity || !isVoter(capacity) || !actor.employeeId) return {}
    return { 'calibration.waiting': await waitingInAll(tx, { memberId: actor.employeeId, today }) }
  },
}

/** The next sittings of the committee, for whoever belongs to them. */
export const calibrationHome: HomeProvider = {
  name: 'calibration',
  dates: async (tx: Tx, { actor, now }: { actor: EmployeeActor; now: Date }): Promise<HomeDate[]> => {
    const today = (await calendarOf(tx)).today(now)
    const sittings = await comingSittings(tx, { memberId: actor.employeeId, today })
    return sittings.map(({ id, year, number, heldOn }) => ({
      on: heldOn,
      kind: 'calibration_sitting',
      params: { year: String(year), number },
      link: `/committees/calibration/${year}/sittings/${id}`,
    }))
  },
}

import { sql } from 'kysely'
import type { MeProvider } from '../accounts/public.ts'
import { membersOf } from '../grievances/public.ts'
import { calendarOf } from '../policies/public.ts'

export { constraints as lowPerformanceConstraints } from './errors.ts'
export { workItemKinds as lowPerformanceWorkItemKinds } from './usecases/tell.ts'

/** Where a notice about a case leads. */
export const lowPerformanceLinks = { low_performance_case: (id: string) => `/my/support/${id}` }

/** What the frame of every page asks of this feature. */
export const lowPerformanceMe: MeProvider = {
  can: async (tx, { actor, now }) => {
    const { employeeId } = actor
    if (employeeId === null) return { 'low_performance.mine': false, 'low_performance.committee': false }
    const on = (await calendarOf(tx)).today(now)
    const { rows } = await sql<{ mine: boolean; concerned: boolean }>`
      SELECT EXISTS (SELECT FROM low_performance_cases WHERE employee_id = ${employeeId}::uuid) AS mine,
             EXISTS (SELECT FROM low_performance_cases c JOIN supervisions s ON s.entity_id = c.entity_id
                        AND s.employee_id = c.employee_id AND itqan_holds(s.valid_from, s.valid_to, ${on}::date)
                      WHERE s.supervisor_id = ${employeeId}::uuid) AS concerned`.execute(tx)
    const members = await membersOf(tx, { body: 'low_performance', on })
    return {
      'low_performance.mine': rows[0]?.mine ?? false,
      'low_performance.committee': rows[0]?.concerned || members.some(({ memberId }) => memberId === employeeId),
    }
  },
}

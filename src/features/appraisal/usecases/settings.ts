import type { Tx } from '../../../platform/db/database.ts'
import { calendarOf, type PolicyValues, policyValues } from '../../policies/public.ts'

/** The policies that a year is computed with; they are written down when it is frozen. */
export const policiesOfYear = [
  'achievement.anchors',
  'achievement.cap',
  'result.formula',
  'result.coverage_share',
  'result.service_months',
  'result.bands',
  'curve.shares',
  'curve.mode',
  'curve.strata',
  'curve.minimum_group',
  'curve.guard_weak',
  'curve.tie_tolerance',
  'excellence.conditions',
  'excellence.publish_names',
  'grievance.periods',
] as const satisfies readonly (keyof PolicyValues)[]

/** Rules that the committee may still weigh on frozen results, until it signs. */
export const curvePolicies = [
  'curve.shares',
  'curve.mode',
  'curve.strata',
  'curve.minimum_group',
  'curve.guard_weak',
  'curve.tie_tolerance',
] as const satisfies readonly (keyof PolicyValues)[]

export async function settingsOf(tx: Tx, { year, now }: { year: number; now: Date }) {
  const calendar = await calendarOf(tx)
  return { calendar, today: calendar.today(now), policies: await policyValues(tx, { keys: policiesOfYear, year }) }
}
export type Settings = Awaited<ReturnType<typeof settingsOf>>

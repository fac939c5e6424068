import type { Tx } from '../../../platform/db/database.ts'
import { bandsOf } from '../../../shared/ranks.ts'
import { calendarOf, type PolicyValues, policyValues } from '../../policies/public.ts'
import { groupRulesOf } from '../domain/groups.ts'
import { sharesByRank } from '../domain/quotas.ts'

const keys = [
  'curve.shares',
  'curve.mode',
  'curve.strata',
  'curve.minimum_group',
  'curve.guard_weak',
  'curve.tie_tolerance',
  'result.bands',
  'committee.quorum',
  'fairness.rules',
  'integrity.rules',
  'assessment.windows',
  'clocks',
] as const satisfies readonly (keyof PolicyValues)[]

/** What decides how a year is calibrated, as it holds for that year. */
export async function settingsOf(tx: Tx, { year, now }: { year: number; now: Date }) {
  const calendar = await calendarOf(tx)
  const policies = await policyValues(tx, { keys, year })
  const shares = policies['curve.shares'].value
  return {
    calendar,
    today: calendar.today(now),
    policies,
    shares: shares && sharesByRank(shares),
    mode: policies['curve.mode'].value,
    groupRules: groupRulesOf(policies['curve.strata'].value, policies['curve.minimum_group'].value),
    guardWeak: policies['curve.guard_weak'].value,
    tieTolerance: policies['curve.tie_tolerance'].value,
    bands: bandsOf(policies['result.bands'].value),
    quorum: policies['committee.quorum'].value.quorum,
  }
}
export type Settings = Awaited<ReturnType<typeof settingsOf>>

/** Which choices of the year are still empty: calibration cannot start before (AMB-10, AMB-13). */
export function missingPolicies({ shares, mode }: Pick<Settings, 'shares' | 'mode'>) {
  return [...(shares ? [] : (['curve.shares'] as const)), ...(mode ? [] : (['curve.mode'] as const))]
}

import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { refuse } from '../../../shared/refusal.ts'
import { policyValues } from '../../policies/public.ts'
import { canonicalJson } from '../domain/canonical.ts'
import { errors } from '../errors.ts'
import * as results from '../repository/results.ts'
import { keepPolicies } from '../repository/years.ts'
import { curvePoliciesKept, yearOf } from '../views/years.ts'
import { curvePolicies } from './settings.ts'

type Curve = {
  readonly year: number
  readonly groups: readonly results.CurveGroup[]
  readonly ranks: readonly results.CurveRank[]
  readonly newId: NewId
  readonly now: Date
}

/** Whether a rule of the curve has changed since it was applied: then it is applied anew before anybody signs. */
export async function curveIsStale(tx: Tx, { year }: { readonly year: number }): Promise<boolean> {
  const kept = await curvePoliciesKept(tx, { year })
  const now = await policyValues(tx, { keys: curvePolicies, year })
  return curvePolicies.some((key) => canonicalJson(kept[key] ?? null) !== canonicalJson(now[key].value))
}

/** Writes what the curve gave to everybody ranked, in sets; possible while the year lies before the committee. */
export async function storeCurve(tx: Tx, { year, groups, ranks, newId, now }: Curve): Promise<void> {
  const state = await yearOf(tx, { year })
  if (state?.status !== 'frozen') throw refuse(errors.notOpen)
  await results.storeCurve(tx, { year, groups, ranks, reasonIds: ranks.map(() => newId()), now })
  // The committee weighs the rules of the curve on frozen results: the record keeps those that were applied.
  const policies = await policyValues(tx, { keys: curvePolicies, year })
  await keepPolicies(tx, { year, policies: JSON.stringify(policies) })
}

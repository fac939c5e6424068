import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import * as results from '../repository/results.ts'
import { keepPolicies } from '../repository/years.ts'
import { yearOf } from '../views/years.ts'
import { settingsOf } from './settings.ts'

type Curve = {
  readonly year: number
  readonly groups: readonly results.CurveGroup[]
  readonly ranks: readonly results.CurveRank[]
  readonly newId: NewId
  readonly now: Date
}

/** Writes what the curve gave to everybody ranked, in sets; possible while the year lies before the committee. */
export async function storeCurve(tx: Tx, { year, groups, ranks, newId, now }: Curve): Promise<void> {
  const state = await yearOf(tx, { year })
  if (state?.status !== 'frozen') throw refuse(errors.notOpen)
  await results.storeCurve(tx, { year, groups, ranks, reasonIds: ranks.map(() => newId()), now })
  // The committee weighs the rules of the curve on frozen results: the record keeps those that were applied.
  const { policies } = await settingsOf(tx, { year, now })
  const rules = Object.entries(policies).filter(([key]) => key.startsWith('curve.'))
  await keepPolicies(tx, { year, policies: JSON.stringify(Object.fromEntries(rules)) })
}

import type { Tx } from '../../platform/db/database.ts'
import { isFrozen } from './domain/workflow.ts'
import { holdYear } from './repository/years.ts'
import { yearOf } from './views/years.ts'

export { links as appraisalLinks } from './domain/telling.ts'
export type { FrozenPerson, YearState } from './domain/year.ts'
export { constraints as appraisalConstraints } from './errors.ts'
export { curveSentence } from './print.ts'
export { lockYear } from './repository/years.ts'
export { changeRank, markResult } from './usecases/change-rank.ts'
export {
  connectAppraisal,
  type ViewRecorded,
  type YearMoved,
} from './usecases/connections.ts'
export { storeCurve } from './usecases/curve.ts'
export { appraisalHome } from './usecases/home.ts'
export { appraisalMe } from './usecases/me.ts'
export { workItemKinds as appraisalWorkItemKinds } from './usecases/work-items.ts'
export { moveYear } from './usecases/year-moves.ts'
export { publishedResult } from './views/published.ts'
export { frozenPeople, yearOf } from './views/years.ts'

/** Whether the committee has signed: then the rules of the curve stay too, which it may still weigh on frozen results. */
export async function yearSigned(tx: Tx, { year }: { readonly year: number }): Promise<boolean> {
  const state = await yearOf(tx, { year })
  return state !== null && state.status !== 'open' && state.status !== 'frozen'
}

/**
 * Whether the year's results have been computed: then no cycle result, achievement or policy behind them changes any
 * more. Who is about to change one passes `hold`, so that a freeze either sees the change or keeps it out.
 */
export async function yearFrozen(
  tx: Tx,
  { year, hold = false }: { readonly year: number; readonly hold?: boolean },
): Promise<boolean> {
  if (hold) await holdYear(tx, { year, alone: false })
  const state = await yearOf(tx, { year })
  return state !== null && isFrozen(state.status)
}

import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { type ViewRecorded, type YearMoved, yearOf } from '../../appraisal/public.ts'
import * as cases from '../repository/cases.ts'
import { withdrawSignatures } from '../repository/signatures.ts'
import { openSittingOf } from '../repository/sittings.ts'
import { applyCurve } from './apply-curve.ts'
import { askForChecks } from './checks.ts'
import { closeSignItems, tellJudges } from './tell.ts'

/** After each freeze the curve is applied; a year that comes back is signed anew. */
async function yearMoved(tx: Tx, { year, move, actor, newId, now }: YearMoved): Promise<void> {
  const by = actor?.employeeId ?? null
  const state = await yearOf(tx, { year })
  if (!state) return
  if (move === 'sendBack') {
    await withdrawSignatures(tx, { year, now })
    return
  }
  if (move !== 'freeze' && move !== 'refreeze') return
  await withdrawSignatures(tx, { year, now })
  await closeSignItems(tx, { yearId: state.id, by, outcome: 'frozen', now })
  const applied = await applyCurve(tx, { year, newId, now })
  if (applied) await tellJudges(tx, { year, yearId: state.id, by, newId, now })
  // What came before the results can be asked about without a curve too.
  else await askForChecks(tx, { year, kinds: ['integrity'], newId, now })
}

/** A supervisor's other view opens a case, and takes it back with itself; the tests look at views as well. */
async function viewRecorded(tx: Tx, { year, by, newId, now }: ViewRecorded): Promise<void> {
  const state = await yearOf(tx, { year })
  if (state?.status !== 'frozen') return
  await cases.openFound(tx, { year, tied: await cases.tiedOf(tx, { year }), newId, now })
  await tellJudges(tx, { year, yearId: state.id, by, newId, now })
  await askForChecks(tx, { year, kinds: ['fairness'], newId, now })
}

/** The rules of the curve of a year have been confirmed: what lies before the committee is ranked by them. */
export async function curveConfirmed(
  tx: Tx,
  { year, key, newId, now }: { year: number; key: string; newId: NewId; now: Date },
): Promise<void> {
  if (!key.startsWith('curve.')) return
  const state = await yearOf(tx, { year })
  if (state?.status !== 'frozen') return
  if (await applyCurve(tx, { year, newId, now })) await tellJudges(tx, { year, yearId: state.id, by: null, newId, now })
}

/** What appraisal asks of the committee. */
export const calibrationAppraisal = {
  yearMoved,
  viewRecorded,
  openSitting: async (tx: Tx, { year }: { year: number }): Promise<boolean> =>
    (await openSittingOf(tx, { year })) !== null,
}

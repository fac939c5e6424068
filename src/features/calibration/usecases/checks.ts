import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import * as outbox from '../../../platform/outbox/put.ts'
import { yearOf } from '../../appraisal/public.ts'
import * as runs from '../repository/check-runs.ts'
import { runFairness } from './fairness.ts'
import { runIntegrity } from './integrity.ts'

export type CheckKind = 'fairness' | 'integrity'

export const checksTopic = 'calibration.checks'

/** Up to so many people the tests take less time than a reader notices; beyond, a worker runs them. */
const atOnce = 2000

type Request = {
  readonly year: number
  readonly kinds: readonly CheckKind[]
  readonly newId: NewId
  readonly now: Date
}

/** What a year's checks looked at has changed: small entities get the new findings at once, large ones by the outbox. */
export async function askForChecks(tx: Tx, { year, kinds, newId, now }: Request): Promise<void> {
  const state = await yearOf(tx, { year })
  if (!state || state.status === 'open') return
  for (const kind of kinds) await runs.ask(tx, { year, kind, freeze: state.freezes, now })
  if ((await runs.rankedPeople(tx, { year })) > atOnce) {
    await outbox.put(tx, { topic: checksTopic, payload: { year, kinds: [...kinds] }, newId, now })
    return
  }
  await runChecks(tx, { year, kinds, newId, now })
}

export async function runChecks(tx: Tx, { year, kinds, newId, now }: Request): Promise<void> {
  if (kinds.includes('fairness')) await runFairness(tx, { year, newId, now })
  if (kinds.includes('integrity')) await runIntegrity(tx, { year, newId, now })
}

/** By the clock: what no act has asked for, or what did not come to its end. */
export async function runDueChecks(tx: Tx, { newId, now }: Pick<Request, 'newId' | 'now'>): Promise<void> {
  for (const { year, kind } of await runs.dueChecks(tx)) await runChecks(tx, { year, kinds: [kind], newId, now })
}

import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { YearMoved } from '../../appraisal/public.ts'
import { calendarOf } from '../../policies/public.ts'
import * as nominations from '../repository.ts'
import { resultOf } from '../views/results.ts'
import { circleOf } from './access.ts'
import { subjectOf } from './act.ts'
import { itemKinds, passOn } from './tell.ts'

/**
 * A year that was sent back is signed again: seats may have changed, and the committee may have moved somebody who had
 * been ratified. What is overtaken waits for the higher official again.
 */
export async function reopenAfterSigning(tx: Tx, { year, move, newId, now }: YearMoved): Promise<void> {
  if (move !== 'sign') return
  const today = (await calendarOf(tx)).today(now)
  for (const id of await nominations.reopenOvertaken(tx, { year, now })) {
    const nomination = await nominations.read(tx, { id })
    const result = nomination && (await resultOf(tx, nomination))
    if (!nomination || !result) continue
    const after = { status: 'verified' }
    audit.record(tx, { actor: null, action: 'excellence.reopen', subject: subjectOf(id), after, at: now })
    const { officialId } = await circleOf(tx, { nomination, result, today })
    const next = { kind: itemKinds.ratify, to: [officialId] }
    await passOn({ about: nomination, newId, now, tx }, { outcome: 'reopened', by: null, next })
  }
}

import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Condition } from '../domain/nomination.ts'
import { errors } from '../errors.ts'
import * as nominations from '../repository.ts'
import { lockVisible } from './access.ts'
import { actorId, type OnCase, subjectOf } from './act.ts'

type Examining = OnCase & { readonly condition: Condition; readonly met: boolean; readonly note: string }

/** A member without a conflict records what the committee found of one condition; it stands until the verification. */
export async function recordFinding(request: Examining): Promise<void> {
  const { id, condition, met, note, actor, now, tx } = request
  const { parts, facts } = await lockVisible(request)
  if (!parts.includes('member')) throw refuse(errors.notYours)
  if (facts.status !== 'submitted') throw refuse(errors.notOpen)
  const by = actorId(actor)
  if (!(await nominations.saveFinding(tx, { id, condition, met, note, by, now }))) throw refuse(errors.notClaimed)
  await nominations.save(tx, { id, now })
  const after = { condition, met, note }
  audit.record(tx, { actor, action: 'excellence.examine', subject: subjectOf(id), after, at: now })
}

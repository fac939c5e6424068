import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { calendarOf } from '../../policies/public.ts'
import { errors } from '../errors.ts'
import { partsIn, type ResultPart } from '../policy.ts'
import { isReviewMember } from '../views/people.ts'
import { type ResultHead, resultHead } from '../views/standing.ts'
import { appraisalConnections } from './connections.ts'

type Request = {
  readonly employeeId: string
  readonly year: number
  readonly actor: EntityActor
  readonly now: Date
  readonly tx: Tx
}

export type Seen = { readonly head: ResultHead; readonly parts: readonly ResultPart[]; readonly today: string }

/**
 * One result, if the actor has a part in it; else it does not exist. The person concerned reads it once it is
 * published: before that it is not theirs to know what may still change.
 */
export async function seeResult({ employeeId, year, actor, now, tx }: Request): Promise<Seen> {
  const today = (await calendarOf(tx)).today(now)
  const head = await resultHead(tx, { employeeId, year, today })
  if (!head) throw refuse(errors.notFound)
  const parts = partsIn(actor, { ...head, judges: await judges({ employeeId, year, actor, today, tx }) })
  if (parts.length === 0) throw refuse(errors.notFound)
  if (parts.includes('employee') && !head.published) throw refuse(errors.notPublished)
  return { head, parts, today }
}

type Judge = Pick<Request, 'employeeId' | 'year' | 'actor' | 'tx'> & { readonly today: string }

async function judges({ employeeId, year, actor, today, tx }: Judge): Promise<boolean> {
  const memberId = actor.employeeId
  if (memberId === null || memberId === employeeId) return false
  if (await isReviewMember(tx, { employeeId: memberId, on: today })) return true
  return appraisalConnections().judges(tx, { memberId, employeeId, year, today })
}

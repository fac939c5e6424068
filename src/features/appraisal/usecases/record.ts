import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { employeeById } from '../../organization/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { errors } from '../errors.ts'
import type { PerformanceRecord } from '../schema.ts'
import { feedbackOf, recordYears } from '../views/mine.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** A person's own record over the years: what was published, and the feedback written to them (O-57). */
export async function performanceRecord({ actor, now, tx }: Request): Promise<PerformanceRecord> {
  const { employeeId } = actor
  const today = (await calendarOf(tx)).today(now)
  const card = employeeId ? await employeeById(tx, { employeeId, on: today }) : null
  if (!employeeId || !card) throw refuse(errors.notFound)
  return {
    person: {
      id: card.id,
      name: card.name,
      number: card.employeeNumber,
      title: card.title,
      division: card.division,
      hiredOn: card.hiredOn,
    },
    years: await recordYears(tx, { employeeId }),
    feedback: await feedbackOf(tx, { employeeId }),
  }
}

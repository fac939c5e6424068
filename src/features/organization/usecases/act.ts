import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { calendarOf } from '../../policies/public.ts'

/** With what every use case works: who acts, when, in which transaction. */
export type Act = {
  readonly actor: EntityActor
  readonly now: Date
  readonly tx: Tx
  readonly newId: NewId
}

/** The day on the entity's wall. */
export async function todayOf({ tx, now }: Pick<Act, 'tx' | 'now'>): Promise<string> {
  return (await calendarOf(tx)).today(now)
}

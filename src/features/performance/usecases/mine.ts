import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { calendarOf } from '../../policies/public.ts'
import { currentCycle, documentsOf } from '../views/document.ts'

/** The actor's own documents, and which of them is of the running cycle. */
export async function listMine({ actor, now, tx }: { actor: EntityActor; now: Date; tx: Tx }) {
  const today = (await calendarOf(tx)).today(now)
  const cycle = await currentCycle(tx, { today })
  const documents = actor.employeeId ? await documentsOf(tx, { employeeId: actor.employeeId }) : []
  return {
    currentCycle: cycle,
    currentId: documents.find((one) => one.cycle.id === cycle?.id)?.id ?? null,
    documents,
  }
}

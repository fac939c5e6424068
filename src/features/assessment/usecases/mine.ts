import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { currentCycle } from '../../performance/public.ts'
import { windowOf } from '../domain/window.ts'
import { documentsOf, type MyDocument } from '../views/mine.ts'
import { type Settings, settingsOf } from './settings.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** The actor's own cycles, and which of them is to be worked on. */
export async function listMine({ actor, now, tx }: Request) {
  const settings = await settingsOf(tx, { now })
  const { today } = settings
  const cycle = await currentCycle(tx, { today })
  const documents = actor.employeeId ? await documentsOf(tx, { employeeId: actor.employeeId, today }) : []
  return {
    currentId: currentOf(documents, cycle?.id)?.documentId ?? null,
    currentCycle: cycle,
    assessments: documents.map((one) => cardOf(one, settings)),
  }
}

/** What is being closed comes before what runs, the oldest first: it is the more urgent. */
export function currentOf(documents: readonly MyDocument[], cycleId: string | undefined): MyDocument | null {
  const closing = documents.filter((one) => one.status === 'assessing' || one.status === 'reviewing')
  return (
    closing.filter((one) => one.status === 'assessing').at(-1) ??
    closing.at(-1) ??
    documents.find((one) => one.latest && one.cycle.id === cycleId) ??
    documents[0] ??
    null
  )
}

export function cardOf({ latest: _, ...one }: MyDocument, { windows, calendar, today }: Settings) {
  return {
    ...one,
    statusSince: one.statusSince.toISOString(),
    lateDays: one.dueOn ? workingDaysLate({ dueOn: one.dueOn, today, calendar }) : 0,
    opensOn: windowOf(one.segment, { cycle: one.cycle, windows, calendar }).opensOn,
  }
}

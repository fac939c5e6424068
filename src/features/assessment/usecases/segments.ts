import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { addDays } from '../../../shared/dates.ts'
import { closeWorkItems, reassignWorkItems } from '../../inbox/public.ts'
import type { OrganizationEvents } from '../../organization/public.ts'
import { splitDocument } from '../../performance/public.ts'
import { itemKinds } from '../domain/telling.ts'
import { closedCyclesWithin, movedAway, runningOf } from '../views/by-the-clock.ts'
import { lockAssessment, subjectOf } from './access.ts'
import { connections } from './connections.ts'
import { recountPerson } from './counting.ts'
import { settingsOf } from './settings.ts'
import { openItem, tell } from './tell.ts'

type Doing = { readonly newId: NewId; readonly now: Date; readonly tx: Tx }

/** The document of the former place ends on the day before; whoever led there rates it (AMB-17). */
export async function endForTransfer({
  documentId,
  on,
  newId,
  now,
  tx,
}: Doing & { readonly documentId: string; readonly on: string }): Promise<void> {
  const seen = await lockAssessment(tx, { documentId, employeeId: null, now })
  if (!seen) return
  await splitDocument(tx, { id: documentId, lastDay: addDays(on, -1), newId, now })
  // Who led rates the whole of what ended: there is no note left to write.
  const note = { subject: subjectOf(documentId), kind: itemKinds.interimNote, outcome: 'segment_ended', closedBy: null }
  await closeWorkItems(tx, { ...note, now })
  const { assessment } = seen
  const recipients = [assessment.employeeId, assessment.supervisorId]
  await tell({ about: assessment, newId, now, tx, recipients, kind: 'assessment.segment_ended', by: null })
}

type Fact = { readonly newId: NewId; readonly now: Date }

/** A transfer that begins today or earlier takes effect at once; the clock sees to the others. */
async function employeeTransferred(tx: Tx, { employeeId, newId, now }: Fact & { employeeId: string }): Promise<void> {
  const { today, calendar } = await settingsOf(tx, { now })
  for (const moved of await movedAway(tx, { today, timeZone: calendar.timeZone, employeeId })) {
    await endForTransfer({ ...moved, newId, now, tx })
  }
}

type Changed = Fact & {
  readonly employeeId: string
  readonly from: string | null
  readonly to: string | null
  readonly on: string
}

/** The plan stays; the outgoing supervisor is asked for a note, and what waits for a decision passes on (AMB-18). */
async function supervisorChanged(tx: Tx, { employeeId, from, to, on, newId, now }: Changed): Promise<void> {
  const { calendar, windows, today } = await settingsOf(tx, { now })
  for (const documentId of await runningOf(tx, { employeeId, on })) {
    const seen = await lockAssessment(tx, { documentId, employeeId: null, now })
    if (!seen) continue
    const { assessment } = seen
    if (from !== null && to !== null && on <= today) {
      const passing = { subject: subjectOf(documentId), kind: itemKinds.review, assigneeId: from, toId: to, now }
      await reassignWorkItems(tx, passing)
    }
    if (from === null || from === employeeId) continue
    const dueOn = calendar.addWorkingDays(on > today ? on : today, windows.outgoingRating)
    const item = { about: assessment, kind: itemKinds.interimNote, assigneeId: from, dueOn }
    await openItem({ ...item, newId, now, tx })
  }
}

/** What was recorded late about a closed cycle counts as if it had been known, until the year is frozen (AMB-19, 20). */
async function recount(
  tx: Tx,
  { employeeId, from, to, now }: { employeeId: string; from: string; to: string | null; now: Date },
): Promise<void> {
  for (const cycle of await closedCyclesWithin(tx, { from, to })) {
    if (await connections().yearFrozen(tx, { year: cycle.year, hold: true })) continue
    await recountPerson(tx, { cycle, employeeId, now })
  }
}

/** A year back: no older cycle of an unfrozen year is open to change. */
const earlierDays = 400

export const organizationEvents = {
  employeeTransferred,
  supervisorChanged,
  absencesChanged: (tx, { employeeId, startsOn, endsOn, now }) =>
    recount(tx, { employeeId, from: startsOn, to: endsOn, now }),
  serviceChanged: async (tx, { employeeId, lastDay, now }) => {
    const { today } = await settingsOf(tx, { now })
    await recount(tx, { employeeId, from: lastDay ?? addDays(today, -earlierDays), to: null, now })
  },
} satisfies OrganizationEvents

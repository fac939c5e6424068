import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { addDays } from '../../../shared/dates.ts'
import { wholeWeight } from '../../../shared/decimal.ts'
import { nthWorkingDay, workingDaysBetween } from '../../../shared/working-days.ts'
import { closeWorkItems, notify } from '../../inbox/public.ts'
import type { DocumentStatus } from '../domain/document.ts'
import { itemKinds } from '../domain/telling.ts'
import * as documents from '../repository/documents.ts'
import * as segments from '../repository/segments.ts'
import { endEditing } from './editing-session.ts'
import { settingsOf } from './settings.ts'
import { openItem, paramsOf, subjectOf } from './tell.ts'

type Closing = {
  readonly id: string
  readonly status: Extract<DocumentStatus, 'agreed' | 'assessing' | 'reviewing' | 'closed'>
  readonly dueOn: string | null
  /** The employee who acts; null when the program does. */
  readonly by: string | null
  readonly now: Date
}

/**
 * Writes the state that the closing of the cycle has decided. What was asked of the plan and has not been answered by
 * then is withdrawn: there is nothing left to amend.
 */
export async function setClosingStatus(tx: Tx, { id, status, dueOn, by, now }: Closing): Promise<void> {
  if (status === 'assessing') {
    await documents.endAmendment(tx, { documentId: id, status: 'withdrawn', by, note: null, now })
    await closeWorkItems(tx, {
      subject: subjectOf({ id }),
      kind: itemKinds.amendment,
      outcome: 'withdraw_amendment',
      closedBy: by,
      now,
    })
  }
  await segments.setClosing(tx, { id, status, dueOn, by, now })
}

type Split = { readonly id: string; readonly lastDay: string; readonly newId: NewId; readonly now: Date }

/**
 * A transfer ends the agreed document on the day before and opens an empty one from the next day on, with its own days
 * for writing (AMB-17). An amendment that was being written is given up. When the rest of the cycle is shorter than the
 * days for writing, nothing new is asked for. Answers the id of the new document.
 */
export async function splitDocument(tx: Tx, { id, lastDay, newId, now }: Split): Promise<string | null> {
  const settings = await settingsOf(tx, { now })
  const { today, clocks, calendar } = settings
  const document = await documents.lock(tx, { id, employeeId: null, today })
  if (!document) return null
  await restoreAgreed(tx, { document, now })
  const startsOn = addDays(lastDay, 1)
  const from = today > startsOn ? today : startsOn
  const left = workingDaysBetween(addDays(from, -1), document.cycle.endsOn, calendar)
  const follows = left > clocks.joinerPlan
  await segments.endOn(tx, { id, lastDay, latest: !follows, now })
  const nextId = follows ? newId() : null
  audit.record(tx, {
    actor: null,
    action: 'performance.end_segment',
    subject: { type: 'performance_document', id },
    after: { endsOn: lastDay, nextId },
    at: now,
  })
  if (nextId === null) return null
  const dueOn = nthWorkingDay(from, clocks.joinerPlan, calendar)
  await segments.addNext(tx, { id: nextId, after: id, startsOn, dueOn, now })
  const next = { ...document, id: nextId, submissions: 0, edition: 1 }
  await openItem({ document: next, kind: itemKinds.write, assigneeId: document.employeeId, dueOn, newId, now, tx })
  await notify(tx, {
    recipients: [document.employeeId],
    kind: 'performance.segment_opened',
    params: { ...paramsOf(next), due: { day: dueOn } },
    subject: subjectOf(next),
    newId,
    now,
  })
  return nextId
}

/** What both sides agreed to holds, whatever was being written when the place changed. */
async function restoreAgreed(
  tx: Tx,
  { document, now }: { document: documents.LockedDocument; now: Date },
): Promise<void> {
  const { id, status } = document
  if (!['submitted', 'returned', 'amending'].includes(status)) return
  await endEditing({ documentId: id, now, tx })
  const agreed = await documents.agreedSubmission(tx, { documentId: id })
  if (!agreed) return
  if (status === 'submitted') {
    const number = document.submissions
    await documents.closeSubmission(tx, {
      documentId: id,
      number,
      outcome: 'withdrawn',
      by: null,
      for: null,
      note: null,
      now,
    })
  }
  await documents.restoreContent(tx, { documentId: id, number: agreed.number })
  await documents.endAmendment(tx, { documentId: id, status: 'cancelled', by: null, note: null, now })
  await documents.save(tx, {
    id,
    patch: {
      status: 'agreed',
      statusSince: now,
      edition: agreed.edition,
      weightTotal: wholeWeight,
      returns: 0,
      higherMayDecide: false,
      dueOn: null,
      editingSince: null,
    },
    by: null,
    now,
  })
  await closeWorkItems(tx, { subject: subjectOf({ id }), outcome: 'cancel_amendment', closedBy: null, now })
}

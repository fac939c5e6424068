import * as audit from '../../../platform/audit/record.ts'
import type { JobContext } from '../../../platform/jobs/feature-job.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { closeWorkItems, notifyEach } from '../../inbox/public.ts'
import { setClosingStatus } from '../../performance/public.ts'
import { itemKinds } from '../domain/telling.ts'
import { windowOf } from '../domain/window.ts'
import * as assessments from '../repository/assessments.ts'
import { type Agreed, agreedUntil, movedAway, pastAnswers, pastObjections } from '../views/by-the-clock.ts'
import { sentButUndecided } from '../views/closing.ts'
import { lockAssessment, subjectOf } from './access.ts'
import { beginClosing } from './opening.ts'
import { standProvisionally } from './provisional.ts'
import { endForTransfer } from './segments.ts'
import { settingsOf } from './settings.ts'
import { closeItems, openItem, paramsOf } from './tell.ts'

const atOnce = 2000

/** The closing of a document begins some working days before its last day (AMB-26). */
export async function openWindows({ tx, now, newId }: JobContext): Promise<void> {
  const { today, calendar, windows } = await settingsOf(tx, { now })
  const until = calendar.addWorkingDays(today, windows.opensBefore + 1)
  const opened: (Agreed & { readonly dueOn: string })[] = []
  for (const document of await agreedUntil(tx, { until, limit: atOnce })) {
    const window = windowOf(document, { cycle: document.cycle, windows, calendar })
    if (today < window.opensOn) continue
    // Known late, such as a transfer that was recorded afterwards, the days count from now.
    const dueOn = today > document.endsOn ? calendar.addWorkingDays(today, windows.closesAfter) : window.dueOn
    if (await openOne({ tx, now, newId }, document, dueOn)) opened.push({ ...document, dueOn })
  }
  await notifyEach(tx, {
    kind: 'assessment.opened',
    notices: opened.map((one) => ({
      recipientId: one.employeeId,
      subject: subjectOf(one.documentId),
      params: { ...paramsOf(one), due: { day: one.dueOn } },
    })),
    newId,
    now,
  })
}

type Clock = Pick<JobContext, 'tx' | 'now' | 'newId'>

async function openOne({ tx, now, newId }: Clock, document: Agreed, dueOn: string): Promise<boolean> {
  const { documentId, cycle } = document
  const seen = await lockAssessment(tx, { documentId, employeeId: null, now })
  if (seen?.assessment.status !== 'agreed') return false
  await beginClosing({ documentId, cycleEndsOn: cycle.endsOn, scale: seen.settings.scale, newId, now, tx })
  await setClosingStatus(tx, { id: documentId, status: 'assessing', dueOn, by: null, now })
  await assessments.addEvent(tx, { documentId, event: 'opened', by: null, newId, now })
  const about = { ...document, employeeName: document.employeeName }
  await openItem({ about, kind: itemKinds.record, assigneeId: document.employeeId, dueOn, newId, now, tx })
  audit.record(tx, {
    actor: null,
    action: 'assessment.open',
    subject: subjectOf(documentId),
    before: { status: 'agreed' },
    after: { status: 'assessing', dueOn },
    at: now,
  })
  return true
}

/** After the last rung of the ladder the self-evaluation stands provisionally (AMB-26). */
export async function standWithoutDecision({ tx, now, newId }: JobContext): Promise<void> {
  const { today, clocks, calendar } = await settingsOf(tx, { now })
  const last = Math.max(0, ...clocks.ladder.map((rung) => rung.afterWorkingDays))
  for (const { documentId, dueOn } of await sentButUndecided(tx, { dueBefore: today })) {
    if (dueOn === null || workingDaysLate({ dueOn, today, calendar }) <= last) continue
    await standProvisionally({ documentId, newId, now, tx })
  }
}

/** Once the days for objecting or answering are over, nothing waits for the employee any more. */
export async function endWaits({ tx, now }: JobContext): Promise<void> {
  const { today } = await settingsOf(tx, { now })
  for (const documentId of await pastObjections(tx, { today })) {
    await closeItems(tx, { documentId, kinds: [itemKinds.objection], outcome: 'objection_over', by: null, now })
  }
  for (const id of await pastAnswers(tx, { today })) {
    const closing = { kind: itemKinds.answer, outcome: 'answer_over', closedBy: null, now }
    await closeWorkItems(tx, { subject: subjectOf(id), ...closing })
  }
}

/** Transfers whose first day has come end the document of the former place (AMB-17). */
export async function endSegments({ tx, now, newId }: JobContext): Promise<void> {
  const { today, calendar } = await settingsOf(tx, { now })
  for (const moved of await movedAway(tx, { today, timeZone: calendar.timeZone, employeeId: null })) {
    await endForTransfer({ ...moved, newId, now, tx })
  }
}

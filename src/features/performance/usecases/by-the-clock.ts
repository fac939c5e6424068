import * as audit from '../../../platform/audit/record.ts'
import type { JobContext } from '../../../platform/jobs/feature-job.ts'
import { reachesHigherOfficial } from '../../../shared/clocks.ts'
import { closeWorkItems, notify } from '../../inbox/public.ts'
import { itemKinds } from '../domain/telling.ts'
import * as cycles from '../repository/cycles.ts'
import * as documents from '../repository/documents.ts'
import { restEditing } from '../repository/lines.ts'
import { pastObjections, undecided } from '../views/document.ts'
import { enrolMissing } from './cycles.ts'
import { endEditing } from './editing-session.ts'
import { widenDecision } from './escalate.ts'
import { settingsOf } from './settings.ts'
import { openItem, paramsOf, subjectOf } from './tell.ts'

/** Whoever joined after a cycle was opened gets a document too (AMB-16). */
export async function enrolJoiners({ tx, now, newId }: JobContext): Promise<void> {
  const settings = await settingsOf(tx, { now })
  for (const cycle of await cycles.openCycles(tx)) {
    const enrolled = await enrolMissing({ cycle, settings, newId, now, tx })
    if (enrolled === 0) continue
    audit.record(tx, {
      actor: null,
      action: 'performance.enrol',
      subject: { type: 'cycle', id: cycle.id },
      after: { enrolled },
      at: now,
    })
  }
}

const idleMinutes = 30
const atOnce = 200

/** An editing session ends half an hour after the last keystroke, in one audit row (H10). */
export async function closeIdleSessions({ tx, now }: JobContext): Promise<void> {
  const since = new Date(now.getTime() - idleMinutes * 60_000)
  for (const documentId of await cycles.idleSessions(tx, { since, limit: atOnce })) {
    await endEditing({ documentId, now, tx })
    await restEditing(tx, { documentId })
  }
}

/** A document that has gone back and forth too long since it was first sent goes to the higher official too (AMB-24). */
export async function widenDecisions({ tx, now, newId }: JobContext): Promise<void> {
  const { today, clocks, calendar } = await settingsOf(tx, { now })
  for (const { id, returns, firstSubmittedAt } of await undecided(tx)) {
    const firstSubmittedOn = calendar.today(firstSubmittedAt)
    if (!reachesHigherOfficial({ returns, firstSubmittedOn, today, clocks, calendar })) continue
    const document = await documents.lock(tx, { id, employeeId: null, today })
    if (!document || document.higherMayDecide || !['submitted', 'returned'].includes(document.status)) continue
    await widenDecision(tx, { id, reason: 'back_and_forth', now })
    const above = document.higherOfficialId
    if (!above) continue
    if (document.status === 'submitted') {
      await openItem({ document, kind: itemKinds.decide, assigneeId: above, dueOn: document.dueOn, newId, now, tx })
    }
    await notify(tx, {
      recipients: [above],
      kind: 'performance.higher_may_decide',
      params: paramsOf(document),
      subject: subjectOf(document),
      newId,
      now,
    })
  }
}

/** Once the days for objecting are over, nothing waits for the employee any more (H8). */
export async function endObjections({ tx, now }: JobContext): Promise<void> {
  const { today } = await settingsOf(tx, { now })
  for (const id of await pastObjections(tx, { today })) {
    const request = { subject: subjectOf({ id }), kind: itemKinds.objection, closedBy: null, now }
    await closeWorkItems(tx, { ...request, outcome: 'objection_over' })
  }
}

import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { closeDocuments } from '../../performance/public.ts'
import * as assessments from '../repository/assessments.ts'
import { lockAssessment, subjectOf } from './access.ts'
import { recountPerson } from './counting.ts'
import { endCorrections } from './ending-corrections.ts'
import { closeItems, tell } from './tell.ts'

type Standing = { readonly documentId: string; readonly newId: NewId; readonly now: Date; readonly tx: Tx }

/**
 * Nobody decided in time: the self-evaluation stands as it was sent, provisionally, until a higher official reopens it
 * (AMB-26). Corrections to which nobody agreed, and that nobody confirmed, do not hold against the employee.
 */
export async function standProvisionally({ documentId, newId, now, tx }: Standing): Promise<boolean> {
  const seen = await lockAssessment(tx, { documentId, employeeId: null, now })
  if (seen?.assessment.status !== 'reviewing' || seen.assessment.recordedBy !== null) return false
  if (seen.facts.yearFrozen || seen.facts.cycleDecided) return false
  const { assessment } = seen
  const unsettled = assessment.corrections.filter(
    (one) => !one.ended && one.answer !== 'agreed' && one.ruling !== 'confirmed',
  )
  await endCorrections(tx, { seen, ids: unsettled.map((one) => one.id), now })
  await closeDocuments(tx, { ids: [documentId], now })
  await assessments.save(tx, { documentId, patch: { provisional: true, closedAt: now }, by: null, now })
  await assessments.addEvent(tx, { documentId, event: 'stands_provisionally', by: null, newId, now })
  audit.record(tx, {
    actor: null,
    action: 'assessment.stand_provisionally',
    subject: subjectOf(documentId),
    before: { status: 'reviewing' },
    after: { status: 'closed', provisional: true, endedCorrections: unsettled.map((one) => one.id) },
    at: now,
  })
  await closeItems(tx, { documentId, outcome: 'stands_provisionally', by: null, now })
  const { employeeId, supervisorId, higherOfficialId, cycle } = assessment
  const recipients = [employeeId, supervisorId, higherOfficialId]
  await tell({ about: assessment, newId, now, tx, recipients, kind: 'assessment.stands_provisionally', by: null })
  await recountPerson(tx, { cycle, employeeId, now })
  return true
}

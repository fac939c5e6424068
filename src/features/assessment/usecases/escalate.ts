import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { ItemStep, WorkItem } from '../../inbox/public.ts'
import { ejadaTeam } from '../../organization/public.ts'
import { itemKinds } from '../domain/telling.ts'
import * as assessments from '../repository/assessments.ts'
import { lockAssessment, type Seen, subjectOf } from './access.ts'
import { openItem, tell } from './tell.ts'

type Step = { readonly item: WorkItem; readonly step: ItemStep; readonly newId: NewId; readonly now: Date }

/**
 * One rung of the ladder for something late (H7, AMB-26): the actor is reminded, then the higher official is told and
 * may decide, then the Ejada team is told. What waits for somebody recorded as absent goes up at once (AMB-22).
 */
export async function escalateItem(tx: Tx, { item, step, newId, now }: Step): Promise<void> {
  const documentId = item.subject.id
  const seen = await lockAssessment(tx, { documentId, employeeId: null, now })
  if (!seen) return
  const { assessment } = seen
  const review = item.kind === itemKinds.review
  if (review && (step === 'tell_higher_official' || step === 'route_absence')) {
    if (assessment.higherMayDecide && step === 'route_absence') return
    await letHigherDecide(tx, { item, seen, newId, now })
  }
  const due = { due: { day: item.dueOn ?? seen.settings.today } }
  const recipients = await listeners(tx, { item, step, seen })
  const kind = kindOf(item.kind)
  await tell({ about: assessment, newId, now, tx, recipients, kind, by: null, params: due })
}

function kindOf(itemKind: string): string {
  if (itemKind === itemKinds.review || itemKind === itemKinds.rule) return 'assessment.decision_late'
  return itemKind === itemKinds.interimNote ? 'assessment.interim_note_late' : 'assessment.recording_late'
}

type Climb = { readonly item: WorkItem; readonly seen: Seen; readonly newId: NewId; readonly now: Date }

async function letHigherDecide(tx: Tx, { item, seen, newId, now }: Climb): Promise<void> {
  const { assessment } = seen
  const { documentId, higherOfficialId } = assessment
  await assessments.letHigherDecide(tx, { documentId })
  audit.record(tx, {
    actor: null,
    action: 'assessment.higher_may_decide',
    subject: subjectOf(documentId),
    after: { higherMayDecide: true, reason: 'late_or_absent' },
    at: now,
  })
  if (!higherOfficialId || higherOfficialId === item.assigneeId || higherOfficialId === assessment.recordedBy) return
  const opening = { kind: itemKinds.review, assigneeId: higherOfficialId, dueOn: item.dueOn }
  await openItem({ about: assessment, ...opening, newId, now, tx })
}

type Heard = { readonly item: WorkItem; readonly step: ItemStep; readonly seen: Seen }

async function listeners(tx: Tx, { item, step, seen }: Heard): Promise<(string | null)[]> {
  const { supervisorId, higherOfficialId } = seen.assessment
  switch (step) {
    case 'remind_actor': {
      // A late self-evaluation is the supervisor's to know from the first rung on (AMB-26).
      const recording = item.kind === itemKinds.record || item.kind === itemKinds.revise
      return [item.assigneeId, recording ? supervisorId : null]
    }
    case 'tell_ejada_team':
      return ejadaTeam(tx)
    default:
      return [higherOfficialId]
  }
}

import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { type ItemStep, notify, type WorkItem } from '../../inbox/public.ts'
import { ejadaTeam } from '../../organization/public.ts'
import { type ItemKind, itemKinds } from '../domain/telling.ts'
import * as documents from '../repository/documents.ts'
import { settingsOf } from './settings.ts'
import { openItem, paramsOf, subjectOf } from './tell.ts'

type Step = { readonly item: WorkItem; readonly step: ItemStep; readonly newId: NewId; readonly now: Date }

/**
 * One rung of the ladder for something late (H7, AMB-26): the actor is reminded, then the higher official is told and
 * may decide, then the Ejada team is told. What waits for somebody recorded as absent goes up at once (AMB-22).
 */
export async function escalateItem(tx: Tx, { item, step, newId, now }: Step): Promise<void> {
  const { today } = await settingsOf(tx, { now })
  const document = await documents.lock(tx, { id: item.subject.id, employeeId: null, today })
  if (!document) return
  const decision = isDecision(item.kind)
  const above = document.higherOfficialId
  if (decision && (step === 'tell_higher_official' || step === 'route_absence')) {
    if (document.higherMayDecide && step === 'route_absence') return
    await letHigherDecide(tx, { item, document, newId, now })
  }
  const recipients = await listeners(tx, { item, step, document, above })
  await notify(tx, {
    recipients,
    kind: decision ? 'performance.decision_late' : 'performance.plan_late',
    params: { ...paramsOf(document), due: { day: item.dueOn ?? today } },
    subject: subjectOf(document),
    newId,
    now,
  })
}

type Climb = {
  readonly item: WorkItem
  readonly document: documents.LockedDocument
  readonly newId: NewId
  readonly now: Date
}

async function letHigherDecide(tx: Tx, { item, document, newId, now }: Climb): Promise<void> {
  await widenDecision(tx, { id: document.id, reason: 'late_or_absent', now })
  const above = document.higherOfficialId
  // Never onto the list of the one who asked for the amendment: the other side answers.
  if (!above || above === item.assigneeId || above === document.amendment?.requestedBy) return
  await openItem({ document, kind: item.kind as ItemKind, assigneeId: above, dueOn: item.dueOn, newId, now, tx })
}

/** Lets the higher official decide, and says in the audit chain that the program did so. */
export async function widenDecision(
  tx: Tx,
  { id, reason, now }: { id: string; reason: 'late_or_absent' | 'back_and_forth'; now: Date },
): Promise<void> {
  await documents.letHigherDecide(tx, { id })
  audit.record(tx, {
    actor: null,
    action: 'performance.higher_may_decide',
    subject: { type: 'performance_document', id },
    after: { higherMayDecide: true, reason },
    at: now,
  })
}

type Heard = {
  readonly item: WorkItem
  readonly step: ItemStep
  readonly document: documents.LockedDocument
  readonly above: string | null
}

async function listeners(tx: Tx, { item, step, document, above }: Heard): Promise<string[]> {
  switch (step) {
    case 'remind_actor':
      // A late plan is the supervisor's to know from the first rung on (AMB-26).
      return [item.assigneeId, ...(isDecision(item.kind) ? [] : known(document.supervisorId))]
    case 'tell_ejada_team':
      return ejadaTeam(tx)
    default:
      return known(above)
  }
}

function isDecision(kind: string): boolean {
  return kind === itemKinds.decide || kind === itemKinds.amendment
}

function known(id: string | null): string[] {
  return id === null ? [] : [id]
}

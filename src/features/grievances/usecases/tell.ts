import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { actingChair, actingSecretary } from '../../../shared/fit-members.ts'
import { closeWorkItems, type MessageParams, notify, openWorkItem } from '../../inbox/public.ts'
import { employeeById } from '../../organization/public.ts'
import { type Status, smallestPanel } from '../domain/grievance.ts'
import { livePanel } from '../policy.ts'
import type { Grievance } from '../repository.ts'
import { type Seen, subjectOf } from './access.ts'

export const itemKinds = {
  acknowledge: 'grievances.acknowledge',
  admit: 'grievances.admit',
  seat: 'grievances.seat',
  examine: 'grievances.examine',
  decide: 'grievances.decide',
  evaluate: 'grievances.evaluate',
  raised: 'grievances.raised',
  receive: 'grievances.receive',
} as const
export type ItemKind = (typeof itemKinds)[keyof typeof itemKinds]

type Told = { readonly newId: NewId; readonly now: Date; readonly tx: Tx }

/** The values that every sentence about a grievance may use. */
export async function paramsOf(tx: Tx, { employeeId, year, number }: Grievance): Promise<MessageParams> {
  const card = await employeeById(tx, { employeeId })
  return { employee: { ...(card?.name ?? { ar: '', en: '' }) }, year, number: number ?? 0 }
}

type Desk = {
  readonly chair: string | null
  readonly secretary: string | null
  readonly panel: readonly string[]
  /** Those of the panel who have not judged yet. */
  readonly undecided: readonly string[]
  readonly panelChair: string | null
  readonly evaluator: string | null
}
type Passing = {
  /** The end of a message key: what happened. */
  readonly outcome: string
  readonly by: string | null
  /** Where the case stands now, with whom, until when. */
  readonly status: Status
  readonly desk: Desk
  readonly dueOn: string | null
}

/** Takes the case off the lists where it stood and puts it on those of whoever has to act next. */
export async function passOn(
  { grievance, newId, now, tx }: Told & { readonly grievance: Grievance },
  { outcome, by, status, desk, dueOn }: Passing,
): Promise<void> {
  const subject = subjectOf(grievance.id)
  await closeWorkItems(tx, { subject, outcome, closedBy: by, now })
  const params = await paramsOf(tx, grievance)
  for (const { kind, to } of waitsFor[status]?.(desk, grievance) ?? []) {
    for (const assigneeId of new Set(to.filter((id) => id !== null))) {
      await openWorkItem(tx, { kind, subject, aboutId: grievance.employeeId, assigneeId, dueOn, params, newId, now })
    }
  }
}

type Opening = { readonly kind: ItemKind; readonly to: readonly (string | null)[] }

/** Who has to act at each status. A panel without a chair waits for the chair of the committee to name one. */
const waitsFor: Partial<Record<Status, (desk: Desk, grievance: Grievance) => readonly Opening[]>> = {
  filed: ({ chair, secretary }) => [{ kind: itemKinds.acknowledge, to: [chair, secretary] }],
  acknowledged: ({ chair }) => [{ kind: itemKinds.admit, to: [chair] }],
  admitted: ({ chair }) => [{ kind: itemKinds.seat, to: [chair] }],
  under_review: ({ chair, panel, undecided, panelChair }) => [
    { kind: itemKinds.examine, to: undecided },
    panelChair === null || panel.length < smallestPanel
      ? { kind: itemKinds.seat, to: [chair] }
      : { kind: itemKinds.decide, to: [panelChair] },
  ],
  re_evaluating: ({ evaluator }) => [{ kind: itemKinds.evaluate, to: [evaluator] }],
  decided: (_, { employeeId }) => [{ kind: itemKinds.receive, to: [employeeId] }],
}

export async function announce(
  { grievance, newId, now, tx }: Told & { readonly grievance: Grievance },
  {
    kind,
    to,
    by,
    more = {},
  }: { kind: string; to: readonly (string | null)[]; by: string | null; more?: MessageParams },
): Promise<void> {
  const recipients = to.filter((id) => id !== null)
  if (recipients.length === 0) return
  const params = { ...(await paramsOf(tx, grievance)), ...more }
  await notify(tx, {
    recipients,
    kind: `grievances.${kind}`,
    params,
    subject: subjectOf(grievance.id),
    exceptId: by,
    newId,
    now,
  })
}

/** Who does which work in the case. */
export function deskOf({ committee, grievance }: Pick<Seen, 'committee' | 'grievance'>): Desk {
  const panel = livePanel({ committee, panel: grievance.panel })
  return {
    chair: actingChair(committee),
    secretary: actingSecretary(committee),
    panel: panel.map(({ memberId }) => memberId),
    undecided: panel.filter(({ opinion }) => opinion === null).map(({ memberId }) => memberId),
    panelChair: panel.find(({ chairs }) => chairs)?.memberId ?? null,
    evaluator: grievance.evaluatorId,
  }
}

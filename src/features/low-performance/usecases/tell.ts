import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { closeWorkItems, type MessageParams, notify, openWorkItem, type WorkItemKind } from '../../inbox/public.ts'
import { employeeById } from '../../organization/public.ts'
import type { Case } from '../repository.ts'
import { type Seen, subjectOf } from './access.ts'

export const itemKinds = {
  study: 'low_performance.study',
  plan: 'low_performance.plan',
  review: 'low_performance.review',
  speak: 'low_performance.speak',
  begin: 'low_performance.begin',
  raised: 'low_performance.raised',
} as const
export type ItemKind = (typeof itemKinds)[keyof typeof itemKinds]

type Told = { readonly found: Case; readonly newId: NewId; readonly now: Date; readonly tx: Tx }

export async function paramsOf(tx: Tx, { employeeId, year, number }: Case): Promise<MessageParams> {
  const card = await employeeById(tx, { employeeId })
  return { employee: { ...(card?.name ?? { ar: '', en: '' }) }, year, number }
}

export async function waitFor(
  { found, newId, now, tx }: Told,
  { kind, to, dueOn }: { kind: ItemKind; to: string | null; dueOn: string | null },
): Promise<void> {
  if (to === null) return
  const subject = subjectOf(found.id)
  const params = await paramsOf(tx, found)
  await openWorkItem(tx, { kind, subject, aboutId: found.employeeId, assigneeId: to, dueOn, params, newId, now })
}

export async function settle(
  { found, now, tx }: Omit<Told, 'newId'>,
  { kind, to, outcome, by }: { kind?: ItemKind; to?: string; outcome: string; by: string | null },
): Promise<void> {
  const which = { ...(kind && { kind }), ...(to && { assigneeId: to }) }
  await closeWorkItems(tx, { subject: subjectOf(found.id), ...which, outcome, closedBy: by, now })
}

export async function announce(
  { found, newId, now, tx }: Told,
  {
    kind,
    to,
    by,
    more = {},
  }: { kind: string; to: readonly (string | null)[]; by: string | null; more?: MessageParams },
): Promise<void> {
  const recipients = to.filter((id) => id !== null)
  if (recipients.length === 0) return
  const params = { ...(await paramsOf(tx, found)), ...more }
  await notify(tx, {
    recipients,
    kind: `low_performance.${kind}`,
    params,
    subject: subjectOf(found.id),
    exceptId: by,
    newId,
    now,
  })
}

export function chairOf({ chairId }: Pick<Seen, 'chairId'>): string | null {
  return chairId
}

const link: WorkItemKind['link'] = (item) => `/committees/low-performance/${item.subject.id}`
const own: WorkItemKind['link'] = (item) => `/my/support/${item.subject.id}`

/** What this feature puts on people's lists. */
export const workItemKinds: readonly WorkItemKind[] = [
  { kind: itemKinds.study, group: 'decision', icon: 'task', link },
  { kind: itemKinds.plan, group: 'decision', icon: 'task', link },
  { kind: itemKinds.review, group: 'task', icon: 'reading', link },
  { kind: itemKinds.speak, group: 'task', icon: 'document', link: own },
  { kind: itemKinds.begin, group: 'read', icon: 'reading', link: own },
  { kind: itemKinds.raised, group: 'read', icon: 'escalation', link },
]

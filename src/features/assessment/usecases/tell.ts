import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { closeWorkItems, type MessageParams, notify, openWorkItem } from '../../inbox/public.ts'
import { employeeById } from '../../organization/public.ts'
import type { Cycle } from '../../performance/public.ts'
import { type ItemKind, itemKinds } from '../domain/telling.ts'
import { subjectOf } from './access.ts'

export type About = {
  readonly documentId: string
  readonly employeeId: string
  readonly employeeName: { readonly ar: string; readonly en: string }
  readonly cycle: Pick<Cycle, 'kind' | 'ordinal' | 'year'>
}

/** The values that every sentence about an assessment may use. */
export function paramsOf({ employeeName, cycle }: Omit<About, 'documentId' | 'employeeId'>): MessageParams {
  const { kind, ordinal, year } = cycle
  return { employee: { ...employeeName }, cycle: { period: { kind, ordinal, year } } }
}

type Doing = { readonly newId: NewId; readonly now: Date; readonly tx: Tx }
type Opened = Doing & {
  readonly about: About
  readonly kind: ItemKind
  readonly assigneeId: string
  readonly dueOn: string | null
}

export async function openItem({ about, tx, ...item }: Opened): Promise<void> {
  const subject = subjectOf(about.documentId)
  await openWorkItem(tx, { ...item, subject, aboutId: about.employeeId, params: paramsOf(about) })
}

type Told = Doing & {
  readonly about: About
  readonly recipients: readonly (string | null)[]
  readonly kind: string
  readonly by: string | null
  readonly params?: MessageParams
}

export async function tell({ about, recipients, kind, by, params = {}, newId, now, tx }: Told): Promise<void> {
  const known = recipients.flatMap((id) => id ?? [])
  if (known.length === 0) return
  const actor = by === null ? null : await employeeById(tx, { employeeId: by })
  await notify(tx, {
    recipients: known,
    kind,
    params: { ...paramsOf(about), by: actor?.name ?? { ar: '', en: '' }, ...params },
    subject: subjectOf(about.documentId),
    exceptId: by,
    newId,
    now,
  })
}

/** What an outgoing supervisor owes stays on the list, whatever happens to the assessment. */
const kindsOfTheRecord: readonly ItemKind[] = [
  itemKinds.record,
  itemKinds.revise,
  itemKinds.review,
  itemKinds.answer,
  itemKinds.rule,
  itemKinds.objection,
]

type Closed = { readonly documentId: string; readonly outcome: string; readonly by: string | null; readonly now: Date }

/** Takes the assessment off the lists on which it stands, all of them or those of some kinds. */
export async function closeItems(
  tx: Tx,
  { documentId, outcome, by, now, kinds = kindsOfTheRecord }: Closed & { readonly kinds?: readonly ItemKind[] },
): Promise<void> {
  for (const kind of kinds) {
    await closeWorkItems(tx, { subject: subjectOf(documentId), kind, outcome, closedBy: by, now })
  }
}

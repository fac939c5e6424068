import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { closeWorkItems, type MessageParams, notify, openWorkItem } from '../../inbox/public.ts'
import { employeeById } from '../../organization/public.ts'
import { calendarOf, policyValue } from '../../policies/public.ts'
import type { Nomination } from '../repository.ts'
import { subjectOf } from './act.ts'

/** Kinds of work item that this feature opens. */
export const itemKinds = {
  answer: 'excellence.answer',
  verify: 'excellence.verify',
  ratify: 'excellence.ratify',
} as const
type ItemKind = (typeof itemKinds)[keyof typeof itemKinds]

/** Where notices lead: each reader has another page for the same nomination. */
const subjects = {
  employee: 'excellence_own',
  nominator: 'excellence_dossier',
  official: 'excellence_case',
} as const

type Telling = { readonly newId: NewId; readonly now: Date; readonly tx: Tx }
export type About = Pick<Nomination, 'id' | 'employeeId' | 'year'>

async function paramsOf(tx: Tx, { employeeId, year }: About): Promise<MessageParams> {
  const card = await employeeById(tx, { employeeId })
  return { employee: { ...(card?.name ?? { ar: '', en: '' }) }, year: String(year) }
}

type Passing = {
  /** What happened, at the end of a message key. */
  readonly outcome: string
  readonly by: string | null
  readonly next?: { readonly kind: ItemKind; readonly to: readonly (string | null)[] }
}

/** Takes the nomination off the lists where it stood and puts it on those of whoever has to act next. */
export async function passOn(
  { about, newId, now, tx }: Telling & { readonly about: About },
  { outcome, by, next }: Passing,
): Promise<void> {
  const subject = subjectOf(about.id)
  await closeWorkItems(tx, { subject, outcome, closedBy: by, now })
  if (!next) return
  const dueOn = await dueOf(tx, now)
  const params = await paramsOf(tx, about)
  for (const assigneeId of new Set(next.to.filter((id) => id !== null))) {
    await openWorkItem(tx, {
      kind: next.kind,
      subject,
      aboutId: about.employeeId,
      assigneeId,
      dueOn,
      params,
      newId,
      now,
    })
  }
}

/** The clock of a decision (H7). */
async function dueOf(tx: Tx, now: Date): Promise<string> {
  const calendar = await calendarOf(tx)
  const today = calendar.today(now)
  const { value: clocks } = await policyValue(tx, { key: 'clocks', year: Number(today.slice(0, 4)) })
  return calendar.addWorkingDays(today, clocks.decision)
}

type Announcement = {
  readonly kind: string
  readonly to: readonly (string | null)[]
  readonly as: keyof typeof subjects
  readonly by: string | null
}

export async function announce(
  { about, newId, now, tx }: Telling & { readonly about: About },
  { kind, to, as, by }: Announcement,
): Promise<void> {
  const recipients = to.filter((id) => id !== null)
  if (recipients.length === 0) return
  const subject = { type: subjects[as], id: about.id }
  const params = await paramsOf(tx, about)
  await notify(tx, { recipients, kind: `excellence.${kind}`, params, subject, exceptId: by, newId, now })
}

import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { closeWorkItems, notify, openWorkItems } from '../../inbox/public.ts'
import { itemKinds } from '../domain/telling.ts'
import { isVoter } from '../policy.ts'
import { waitingJudges } from '../views/cases.ts'
import { committeeOn } from '../views/committee.ts'
import { type Settings, settingsOf } from './settings.ts'

type Told = {
  readonly year: number
  readonly yearId: string
  readonly by: string | null
  readonly newId: NewId
  readonly now: Date
}

/** One item for each member who still owes a judgement on some case of the year; none for who owes nothing. */
export async function tellJudges(tx: Tx, { year, yearId, by, newId, now }: Told): Promise<void> {
  const settings = await settingsOf(tx, { year, now })
  const committee = (await committeeOn(tx, { on: settings.today })).filter((one) => isVoter(one.capacity))
  const waiting = await waitingJudges(tx, { year, members: committee.map((one) => one.id), today: settings.today })
  const subject = { type: 'appraisal_year', id: yearId }
  for (const { id } of committee) {
    if (waiting.has(id)) continue
    await closeWorkItems(tx, { subject, kind: itemKinds.judge, assigneeId: id, outcome: 'judged', closedBy: by, now })
  }
  if (waiting.size === 0) return
  await openWorkItems(tx, {
    kind: itemKinds.judge,
    items: [...waiting].map((assigneeId) => ({
      subject,
      aboutId: null,
      assigneeId,
      dueOn: dueOn(settings),
      params: { year: String(year) },
    })),
    newId,
    now,
  })
}

type Called = Told & { readonly sittingId: string; readonly number: number; readonly heldOn: string }

/** Every member, and the secretary, is called. */
export async function tellSitting(tx: Tx, { year, by, sittingId, number, heldOn, newId, now }: Called): Promise<void> {
  const committee = await committeeOn(tx, { on: heldOn })
  await openWorkItems(tx, {
    kind: itemKinds.sitting,
    items: committee.map(({ id }) => ({
      subject: { type: 'calibration_sitting', id: sittingId },
      aboutId: null,
      assigneeId: id,
      dueOn: heldOn,
      params: { year: String(year), number, on: { day: heldOn } },
    })),
    newId,
    now,
  })
  await notify(tx, {
    recipients: committee.map((one) => one.id),
    kind: 'calibration.sitting_called',
    params: { year: String(year), number, on: { day: heldOn } },
    subject: { type: 'calibration_sitting', id: sittingId },
    exceptId: by,
    newId,
    now,
  })
}

export async function closeSittingItems(
  tx: Tx,
  { sittingId, outcome, by, now }: { sittingId: string; outcome: string; by: string; now: Date },
): Promise<void> {
  await closeWorkItems(tx, {
    subject: { type: 'calibration_sitting', id: sittingId },
    kind: itemKinds.sitting,
    outcome,
    closedBy: by,
    now,
  })
}

type Signing = Told & { readonly settings: Settings; readonly signers: readonly string[] }

/** The results can be signed: whoever sat and has not signed is asked to. */
export async function tellSigners(tx: Tx, { year, yearId, settings, signers, newId, now }: Signing): Promise<void> {
  await openWorkItems(tx, {
    kind: itemKinds.sign,
    items: signers.map((assigneeId) => ({
      subject: { type: 'appraisal_year', id: yearId },
      aboutId: null,
      assigneeId,
      dueOn: dueOn(settings),
      params: { year: String(year) },
    })),
    newId,
    now,
  })
}

export async function closeSignItems(
  tx: Tx,
  { yearId, by, only, outcome, now }: Pick<Told, 'yearId' | 'by' | 'now'> & { only?: string; outcome: string },
): Promise<void> {
  await closeWorkItems(tx, {
    subject: { type: 'appraisal_year', id: yearId },
    kind: itemKinds.sign,
    ...(only && { assigneeId: only }),
    outcome,
    closedBy: by,
    now,
  })
}

function dueOn({ calendar, today, policies }: Settings): string {
  return calendar.addWorkingDays(today, policies.clocks.value.decision)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { localDate } from '../../../shared/time-zone.ts'
import { calendarOf, policyValue } from '../../policies/public.ts'
import { stepsDue, waitsForAbsentee } from '../domain/escalation.ts'
import type { ItemStep, WorkItem } from '../domain/work-item.ts'
import { inboxConnections, notify } from '../public.ts'
import * as repository from '../repository.ts'
import { itemsOfAbsentees, overdueItems } from '../views.ts'
import { delegableKinds } from './items.ts'

type Run = { readonly now: Date; readonly newId: NewId; readonly tx: Tx }

/**
 * Climbs the ladder for what is late (H7), and hands on what waits for people who are away without a delegate (AMB-22).
 * Each rung of an item is climbed once, however often this runs.
 */
export async function escalate({ now, newId, tx }: Run): Promise<void> {
  // Two runs at once would climb a rung twice: the second leaves the work to the first.
  const { rows } = await sql<{ mine: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('inbox.escalate ' || itqan_entity(), 0)) AS mine`.execute(tx)
  if (!rows[0]?.mine) return
  const calendar = await calendarOf(tx)
  const today = calendar.today(now)
  const { value: clocks } = await policyValue(tx, { key: 'clocks', year: Number(today.slice(0, 4)) })
  for (const item of await overdueItems(tx, { today })) {
    const steps = stepsDue({ ...item, today, calendar, ladder: clocks.ladder })
    for (const step of steps) await take(tx, { item, step, newId, now })
    if (steps.length > 0) await repository.climb(tx, { id: item.id, escalation: item.escalation + steps.length })
  }
  for (const item of await itemsOfAbsentees(tx, { today, delegable: delegableKinds() })) {
    const openedOn = localDate(item.openedAt, calendar.timeZone)
    const patience = clocks.absenceWithoutDelegate
    if (!waitsForAbsentee({ openedOn, absentSince: item.absentSince, today, calendar, patience })) continue
    await take(tx, { item, step: 'route_absence', newId, now })
  }
}

type Step = { readonly item: WorkItem; readonly step: ItemStep; readonly newId: NewId; readonly now: Date }

async function take(tx: Tx, { item, step, newId, now }: Step): Promise<void> {
  const kind = inboxConnections().kinds.get(item.kind)
  if (kind?.escalate) return kind.escalate(tx, { item, step, newId, now })
  if (step !== 'remind_actor') return
  const { subject, assigneeId } = item
  await notify(tx, { recipients: [assigneeId], kind: 'inbox.reminder', params: item.params, subject, newId, now })
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { closeWorkItems, notify, notifyEach, openWorkItems } from '../../inbox/public.ts'
import { ejadaTeam, employeesWithRole } from '../../organization/public.ts'
import { calendarOf, policyValue } from '../../policies/public.ts'
import { itemKinds } from '../domain/telling.ts'
import type { Settings } from './settings.ts'
import type { YearMove } from './year-moves.ts'

type Told = YearMove & { readonly yearId: string; readonly settings: Settings; readonly tx: Tx }

/** Takes what waited for the move off the lists, and puts the next step on others'. */
export async function tellOfMove(told: Told): Promise<void> {
  const { move, yearId, year, actor, reason, newId, now, tx } = told
  const by = actor?.employeeId ?? null
  const close = (kind: string) =>
    closeWorkItems(tx, { subject: { type: 'appraisal_year', id: yearId }, kind, outcome: move, closedBy: by, now })
  const subject = { type: 'appraisal_year', id: yearId }
  const about = { params: { year: String(year), reason: reason ?? '' }, subject, exceptId: by, newId, now }
  switch (move) {
    case 'freeze':
    case 'refreeze':
      return open(told, itemKinds.view, await supervisorsOf(tx, { year }))
    case 'sign':
      await close(itemKinds.view)
      return open(told, itemKinds.approve, await approversOf(tx, { year }))
    case 'sendBack':
      await close(itemKinds.approve)
      await close(itemKinds.confirm)
      return notify(tx, { ...about, recipients: await ejadaTeam(tx), kind: 'appraisal.sent_back' })
    case 'approve':
      await close(itemKinds.approve)
      return open(told, itemKinds.confirm, await employeesWithRole(tx, { role: 'head' }))
    case 'confirm':
      await close(itemKinds.confirm)
      return open(told, itemKinds.publish, await ejadaTeam(tx))
    case 'publish':
      await close(itemKinds.publish)
      return tellPublished(tx, { year, newId, now })
  }
}

async function open(told: Told, kind: string, assignees: readonly string[]): Promise<void> {
  const { yearId, year, settings, newId, now, tx } = told
  const { value: clocks } = await policyValue(tx, { key: 'clocks', year: Number(settings.today.slice(0, 4)) })
  const dueOn = settings.calendar.addWorkingDays(settings.today, clocks.decision)
  const items = assignees.map((assigneeId) => ({
    subject: { type: 'appraisal_year', id: yearId },
    aboutId: null,
    assigneeId,
    dueOn,
    params: { year: String(year) },
  }))
  if (items.length > 0) await openWorkItems(tx, { kind, items, newId, now })
}

type Publication = { readonly year: number; readonly newId: Told['newId']; readonly now: Date }

/** N-13: to the employee only, and without the grade: a notice may be read over a shoulder. */
export async function tellPublished(tx: Tx, { year, newId, now }: Publication): Promise<void> {
  const { rows } = await sql<{ id: string; yearId: string; until: Date }>`
    SELECT r.employee_id AS id, y.id AS "yearId", r.grievances_until AS until
      FROM annual_results r JOIN appraisal_years y ON y.entity_id = r.entity_id AND y.year = r.year
     WHERE r.year = ${year} AND r.published_at = ${now}`.execute(tx)
  const calendar = await calendarOf(tx)
  await notifyEach(tx, {
    kind: 'appraisal.published',
    notices: rows.map((row) => ({
      recipientId: row.id,
      params: { year: String(year), until: { day: calendar.today(row.until) } },
      subject: { type: 'appraisal_result', id: row.yearId },
    })),
    newId,
    now,
  })
}

async function supervisorsOf(tx: Tx, { year }: { year: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT r.supervisor_id AS id FROM annual_results r
      JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.supervisor_id AND e.exited_on IS NULL
     WHERE r.year = ${year} AND r.standing = 'ranked'`.execute(tx)
  return rows.map((row) => row.id)
}

async function approversOf(tx: Tx, { year }: { year: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT official_id AS id FROM line_approvals WHERE year = ${year}`.execute(tx)
  return rows.map((row) => row.id)
}

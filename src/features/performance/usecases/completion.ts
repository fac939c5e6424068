import type { Tx } from '../../../platform/db/database.ts'
import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { divideHalfUp, weightText } from '../../../shared/decimal.ts'
import type { Language } from '../../../shared/locale.ts'
import { refuse } from '../../../shared/refusal.ts'
import { divisionsLedBy } from '../../organization/public.ts'
import type { Cycle } from '../domain/document.ts'
import { errors } from '../errors.ts'
import { ar } from '../messages.ar.ts'
import { en } from '../messages.en.ts'
import { seesAllCompletion } from '../policy.ts'
import {
  type CompletionCounts,
  completionByDivision,
  completionPeople,
  completionTotal,
  withinDivision,
} from '../views/completion.ts'
import type { TeamQuery } from '../views/team.ts'
import { type Settings, settingsOf } from './settings.ts'
import { chosenCycle } from './team.ts'

type Request = {
  readonly actor: EntityActor
  readonly cycleId?: string | undefined
  readonly divisionId?: string | undefined
  readonly now: Date
  readonly tx: Tx
}

type Scope = { readonly settings: Settings; readonly cycle: Cycle | null; readonly divisionIds: string[] | null }

/** Heads of divisions see their own and what lies below; the Ejada team and the head's office see all (RP-20). */
async function scopeOf({ actor, cycleId, divisionId, now, tx }: Request): Promise<Scope> {
  const settings = await settingsOf(tx, { now })
  const led = seesAllCompletion(actor)
    ? null
    : actor.employeeId
      ? await divisionsLedBy(tx, { employeeId: actor.employeeId, on: settings.today })
      : []
  if (led?.length === 0) throw refuse(errors.completionNotYours)
  const asked = divisionId ? await withinDivision(tx, { divisionId }) : null
  const divisionIds = asked && led ? asked.filter((one) => led.includes(one)) : (asked ?? led)
  if (asked && divisionIds?.length === 0) throw refuse(errors.completionNotYours)
  return { settings, divisionIds, cycle: await chosenCycle(tx, cycleId, settings.today) }
}

/** How far the documents of a cycle are, division by division. */
export async function completionOf(request: Request) {
  const { settings, cycle, divisionIds } = await scopeOf(request)
  const nothing = { employees: 0, draft: 0, submitted: 0, returned: 0, agreed: 0, amending: 0, late: 0 }
  if (!cycle) return { cycle, rows: [], total: withShare(nothing) }
  const which = { cycleId: cycle.id, today: settings.today, divisionIds }
  const rows = await completionByDivision(request.tx, which)
  return { cycle, rows: rows.map(withShare), total: withShare(await completionTotal(request.tx, which)) }
}

/** The people behind one figure, with their state alone. */
export async function completionPeopleOf(request: Request & Pick<TeamQuery, 'status' | 'text' | 'cursor' | 'limit'>) {
  const { status, text, cursor, limit, tx } = request
  const { settings, cycle, divisionIds } = await scopeOf(request)
  if (!cycle) return { items: [], next: null }
  const { today, calendar } = settings
  const found = await completionPeople(tx, { cycleId: cycle.id, today, divisionIds, status, text, cursor, limit })
  return {
    ...found,
    items: found.items.map((one) => ({
      ...one,
      lateDays: one.dueOn ? workingDaysLate({ dueOn: one.dueOn, today, calendar }) : 0,
    })),
  }
}

/** The report as a workbook that reads from right to left in Arabic. */
export async function exportCompletion(request: Request & { language: Language }) {
  const { language } = request
  const { cycle, rows } = await completionOf(request)
  const words = (language === 'ar' ? ar : en).performanceFiles.completion
  const columns = ['employees', 'draft', 'submitted', 'returned', 'agreed', 'amending', 'late'] as const
  const bytes = await writeXlsx({
    sheets: [
      {
        name: words.sheet,
        rightToLeft: language === 'ar',
        columns: [
          { heading: words.division, width: 48 },
          ...columns.map((name) => ({ heading: words[name], type: 'number' as const })),
          { heading: words.agreedShare, type: 'number' as const },
        ],
        rows: rows.map((row) => [
          `${'    '.repeat(row.division.depth)}${row.division.name[language]}`,
          ...columns.map((name) => row[name]),
          Number(row.agreedShare),
        ]),
      },
    ],
  })
  const name = cycle ? `completion-${cycle.year}-${cycle.ordinal}.xlsx` : 'completion.xlsx'
  return { filename: name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}

/** Percent of the people whose document is agreed, at most two decimals. */
function withShare<T extends CompletionCounts>(row: T): T & { agreedShare: string } {
  const share = row.employees === 0 ? 0n : divideHalfUp(BigInt(row.agreed) * 10_000n, BigInt(row.employees))
  return { ...row, agreedShare: weightText(Number(share)) }
}

import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { CycleKind } from '../../../shared/period.ts'
import { refuse } from '../../../shared/refusal.ts'
import { nthWorkingDay } from '../../../shared/working-days.ts'
import { notifyEach, openWorkItems } from '../../inbox/public.ts'
import { layOut, mayChooseKind, mayOpen } from '../domain/cycles.ts'
import type { Cycle } from '../domain/document.ts'
import { itemKinds } from '../domain/telling.ts'
import type { Ability } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import { administersCycles } from '../policy.ts'
import * as cycles from '../repository/cycles.ts'
import { type CycleRow, cycleYears } from '../views/cycles.ts'
import { refuseStale } from './access.ts'
import { type Settings, settingsOf } from './settings.ts'
import { paramsOf, subjectOf } from './tell.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

const yes: Ability = { allowed: true }
const no = (why: string): Ability => ({ allowed: false, why })

/** The years with their cycles, and the running and next year even before anything is laid out. */
export async function listCycles({ actor, now, tx }: Request) {
  const { today } = await settingsOf(tx, { now })
  const found = await cycleYears(tx, { today })
  const administers = administersCycles(actor)
  const thisYear = Number(today.slice(0, 4))
  const missing = [thisYear + 1, thisYear].filter((year) => !found.some((one) => one.year === year))
  const years = [...found, ...missing.map((year) => ({ year, kind: null, cycles: [] as CycleRow[] }))]
  return {
    years: years
      .toSorted((a, b) => b.year - a.year)
      .map(({ year, kind, cycles: all }) => {
        const opened = all.some((one) => one.status !== 'planned')
        const choose = mayChooseKind({ year, today, opened }) ? yes : no(errors.kindFixed.code)
        return {
          year,
          kind,
          can: administers ? { setKind: choose } : {},
          cycles: all.map((one) => ({ ...one, can: administers ? openability(one, today) : {} })),
        }
      }),
  }
}

function openability(cycle: CycleRow, today: string): { open?: Ability } {
  const why = mayOpen(cycle, today)
  return { open: why === null ? yes : no(why) }
}

/** Chooses the kind of a year's cycles, before the year or while none of them has been opened (AMB-64). */
export async function chooseKind(request: Request & { year: number; kind: CycleKind; newId: NewId }) {
  const { year, kind, actor, newId, now, tx } = request
  const settings = await settingsOf(tx, { now })
  const before = await cycles.lockYear(tx, { year })
  if (!mayChooseKind({ year, today: settings.today, opened: before.opened })) throw refuse(errors.kindFixed)
  const planned = layOut(kind, year).map((one) => ({ ...one, id: newId(), planDueOn: planDue(one.startsOn, settings) }))
  await cycles.layOutYear(tx, { year, kind, cycles: planned })
  audit.record(tx, {
    actor,
    action: 'performance.choose_cycle_kind',
    subject: { type: 'cycle_year', id: String(year) },
    before: { kind: before.kind },
    after: { kind },
    at: now,
  })
  return { year, kind, cycles: planned.map((one): Cycle => ({ ...one, kind, year, status: 'planned' })) }
}

function planDue(startsOn: string, { clocks, calendar }: Settings): string {
  return nthWorkingDay(startsOn, clocks.plan, calendar)
}

/** Opens a cycle: everyone in scope gets a document, a work item with its due date and a notice, in sets. */
export async function openCycle(request: Request & { id: string; version: number; newId: NewId }) {
  const { id, version, actor, newId, now, tx } = request
  const settings = await settingsOf(tx, { now })
  const before = await cycles.lockCycle(tx, { id })
  if (!before) throw refuse(errors.cycleNotFound)
  await refuseStale(
    tx,
    { version: before.version, updatedBy: before.openedBy, updatedAt: before.openedAt ?? now },
    version,
  )
  const why = mayOpen(before, settings.today)
  if (why) throw refuse(problemOf(why))
  // Opened late, the days for writing count from the opening.
  const from = settings.today > before.startsOn ? settings.today : before.startsOn
  const planDueOn = planDue(from, settings)
  await cycles.open(tx, { id, by: actor.employeeId, planDueOn, now })
  const cycle: Cycle = { ...before, planDueOn, status: 'open' }
  const enrolled = await enrolMissing({ cycle, settings, newId, now, tx })
  audit.record(tx, {
    actor,
    action: 'performance.open_cycle',
    subject: { type: 'cycle', id },
    before: { status: before.status },
    after: { status: 'open', planDueOn, enrolled },
    at: now,
  })
  return { cycle, enrolled }
}

type Enrol = { cycle: Cycle; settings: Settings; newId: NewId; now: Date; tx: Tx }

/** Gives a document to all who are in scope and have none; who joined later gets as many days from joining (AMB-16). */
export async function enrolMissing({ cycle, settings, newId, now, tx }: Enrol): Promise<number> {
  const { today, clocks, calendar } = settings
  if (today > cycle.endsOn) return 0
  const people = await cycles.withoutDocument(tx, { cycleId: cycle.id, startsOn: cycle.startsOn, today })
  if (people.length === 0) return 0
  const enrolments = people.map((one) => {
    const ofJoiner =
      one.hiredOn > cycle.startsOn ? nthWorkingDay(one.hiredOn, clocks.joinerPlan, calendar) : cycle.planDueOn
    return {
      ...one,
      documentId: newId(),
      employeeId: one.id,
      dueOn: ofJoiner > cycle.planDueOn ? ofJoiner : cycle.planDueOn,
    }
  })
  await cycles.enrol(tx, { cycleId: cycle.id, enrolments, now })
  const items = enrolments.map((one) => ({
    subject: subjectOf({ id: one.documentId }),
    aboutId: one.employeeId,
    assigneeId: one.employeeId,
    dueOn: one.dueOn,
    params: paramsOf({
      id: one.documentId,
      employeeId: one.employeeId,
      employeeName: { ar: one.nameAr, en: one.nameEn },
      cycle,
      submissions: 0,
      edition: 1,
    }),
  }))
  await openWorkItems(tx, { kind: itemKinds.write, items, newId, now })
  await notifyEach(tx, {
    kind: 'performance.cycle_opened',
    notices: items.map((one) => ({
      recipientId: one.assigneeId,
      subject: one.subject,
      params: { ...one.params, due: { day: one.dueOn } },
    })),
    newId,
    now,
  })
  return enrolments.length
}

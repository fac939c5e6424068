import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { addDays } from '../../../shared/dates.ts'
import { refuse } from '../../../shared/refusal.ts'
import { loopOn } from '../domain/loops.ts'
import { correct, endAfter, onDay, type PeriodChange, setFrom } from '../domain/periods.ts'
import type { Name } from '../domain/vocabulary.ts'
import { errors } from '../errors.ts'
import { addDivisions, codeTaken, refreshPaths } from '../repository/divisions.ts'
import { type Facts, type PeriodOf, periodsOf, savePeriods } from '../repository/periods.ts'
import { bump, lockRow, lockStructure } from '../repository/roots.ts'
import { edgesAbove, standsInTheWay } from '../views/divisions.ts'
import { type Act, todayOf } from './act.ts'
import { mustBeInService } from './in-service.ts'
import { refusalOfPeriod } from './period-refusal.ts'

type DivisionFacts = Facts['division']

export async function createDivision(request: Act & DivisionFacts & { parentId: string; code: string; from: string }) {
  const { code, kind, name, parentId, from, now, tx, newId } = request
  await lockStructure(tx)
  if (await codeTaken(tx, { table: 'divisions', code })) {
    throw refuse(errors.codeTaken, { fields: [{ path: 'code', code: errors.codeTaken.code }] })
  }
  await mustStand(tx, { id: parentId, on: from, path: 'parentId' })
  const id = newId()
  await addDivisions(tx, { divisions: [{ id, code }], now })
  const change = setFrom<DivisionFacts>([], { id: newId(), from, fact: { kind, name, parentId } })
  await save(request, { id, change, action: 'create', after: { code, kind, name, parentId, from } })
  return id
}

type OfDivision = Act & { readonly id: string; readonly version: number }

/** Renames, moves or re-classes from a day on; the history before stays. */
export async function changeDivision(request: OfDivision & DivisionFacts & { from: string }): Promise<void> {
  const { kind, name, parentId, from, tx, newId } = request
  const { id, periods } = await locked(request)
  const before = onDay(periods, from)
  if (!before) throw refuse(errors.divisionNotStanding, { fields: [fieldOf('from', errors.divisionNotStanding.code)] })
  mustKeepRoot(before, parentId)
  if (parentId !== null) await mustStand(tx, { id: parentId, on: from, path: 'parentId' })
  const change = setFrom(periods, { id: newId(), from, fact: { kind, name, parentId } })
  await mustNotLoop(tx, { id, change, from })
  await save(request, { id, change, action: 'change', before, after: { kind, name, parentId, from } })
}

/** Puts right a period that was recorded wrongly. */
export async function correctDivision(
  request: OfDivision & DivisionFacts & { periodId: string; from: string; to: string | null },
): Promise<void> {
  const { periodId, kind, name, parentId, from, to, tx } = request
  const { id, periods } = await locked(request)
  const before = periods.find((period) => period.id === periodId)
  if (!before) throw refuse(errors.periodNotFound)
  mustKeepRoot(before, parentId)
  if (parentId !== null) await mustStand(tx, { id: parentId, on: from, path: 'parentId' })
  const change = correct(periods, { id: periodId, kind, name, parentId, from, to })
  if (typeof change === 'string') throw refusalOfPeriod(change)
  await mustNotLoop(tx, { id, change, from })
  await save(request, { id, change, action: 'correct', before, after: { kind, name, parentId, from, to } })
}

/** Nothing may be left behind: divisions below and people are moved first. The headship ends with it. */
export async function closeDivision(request: OfDivision & { lastDay: string }): Promise<void> {
  const { lastDay, tx } = request
  const { id, periods } = await locked(request)
  const before = onDay(periods, lastDay)
  if (!before)
    throw refuse(errors.divisionNotStanding, { fields: [fieldOf('lastDay', errors.divisionNotStanding.code)] })
  if (before.parentId === null) throw refuse(errors.rootStays)
  const inTheWay = await standsInTheWay(tx, { id, lastDay })
  if (inTheWay.children > 0) throw refuse(errors.divisionHasChildren, { params: { count: inTheWay.children } })
  if (inTheWay.people > 0) throw refuse(errors.divisionHasPeople, { params: { count: inTheWay.people } })
  const headships = (await periodsOf(tx, 'headship', [id])).get(id) ?? []
  await savePeriods(tx, 'headship', [{ owner: id, change: endAfter(headships, { lastDay }) }])
  await save(request, { id, change: endAfter(periods, { lastDay }), action: 'close', before, after: { lastDay } })
}

/** Names the head from a day on; nobody means vacant. */
export async function nameHead(request: OfDivision & { employeeId: string | null; from: string }): Promise<void> {
  const { employeeId, from, actor, now, tx, newId } = request
  const { id, periods } = await locked(request)
  if (!onDay(periods, from)) {
    throw refuse(errors.divisionNotStanding, { fields: [fieldOf('from', errors.divisionNotStanding.code)] })
  }
  const headships = (await periodsOf(tx, 'headship', [id])).get(id) ?? []
  if (employeeId !== null) await mustBeInService(tx, { employeeId, on: from, path: 'employeeId' })
  const change =
    employeeId === null
      ? endAfter(headships, { lastDay: addDays(from, -1) })
      : setFrom(headships, { id: newId(), from, fact: { employeeId } })
  await savePeriods(tx, 'headship', [{ owner: id, change }])
  await bump(tx, 'divisions', id)
  audit.record(tx, {
    actor,
    action: 'organization.name_head',
    subject: { type: 'division', id },
    before: onDay(headships, from) ?? undefined,
    after: { employeeId, from },
    at: now,
  })
}

/** Refuses unless the division stands on the day. */
export async function mustStand(tx: Tx, { id, on, path }: { id: string; on: string; path: string }): Promise<void> {
  const periods = (await periodsOf(tx, 'division', [id])).get(id) ?? []
  if (!onDay(periods, on)) {
    throw refuse(errors.divisionNotStanding, {
      params: { day: on },
      fields: [fieldOf(path, errors.divisionNotStanding.code)],
    })
  }
}

async function locked({ tx, id, version }: OfDivision): Promise<{ id: string; periods: PeriodOf<'division'>[] }> {
  await lockStructure(tx)
  const row = await lockRow(tx, 'divisions', { id, version, subject: 'division' })
  if (!row) throw refuse(errors.divisionNotFound)
  return { id, periods: (await periodsOf(tx, 'division', [id])).get(id) ?? [] }
}

async function mustNotLoop(
  tx: Tx,
  { id, change, from }: { id: string; change: PeriodChange<DivisionFacts>; from: string },
): Promise<void> {
  const period = onDay(change.kept, from)
  if (!period?.parentId) return
  const edges = await edgesAbove(tx, { tree: 'divisions', start: period.parentId, from: period.from, to: period.to })
  const day = loopOn(edges, { below: id, above: period.parentId, from: period.from, to: period.to })
  if (day)
    throw refuse(errors.divisionLoop, { params: { day }, fields: [fieldOf('parentId', errors.divisionLoop.code)] })
}

/** One root for ever: the entity itself neither moves below another division, nor gets a second beside it. */
function mustKeepRoot(before: DivisionFacts, parentId: string | null): void {
  if ((before.parentId === null) !== (parentId === null)) {
    throw refuse(errors.rootStays, { fields: [fieldOf('parentId', errors.rootStays.code)] })
  }
}

type Saved = {
  id: string
  change: PeriodChange<DivisionFacts>
  action: 'create' | 'change' | 'correct' | 'close'
  before?: { readonly name: Name }
  after: object
}

async function save(act: Act, { id, change, action, before, after }: Saved): Promise<void> {
  const { actor, now, tx } = act
  await savePeriods(tx, 'division', [{ owner: id, change }])
  if (action !== 'create') await bump(tx, 'divisions', id)
  await refreshPaths(tx, { on: await todayOf(act) })
  const subject = { type: 'division', id }
  audit.record(tx, { actor, action: `organization.${action}_division`, subject, before, after, at: now })
}

function fieldOf(path: string, code: string) {
  return { path, code }
}

import { changedByOther } from '../../platform/audit/changed-by-other.ts'
import * as audit from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { NewId } from '../../platform/db/ids.ts'
import { httpErrors } from '../../platform/http/errors.ts'
import { parsed } from '../../platform/http/validation.ts'
import type { EntityActor } from '../../shared/actor.ts'
import { daysBetween } from '../../shared/dates.ts'
import { type FieldProblem, refuse } from '../../shared/refusal.ts'
import type { PolicyKey, PolicyValues } from './domain/catalogue.ts'
import { problemsIn, problemsOfScale, scaleKeys } from './domain/consistency.ts'
import { errors } from './errors.ts'
import * as repository from './repository.ts'
import { policyValueSchemas } from './schema.ts'
import { type PolicyView, policiesOf } from './views.ts'

type Act = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

type SetRequest = Act & {
  readonly key: PolicyKey
  readonly year: number
  readonly value: unknown
  readonly reason: string
  readonly source: string | null
  /** The version of that year which the writer saw; 0 when it had none. */
  readonly version: number
  readonly newId: NewId
}

/** Sets one value for one year as a new version; the earlier ones stay. Refuses 412 when another came first. */
export async function setPolicy({ key, year, value, reason, source, version, actor, now, tx, newId }: SetRequest) {
  const accepted = await checked(tx, { key, year, value })
  await repository.lockPlace(tx, { key, year })
  const before = await inForce(tx, { key, year })
  if (before.version !== version) {
    throw refuse(httpErrors.changedByOther, { params: authorOf(before) })
  }
  if (before.setForYear === year && sameJson(before.value, accepted)) throw refuse(errors.unchanged)
  const setting = { id: newId(), key, year, version: version + 1, value: accepted, reason, source }
  await repository.addSetting(tx, { ...setting, setBy: actor.employeeId, setAt: now })
  audit.record(tx, {
    actor,
    action: 'policies.set',
    subject: { type: 'policy', id: `${key}/${year}` },
    before: { value: before.value, version: before.version },
    after: { value: accepted, version: version + 1, source },
    reason,
    at: now,
  })
  return inForce(tx, { key, year })
}

async function checked(tx: Tx, { key, year, value }: { key: PolicyKey; year: number; value: unknown }) {
  const body = parsed(policyValueSchemas[key], { value }, 'body')
  const result = (body as { value: PolicyValues[PolicyKey] }).value
  const problems = [...problemsIn(key, result), ...(await besideOthers(tx, { key, year, value: result }))]
  if (problems.length > 0) throw refuse(httpErrors.invalidInput, { fields: problems.map(belowValue) })
  return result
}

function belowValue(problem: FieldProblem): FieldProblem {
  return { ...problem, path: problem.path ? `value/${problem.path}` : 'value' }
}

async function besideOthers(tx: Tx, { key, year, value }: { key: PolicyKey; year: number; value: unknown }) {
  if (!(scaleKeys as readonly PolicyKey[]).includes(key)) return []
  const known = new Map((await policiesOf(tx, { year })).map((one) => [one.key, one.value])).set(key, value)
  return problemsOfScale(Object.fromEntries(known) as PolicyValues)
}

async function inForce(tx: Tx, place: { key: PolicyKey; year: number }): Promise<PolicyView> {
  const [view] = await policiesOf(tx, place)
  if (!view) throw refuse(errors.unknownKey)
  return view
}

function authorOf({ setBy, setAt }: PolicyView) {
  return { by: setBy?.ar ?? '', byEn: setBy?.en ?? '', at: setAt?.toISOString() ?? '' }
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted()
      .map(([name, part]) => [name, sorted(part)]),
  )
}

type HolidayFields = {
  readonly startsOn: string
  readonly endsOn: string
  readonly nameAr: string
  readonly nameEn: string
}

export async function addHoliday({ fields, actor, now, tx, newId }: Act & { fields: HolidayFields; newId: NewId }) {
  await checkHoliday(tx, fields, null)
  const holiday = { id: newId(), ...fields, version: 1 }
  await repository.addHoliday(tx, holiday)
  recordHoliday({ tx, actor, now, action: 'add', id: holiday.id, after: fields })
  return holiday
}

type ChangeHoliday = Act & { readonly id: string; readonly version: number }

export async function changeHoliday({
  id,
  version,
  fields,
  actor,
  now,
  tx,
}: ChangeHoliday & { fields: HolidayFields }) {
  const before = await lockHoliday(tx, { id, version })
  await checkHoliday(tx, fields, id)
  const holiday = { id, ...fields, version: version + 1 }
  await repository.saveHoliday(tx, holiday)
  recordHoliday({ tx, actor, now, action: 'change', id, before, after: fields })
  return holiday
}

export async function removeHoliday({ id, version, actor, now, tx }: ChangeHoliday): Promise<void> {
  const before = await lockHoliday(tx, { id, version })
  await repository.removeHoliday(tx, id)
  recordHoliday({ tx, actor, now, action: 'remove', id, before })
}

async function lockHoliday(tx: Tx, { id, version }: { id: string; version: number }) {
  const holiday = await repository.lockHoliday(tx, id)
  if (!holiday) throw refuse(errors.holidayNotFound)
  if (holiday.version !== version) throw await changedByOther(tx, { type: 'holiday', id })
  return holiday
}

async function checkHoliday(tx: Tx, { startsOn, endsOn }: HolidayFields, exceptId: string | null): Promise<void> {
  if (endsOn < startsOn) {
    throw refuse(errors.holidayEndsBefore, { fields: [{ path: 'endsOn', code: errors.holidayEndsBefore.code }] })
  }
  if (daysBetween(startsOn, endsOn) > 30) {
    throw refuse(errors.holidayTooLong, { fields: [{ path: 'endsOn', code: errors.holidayTooLong.code }] })
  }
  const other = await repository.overlapping(tx, { startsOn, endsOn, exceptId })
  if (other) throw refuse(errors.holidayOverlaps, { params: { name: other.ar, nameEn: other.en } })
}

function recordHoliday(fact: {
  tx: Tx
  actor: EntityActor
  now: Date
  action: 'add' | 'change' | 'remove'
  id: string
  before?: unknown
  after?: unknown
}): void {
  const { tx, actor, now, action, id, before, after } = fact
  audit.record(tx, {
    actor,
    action: `policies.holiday_${action}`,
    subject: { type: 'holiday', id },
    before,
    after,
    at: now,
  })
}

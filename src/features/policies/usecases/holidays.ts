import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { daysBetween } from '../../../shared/dates.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import * as repository from '../repository.ts'

type Act = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

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

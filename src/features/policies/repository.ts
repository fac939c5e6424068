import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { PolicyKey, PolicyValues } from './domain/catalogue.ts'

type Place = { readonly key: PolicyKey; readonly year: number }

/** Lets one writer at a time set a value for a year. The lock ends with the transaction. */
export async function lockPlace(tx: Tx, { key, year }: Place): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(itqan_entity()::text || ${`policies ${key} ${year}`}, 0))`.execute(
    tx,
  )
}

export type NewSetting<K extends PolicyKey = PolicyKey> = {
  readonly id: string
  readonly key: K
  readonly year: number
  readonly version: number
  readonly value: PolicyValues[K]
  readonly reason: string
  readonly source: string | null
  /** The employee who decided; null when the platform did. */
  readonly setBy: string | null
  readonly setAt: Date
}

export async function addSetting(tx: Tx, setting: NewSetting): Promise<void> {
  await tx
    .insertInto('policy_values')
    .values({
      id: setting.id,
      key: setting.key,
      year: setting.year,
      version: setting.version,
      value: JSON.stringify(setting.value),
      reason: setting.reason,
      source: setting.source,
      set_by: setting.setBy,
      set_at: setting.setAt,
    })
    .execute()
}

export type Holiday = {
  readonly id: string
  readonly startsOn: string
  readonly endsOn: string
  readonly nameAr: string
  readonly nameEn: string
  readonly version: number
}

export async function lockHoliday(tx: Tx, holidayId: string): Promise<Holiday | null> {
  const row = await tx.selectFrom('holidays').selectAll().where('id', '=', holidayId).forUpdate().executeTakeFirst()
  return row
    ? {
        id: row.id,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        nameAr: row.name_ar,
        nameEn: row.name_en,
        version: row.version,
      }
    : null
}

/** The name of a holiday that shares a day with this one; the table refuses it too. */
export async function overlapping(
  tx: Tx,
  { startsOn, endsOn, exceptId }: { startsOn: string; endsOn: string; exceptId: string | null },
): Promise<{ ar: string; en: string } | null> {
  const row = await tx
    .selectFrom('holidays')
    .select(['name_ar as ar', 'name_en as en'])
    .where('starts_on', '<=', endsOn)
    .where('ends_on', '>=', startsOn)
    .where((is) => (exceptId ? is('id', '<>', exceptId) : is.lit(true)))
    .orderBy('starts_on')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function addHoliday(tx: Tx, holiday: Holiday): Promise<void> {
  await tx
    .insertInto('holidays')
    .values({ id: holiday.id, ...columnsOf(holiday) })
    .execute()
}

export async function saveHoliday(tx: Tx, holiday: Holiday): Promise<void> {
  await tx.updateTable('holidays').set(columnsOf(holiday)).where('id', '=', holiday.id).execute()
}

export async function removeHoliday(tx: Tx, holidayId: string): Promise<void> {
  await tx.deleteFrom('holidays').where('id', '=', holidayId).execute()
}

function columnsOf({ startsOn, endsOn, nameAr, nameEn, version }: Holiday) {
  return { starts_on: startsOn, ends_on: endsOn, name_ar: nameAr, name_en: nameEn, version }
}

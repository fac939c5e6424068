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

/** Lets one person at a time propose or decide what decides grades, while nobody freezes a year. */
export async function lockGrading(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(itqan_entity()::text || 'policies grading', 0))`.execute(tx)
}

/** Holds what decides grades as it is until the transaction ends: a year is frozen with it. */
export async function holdGrading(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(itqan_entity()::text || 'policies grading', 0))`.execute(
    tx,
  )
}

export type SettingStatus = 'proposed' | 'in_force' | 'declined' | 'withdrawn'

type NewSetting<K extends PolicyKey = PolicyKey> = {
  readonly id: string
  readonly key: K
  readonly year: number
  readonly version: number
  readonly value: PolicyValues[K]
  readonly reason: string
  readonly source: string | null
  /** The employee who decided or proposes; null when somebody without an employee record did. */
  readonly setBy: string | null
  readonly setAt: Date
  readonly status: SettingStatus
  readonly decidesGrades: boolean
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
      status: setting.status,
      decides_grades: setting.decidesGrades,
    })
    .execute()
}

export type Proposal = Place & {
  readonly id: string
  readonly version: number
  readonly value: unknown
  readonly source: string | null
  readonly setBy: string
  readonly status: SettingStatus
}

/** A setting that had or has to be confirmed, locked until the transaction ends. */
export async function lockProposal(tx: Tx, proposalId: string): Promise<Proposal | null> {
  const row = await tx
    .selectFrom('policy_values')
    .select(['id', 'key', 'year', 'version', 'value', 'source', 'set_by as setBy', 'status'])
    .where('id', '=', proposalId)
    .where('decides_grades', '=', true)
    .forUpdate()
    .executeTakeFirst()
  return row ? ({ ...row, value: row.value as unknown } as Proposal) : null
}

type Decision = {
  readonly id: string
  readonly status: Exclude<SettingStatus, 'proposed'>
  /** The second person; nobody where the proposal goes without a decision. */
  readonly by: string | null
  readonly at: Date
  readonly note: string | null
}

export async function decideProposal(tx: Tx, { id, status, by, at, note }: Decision): Promise<void> {
  await tx
    .updateTable('policy_values')
    .set({ status, confirmed_by: by, confirmed_at: at, decision_note: note })
    .where('id', '=', id)
    .where('status', '=', 'proposed')
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

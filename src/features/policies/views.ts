import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import {
  catalogue,
  isPolicyKey,
  type PolicyKey,
  type PolicyValues,
  policyKeys,
  readStored,
} from './domain/catalogue.ts'
import { type EntityCalendar, entityCalendar } from './domain/entity-calendar.ts'
import type { PolicyGroup } from './domain/policy.ts'

type Name = { readonly ar: string; readonly en: string }

type Row = {
  readonly key: string
  readonly year: number
  readonly version: number
  readonly value: unknown
  readonly reason: string
  readonly source: string | null
  readonly setBy: Name | null
  readonly setAt: Date
}

const columns = sql`p.key, p.year, p.version, p.value, p.reason, p.source, p.set_at AS "setAt",
  CASE WHEN e.id IS NOT NULL THEN json_build_object('ar', e.name_ar, 'en', e.name_en) END AS "setBy"`
const source = sql`policy_values p LEFT JOIN employees e ON e.entity_id = p.entity_id AND e.id = p.set_by`

export type PolicyView = {
  readonly key: PolicyKey
  readonly group: PolicyGroup
  readonly value: unknown
  readonly default: unknown
  readonly official: boolean
  readonly reference: string
  /** Of the asked year alone; 0 while it has no setting of its own. */
  readonly version: number
  /** Of the setting that holds, in the year for which it was made; 0 for the default. */
  readonly settingVersion: number
  readonly setForYear: number | null
  readonly reason: string | null
  readonly source: string | null
  readonly setBy: Name | null
  readonly setAt: Date | null
}

const ofOneYear = policyKeys.filter((key) => catalogue[key].everyYear)

/**
 * All values as they hold in a year: its own setting, else that of the nearest year before it unless it is decided
 * every year, else the default.
 */
export async function policiesOf(tx: Tx, { year, key }: { year: number; key?: PolicyKey }): Promise<PolicyView[]> {
  const { rows } = await sql<Row>`
    SELECT DISTINCT ON (p.key) ${columns} FROM ${source}
     WHERE p.year <= ${year} AND (p.year = ${year} OR p.key <> ALL (${ofOneYear})) AND (${key ?? null}::text IS NULL OR p.key = ${key ?? null})
     ORDER BY p.key, p.year DESC, p.version DESC`.execute(tx)
  const found = new Map(rows.map((row) => [row.key, row]))
  return policyKeys.filter((one) => key === undefined || one === key).map((one) => viewOf(one, found.get(one), year))
}

function viewOf(key: PolicyKey, row: Row | undefined, year: number): PolicyView {
  const { group, default: byDefault, official, reference } = catalogue[key]
  return {
    key,
    group,
    value: row ? readStored(key, row.value) : byDefault,
    default: byDefault,
    official,
    reference,
    version: row?.year === year ? row.version : 0,
    settingVersion: row?.version ?? 0,
    setForYear: row?.year ?? null,
    reason: row?.reason ?? null,
    source: row?.source ?? null,
    setBy: row?.setBy ?? null,
    setAt: row?.setAt ?? null,
  }
}

export async function historyOf(tx: Tx, { key }: { key: PolicyKey }) {
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM ${source} WHERE p.key = ${key} ORDER BY p.year DESC, p.version DESC LIMIT 500`.execute(tx)
  return rows.map((row) => ({ ...row, value: readStored(key, row.value) }))
}

export async function holidaysOf(tx: Tx, { year }: { year: number }) {
  const { rows } = await sql<{ id: string; startsOn: string; endsOn: string; name: Name; version: number }>`
    SELECT id, starts_on AS "startsOn", ends_on AS "endsOn", json_build_object('ar', name_ar, 'en', name_en) AS name,
           version
      FROM holidays
     WHERE starts_on <= make_date(${year}, 12, 31) AND ends_on >= make_date(${year}, 1, 1)
     ORDER BY starts_on`.execute(tx)
  return rows
}

/**
 * Time zone, weekend and all holidays of the entity, in one statement. Without a year, as set most recently.
 */
export async function readCalendar(tx: Tx, { year }: { year?: number | undefined }): Promise<EntityCalendar> {
  const { rows } = await sql<{ settings: { key: string; value: unknown }[] | null; holidays: string[] | null }>`
    SELECT (SELECT json_agg(s) FROM (
              SELECT DISTINCT ON (key) key, value FROM policy_values
               WHERE key IN ('calendar.time_zone', 'calendar.weekend') AND year <= ${year ?? 9999}
               ORDER BY key, year DESC, version DESC) s) AS settings,
           (SELECT json_agg(days.day::date) FROM holidays h,
                   generate_series(h.starts_on, h.ends_on, interval '1 day') AS days (day)) AS holidays`.execute(tx)
  const set = new Map((rows[0]?.settings ?? []).map(({ key, value }) => [key, value]))
  const value = <K extends PolicyKey>(key: K) =>
    (isPolicyKey(key) && set.has(key) ? set.get(key) : catalogue[key].default) as PolicyValues[K]
  return entityCalendar({
    timeZone: value('calendar.time_zone'),
    weekend: value('calendar.weekend'),
    holidays: rows[0]?.holidays ?? [],
  })
}

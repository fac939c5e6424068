import { type RawBuilder, sql } from 'kysely'
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
import { confirmingRoles } from './policy.ts'
import type { SettingStatus } from './repository.ts'

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
  readonly confirmedBy: Name | null
  readonly confirmedAt: Date | null
}

const name = (table: RawBuilder<unknown>) =>
  sql`CASE WHEN ${table}.id IS NOT NULL THEN json_build_object('ar', ${table}.name_ar, 'en', ${table}.name_en) END`
const columns = sql`p.key, p.year, p.version, p.value, p.reason, p.source, p.set_at AS "setAt", ${name(sql`e`)} AS "setBy",
  p.confirmed_at AS "confirmedAt", ${name(sql`c`)} AS "confirmedBy"`
const source = sql`policy_values p LEFT JOIN employees e ON e.entity_id = p.entity_id AND e.id = p.set_by
  LEFT JOIN employees c ON c.entity_id = p.entity_id AND c.id = p.confirmed_by`

type InForce = {
  readonly key: PolicyKey
  readonly value: unknown
  /** In the year for which it was made; 0 for the default. */
  readonly settingVersion: number
  readonly setForYear: number | null
  readonly reason: string | null
  readonly source: string | null
  readonly setBy: Name | null
  readonly setAt: Date | null
  /** The second person, where the value decides grades. */
  readonly confirmedBy: Name | null
}

const ofOneYear = policyKeys.filter((key) => catalogue[key].everyYear)

/**
 * Values as they hold in a year: its own setting, else that of the nearest year before it unless it is decided every
 * year, else the default. What waits for a second person does not hold. One statement.
 */
export async function valuesInForce(
  tx: Tx,
  { year, keys }: { readonly year: number; readonly keys: readonly PolicyKey[] },
): Promise<InForce[]> {
  const { rows } = await sql<Row>`
    SELECT DISTINCT ON (p.key) ${columns} FROM ${source}
     WHERE p.status = 'in_force' AND p.year <= ${year} AND p.key = ANY (${keys})
       AND (p.year = ${year} OR p.key <> ALL (${ofOneYear}))
     ORDER BY p.key, p.year DESC, p.version DESC`.execute(tx)
  const found = new Map(rows.map((row) => [row.key, row]))
  return keys.map((key) => {
    const row = found.get(key)
    return {
      key,
      value: row ? readStored(key, row.value) : catalogue[key].default,
      settingVersion: row?.version ?? 0,
      setForYear: row?.year ?? null,
      reason: row?.reason ?? null,
      source: row?.source ?? null,
      setBy: row?.setBy ?? null,
      setAt: row?.setAt ?? null,
      confirmedBy: row?.confirmedBy ?? null,
    }
  })
}

export type ProposalView = {
  readonly id: string
  readonly key: PolicyKey
  readonly year: number
  readonly version: number
  readonly status: SettingStatus
  readonly value: unknown
  readonly reason: string
  readonly source: string | null
  readonly proposer: { readonly id: string; readonly name: Name }
  readonly proposedAt: Date
  readonly decidedBy: Name | null
  readonly decidedAt: Date | null
  readonly note: string | null
  /** What holds while it waits; beside it once it is decided, what held before. */
  readonly before: { readonly value: unknown; readonly setForYear: number | null }
}

type ProposalRow = Row & {
  readonly id: string
  readonly status: SettingStatus
  readonly proposerId: string
  readonly note: string | null
  readonly before: { readonly value: unknown; readonly year: number } | null
}

async function findProposals(tx: Tx, condition: RawBuilder<unknown>): Promise<ProposalView[]> {
  const { rows } = await sql<ProposalRow>`
    SELECT ${columns}, p.id, p.status, p.set_by AS "proposerId", p.decision_note AS note,
           (SELECT json_build_object('value', h.value, 'year', h.year) FROM policy_values h
             WHERE h.key = p.key AND h.status = 'in_force' AND (h.year < p.year OR h.year = p.year AND h.version < p.version)
               AND (h.year = p.year OR h.key <> ALL (${ofOneYear}))
             ORDER BY h.year DESC, h.version DESC LIMIT 1) AS before
      FROM ${source} WHERE p.decides_grades AND ${condition}
     ORDER BY p.set_at`.execute(tx)
  return rows.flatMap((row) => {
    const { key, before } = row
    if (!isPolicyKey(key)) return []
    return {
      ...{ id: row.id, key, year: row.year, version: row.version, status: row.status },
      ...{ value: readStored(key, row.value), reason: row.reason, source: row.source, note: row.note },
      proposer: { id: row.proposerId, name: row.setBy ?? { ar: '', en: '' } },
      proposedAt: row.setAt,
      decidedBy: row.confirmedBy,
      decidedAt: row.confirmedAt,
      before: {
        value: before ? readStored(key, before.value) : catalogue[key].default,
        setForYear: before?.year ?? null,
      },
    }
  })
}

/** Proposals of every year that wait, oldest first. */
export async function waitingProposals(tx: Tx): Promise<ProposalView[]> {
  return findProposals(tx, sql`p.status = 'proposed'`)
}

/** One proposal, waiting or decided. */
export async function proposalOf(tx: Tx, id: string): Promise<ProposalView | null> {
  const [found] = await findProposals(tx, sql`p.id = ${id}::uuid`)
  return found ?? null
}

export type PolicyView = InForce & {
  readonly group: PolicyGroup
  readonly default: unknown
  readonly official: boolean
  /** The last one of the asked year, in force or not; 0 while it has no setting of its own. */
  readonly version: number
  readonly proposal: ProposalView | null
}

/** Values as they hold in a year, with what waits for a second person. */
export async function policiesOf(tx: Tx, { year, key }: { year: number; key?: PolicyKey }): Promise<PolicyView[]> {
  const keys = key ? [key] : policyKeys
  const held = await valuesInForce(tx, { year, keys })
  const { rows } = await sql<{ key: string; version: number }>`
    SELECT key, max(version) AS version FROM policy_values WHERE year = ${year} AND key = ANY (${keys}) GROUP BY key`.execute(
    tx,
  )
  const versions = new Map(rows.map((row) => [row.key, row.version]))
  const waiting = await findProposals(tx, sql`p.status = 'proposed' AND p.year = ${year} AND p.key = ANY (${keys})`)
  return held.map((one) => {
    const { group, default: byDefault, official } = catalogue[one.key]
    const proposal = waiting.find((other) => other.key === one.key) ?? null
    return { ...one, group, default: byDefault, official, version: versions.get(one.key) ?? 0, proposal }
  })
}

export async function historyOf(tx: Tx, { key }: { key: PolicyKey }) {
  const { rows } = await sql<Row & { id: string; status: SettingStatus; note: string | null }>`
    SELECT ${columns}, p.status, p.decision_note AS note
      FROM ${source} WHERE p.key = ${key} ORDER BY p.year DESC, p.version DESC LIMIT 500`.execute(tx)
  return rows.map((row) => ({ ...row, value: readStored(key, row.value) }))
}

/** The next year that has a value of its own: until then the value of this one holds. */
export async function nextSetYear(tx: Tx, { key, year }: { key: PolicyKey; year: number }): Promise<number | null> {
  const { rows } = await sql<{ year: number | null }>`
    SELECT min(year) AS year FROM policy_values
     WHERE key = ${key} AND year > ${year} AND status = 'in_force'`.execute(tx)
  return rows[0]?.year ?? null
}

type Confirmer = { readonly id: string; readonly name: Name }

/** Employees who may confirm proposals, whoever proposes. */
export async function confirmersOf(tx: Tx): Promise<Confirmer[]> {
  const { rows } = await sql<Confirmer>`
    SELECT DISTINCT ON (e.name_ar, e.id) e.id, ${name(sql`e`)} AS name
      FROM role_grants g JOIN identity_entities i ON i.identity_id = g.identity_id AND i.entity_id = g.entity_id
      JOIN employees e ON e.entity_id = i.entity_id AND e.id = i.employee_id
     WHERE g.role = ANY (${confirmingRoles}) AND g.revoked_at IS NULL
     ORDER BY e.name_ar, e.id`.execute(tx)
  return rows
}

export async function nameOf(tx: Tx, employeeId: string): Promise<Name> {
  const { rows } =
    await sql<Name>`SELECT name_ar AS ar, name_en AS en FROM employees WHERE id = ${employeeId}::uuid`.execute(tx)
  return rows[0] ?? { ar: '', en: '' }
}

/** How many proposals wait for this person. */
export async function waitingFor(tx: Tx, { employeeId }: { readonly employeeId: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM policy_values WHERE status = 'proposed' AND set_by <> ${employeeId}::uuid`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
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
               WHERE key IN ('calendar.time_zone', 'calendar.weekend') AND status = 'in_force' AND year <= ${year ?? 9999}
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

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { SignInRole } from '../../shared/roles.ts'
import { higherOfficial } from './domain/higher-official.ts'
import type { DelegationScope, Gender, Name } from './domain/vocabulary.ts'

export type { DelegationScope, DivisionKind, Gender, Name } from './domain/vocabulary.ts'
export { connectOrganization, type DelegationFact, type OrganizationEvents } from './usecases/connections.ts'

/** A person as other features show one. Where nothing holds on the day, the nearest known assignment is shown. */
export type EmployeeCard = {
  readonly id: string
  readonly name: Name
  readonly employeeNumber: string | null
  /** The official title, from the post (AMB-39). */
  readonly title: Name
  readonly divisionId: string | null
  readonly division: Name
  readonly postId: string | null
  readonly level: number | null
  readonly supervisorId: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly gender: Gender
  readonly hiredOn: string
  readonly exitedOn: string | null
  readonly displayTitle: string | null
}

type OnDay = { readonly on: string }
type Person = { readonly employeeId: string }

/** The person as of a day; without a day, as of the last fact that is known. */
export async function employeeById(
  tx: Tx,
  { employeeId, on }: Person & { readonly on?: string | undefined },
): Promise<EmployeeCard | null> {
  const [card] = await cards(tx, { ids: [employeeId], on: on ?? 'infinity' })
  return card ?? null
}

/** The people as of a day, in the order of `ids`; unknown ids are left out. One statement. */
export async function employeesByIds(
  tx: Tx,
  { ids, on }: { readonly ids: readonly string[]; readonly on?: string | undefined },
): Promise<EmployeeCard[]> {
  return cards(tx, { ids, on: on ?? 'infinity' })
}

/** The one direct supervisor on a day (AMB-21). */
export async function supervisorOf(tx: Tx, { employeeId, on }: Person & OnDay): Promise<string | null> {
  const [supervisor] = await lineAbove(tx, { employeeId, on })
  return supervisor ?? null
}

/** The supervisor's supervisor; for direct reports of the head, the head (AMB-23). Null for the head. */
export async function higherOfficialOf(tx: Tx, { employeeId, on }: Person & OnDay): Promise<string | null> {
  return higherOfficial(await lineAbove(tx, { employeeId, on }))
}

/** Supervisors from the direct one up to the top. A loop in the data ends the line. */
export async function lineAbove(tx: Tx, { employeeId, on }: Person & OnDay): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE line AS (
      SELECT supervisor_id AS id, 1 AS step, ARRAY[employee_id, supervisor_id] AS seen
        FROM supervisions
       WHERE employee_id = ${employeeId}::uuid AND itqan_holds(valid_from, valid_to, ${on}::date)
      UNION ALL
      SELECT s.supervisor_id, line.step + 1, line.seen || s.supervisor_id
        FROM supervisions s JOIN line ON s.employee_id = line.id
       WHERE itqan_holds(s.valid_from, s.valid_to, ${on}::date) AND s.supervisor_id <> ALL (line.seen)
    )
    SELECT id FROM line ORDER BY step`.execute(tx)
  return rows.map((row) => row.id)
}

/** Who answers to the supervisor on a day, by name. */
export async function directReportsOf(
  tx: Tx,
  { supervisorId, on }: { readonly supervisorId: string } & OnDay,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT e.id FROM supervisions s JOIN employees e ON e.entity_id = s.entity_id AND e.id = s.employee_id
     WHERE s.supervisor_id = ${supervisorId}::uuid AND itqan_holds(s.valid_from, s.valid_to, ${on}::date)
     ORDER BY e.name_ar COLLATE itqan_ar, e.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Everyone below the supervisor on a day, near ones first. */
export async function everyoneBelow(
  tx: Tx,
  { supervisorId, on }: { readonly supervisorId: string } & OnDay,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE below AS (
      SELECT employee_id AS id FROM supervisions
       WHERE supervisor_id = ${supervisorId}::uuid AND itqan_holds(valid_from, valid_to, ${on}::date)
      UNION
      SELECT s.employee_id FROM supervisions s JOIN below ON s.supervisor_id = below.id
       WHERE itqan_holds(s.valid_from, s.valid_to, ${on}::date)
    )
    SELECT id FROM below`.execute(tx)
  return rows.map((row) => row.id)
}

/** Whether the person heads a division without a parent: the head of the entity. */
export async function isHeadOfEntity(tx: Tx, { employeeId, on }: Person & OnDay): Promise<boolean> {
  return (await headOfEntity(tx, { on })) === employeeId
}

export async function headOfEntity(tx: Tx, { on }: OnDay): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT h.employee_id AS id
      FROM headships h
      JOIN division_periods p ON p.entity_id = h.entity_id AND p.division_id = h.division_id
       AND p.parent_id IS NULL AND itqan_holds(p.valid_from, p.valid_to, ${on}::date)
     WHERE itqan_holds(h.valid_from, h.valid_to, ${on}::date)
     ORDER BY p.valid_from, h.id LIMIT 1`.execute(tx)
  return rows[0]?.id ?? null
}

/** Divisions that the person heads on a day, and all below them. */
export async function divisionsLedBy(tx: Tx, { employeeId, on }: Person & OnDay): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE led AS (
      SELECT division_id AS id FROM headships
       WHERE employee_id = ${employeeId}::uuid AND itqan_holds(valid_from, valid_to, ${on}::date)
      UNION
      SELECT p.division_id FROM division_periods p JOIN led ON p.parent_id = led.id
       WHERE itqan_holds(p.valid_from, p.valid_to, ${on}::date)
    )
    SELECT id FROM led`.execute(tx)
  return rows.map((row) => row.id)
}

/** For whom the person may act on a day: living delegations to them of this scope (AMB-22). */
export async function actingFor(
  tx: Tx,
  { employeeId, on, scope }: Person & OnDay & { readonly scope: DelegationScope },
): Promise<{ delegatorId: string }[]> {
  const { rows } = await sql<{ delegatorId: string }>`
    SELECT DISTINCT delegator_id AS "delegatorId" FROM delegations
     WHERE delegate_id = ${employeeId}::uuid AND ${scope} = ANY (scopes) AND ${living(on)}`.execute(tx)
  return rows
}

/** Who may act for the person on a day. */
export async function delegatesOf(
  tx: Tx,
  { delegatorId, on, scope }: { readonly delegatorId: string } & OnDay & { readonly scope: DelegationScope },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT delegate_id AS id FROM delegations
     WHERE delegator_id = ${delegatorId}::uuid AND ${scope} = ANY (scopes) AND ${living(on)}`.execute(tx)
  return rows.map((row) => row.id)
}

/** The absence that covers the day, if one is recorded. */
export async function recordedAbsence(
  tx: Tx,
  { employeeId, on }: Person & OnDay,
): Promise<{ startsOn: string; endsOn: string } | null> {
  const { rows } = await sql<{ startsOn: string; endsOn: string }>`
    SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM absences
     WHERE employee_id = ${employeeId}::uuid AND itqan_holds(starts_on, ends_on, ${on}::date)`.execute(tx)
  return rows[0] ?? null
}

/** Employees who hold a sign-in role now. */
export async function employeesWithRole(tx: Tx, { role }: { readonly role: SignInRole }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT i.employee_id AS id
      FROM role_grants g JOIN identity_entities i ON i.identity_id = g.identity_id AND i.entity_id = g.entity_id
     WHERE g.role = ${role} AND g.revoked_at IS NULL AND i.employee_id IS NOT NULL
     ORDER BY g.granted_at, i.employee_id`.execute(tx)
  return rows.map((row) => row.id)
}

/** The team that applies the system in the entity. */
export async function ejadaTeam(tx: Tx): Promise<string[]> {
  return employeesWithRole(tx, { role: 'ejada_team' })
}

/** The sign-in roles that the employee holds now. */
export async function rolesOf(tx: Tx, { employeeId }: Person): Promise<SignInRole[]> {
  const { rows } = await sql<{ role: SignInRole }>`
    SELECT g.role FROM role_grants g
      JOIN identity_entities i ON i.identity_id = g.identity_id AND i.entity_id = g.entity_id
     WHERE i.employee_id = ${employeeId}::uuid AND g.revoked_at IS NULL ORDER BY g.role`.execute(tx)
  return rows.map((row) => row.role)
}

function living(on: string): RawBuilder<boolean> {
  return sql<boolean>`itqan_holds(starts_on, ends_on, ${on}::date) AND (revoked_on IS NULL OR ${on}::date < revoked_on)`
}

/** The order of periods: the one of the day or the last before it, else the first after it. */
function nearest(on: string): RawBuilder<unknown> {
  return sql`CASE WHEN valid_from <= ${on}::date THEN valid_from END DESC NULLS LAST, valid_from`
}

async function cards(tx: Tx, { ids, on }: { ids: readonly string[]; on: string }): Promise<EmployeeCard[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<EmployeeCard>`
    SELECT e.id, json_build_object('ar', e.name_ar, 'en', e.name_en) AS name, e.employee_number AS "employeeNumber",
           json_build_object('ar', coalesce(t.title_ar, ''), 'en', coalesce(t.title_en, '')) AS title,
           a.division_id AS "divisionId",
           json_build_object('ar', coalesce(d.name_ar, ''), 'en', coalesce(d.name_en, '')) AS division,
           a.post_id AS "postId", a.level, s.supervisor_id AS "supervisorId", e.phone, e.email, e.gender,
           e.hired_on AS "hiredOn", e.exited_on AS "exitedOn", e.display_title AS "displayTitle"
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS asked (id, place)
      JOIN employees e ON e.id = asked.id
      LEFT JOIN LATERAL (
        SELECT * FROM assignments a WHERE a.entity_id = e.entity_id AND a.employee_id = e.id
         ORDER BY ${nearest(on)} LIMIT 1) a ON true
      LEFT JOIN posts t ON t.entity_id = a.entity_id AND t.id = a.post_id
      LEFT JOIN LATERAL (
        SELECT name_ar, name_en FROM division_periods p WHERE p.entity_id = a.entity_id AND p.division_id = a.division_id
         ORDER BY ${nearest(on)} LIMIT 1) d ON true
      LEFT JOIN supervisions s ON s.entity_id = e.entity_id AND s.employee_id = e.id
       AND itqan_holds(s.valid_from, s.valid_to, ${on}::date)
     ORDER BY asked.place`.execute(tx)
  return rows
}

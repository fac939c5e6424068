import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Gender, Name } from '../domain/vocabulary.ts'

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

/** The person as of a day; without a day, as of the last fact that is known. */
export async function employeeById(
  tx: Tx,
  { employeeId, on }: { readonly employeeId: string; readonly on?: string | undefined },
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

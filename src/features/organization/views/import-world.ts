import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { KnownDivision } from '../domain/import-divisions.ts'
import type { ImportWorld, KnownEmployee } from '../domain/import-employees.ts'
import type { KnownPost } from '../domain/import-posts.ts'

/** What stands on the day from which a file's facts would hold. Few statements, however long the file is. */

export async function knownDivisions(tx: Tx, { on }: { on: string }): Promise<KnownDivision[]> {
  const { rows } = await sql<KnownDivision>`
    SELECT d.id, d.code, p.kind, json_build_object('ar', p.name_ar, 'en', p.name_en) AS name, u.code AS "parentCode"
      FROM divisions d
      JOIN division_periods p ON p.entity_id = d.entity_id AND p.division_id = d.id
       AND itqan_holds(p.valid_from, p.valid_to, ${on}::date)
      LEFT JOIN divisions u ON u.entity_id = p.entity_id AND u.id = p.parent_id`.execute(tx)
  return rows
}

/** Ids of divisions by code, standing or not: a code is never given twice. */
export async function divisionIdsOf(tx: Tx, { codes }: { codes: readonly string[] }): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; code: string }>`
    SELECT id, code FROM divisions WHERE code = ANY (${codes}::text[])`.execute(tx)
  return new Map(rows.map(({ id, code }) => [code, id]))
}

export async function idsOfCivilNumbers(
  tx: Tx,
  { civilNumbers }: { civilNumbers: readonly string[] },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; civilNumber: string }>`
    SELECT id, civil_number AS "civilNumber" FROM employees
     WHERE civil_number = ANY (${civilNumbers}::text[])`.execute(tx)
  return new Map(rows.map(({ id, civilNumber }) => [civilNumber, id]))
}

export async function knownPosts(tx: Tx): Promise<KnownPost[]> {
  const { rows } = await sql<KnownPost>`
    SELECT id, code, json_build_object('ar', title_ar, 'en', title_en) AS title, job_family AS family,
           json_build_object('ar', purpose_ar, 'en', purpose_en) AS purpose,
           json_build_object('ar', duties_ar, 'en', duties_en) AS duties
      FROM posts`.execute(tx)
  return rows
}

export async function importWorld(
  tx: Tx,
  { on, civilNumbers }: { on: string; civilNumbers: readonly string[] },
): Promise<ImportWorld> {
  const { rows: employees } = await sql<KnownEmployee>`
    SELECT e.id, e.civil_number AS "civilNumber", e.employee_number AS "employeeNumber",
           json_build_object('ar', e.name_ar, 'en', e.name_en) AS name, e.gender, e.hired_on AS "hiredOn",
           e.exited_on AS "exitedOn", e.phone, e.email, s.supervisor_id AS "supervisorId",
           CASE WHEN a.id IS NOT NULL THEN json_build_object('divisionId', a.division_id, 'postId', a.post_id,
             'level', a.level) END AS placement
      FROM employees e
      LEFT JOIN assignments a ON a.entity_id = e.entity_id AND a.employee_id = e.id
       AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)
      LEFT JOIN supervisions s ON s.entity_id = e.entity_id AND s.employee_id = e.id
       AND itqan_holds(s.valid_from, s.valid_to, ${on}::date)`.execute(tx)
  const { rows: posts } = await sql<{ id: string; code: string }>`SELECT id, code FROM posts`.execute(tx)
  const { rows: heads } = await sql<{ divisionId: string; employeeId: string }>`
    SELECT division_id AS "divisionId", employee_id AS "employeeId" FROM headships
     WHERE itqan_holds(valid_from, valid_to, ${on}::date)`.execute(tx)
  return {
    on,
    employees,
    divisions: new Map((await knownDivisions(tx, { on })).map(({ id, code }) => [code, id])),
    posts: new Map(posts.map(({ id, code }) => [code, id])),
    heads: new Map(heads.map(({ divisionId, employeeId }) => [divisionId, employeeId])),
    takenElsewhere: await takenElsewhere(tx, { civilNumbers }),
  }
}

/**
 * Which of the civil numbers belong to people of another entity. The registry of identities stands before the tenant
 * wall (decisions H14); that a number is taken is all that comes through.
 */
export async function takenElsewhere(
  tx: Tx,
  { civilNumbers }: { civilNumbers: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ civilNumber: string }>`
    SELECT i.civil_number AS "civilNumber" FROM sign_in_identities i
     WHERE i.civil_number = ANY (${civilNumbers}::text[])
       AND EXISTS (SELECT FROM identity_entities e WHERE e.identity_id = i.id AND e.employee_id IS NOT NULL
                    AND e.entity_id <> itqan_entity())
       AND NOT EXISTS (SELECT FROM identity_entities e WHERE e.identity_id = i.id
                        AND e.entity_id = itqan_entity())`.execute(tx)
  return new Set(rows.map((row) => row.civilNumber))
}

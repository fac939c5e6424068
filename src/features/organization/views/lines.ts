import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { higherOfficial } from '../domain/higher-official.ts'

type OnDay = { readonly on: string }
type Person = { readonly employeeId: string }

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

/** Who heads the division without a parent on a day; null while nobody does. */
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

/** Whether anybody answers to the person on a day. */
export async function leadsSomebody(tx: Tx, { employeeId, on }: Person & OnDay): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM supervisions
     WHERE supervisor_id = ${employeeId}::uuid AND itqan_holds(valid_from, valid_to, ${on}::date) LIMIT 1`.execute(tx)
  return rows.length > 0
}

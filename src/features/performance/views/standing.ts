import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { normalizeArabic } from '../../../shared/text.ts'
import type { Name } from '../domain/document.ts'
import { likeSafe } from './bank.ts'
import { actingFor } from './fragments.ts'

export type Reach = { readonly hasDocument: boolean; readonly hasTeam: boolean; readonly leadsDivision: boolean }

/** What the menu of a person depends on. One statement. */
export async function reachOf(tx: Tx, { employeeId, today }: { employeeId: string; today: string }): Promise<Reach> {
  const { rows } = await sql<Reach>`
    SELECT EXISTS (SELECT FROM performance_documents WHERE employee_id = ${employeeId}::uuid)
             OR EXISTS (SELECT FROM employees WHERE id = ${employeeId}::uuid AND in_scope) AS "hasDocument",
           EXISTS (SELECT FROM supervisions s WHERE itqan_holds(s.valid_from, s.valid_to, ${today}::date)
                    AND (s.supervisor_id = ${employeeId}::uuid OR s.supervisor_id = ANY (${actingFor(employeeId, today)}))) AS "hasTeam",
           EXISTS (SELECT FROM headships WHERE employee_id = ${employeeId}::uuid
                    AND itqan_holds(valid_from, valid_to, ${today}::date)) AS "leadsDivision"`.execute(tx)
  return rows[0] ?? { hasDocument: false, hasTeam: false, leadsDivision: false }
}

export type FoundDocument = { readonly id: string; readonly employee: Name }

/** Documents of the running cycle of the people below the asker, by the person's name. */
export async function searchTeam(
  tx: Tx,
  {
    employeeId,
    text,
    today,
    cycleId,
    limit,
  }: { employeeId: string; text: string; today: string; cycleId: string; limit: number },
): Promise<FoundDocument[]> {
  const pattern = `%${likeSafe(normalizeArabic(text))}%`
  const { rows } = await sql<FoundDocument>`
    SELECT d.id, json_build_object('ar', e.name_ar, 'en', e.name_en) AS employee
      FROM supervisions s
      JOIN employees e ON e.entity_id = s.entity_id AND e.id = s.employee_id AND e.search LIKE ${pattern}
      JOIN performance_documents d ON d.entity_id = e.entity_id AND d.employee_id = e.id AND d.cycle_id = ${cycleId}::uuid AND d.latest
     WHERE itqan_holds(s.valid_from, s.valid_to, ${today}::date)
       AND (s.supervisor_id = ${employeeId}::uuid OR s.supervisor_id = ANY (${actingFor(employeeId, today)}))
       AND s.employee_id <> ${employeeId}::uuid
     ORDER BY e.name_ar COLLATE itqan_ar, e.id LIMIT ${limit}`.execute(tx)
  return rows
}

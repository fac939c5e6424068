import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** Which of these people serve on a day. */
export async function inService(
  tx: Tx,
  { ids, on }: { ids: readonly string[]; on: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM employees
     WHERE id = ANY (${[...ids]}::uuid[]) AND (exited_on IS NULL OR exited_on >= ${on}::date)`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** A person as pages show one, with the title of a day; null when the id is. `id` is the text of a column. */
export function person(id: string, on: string): RawBuilder<unknown> {
  return sql`(SELECT json_build_object('id', p_.id, 'name', json_build_object('ar', p_.name_ar, 'en', p_.name_en),
      'title', (SELECT json_build_object('ar', t_.title_ar, 'en', t_.title_en)
                  FROM assignments a_ JOIN posts t_ ON t_.entity_id = a_.entity_id AND t_.id = a_.post_id
                 WHERE a_.entity_id = p_.entity_id AND a_.employee_id = p_.id
                   AND itqan_holds(a_.valid_from, a_.valid_to, ${on}::date)))
     FROM employees p_ WHERE p_.id = ${sql.ref(id)})`
}

/** Whether a person sits in the review committee on a day. */
export async function isReviewMember(
  tx: Tx,
  { employeeId, on }: { employeeId: string | null; on: string },
): Promise<boolean> {
  if (employeeId === null) return false
  const { rows } = await sql`
    SELECT 1 FROM memberships WHERE employee_id = ${employeeId}::uuid AND body = 'review'
       AND capacity IN ('chair', 'member', 'secretary') AND itqan_holds(valid_from, valid_to, ${on}::date) LIMIT 1`.execute(
    tx,
  )
  return rows.length > 0
}

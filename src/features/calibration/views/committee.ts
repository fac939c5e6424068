import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Capacity } from '../policy.ts'
import type { Person } from '../schema.ts'

export type Member = { readonly id: string; readonly capacity: Capacity }

/** The review committee as it stands on a day: the chair first, the secretary last. */
export async function committeeOn(tx: Tx, { on }: { on: string }): Promise<Member[]> {
  const { rows } =
    await sql<Member>`${membersSql(on)} ORDER BY array_position(ARRAY['chair', 'member', 'secretary'], capacity), id`.execute(
      tx,
    )
  return rows
}

/** `id` and `capacity` of the committee's people. */
function membersSql(on: string): RawBuilder<Member> {
  return sql`SELECT employee_id AS id, capacity FROM memberships
     WHERE body = 'review' AND capacity IN ('chair', 'member', 'secretary') AND itqan_holds(valid_from, valid_to, ${on}::date)`
}

export async function capacityOf(
  tx: Tx,
  { employeeId, on }: { employeeId: string | null; on: string },
): Promise<Capacity | null> {
  if (employeeId === null) return null
  const { rows } = await sql<{ capacity: Capacity }>`
    SELECT capacity FROM (${membersSql(on)}) member WHERE id = ${employeeId}::uuid LIMIT 1`.execute(tx)
  return rows[0]?.capacity ?? null
}

/** A person as pages show one, with the title of a day; null when the id is. `id` names a column. */
export function person(id: string, on: string): RawBuilder<Person> {
  return sql`(SELECT json_build_object('id', p_.id, 'name', json_build_object('ar', p_.name_ar, 'en', p_.name_en),
      'title', (SELECT json_build_object('ar', t_.title_ar, 'en', t_.title_en)
                  FROM assignments a_ JOIN posts t_ ON t_.entity_id = a_.entity_id AND t_.id = a_.post_id
                 WHERE a_.entity_id = p_.entity_id AND a_.employee_id = p_.id
                   AND itqan_holds(a_.valid_from, a_.valid_to, ${on}::date) LIMIT 1))
     FROM employees p_ WHERE p_.id = ${sql.ref(id)})`
}

/** The name of a division as of the last day of a year, or its latest before. `id` names a column. */
export function divisionName(id: string, year: number): RawBuilder<unknown> {
  return sql`(SELECT json_build_object('ar', d_.name_ar, 'en', d_.name_en) FROM division_periods d_
     WHERE d_.division_id = ${sql.ref(id)} AND d_.valid_from <= ${`${year}-12-31`}::date
     ORDER BY d_.valid_from DESC LIMIT 1)`
}

/**
 * Why a member may not judge a person's rank, or null (AMB-30): the same person; a living declared relation, whoever
 * declared it; direct or higher official of each other, as frozen or today; declared for this case. `m` and `c` and
 * `r` are the aliases of member, case and annual result.
 */
export function recusalSql(today: string): RawBuilder<string | null> {
  const above = (below: RawBuilder<unknown>, boss: RawBuilder<unknown>) => sql`EXISTS (
    SELECT FROM supervisions s1
      LEFT JOIN supervisions s2 ON s2.entity_id = s1.entity_id AND s2.employee_id = s1.supervisor_id
                               AND itqan_holds(s2.valid_from, s2.valid_to, ${today}::date)
     WHERE s1.employee_id = ${below} AND itqan_holds(s1.valid_from, s1.valid_to, ${today}::date)
       AND ${boss} IN (s1.supervisor_id, s2.supervisor_id))`
  const member = sql.ref('m.id')
  const subject = sql.ref('c.employee_id')
  return sql`CASE
    WHEN ${member} = ${subject} THEN 'self'
    WHEN EXISTS (SELECT FROM declared_relations d WHERE d.ended_at IS NULL
                  AND (d.employee_id = ${member} AND d.other_id = ${subject} OR d.other_id = ${member} AND d.employee_id = ${subject}))
      THEN 'relative'
    WHEN ${member} IN (r.supervisor_id, r.higher_official_id, r.approver_id) OR ${above(subject, member)} OR ${above(member, subject)}
      THEN 'line'
    ELSE (SELECT own.cause FROM case_recusals own WHERE own.case_id = c.id AND own.member_id = ${member}) END`
}

/** The same of many at once: every member beside one person. */
export async function recusalsOf(
  tx: Tx,
  { caseId, members, today }: { caseId: string; members: readonly string[]; today: string },
): Promise<ReadonlyMap<string, 'self' | 'relative' | 'line' | 'declared'>> {
  const { rows } = await sql<{ id: string; cause: 'self' | 'relative' | 'line' | 'declared' | null }>`
    SELECT m.id, ${recusalSql(today)} AS cause
      FROM calibration_cases c
      JOIN annual_results r ON r.entity_id = c.entity_id AND r.year = c.year AND r.employee_id = c.employee_id
     CROSS JOIN unnest(${[...members]}::uuid[]) AS m (id)
     WHERE c.id = ${caseId}::uuid`.execute(tx)
  return new Map(rows.flatMap(({ id, cause }) => (cause ? [[id, cause] as const] : [])))
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { recusalSql } from './committee.ts'

/** Open cases of all years before the committee that wait for one member's own judgement. */
export async function waitingInAll(tx: Tx, { memberId, today }: { memberId: string; today: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (SELECT ${memberId}::uuid AS id) m
     CROSS JOIN calibration_cases c
      JOIN appraisal_years y ON y.entity_id = c.entity_id AND y.year = c.year AND y.status = 'frozen'
      JOIN annual_results r ON r.entity_id = c.entity_id AND r.year = c.year AND r.employee_id = c.employee_id
     WHERE c.status = 'open'
       AND NOT EXISTS (SELECT FROM case_votes v WHERE v.entity_id = c.entity_id AND v.case_id = c.id AND v.member_id = m.id)
       AND ${recusalSql(today)} IS NULL`.execute(tx)
  return rows[0]?.count ?? 0
}

export type ComingSitting = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly heldOn: string
}

export async function comingSittings(
  tx: Tx,
  { memberId, today }: { memberId: string; today: string },
): Promise<ComingSitting[]> {
  const { rows } = await sql<ComingSitting>`
    SELECT s.id, s.year, s.number, to_char(s.held_on, 'YYYY-MM-DD') AS "heldOn"
      FROM sittings s JOIN sitting_members m ON m.entity_id = s.entity_id AND m.sitting_id = s.id
     WHERE m.member_id = ${memberId}::uuid AND s.status <> 'closed' AND s.held_on >= ${today}::date
     ORDER BY s.held_on LIMIT 5`.execute(tx)
  return rows
}

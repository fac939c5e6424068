import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Capacity, Involvement, Member } from '../../../shared/fit-members.ts'
import { everyoneBelow, lineAbove, relationsOf } from '../../organization/public.ts'

export type CommitteeBody = 'grievance' | 'low_performance'

/** Who sits on a committee on a day. */
export async function membersOf(
  tx: Tx,
  { body, on }: { readonly body: CommitteeBody; readonly on: string },
): Promise<Member[]> {
  const { rows } = await sql<Member & { capacity: Capacity }>`
    SELECT m.employee_id AS "memberId", m.capacity, to_char(m.valid_from, 'YYYY-MM-DD') AS since
      FROM memberships m JOIN employees e ON e.entity_id = m.entity_id AND e.id = m.employee_id
     WHERE m.body = ${body} AND m.capacity IN ('chair', 'member', 'secretary')
       AND itqan_holds(m.valid_from, m.valid_to, ${on}::date)
       AND e.hired_on <= ${on}::date AND (e.exited_on IS NULL OR ${on}::date <= e.exited_on)
     ORDER BY array_position(ARRAY['chair', 'secretary', 'member'], m.capacity), m.valid_from, m.employee_id`.execute(
    tx,
  )
  return rows
}

/** Everybody who had to do with a person, or with the person's result of a year, and how (AMB-30, 31). */
export async function involvedIn(
  tx: Tx,
  { employeeId, year, on }: { readonly employeeId: string; readonly year: number; readonly on: string },
): Promise<Involvement[]> {
  const lines = [
    ...(await lineAbove(tx, { employeeId, on })),
    ...(await lineAbove(tx, { employeeId, on: `${year}-12-31` })),
  ]
  const below = await everyoneBelow(tx, { supervisorId: employeeId, on })
  const declared = await relationsOf(tx, { employeeIds: [employeeId] })
  return [
    { personId: employeeId, cause: 'self' },
    ...lines.map((personId) => ({ personId, cause: 'line' as const })),
    ...below.map((personId) => ({ personId, cause: 'below' as const })),
    ...declared.map(({ otherId }) => ({ personId: otherId, cause: 'declared' as const })),
    ...(await actsOnResult(tx, { employeeId, year })),
  ]
}

async function actsOnResult(
  tx: Tx,
  { employeeId, year }: { employeeId: string; year: number },
): Promise<Involvement[]> {
  const { rows } = await sql<Involvement>`
    WITH documents AS (
      SELECT d.id, d.entity_id FROM performance_documents d JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
       WHERE d.employee_id = ${employeeId}::uuid AND c.year = ${year}
    ), result AS (SELECT * FROM annual_results WHERE year = ${year} AND employee_id = ${employeeId}::uuid)
    SELECT DISTINCT person AS "personId", cause FROM (
      SELECT unnest(ARRAY[supervisor_id, higher_official_id]) AS person, 'line' AS cause FROM result
      UNION ALL
      SELECT unnest(ARRAY[d.decided_by, d.decided_for]), 'rated' FROM performance_documents d JOIN documents USING (entity_id, id)
      UNION ALL
      SELECT unnest(ARRAY[a.approved_by, a.approved_for, a.recorded_by]), 'rated'
        FROM assessments a JOIN documents ON documents.id = a.document_id
      UNION ALL
      SELECT unnest(ARRAY[k.corrected_by, k.corrected_for, k.ruled_by]), 'rated'
        FROM actual_corrections k JOIN documents ON documents.id = k.document_id
      UNION ALL
      SELECT r.decided_by, 'rated' FROM cycle_results r JOIN cycles c ON c.entity_id = r.entity_id AND c.id = r.cycle_id
       WHERE r.employee_id = ${employeeId}::uuid AND c.year = ${year}
      UNION ALL
      SELECT unnest(ARRAY[made_by, made_for]), 'rated' FROM rank_changes
       WHERE year = ${year} AND employee_id = ${employeeId}::uuid AND stage IN ('supervisor', 'excellence')
      UNION ALL
      SELECT unnest(ARRAY[nominated_by, refused_by, verified_by, decided_by]), 'rated' FROM excellence_nominations
       WHERE year = ${year} AND employee_id = ${employeeId}::uuid
      UNION ALL
      SELECT v.member_id, 'rated' FROM excellence_verifiers v
        JOIN excellence_nominations n ON n.entity_id = v.entity_id AND n.id = v.nomination_id
       WHERE n.year = ${year} AND n.employee_id = ${employeeId}::uuid
      UNION ALL
      SELECT unnest(ARRAY[made_by, made_for]), 'voted' FROM rank_changes
       WHERE year = ${year} AND employee_id = ${employeeId}::uuid AND stage = 'committee'
      UNION ALL
      SELECT unnest(ARRAY[k.opened_by, k.decided_by]), 'voted' FROM calibration_cases k
       WHERE k.year = ${year} AND k.employee_id = ${employeeId}::uuid
      UNION ALL
      SELECT v.member_id, 'voted' FROM case_votes v JOIN calibration_cases k ON k.entity_id = v.entity_id AND k.id = v.case_id
       WHERE k.year = ${year} AND k.employee_id = ${employeeId}::uuid
      UNION ALL
      SELECT l.decided_by, 'approved' FROM line_approvals l JOIN result ON result.approver_id = l.official_id
       WHERE l.year = ${year}
      UNION ALL
      SELECT s.member_id, 'signed' FROM result_signatures s WHERE s.year = ${year} AND s.withdrawn_at IS NULL
    ) AS acts WHERE person IS NOT NULL`.execute(tx)
  return rows
}

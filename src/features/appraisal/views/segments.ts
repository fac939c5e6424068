import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

export type SegmentSpan = {
  readonly employeeId: string
  readonly documentId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly leaves: readonly { readonly startsOn: string; readonly endsOn: string }[]
}

/** The closed documents of cycles that had several, cut by hiring and exit, with the leaves that fall into them. */
export async function severalSegments(
  tx: Tx,
  { year, employeeIds }: { year: number; employeeIds: readonly string[] | null },
): Promise<SegmentSpan[]> {
  const chosen = employeeIds === null ? sql`true` : sql`d.employee_id = ANY (${[...employeeIds]}::uuid[])`
  const { rows } = await sql<SegmentSpan>`
    SELECT d.employee_id AS "employeeId", d.id AS "documentId", greatest(coalesce(d.starts_on, c.starts_on), e.hired_on) AS "startsOn",
           least(coalesce(d.ends_on, c.ends_on), e.exited_on) AS "endsOn",
           coalesce((SELECT json_agg(json_build_object('startsOn', a.starts_on, 'endsOn', a.ends_on)) FROM absences a
                      WHERE a.employee_id = d.employee_id AND a.kind NOT IN ('mission', 'training', 'secondment')
                        AND a.starts_on <= c.ends_on AND a.ends_on >= c.starts_on), '[]'::json) AS leaves
      FROM performance_documents d
      JOIN cycles c ON c.id = d.cycle_id AND c.year = ${year}
      JOIN employees e ON e.id = d.employee_id
     WHERE d.status = 'closed' AND d.agreed_at IS NOT NULL AND ${chosen}
       AND EXISTS (SELECT FROM performance_documents o
                    WHERE o.cycle_id = d.cycle_id AND o.employee_id = d.employee_id AND o.id <> d.id)`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Capacity } from '../policy.ts'
import type { Person } from '../schema.ts'
import { person } from './committee.ts'

export type AttendanceRow = {
  readonly member: Person
  readonly capacity: Capacity
  readonly present: boolean
  readonly arrivedAt: Date | null
  readonly leftAt: Date | null
}

/** Who belongs to a sitting, the chair first and the secretary last. */
export async function attendanceRows(tx: Tx, { id, today }: { id: string; today: string }): Promise<AttendanceRow[]> {
  const { rows } = await sql<AttendanceRow>`
    SELECT ${person('s.member_id', today)} AS member, s.capacity, s.present, s.arrived_at AS "arrivedAt", s.left_at AS "leftAt"
      FROM sitting_members s WHERE s.sitting_id = ${id}::uuid
     ORDER BY array_position(ARRAY['chair', 'member', 'secretary'], s.capacity), s.member_id`.execute(tx)
  return rows
}

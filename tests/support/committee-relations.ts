import { sql } from 'kysely'
import type { Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'

/** A declared relation between two people. */
export async function relationBetween(tx: Tx, employeeId: string, otherId: string): Promise<void> {
  await sql`INSERT INTO declared_relations (id, employee_id, other_id, kind, declared_by, declared_at)
            VALUES (${newId()}, ${employeeId}, ${otherId}, 'family', ${employeeId}, now())`.execute(tx)
}

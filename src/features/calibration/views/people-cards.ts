import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Person } from '../schema.ts'
import { person } from './committee.ts'

/** People as pages show them, by id. */
export async function peopleByIds(
  tx: Tx,
  { ids, today }: { ids: readonly string[]; today: string },
): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await sql<{ id: string; card: Person }>`
    SELECT e.id, ${person('e.id', today)} AS card FROM employees e WHERE e.id = ANY (${[...new Set(ids)]}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.card]))
}

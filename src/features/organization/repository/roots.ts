import { sql } from 'kysely'
import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import type { Tx } from '../../../platform/db/database.ts'

/**
 * Lets one writer at a time change who stands below whom in the entity: two changes that are each harmless could
 * close a loop together. The lock ends with the transaction.
 */
export async function lockStructure(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(itqan_entity()::text || ' organization', 0))`.execute(tx)
}

type Versioned = 'employees' | 'divisions' | 'posts' | 'absences' | 'delegations' | 'memberships'

/** Locks a row and holds the writer to the version that was read. Null when there is no such row. */
export async function lockRow<T extends { version: number }>(
  tx: Tx,
  table: Versioned,
  { id, version, subject }: { id: string; version?: number; subject: string },
): Promise<T | null> {
  const { rows } = await sql<T>`SELECT * FROM ${sql.table(table)} WHERE id = ${id}::uuid FOR UPDATE`.execute(tx)
  const row = rows[0] ?? null
  if (row && version !== undefined && row.version !== version) throw await changedByOther(tx, { type: subject, id })
  return row
}

/** The next version of a root row: whoever read the one before must look again. */
export async function bump(tx: Tx, table: Versioned, id: string): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET version = version + 1 WHERE id = ${id}::uuid`.execute(tx)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** Ranked people to whom the curve has not been applied. */
export async function withoutCurve(tx: Tx, { year }: { year: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM annual_results
     WHERE year = ${year} AND standing = 'ranked' AND curve_rank IS NULL`.execute(tx)
  return rows[0]?.count ?? 0
}

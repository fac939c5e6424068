import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import type { ResultStatus, Standing } from '../domain/year.ts'

export type PublishedResult = {
  readonly employeeId: string
  readonly year: number
  readonly status: ResultStatus
  readonly standing: Standing
  /** Micro-percent, as plain digits. */
  readonly result: string | null
  readonly band: Band | null
  readonly curveRank: Band | null
  readonly finalRank: Rank | null
  readonly addedSeat: boolean
  readonly publishedAt: Date
  /** The last instant at which a grievance is in time (AMB-31). */
  readonly grievancesUntil: Date
  readonly readAt: Date | null
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly approverId: string | null
  readonly version: number
}

/** A published annual result, or null: what is not published yet is nobody's to appeal against. */
export async function publishedResult(
  tx: Tx,
  { employeeId, year }: { readonly employeeId: string; readonly year: number },
): Promise<PublishedResult | null> {
  const { rows } = await sql<PublishedResult>`
    SELECT employee_id AS "employeeId", year, status, standing, result, band, curve_rank AS "curveRank",
           final_rank AS "finalRank", added_seat AS "addedSeat", published_at AS "publishedAt",
           grievances_until AS "grievancesUntil", read_at AS "readAt", supervisor_id AS "supervisorId",
           higher_official_id AS "higherOfficialId", approver_id AS "approverId", version
      FROM annual_results
     WHERE year = ${year} AND employee_id = ${employeeId}::uuid AND published_at IS NOT NULL`.execute(tx)
  return rows[0] ?? null
}

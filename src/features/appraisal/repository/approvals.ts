import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** The officials whose people have a rank, and how many: the raw list, as frozen. */
export async function officialsOf(
  tx: Tx,
  { year }: { year: number },
): Promise<{ officialId: string; serves: boolean }[]> {
  const { rows } = await sql<{ officialId: string; serves: boolean }>`
    SELECT r.higher_official_id AS "officialId", bool_and(e.exited_on IS NULL) AS serves
      FROM annual_results r JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.higher_official_id
     WHERE r.year = ${year} AND r.standing IN ('ranked', 'undecided')
     GROUP BY r.higher_official_id`.execute(tx)
  return rows
}

/** Gives each result its approver, then each approver a line to approve. `standIns` maps an official to the next above. */
export async function openApprovals(
  tx: Tx,
  { year, standIns }: { year: number; standIns: ReadonlyMap<string, string | null> },
): Promise<{ officialId: string; people: number }[]> {
  const [from, to] = [[...standIns.keys()], [...standIns.values()]]
  await sql`
    UPDATE annual_results r
       SET approver_id = nullif(CASE WHEN s.official IS NULL THEN r.higher_official_id ELSE s.stand_in END, r.employee_id)
      FROM annual_results own
      LEFT JOIN unnest(${from}::uuid[], ${to}::uuid[]) AS s (official, stand_in) ON s.official = own.higher_official_id
     WHERE own.year = ${year} AND r.year = own.year AND r.employee_id = own.employee_id
       AND r.standing IN ('ranked', 'undecided')`.execute(tx)
  await closeApprovals(tx, { year })
  const { rows } = await sql<{ officialId: string; people: number }>`
    INSERT INTO line_approvals (year, official_id, people, status)
    SELECT ${year}, approver_id, count(*), 'waiting' FROM annual_results
     WHERE year = ${year} AND standing IN ('ranked', 'undecided') AND approver_id IS NOT NULL
     GROUP BY approver_id
    RETURNING official_id AS "officialId", people`.execute(tx)
  return rows
}

/** A year that goes back to the committee is approved anew. */
export async function closeApprovals(tx: Tx, { year }: { year: number }): Promise<void> {
  await tx.deleteFrom('line_approvals').where('year', '=', year).execute()
}

export type LockedApproval = {
  readonly status: 'waiting' | 'approved' | 'objected'
  readonly people: number
  readonly version: number
}

export async function lockApproval(
  tx: Tx,
  { year, officialId }: { year: number; officialId: string },
): Promise<LockedApproval | null> {
  const { rows } = await sql<LockedApproval>`
    SELECT status, people, version FROM line_approvals
     WHERE year = ${year} AND official_id = ${officialId}::uuid FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

type Decided = {
  readonly year: number
  readonly officialId: string
  readonly decision: 'approved' | 'objected'
  readonly note: string | null
  readonly by: string
  readonly now: Date
}

export async function decideApproval(tx: Tx, { year, officialId, decision, note, by, now }: Decided): Promise<void> {
  await tx
    .updateTable('line_approvals')
    .set({ status: decision, note, decided_by: by, decided_at: now })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('year', '=', year)
    .where('official_id', '=', officialId)
    .execute()
  if (decision === 'approved') {
    await sql`UPDATE annual_results SET status = 'approved', version = version + 1
               WHERE year = ${year} AND approver_id = ${officialId}::uuid AND status = 'calibrated'`.execute(tx)
  }
}

export async function waitingOfficials(tx: Tx, { year }: { year: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM line_approvals WHERE year = ${year} AND status <> 'approved'`.execute(tx)
  return rows[0]?.count ?? 0
}

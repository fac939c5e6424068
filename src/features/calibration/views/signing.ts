import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { SigningFacts } from '../domain/signing.ts'
import { digestSql } from '../repository/check-runs.ts'

/** What decides whether the results can be signed, in one statement. */
export async function signingFacts(tx: Tx, { year }: { year: number }): Promise<SigningFacts> {
  const { rows } = await sql<SigningFacts>`
    SELECT CASE WHEN NOT EXISTS (SELECT FROM calibration_groups WHERE year = ${year}) THEN greatest(1, ranked.missing)
                ELSE ranked.missing END::int AS "withoutCurve",
           (SELECT count(*) FROM sittings WHERE year = ${year} AND status = 'open')::int AS "openSittings",
           (SELECT count(*) FROM sittings WHERE year = ${year} AND status = 'closed' AND opened_at >= y.frozen_at)::int AS "closedSittings",
           (SELECT count(*) FROM calibration_cases WHERE year = ${year} AND status = 'open')::int AS "openCases",
           ranked.unexplained::int AS "withoutReason",
           (SELECT count(*) FROM fairness_findings
             WHERE year = ${year} AND superseded_at IS NULL AND severity = 'material' AND answer IS NULL)::int AS unanswered,
           coalesce((SELECT digest FROM check_runs WHERE year = ${year} AND kind = 'fairness') = ${digestSql(year)}, false) AS "fairnessCurrent"
      FROM appraisal_years y
     CROSS JOIN (SELECT count(*) FILTER (WHERE r.curve_rank IS NULL) AS missing,
                        count(*) FILTER (WHERE r.final_rank IS NOT NULL AND r.final_rank <> r.curve_rank AND NOT EXISTS (
                          SELECT FROM rank_changes n WHERE n.year = r.year AND n.employee_id = r.employee_id
                             AND n.stage <> 'curve' AND n.stage <> 'supervisor' AND n.superseded_at IS NULL)) AS unexplained
                   FROM annual_results r WHERE r.year = ${year} AND r.standing = 'ranked') ranked
     WHERE y.year = ${year}`.execute(tx)
  const [facts] = rows
  if (!facts) throw new Error(`The year ${year} has no state`)
  return facts
}

/** Voters who came to the last closed sitting on these results: they sign. */
export async function lastSitters(tx: Tx, { year }: { year: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT m.member_id AS id
      FROM (SELECT s.id FROM sittings s JOIN appraisal_years y ON y.entity_id = s.entity_id AND y.year = s.year
             WHERE s.year = ${year} AND s.status = 'closed' AND s.opened_at >= y.frozen_at
             ORDER BY s.closed_at DESC LIMIT 1) s
      JOIN sitting_members m ON m.sitting_id = s.id
     WHERE m.arrived_at IS NOT NULL AND m.capacity <> 'secretary' ORDER BY m.member_id`.execute(tx)
  return rows.map((row) => row.id)
}

export type SignatureRow = {
  readonly memberId: string
  readonly at: Date
  readonly withdrawnAt: Date | null
}

export async function signatureRows(
  tx: Tx,
  { year, freeze }: { year: number; freeze: number },
): Promise<SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`
    SELECT member_id AS "memberId", signed_at AS at, withdrawn_at AS "withdrawnAt" FROM result_signatures
     WHERE year = ${year} AND freeze_number = ${freeze} ORDER BY signed_at, member_id`.execute(tx)
  return rows
}

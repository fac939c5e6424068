import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

type Kind = 'fairness' | 'integrity'

/** Marks a check as wanted: what stands there was found on other numbers. */
export async function ask(
  tx: Tx,
  { year, kind, freeze, now }: { year: number; kind: Kind; freeze: number; now: Date },
): Promise<void> {
  await sql`
    INSERT INTO check_runs (year, kind, asked_at, freeze_number) VALUES (${year}, ${kind}, ${now}, ${freeze})
    ON CONFLICT (entity_id, year, kind) DO UPDATE SET asked_at = excluded.asked_at, digest = NULL`.execute(tx)
}

type Done = { readonly year: number; readonly kind: Kind; readonly freeze: number; readonly now: Date }

/** The check has run on the results as they stand. */
export async function done(tx: Tx, { year, kind, freeze, now }: Done): Promise<void> {
  await sql`
    INSERT INTO check_runs (year, kind, asked_at, run_at, freeze_number, digest)
    VALUES (${year}, ${kind}, ${now}, ${now}, ${freeze}, ${digestSql(year)})
    ON CONFLICT (entity_id, year, kind) DO UPDATE
      SET run_at = excluded.run_at, freeze_number = excluded.freeze_number, digest = excluded.digest`.execute(tx)
}

/**
 * SHA-256 of who has which rank and result: the same lines that `domain/signing.ts` writes, so that a signature stands
 * under exactly these. Null where nobody is ranked by the curve.
 */
export function digestSql(year: number) {
  return sql<Buffer | null>`(
    SELECT sha256(convert_to('itqan results 1' || E'\n' || y.year || ' ' || y.freezes || E'\n' || string_agg(
             r.employee_id || ' ' || coalesce(r.final_rank, r.curve_rank) || ' ' || r.result, E'\n' ORDER BY r.employee_id), 'UTF8'))
      FROM annual_results r JOIN appraisal_years y ON y.entity_id = r.entity_id AND y.year = r.year
     WHERE r.year = ${year} AND r.standing = 'ranked' AND r.curve_rank IS NOT NULL
     GROUP BY y.year, y.freezes)`
}

export async function rankedPeople(tx: Tx, { year }: { year: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM annual_results WHERE year = ${year} AND standing = 'ranked'`.execute(tx)
  return rows[0]?.count ?? 0
}

export type DueCheck = { readonly year: number; readonly kind: Kind }

/** Checks of years before the committee that have not run on the results as they stand. */
export async function dueChecks(tx: Tx): Promise<DueCheck[]> {
  const { rows } = await sql<{ year: number; freezes: number; fairness: string | null; integrity: number | null }>`
    SELECT y.year, y.freezes, encode(f.digest, 'hex') AS fairness, i.freeze_number AS integrity
      FROM appraisal_years y
      LEFT JOIN check_runs f ON f.entity_id = y.entity_id AND f.year = y.year AND f.kind = 'fairness' AND f.run_at IS NOT NULL
      LEFT JOIN check_runs i ON i.entity_id = y.entity_id AND i.year = y.year AND i.kind = 'integrity' AND i.run_at IS NOT NULL
     WHERE y.status = 'frozen' ORDER BY y.year`.execute(tx)
  const due: DueCheck[] = []
  for (const { year, freezes, fairness, integrity } of rows) {
    const now = await currentDigest(tx, { year })
    if (now !== null && now !== fairness) due.push({ year, kind: 'fairness' })
    if (integrity !== freezes) due.push({ year, kind: 'integrity' })
  }
  return due
}

/** SHA-256 of the results as they stand, in hex; null before the curve. */
export async function currentDigest(tx: Tx, { year }: { year: number }): Promise<string | null> {
  const { rows } = await sql<{ digest: Buffer | null }>`SELECT ${digestSql(year)} AS digest`.execute(tx)
  return rows[0]?.digest?.toString('hex') ?? null
}

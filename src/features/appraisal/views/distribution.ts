import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Rank } from '../../../shared/ranks.ts'
import type { Name } from '../domain/year.ts'

export type RankCount = { readonly rank: Rank; readonly people: number }

/** The rank in force: the committee's decision, else the curve's, else the band. */
const rankInForce = sql`coalesce(r.final_rank, r.curve_rank, r.band)`

export async function totalByRank(
  tx: Tx,
  { year }: { year: number },
): Promise<{ rows: RankCount[]; addedSeats: number }> {
  const { rows } = await sql<RankCount & { added: number }>`
    SELECT ${rankInForce} AS rank, count(*)::int AS people, (count(*) FILTER (WHERE r.added_seat))::int AS added
      FROM annual_results r WHERE r.year = ${year} AND r.standing = 'ranked' GROUP BY 1`.execute(tx)
  return {
    rows: rows.map(({ rank, people }) => ({ rank, people })),
    addedSeats: rows.reduce((sum, row) => sum + row.added, 0),
  }
}

export type DivisionRanks = {
  readonly division: { readonly id: string; readonly name: Name; readonly depth: number }
  readonly rows: RankCount[]
}

/** Each division with all below it, as the tree stood when the year ended; people are counted once, then added up. */
export async function ranksByDivision(tx: Tx, { year }: { year: number }): Promise<DivisionRanks[]> {
  const last = sql`${`${year}-12-31`}::date`
  const { rows } = await sql<DivisionRanks>`
    WITH own AS MATERIALIZED (
      SELECT r.division_path AS path, ${rankInForce} AS rank, count(*)::int AS people FROM annual_results r
       WHERE r.year = ${year} AND r.standing = 'ranked' AND r.division_path IS NOT NULL GROUP BY 1, 2),
    places AS (
      SELECT DISTINCT subpath(own.path, 0, n) AS path FROM own CROSS JOIN LATERAL generate_series(1, nlevel(own.path)) n),
    summed AS (
      SELECT places.path, own.rank, sum(own.people)::int AS people
        FROM places JOIN own ON own.path <@ places.path GROUP BY places.path, own.rank)
    SELECT json_build_object('id', v.id, 'name', json_build_object('ar', n.name_ar, 'en', n.name_en),
                             'depth', nlevel(s.path) - 1) AS division,
           json_agg(json_build_object('rank', s.rank, 'people', s.people)) AS rows
      FROM summed s
      JOIN divisions v ON v.id = (subpath(s.path, -1, 1)::text)::uuid
      JOIN LATERAL (SELECT name_ar, name_en FROM division_periods p
                     WHERE p.division_id = v.id AND p.valid_from <= ${last} ORDER BY p.valid_from DESC LIMIT 1) n ON true
     GROUP BY v.id, s.path, n.name_ar, n.name_en
     ORDER BY s.path`.execute(tx)
  return rows
}

export type Excellent = {
  readonly id: string
  readonly name: Name
  readonly title: Name | null
  readonly division: Name | null
}

/** Whose published rank is excellent, by name. */
export async function excellentOf(
  tx: Tx,
  {
    year,
    after,
    limit,
    today,
  }: { year: number; after: readonly [string, string] | null; limit: number; today: string },
): Promise<(Excellent & { readonly key: string })[]> {
  const { rows } = await sql<Excellent & { readonly key: string }>`
    SELECT e.id, json_build_object('ar', e.name_ar, 'en', e.name_en) AS name, e.name_ar AS key,
           CASE WHEN t.id IS NOT NULL THEN json_build_object('ar', t.title_ar, 'en', t.title_en) END AS title,
           (SELECT json_build_object('ar', p.name_ar, 'en', p.name_en) FROM division_periods p
             WHERE p.division_id = r.division_id ORDER BY p.valid_from DESC LIMIT 1) AS division
      FROM annual_results r
      JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
      LEFT JOIN assignments a ON a.employee_id = e.id AND itqan_holds(a.valid_from, a.valid_to, ${today}::date)
      LEFT JOIN posts t ON t.id = a.post_id
     WHERE r.year = ${year} AND r.published_at IS NOT NULL AND r.final_rank = 'excellent'
       AND (${after === null} OR (e.name_ar COLLATE itqan_ar, e.id) > (${after?.[0] ?? ''} COLLATE itqan_ar, ${after?.[1] ?? null}::uuid))
     ORDER BY e.name_ar COLLATE itqan_ar, e.id LIMIT ${limit + 1}`.execute(tx)
  return rows
}

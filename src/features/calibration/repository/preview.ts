import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band } from '../../../shared/ranks.ts'
import type { CurveMode } from '../domain/curve.ts'
import type { Shares } from '../domain/quotas.ts'

export type PreviewRules = {
  readonly year: number
  /** One group of the year; all of them without it. */
  readonly groupId?: string | undefined
  readonly shares: Shares
  /** For groups that have quotas; the others keep the bands. */
  readonly mode: CurveMode
  readonly guardWeak: boolean
}

/** One group under the rules: counts in the order weak, average, good, very good. */
export type PreviewRow = {
  readonly groupId: string
  readonly people: number
  readonly counts: readonly [number, number, number, number]
  readonly raised: number
  readonly lowered: number
  /** Seats in the same order; very good and excellent together are the last (the pool). */
  readonly seats: readonly [number, number, number, number]
  /** Micro-percent, as plain digits. */
  readonly lastLifted: string | null
}

/**
 * What shares and mode would make of the groups as they stand, without saving: ranking, quotas by the largest
 * remainder and ranks in one statement over the frozen results. `domain/quotas.ts` and `domain/curve.ts` say the same
 * in TypeScript, and a property test holds the two together.
 */
export async function previewCurve(tx: Tx, rules: PreviewRules): Promise<PreviewRow[]> {
  const count = (rank: Band) => sql`count(*) FILTER (WHERE curve_rank = ${rank})`
  const { rows } = await sql<PreviewRow>`
    WITH placed AS (${placedSql(rules)})
    SELECT group_id AS "groupId", count(*)::int AS people,
           ARRAY[${count('weak')}, ${count('average')}, ${count('good')}, ${count('very_good')}]::int[] AS counts,
           (count(*) FILTER (WHERE ${placeOf('curve_rank')} > ${placeOf('band')}))::int AS raised,
           (count(*) FILTER (WHERE ${placeOf('curve_rank')} < ${placeOf('band')}))::int AS lowered,
           ARRAY[min(s_weak), min(s_average), min(s_good), min(s_pool)]::int[] AS seats,
           (min(ranking) FILTER (WHERE curve_rank = 'very_good'))::text AS "lastLifted"
      FROM placed GROUP BY group_id ORDER BY group_id`.execute(tx)
  return rows
}

export type PlacedRow = {
  readonly employeeId: string
  readonly groupId: string
  readonly position: number
  readonly rank: Band
}

/** The same person by person, from the highest of each group. */
export async function placedPeople(tx: Tx, rules: PreviewRules): Promise<PlacedRow[]> {
  const { rows } = await sql<PlacedRow>`
    SELECT employee_id AS "employeeId", group_id AS "groupId", position::int, curve_rank AS rank
      FROM (${placedSql(rules)}) placed ORDER BY group_id, ranking DESC, employee_id`.execute(tx)
  return rows
}

/** One row a person: group, position, band, rank of the curve, and the seats of the group. */
function placedSql({ year, groupId, shares, mode, guardWeak }: PreviewRules): RawBuilder<unknown> {
  const chosen = groupId === undefined ? sql`true` : sql`r.group_id = ${groupId}::uuid`
  return sql`
    WITH person AS (
      SELECT r.employee_id, r.group_id, r.ranking, r.band,
             rank() OVER own AS position,
             -- Among those at good or above alone, where equals share a place (H4).
             count(*) FILTER (WHERE r.band IN ('good', 'very_good')) OVER above + 1 AS place,
             -- Nobody who reaches what the last person above weak reached becomes weak by the curve alone.
             min(r.ranking) FILTER (WHERE r.band <> 'weak') OVER whole AS guarded
        FROM annual_results r
       WHERE r.year = ${year} AND r.standing = 'ranked' AND r.group_id IS NOT NULL AND ${chosen}
      WINDOW whole AS (PARTITION BY r.group_id),
             own AS (PARTITION BY r.group_id ORDER BY r.ranking DESC),
             above AS (PARTITION BY r.group_id ORDER BY r.ranking DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
    size AS (SELECT group_id, count(*) AS people FROM person GROUP BY group_id),
    share AS (
      SELECT size.group_id, size.people, q.rank, q.place, q.share * size.people / 10000 AS floor,
             row_number() OVER (PARTITION BY size.group_id ORDER BY q.share * size.people % 10000 DESC, q.place DESC) AS turn
        FROM size CROSS JOIN (VALUES ('weak', 1, ${shares.weak}::bigint), ('average', 2, ${shares.average}::bigint),
          ('good', 3, ${shares.good}::bigint), ('very_good', 4, ${shares.very_good}::bigint),
          ('excellent', 5, ${shares.excellent}::bigint)) AS q (rank, place, share)),
    seats AS (
      SELECT given.group_id, ${seat('weak')} AS s_weak, ${seat('average')} AS s_average, ${seat('good')} AS s_good,
             ${seat('very_good')} + ${seat('excellent')} AS s_pool
        FROM (SELECT share.group_id, share.rank, share.floor + (share.turn <= share.people - sum(share.floor) OVER (
                PARTITION BY share.group_id))::int AS seats FROM share) given
       GROUP BY given.group_id)
    SELECT p.employee_id, p.group_id, p.position, p.ranking, p.band, s.s_weak, s.s_average, s.s_good, s.s_pool,
           CASE WHEN (g.outcome ->> 'hasQuotas')::boolean THEN ${rankUnder[mode](guardWeak)} ELSE p.band END AS curve_rank
      FROM person p JOIN seats s ON s.group_id = p.group_id JOIN calibration_groups g ON g.id = p.group_id`
}

const rankUnder: Readonly<Record<CurveMode, (guardWeak: boolean) => RawBuilder<unknown>>> = {
  full_curve: (guardWeak) => sql`
    CASE WHEN p.position <= s.s_pool THEN 'very_good' WHEN p.position <= s.s_pool + s.s_good THEN 'good'
         WHEN p.position <= s.s_pool + s.s_good + s.s_average OR (${guardWeak} AND p.ranking >= p.guarded) THEN 'average'
         ELSE 'weak' END`,
  raise_only: () => sql`
    CASE WHEN p.band NOT IN ('good', 'very_good') THEN p.band WHEN p.place <= s.s_pool THEN 'very_good' ELSE 'good' END`,
  advisory: () => sql`p.band`,
}

function seat(rank: string): RawBuilder<unknown> {
  return sql`max(given.seats) FILTER (WHERE given.rank = ${rank})`
}

function placeOf(column: string): RawBuilder<unknown> {
  return sql`array_position(ARRAY['weak', 'average', 'good', 'very_good'], ${sql.ref(column)})`
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import type { CurveMode } from '../domain/curve.ts'
import type { Quota } from '../domain/quotas.ts'
import type { Origin } from '../repository/cases.ts'
import { divisionName, recusalSql } from './committee.ts'

type Name = { readonly ar: string; readonly en: string }
type Counts = Readonly<Record<Band, number>>

export type GroupRow = {
  readonly id: string
  readonly division: Name | null
  readonly jobFamily: string | null
  readonly people: number
  readonly mode: CurveMode
  readonly quotas: Quota[]
  readonly outcome: {
    readonly pool: number
    readonly hasQuotas: boolean
    readonly counts: Counts
    readonly raised: number
    readonly lowered: number
    readonly vacancies: Counts
    readonly beyond: Counts
    readonly lastLifted: string | null
    readonly pooled: readonly { divisionId: string | null; family: string | null; people: number }[]
  }
  /** By rank as it stands now. */
  readonly now: Partial<Record<Rank, number>>
  /** Names of pooled divisions. */
  readonly names: Record<string, Name>
}

/** The groups of a year as the curve was applied to them, and the ranks as they stand. */
export async function groupRows(tx: Tx, { year }: { year: number }): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    SELECT g.id, ${divisionName('g.division_id', year)} AS division, g.job_family AS "jobFamily", g.size AS people, g.mode,
           g.quotas, g.outcome, coalesce(held.now, '{}') AS now,
           coalesce((SELECT json_object_agg(v.id, ${divisionName('v.id', year)}) FROM divisions v
             WHERE v.id::text IN (SELECT pool ->> 'divisionId' FROM json_array_elements(g.outcome -> 'pooled') pool)), '{}') AS names
      FROM calibration_groups g
      LEFT JOIN (SELECT group_id, json_object_agg(rank, people) AS now FROM (
                   SELECT group_id, coalesce(final_rank, curve_rank) AS rank, count(*) AS people FROM annual_results
                    WHERE year = ${year} AND standing = 'ranked' AND group_id IS NOT NULL GROUP BY 1, 2) by_rank
                  GROUP BY group_id) held ON held.group_id = g.id
     WHERE g.year = ${year} ORDER BY g.size DESC, g.id`.execute(tx)
  return rows
}

export type HistogramRow = {
  /** The lower edge in percent, a multiple of 5. */
  readonly from: number
  readonly people: number
  readonly bands: Counts
  readonly lifted: number
  readonly lowered: number
}

/** People by five points of what ranks them. */
export async function histogramRows(tx: Tx, { year }: { year: number }): Promise<HistogramRow[]> {
  const of = (band: Band) => sql`count(*) FILTER (WHERE band = ${band})`
  const place = (column: string) =>
    sql`array_position(ARRAY['weak', 'average', 'good', 'very_good', 'excellent'], ${sql.ref(column)})`
  const { rows } = await sql<HistogramRow>`
    SELECT (div(result, 5000000) * 5)::int AS "from", count(*)::int AS people,
           json_build_object('weak', ${of('weak')}, 'average', ${of('average')}, 'good', ${of('good')}, 'very_good', ${of('very_good')}) AS bands,
           (count(*) FILTER (WHERE ${place('held')} > ${place('band')}))::int AS lifted,
           (count(*) FILTER (WHERE ${place('held')} < ${place('band')}))::int AS lowered
      FROM (SELECT result, band, coalesce(final_rank, curve_rank, band) AS held FROM annual_results
             WHERE year = ${year} AND standing = 'ranked') person
     GROUP BY 1 ORDER BY 1`.execute(tx)
  return rows
}

export type Moments = { readonly people: number; readonly mean: number; readonly deviation: number }

/** Mean and deviation of the results in percent, for the picture alone: nothing is computed from them. */
export async function momentsOf(tx: Tx, { year }: { year: number }): Promise<Moments> {
  const { rows } = await sql<Moments>`
    SELECT count(*)::int AS people, coalesce(avg(result) / 1000000, 0)::float8 AS mean,
           coalesce(stddev_pop(result) / 1000000, 0)::float8 AS deviation
      FROM annual_results WHERE year = ${year} AND standing = 'ranked'`.execute(tx)
  return rows[0] ?? { people: 0, mean: 0, deviation: 0 }
}

export type Totals = {
  readonly ranked: number
  readonly withoutRank: number
  readonly recorded: number
  readonly different: number
  readonly casesOpen: number
  readonly casesDecided: number
  readonly casesWithdrawn: number
  readonly byOrigin: Partial<Record<Origin, number>>
  readonly questions: number
  readonly questionsUnanswered: number
}

export async function totalsOf(tx: Tx, { year }: { year: number }): Promise<Totals> {
  const cases = (status: string) =>
    sql`(SELECT count(*) FROM calibration_cases WHERE year = ${year} AND status = ${status})::int`
  const { rows } = await sql<Totals>`
    SELECT (count(*) FILTER (WHERE standing = 'ranked'))::int AS ranked,
           (count(*) FILTER (WHERE standing NOT IN ('ranked', 'out_of_scope')))::int AS "withoutRank",
           (count(*) FILTER (WHERE standing = 'ranked' AND view_rank IS NOT NULL))::int AS recorded,
           (count(*) FILTER (WHERE standing = 'ranked' AND view_rank IS NOT NULL
              AND view_rank <> coalesce(final_rank, curve_rank, band)))::int AS different,
           ${cases('open')} AS "casesOpen", ${cases('decided')} AS "casesDecided", ${cases('withdrawn')} AS "casesWithdrawn",
           coalesce((SELECT json_object_agg(origin, n) FROM (SELECT origin, count(*) AS n FROM calibration_cases
              WHERE year = ${year} AND status <> 'withdrawn' GROUP BY origin) by_origin), '{}') AS "byOrigin",
           (SELECT count(*) FROM integrity_questions WHERE year = ${year} AND superseded_at IS NULL)::int AS questions,
           (SELECT count(*) FROM integrity_questions WHERE year = ${year} AND superseded_at IS NULL AND answer IS NULL)::int AS "questionsUnanswered"
      FROM annual_results WHERE year = ${year}`.execute(tx)
  return rows[0] as Totals
}

export type SittingRow = {
  readonly id: string
  readonly number: number
  readonly heldOn: string
  readonly status: 'called' | 'open' | 'closed'
  readonly cases: number
}

export async function sittingRows(tx: Tx, { year }: { year: number }): Promise<SittingRow[]> {
  const { rows } = await sql<SittingRow>`
    SELECT s.id, s.number, to_char(s.held_on, 'YYYY-MM-DD') AS "heldOn", s.status,
           (SELECT count(*) FROM calibration_cases c WHERE c.sitting_id = s.id)::int AS cases
      FROM sittings s WHERE s.year = ${year} ORDER BY s.number DESC`.execute(tx)
  return rows
}

export type YearRow = {
  readonly year: number
  readonly status: 'frozen' | 'signed' | 'approved' | 'confirmed' | 'published'
  readonly freezes: number
  readonly ranked: number
  readonly openCases: number
  readonly sittings: number
  readonly signatures: number
  readonly frozenAt: Date | null
  readonly signedAt: Date | null
}

/** Years whose results have been computed, the latest first. */
export async function yearRows(tx: Tx): Promise<YearRow[]> {
  const { rows } = await sql<YearRow>`
    SELECT y.year, y.status, y.freezes, y.frozen_at AS "frozenAt", y.signed_at AS "signedAt",
           (SELECT count(*) FROM annual_results r WHERE r.year = y.year AND r.standing = 'ranked')::int AS ranked,
           (SELECT count(*) FROM calibration_cases c WHERE c.year = y.year AND c.status = 'open')::int AS "openCases",
           (SELECT count(*) FROM sittings s WHERE s.year = y.year)::int AS sittings,
           (SELECT count(*) FROM result_signatures g WHERE g.year = y.year AND g.freeze_number = y.freezes
             AND g.withdrawn_at IS NULL)::int AS signatures
      FROM appraisal_years y WHERE y.status <> 'open' ORDER BY y.year DESC LIMIT 100`.execute(tx)
  return rows
}

export type CompactRow = {
  readonly groupId: string
  readonly mode: CurveMode
  readonly hasQuotas: boolean
  readonly results: string[]
  readonly rankings: string[]
  readonly curve: number[]
}

/** The frozen numbers of each group from the highest, without anybody's name. */
export async function compactRows(tx: Tx, { year }: { year: number }): Promise<CompactRow[]> {
  const { rows } = await sql<CompactRow>`
    SELECT g.id AS "groupId", g.mode, (g.outcome ->> 'hasQuotas')::boolean AS "hasQuotas",
           array_agg(r.result::text ORDER BY r.ranking DESC, r.employee_id) AS results,
           array_agg(r.ranking::text ORDER BY r.ranking DESC, r.employee_id) AS rankings,
           array_agg(array_position(ARRAY['weak', 'average', 'good', 'very_good'], r.curve_rank) - 1
                     ORDER BY r.ranking DESC, r.employee_id) AS curve
      FROM calibration_groups g
      JOIN annual_results r ON r.entity_id = g.entity_id AND r.group_id = g.id AND r.standing = 'ranked'
     WHERE g.year = ${year} GROUP BY g.entity_id, g.id ORDER BY g.size DESC, g.id`.execute(tx)
  return rows
}

/** Open cases that wait for one member's own judgement. */
export async function waitingFor(
  tx: Tx,
  { year, memberId, today }: { year: number; memberId: string | null; today: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (SELECT ${memberId}::uuid AS id) m
     CROSS JOIN calibration_cases c
      JOIN annual_results r ON r.entity_id = c.entity_id AND r.year = c.year AND r.employee_id = c.employee_id
     WHERE c.year = ${year} AND c.status = 'open' AND ${recusalSql(today)} IS NULL
       AND NOT EXISTS (SELECT FROM case_votes v WHERE v.case_id = c.id AND v.member_id = m.id)`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Names of divisions as of the end of a year. */
export async function divisionNames(tx: Tx, { year }: { year: number }): Promise<ReadonlyMap<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name | null }>`
    SELECT v.id, ${divisionName('v.id', year)} AS name FROM divisions v`.execute(tx)
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}

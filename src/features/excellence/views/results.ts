import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Rank } from '../../../shared/ranks.ts'
import type { Status } from '../domain/nomination.ts'
import type { Candidate } from '../domain/seats.ts'

export type Result = {
  readonly employeeId: string
  readonly standing: string
  /** Micro-percent. */
  readonly result: number | null
  /** The rank in force: the committee's decision, else the curve's. */
  readonly rank: Rank | null
  readonly groupId: string | null
  readonly supervisorId: string | null
  readonly approverId: string | null
}

/** What the year says of one person; null before the freeze. */
export async function resultOf(
  tx: Tx,
  { employeeId, year }: { readonly employeeId: string; readonly year: number },
): Promise<Result | null> {
  const { rows } = await sql<Result>`
    SELECT employee_id AS "employeeId", standing, result::float8 AS result, coalesce(final_rank, curve_rank) AS rank,
           group_id AS "groupId", supervisor_id AS "supervisorId", approver_id AS "approverId"
      FROM annual_results WHERE year = ${year} AND employee_id = ${employeeId}::uuid`.execute(tx)
  return rows[0] ?? null
}

export type Group = {
  readonly id: string
  readonly division: { readonly ar: string; readonly en: string } | null
  readonly jobFamily: string | null
  readonly size: number
  readonly mode: 'full_curve' | 'raise_only' | 'advisory'
  readonly quotas: readonly { readonly rank: Rank; readonly seats: number; readonly product: string }[]
  /** Holders of very good: those who may be nominated. */
  readonly veryGood: number
}

export async function groupsOf(tx: Tx, { year }: { readonly year: number }): Promise<Group[]> {
  const { rows } = await sql<Group>`
    SELECT g.id, g.job_family AS "jobFamily", g.size, g.mode, g.quotas,
           (SELECT json_build_object('ar', p.name_ar, 'en', p.name_en) FROM division_periods p
             WHERE p.entity_id = g.entity_id AND p.division_id = g.division_id AND p.valid_from <= ${`${year}-12-31`}::date
             ORDER BY p.valid_from DESC LIMIT 1) AS division,
           (SELECT count(*)::int FROM annual_results r WHERE r.entity_id = g.entity_id AND r.group_id = g.id
               AND coalesce(r.final_rank, r.curve_rank) = 'very_good') AS "veryGood"
      FROM calibration_groups g WHERE g.year = ${year} ORDER BY g.size DESC, g.id`.execute(tx)
  return rows
}

export type Competitor = Candidate & {
  readonly employeeId: string
  readonly groupId: string | null
  readonly status: Status
  readonly version: number
  readonly requested: boolean
  readonly met: number
  readonly needed: number
}

type Row = Omit<Competitor, 'state' | 'ranking' | 'planScore' | 'lowestCycle' | 'lastCycle'> & {
  readonly ranking: string | null
  readonly planScore: string | null
  readonly lowestCycle: string | null
  readonly lastCycle: string | null
}

/** Everybody with a dossier that was sent: in a group those who compete for its seats. */
export async function competitors(
  tx: Tx,
  { year, groupId }: { readonly year: number; readonly groupId?: string | null },
): Promise<Competitor[]> {
  const { rows } = await sql<Row>`
    SELECT n.id, n.employee_id AS "employeeId", n.status, n.version, n.requested_at IS NOT NULL AS requested,
           n.needed, r.group_id AS "groupId", r.ranking::text AS ranking, r.plan_score::text AS "planScore",
           r.lowest_cycle::text AS "lowestCycle", r.last_cycle::text AS "lastCycle",
           (SELECT count(*)::int FROM excellence_claims c WHERE c.nomination_id = n.id AND c.met) AS met
      FROM excellence_nominations n
      JOIN annual_results r ON r.entity_id = n.entity_id AND r.year = n.year AND r.employee_id = n.employee_id
     WHERE n.year = ${year} AND n.status IN ('submitted', 'verified', 'ratified', 'rejected', 'not_seated')
       ${groupId === undefined ? sql`` : sql`AND r.group_id IS NOT DISTINCT FROM ${groupId}::uuid`}`.execute(tx)
  return rows.map(({ ranking, planScore, lowestCycle, lastCycle, ...row }) => ({
    ...row,
    state: row.status === 'ratified' ? 'ratified' : row.status === 'submitted' ? 'undecided' : 'qualified',
    ranking: BigInt(ranking ?? 0),
    planScore: whole(planScore),
    lowestCycle: whole(lowestCycle),
    lastCycle: whole(lastCycle),
  }))
}

/** Rejected ones, and those of whom the committee found too little, compete no more. */
export function competing(all: readonly Competitor[]): Competitor[] {
  return all.filter(
    ({ status, met, needed }) =>
      status === 'ratified' || status === 'submitted' || (status === 'verified' && met >= needed),
  )
}

/** How many of a year nobody has decided: requests without an answer, dossiers before their decision (H17). */
export async function undecidedCount(tx: Tx, { year }: { readonly year: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM excellence_nominations
     WHERE year = ${year} AND (status IN ('requested', 'submitted', 'verified')
            OR status = 'draft' AND requested_at IS NOT NULL)`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The years whose results have been frozen, the latest first. */
export async function frozenYears(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT year FROM appraisal_years WHERE status <> 'open' ORDER BY year DESC LIMIT 50`.execute(tx)
  return rows.map((row) => row.year)
}

function whole(value: string | null): bigint | null {
  return value === null ? null : BigInt(value)
}

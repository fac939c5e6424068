import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import type { TieMember } from '../domain/ties.ts'
import type { CaseStatus } from '../domain/workflow.ts'
import type { Cause, Origin } from '../repository/cases.ts'
import type { Person } from '../schema.ts'
import { divisionName, person, recusalSql } from './committee.ts'

type Name = { readonly ar: string; readonly en: string }

/** What opening a case asks of a person's result. */
export async function personResult(tx: Tx, { year, employeeId }: { year: number; employeeId: string }) {
  const { rows } = await sql<{
    standing: string
    hasCurve: boolean
    higherOfficialId: string | null
    approverId: string | null
  }>`
    SELECT standing, curve_rank IS NOT NULL AS "hasCurve", higher_official_id AS "higherOfficialId", approver_id AS "approverId"
      FROM annual_results WHERE year = ${year} AND employee_id = ${employeeId}::uuid`.execute(tx)
  return rows[0] ?? null
}

/** Ranked people without a rank of the curve; one for a year to which no curve was applied. */
export async function withoutCurve(tx: Tx, { year }: { year: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT CASE WHEN EXISTS (SELECT FROM calibration_groups WHERE year = ${year}) THEN count(*) ELSE greatest(1, count(*)) END::int AS count
      FROM annual_results WHERE year = ${year} AND standing = 'ranked' AND curve_rank IS NULL`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Members who owe a judgement on some open case that they may judge. */
export async function waitingJudges(
  tx: Tx,
  { year, members, today }: { year: number; members: readonly string[]; today: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT m.id FROM unnest(${[...members]}::uuid[]) AS m (id)
     CROSS JOIN calibration_cases c
      JOIN annual_results r ON r.entity_id = c.entity_id AND r.year = c.year AND r.employee_id = c.employee_id
     WHERE c.year = ${year} AND c.status = 'open' AND ${unjudgedBy} AND ${recusalSql(today)} IS NULL`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

const unjudgedBy: RawBuilder<boolean> = sql`NOT EXISTS (
  SELECT FROM case_votes v WHERE v.entity_id = c.entity_id AND v.case_id = c.id AND v.member_id = m.id)`

export type CaseRecord = {
  readonly id: string
  readonly year: number
  readonly version: number
  readonly status: CaseStatus
  readonly origin: Origin
  readonly question: string
  readonly openedBy: Person | null
  readonly openedById: string | null
  readonly openedAt: Date
  readonly employee: Person
  readonly division: Name | null
  readonly supervisor: Person | null
  readonly higherOfficial: Person | null
  readonly groupId: string
  /** What the list is sorted by. */
  readonly key: string
  readonly position: number
  readonly result: string
  readonly band: Band
  readonly curve: Band
  readonly now: Rank
  readonly view: { readonly rank: Rank; readonly code: string; readonly text: string } | null
  readonly sittingId: string | null
  readonly decision: {
    readonly rank: Band
    readonly code: string
    readonly text: string
    readonly by: Person | null
    readonly at: string
  } | null
  readonly before: { readonly votes: number; readonly mine: Band | null }
  readonly sitting: { readonly votes: number; readonly mine: Band | null }
  /** How many of the committee may judge. */
  readonly voters: number
  readonly recused: Cause | null
}

export type CaseQuery = {
  readonly year: number
  readonly me: string | null
  readonly today: string
  /** Ids of those who may vote today. */
  readonly voters: readonly string[]
  readonly id?: string
  readonly sittingId?: string
  readonly status?: CaseStatus | undefined
  readonly origin?: Origin | undefined
  readonly waiting?: 'mine' | undefined
  /** Cases after this one. */
  readonly after?: { readonly key: string; readonly id: string } | null
  readonly limit: number
}

/** Cases with the values of their people, from the highest result; what I may not see of votes is taken off later. */
export async function caseRecords(tx: Tx, query: CaseQuery): Promise<CaseRecord[]> {
  const { year, me, today, voters, id, sittingId, status, origin, waiting, after, limit } = query
  const votes = (stage: 'before' | 'sitting') => sql`json_build_object(
    'votes', (SELECT count(*) FROM case_votes v WHERE v.case_id = c.id AND v.stage = ${stage}),
    'mine', (SELECT v.rank FROM case_votes v WHERE v.case_id = c.id AND v.stage = ${stage} AND v.member_id = m.id))`
  const conditions = [
    sql`c.year = ${year}`,
    ...(id ? [sql`c.id = ${id}::uuid`] : []),
    ...(sittingId ? [sql`c.sitting_id = ${sittingId}::uuid`] : []),
    ...(status ? [sql`c.status = ${status}`] : []),
    ...(origin ? [sql`c.origin = ${origin}`] : []),
    ...(waiting
      ? [
          sql`c.status = 'open' AND ${unjudgedBy} AND m.id = ANY (${[...voters]}::uuid[]) AND ${recusalSql(today)} IS NULL`,
        ]
      : []),
    ...(after ? [sql`(-r.ranking, c.id) > (-${after.key}::bigint, ${after.id}::uuid)`] : []),
  ]
  const { rows } = await sql<CaseRecord>`
    SELECT c.id, c.year, c.version, c.status, c.origin, c.question, c.opened_at AS "openedAt", c.opened_by AS "openedById",
           ${person('c.opened_by', today)} AS "openedBy", ${person('c.employee_id', today)} AS employee,
           ${divisionName('r.division_id', year)} AS division, ${person('r.supervisor_id', today)} AS supervisor,
           ${person('r.higher_official_id', today)} AS "higherOfficial", r.group_id AS "groupId", coalesce(r.position, 0) AS position,
           r.ranking::text AS key, r.result::text AS result, r.band, coalesce(r.curve_rank, r.band) AS curve,
           coalesce(r.final_rank, r.curve_rank, r.band) AS now, ${viewSql} AS view, c.sitting_id AS "sittingId",
           CASE WHEN c.status = 'decided' THEN json_build_object('rank', c.decision, 'code', c.reason_code, 'text', c.reason_text,
             'by', ${person('c.decided_by', today)}, 'at', c.decided_at) END AS decision,
           ${votes('before')} AS before, ${votes('sitting')} AS sitting,
           ${recusalSql(today)} AS recused,
           (SELECT count(*)::int FROM unnest(${[...voters]}::uuid[]) AS judge (id)
             WHERE (SELECT ${recusalSql(today)} FROM (SELECT judge.id) AS m (id)) IS NULL) AS voters
      FROM calibration_cases c
      JOIN annual_results r ON r.entity_id = c.entity_id AND r.year = c.year AND r.employee_id = c.employee_id
     CROSS JOIN (SELECT ${me}::uuid AS id) m
     WHERE ${sql.join(conditions, sql` AND `)}
     ORDER BY r.ranking DESC, c.id LIMIT ${limit}`.execute(tx)
  return rows
}

/** The supervisor's view of `r` with its reason, or null. */
export const viewSql: RawBuilder<CaseRecord['view']> = sql`(
  SELECT json_build_object('rank', r.view_rank, 'code', w_.reason_code, 'text', w_.reason_text) FROM rank_changes w_
   WHERE w_.year = r.year AND w_.employee_id = r.employee_id AND w_.stage = 'supervisor' AND w_.superseded_at IS NULL
     AND r.view_rank IS NOT NULL
   ORDER BY w_.at DESC LIMIT 1)`

export type VoteRow = {
  readonly memberId: string
  readonly member: Person
  readonly stage: 'before' | 'sitting'
  readonly rank: Band
  readonly note: string | null
  readonly at: Date
}

export async function votesOf(tx: Tx, { caseId, today = '9999-12-31' }: { caseId: string; today?: string }) {
  const { rows } = await sql<VoteRow>`
    SELECT v.member_id AS "memberId", ${person('v.member_id', today)} AS member, v.stage, v.rank, v.note, v.at
      FROM case_votes v WHERE v.case_id = ${caseId}::uuid ORDER BY v.at, v.member_id`.execute(tx)
  return rows
}

export type RecusalRow = {
  readonly member: Person
  readonly cause: Cause
  readonly note: string | null
  readonly at: Date | null
}

/** Who of the committee may not judge a case, whether it has been written down already or not. */
export async function recusalRows(
  tx: Tx,
  { caseId, voters, today }: { caseId: string; voters: readonly string[]; today: string },
): Promise<RecusalRow[]> {
  const { rows } = await sql<RecusalRow>`
    SELECT ${person('m.id', today)} AS member, coalesce(w.cause, ${recusalSql(today)}) AS cause, w.note, w.at
      FROM calibration_cases c
      JOIN annual_results r ON r.entity_id = c.entity_id AND r.year = c.year AND r.employee_id = c.employee_id
     CROSS JOIN (SELECT unnest(${[...voters]}::uuid[]) UNION SELECT member_id FROM case_recusals WHERE case_id = ${caseId}::uuid) AS m (id)
      LEFT JOIN case_recusals w ON w.case_id = c.id AND w.member_id = m.id
     WHERE c.id = ${caseId}::uuid AND coalesce(w.cause, ${recusalSql(today)}) IS NOT NULL
     ORDER BY m.id`.execute(tx)
  return rows
}

export type ChangeRow = {
  readonly stage: 'supervisor' | 'committee' | 'excellence' | 'grievance'
  readonly from: Rank
  readonly to: Rank
  readonly code: string
  readonly text: string
  readonly by: Person | null
  readonly at: Date
}

/** What people changed of one rank, oldest first. */
export async function changesOf(
  tx: Tx,
  { year, employeeId, today }: { year: number; employeeId: string; today: string },
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    SELECT w.stage, w.from_rank AS "from", w.to_rank AS "to", w.reason_code AS code, coalesce(w.reason_text, '') AS text,
           ${person('w.made_by', today)} AS by, w.at
      FROM rank_changes w
     WHERE w.year = ${year} AND w.employee_id = ${employeeId}::uuid AND w.stage <> 'curve' AND w.superseded_at IS NULL
     ORDER BY w.at`.execute(tx)
  return rows
}

/** What the curve's reason names, or null where band and curve agree. */
export async function curveReasonOf(
  tx: Tx,
  { year, employeeId }: { year: number; employeeId: string },
): Promise<{ code: string; params: Record<string, string | number> } | null> {
  const { rows } = await sql<{ code: string; params: Record<string, string | number> }>`
    SELECT reason_code AS code, params FROM rank_changes
     WHERE year = ${year} AND employee_id = ${employeeId}::uuid AND stage = 'curve' AND superseded_at IS NULL
     ORDER BY at DESC LIMIT 1`.execute(tx)
  return rows[0] ?? null
}

export type TieRow = TieMember & { readonly employee: Person; readonly caseId: string | null }

/** Everybody in the tie of a person, with what may separate them, and the seats of the pool left for them (H5). */
export async function tieMembersOf(
  tx: Tx,
  { year, employeeId, today = '9999-12-31' }: { year: number; employeeId: string; today?: string },
): Promise<{ members: TieRow[]; seats: number; beyond: number }> {
  const { rows } = await sql<{
    employeeId: string
    employee: Person
    caseId: string | null
    plan: string | null
    lowest: string | null
    last: string | null
    seats: number
    beyond: number
  }>`
    SELECT r.employee_id AS "employeeId", ${person('r.employee_id', today)} AS employee,
           (SELECT c.id FROM calibration_cases c WHERE c.year = r.year AND c.employee_id = r.employee_id AND c.origin = 'tie'
             ORDER BY c.opened_at DESC LIMIT 1) AS "caseId",
           r.plan_score::text AS plan, r.lowest_cycle::text AS lowest, r.last_cycle::text AS last,
           (tie.value ->> 'seats')::int AS seats, (tie.value ->> 'beyond')::int AS beyond
      FROM annual_results own
      JOIN calibration_groups g ON g.entity_id = own.entity_id AND g.id = own.group_id
     CROSS JOIN jsonb_array_elements(g.outcome::jsonb -> 'ties') AS tie (value)
      JOIN annual_results r ON r.year = own.year AND r.group_id = own.group_id AND r.ranking = (tie.value ->> 'ranking')::bigint
     WHERE own.year = ${year} AND own.employee_id = ${employeeId}::uuid AND own.ranking = (tie.value ->> 'ranking')::bigint
     ORDER BY r.employee_id`.execute(tx)
  const whole = (value: string | null) => (value === null ? null : BigInt(value))
  return {
    seats: rows[0]?.seats ?? 0,
    beyond: rows[0]?.beyond ?? 0,
    members: rows.map((row) => ({
      employeeId: row.employeeId,
      employee: row.employee,
      caseId: row.caseId,
      plan_weight: whole(row.plan),
      lowest_cycle: whole(row.lowest),
      last_cycle: whole(row.last),
    })),
  }
}

export async function recusalCounts(
  tx: Tx,
  { caseIds }: { caseIds: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    SELECT case_id AS id, count(*)::int AS count FROM case_recusals WHERE case_id = ANY (${[...caseIds]}::uuid[])
     GROUP BY case_id`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.count]))
}

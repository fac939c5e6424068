import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import type { CaseStatus } from '../domain/workflow.ts'

export type Origin = 'supervisor_view' | 'tie' | 'member' | 'higher_official'

export type LockedCase = {
  readonly id: string
  readonly year: number
  readonly employeeId: string
  readonly origin: Origin
  readonly openedBy: string | null
  readonly status: CaseStatus
  readonly version: number
  readonly curveRank: Band
  readonly rankNow: Rank
  readonly groupId: string
  readonly ranking: string
}

const columns = sql`c.id, c.year, c.employee_id AS "employeeId", c.origin, c.opened_by AS "openedBy", c.status, c.version,
  coalesce(r.curve_rank, r.band) AS "curveRank", coalesce(r.final_rank, r.curve_rank, r.band) AS "rankNow",
  r.group_id AS "groupId", r.ranking::text AS ranking`

/** The case with the values of its person. Who writes holds the year, so that nothing here moves under a decision. */
export async function caseById(tx: Tx, { id }: { id: string }): Promise<LockedCase | null> {
  const { rows } = await sql<LockedCase>`
    SELECT ${columns} FROM calibration_cases c
      JOIN annual_results r ON r.entity_id = c.entity_id AND r.year = c.year AND r.employee_id = c.employee_id
     WHERE c.id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

type NewCase = {
  readonly id: string
  readonly year: number
  readonly employeeId: string
  readonly origin: Origin
  readonly question: string
  readonly openedBy: string | null
  readonly now: Date
}

export async function add(tx: Tx, { id, year, employeeId, origin, question, openedBy, now }: NewCase): Promise<void> {
  await tx
    .insertInto('calibration_cases')
    .values({
      id,
      year,
      employee_id: employeeId,
      origin,
      question,
      opened_by: openedBy,
      opened_at: now,
      status: 'open',
    })
    .execute()
}

type Found = {
  readonly year: number
  /** Everybody in a tie that exceeds the seats by more than is tolerated. */
  readonly tied: readonly string[]
  readonly newId: NewId
  readonly now: Date
}

/**
 * Cases that the numbers open by themselves, after each curve and each view: a supervisor's view that differs from the
 * rank as it stands, and ties at the last seat. Open ones that have lost their cause are taken back; what the
 * committee has decided on these results is not asked again, unless the supervisor's view came later.
 */
export async function openFound(tx: Tx, { year, tied, newId, now }: Found): Promise<void> {
  await sql`
    UPDATE calibration_cases c SET status = 'withdrawn', withdrawn_reason = 'cause_gone', withdrawn_at = ${now}, version = c.version + 1
      FROM annual_results r
     WHERE c.year = ${year} AND c.status = 'open' AND r.year = c.year AND r.employee_id = c.employee_id
       AND (r.standing <> 'ranked'
            OR c.origin = 'tie' AND NOT c.employee_id = ANY (${[...tied]}::uuid[])
            OR c.origin = 'supervisor_view' AND NOT ${differs})`.execute(tx)
  const { rows } = await sql<{ employeeId: string; origin: Origin }>`
    SELECT r.employee_id AS "employeeId",
           CASE WHEN r.employee_id = ANY (${[...tied]}::uuid[]) THEN 'tie' ELSE 'supervisor_view' END AS origin
      FROM annual_results r JOIN appraisal_years y ON y.entity_id = r.entity_id AND y.year = r.year
     WHERE r.year = ${year} AND r.standing = 'ranked'
       AND (r.employee_id = ANY (${[...tied]}::uuid[]) OR ${differs})
       AND NOT EXISTS (SELECT FROM calibration_cases c
                        WHERE c.year = r.year AND c.employee_id = r.employee_id
                          AND (c.status = 'open' OR c.status = 'decided' AND c.decided_at >= y.frozen_at AND NOT EXISTS (
                                SELECT FROM rank_changes v
                                 WHERE v.year = r.year AND v.employee_id = r.employee_id AND v.stage = 'supervisor'
                                   AND v.superseded_at IS NULL AND v.at > c.decided_at)))
     ORDER BY r.employee_id`.execute(tx)
  if (rows.length === 0) return
  await sql`
    INSERT INTO calibration_cases (id, year, employee_id, origin, opened_at, status)
    SELECT n.id, ${year}, n.employee_id, n.origin, ${now}, 'open'
      FROM unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.employeeId)}::uuid[],
                  ${rows.map((row) => row.origin)}::text[]) AS n (id, employee_id, origin)`.execute(tx)
}

/** Excellent needs a nomination, so a view of it is satisfied by very good (AMB-14). */
const differs = sql<boolean>`(r.view_rank IS NOT NULL
  AND CASE r.view_rank WHEN 'excellent' THEN 'very_good' ELSE r.view_rank END <> coalesce(r.final_rank, r.curve_rank, r.band))`

/** Everybody whom the stored curve left in a tie that is the committee's to look at. */
export async function tiedOf(tx: Tx, { year }: { year: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT jsonb_array_elements_text(tie -> 'employeeIds') AS id
      FROM calibration_groups g, jsonb_array_elements((g.outcome::jsonb) -> 'ties') AS tie
     WHERE g.year = ${year}`.execute(tx)
  return rows.map((row) => row.id)
}

type Decided = {
  readonly id: string
  readonly sittingId: string
  readonly rank: Band
  readonly reasonCode: string
  readonly reasonText: string
  readonly by: string
  readonly now: Date
}

export async function decide(tx: Tx, decided: Decided): Promise<void> {
  await tx
    .updateTable('calibration_cases')
    .set({
      status: 'decided',
      sitting_id: decided.sittingId,
      decision: decided.rank,
      reason_code: decided.reasonCode,
      reason_text: decided.reasonText,
      decided_by: decided.by,
      decided_at: decided.now,
    })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', decided.id)
    .execute()
}

export async function withdraw(tx: Tx, { id, reason, now }: { id: string; reason: string; now: Date }): Promise<void> {
  await tx
    .updateTable('calibration_cases')
    .set({ status: 'withdrawn', withdrawn_reason: reason, withdrawn_at: now })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type NewVote = {
  readonly caseId: string
  readonly memberId: string
  readonly employeeId: string
  readonly stage: 'before' | 'sitting'
  readonly rank: Band
  readonly note: string | null
  readonly now: Date
}

/** The later vote of a member counts. */
export async function vote(tx: Tx, { caseId, memberId, employeeId, stage, rank, note, now }: NewVote): Promise<void> {
  await sql`
    INSERT INTO case_votes (case_id, member_id, stage, employee_id, rank, note, at)
    VALUES (${caseId}, ${memberId}, ${stage}, ${employeeId}, ${rank}, ${note}, ${now})
    ON CONFLICT (entity_id, case_id, member_id, stage) DO UPDATE
      SET rank = excluded.rank, note = excluded.note, at = excluded.at`.execute(tx)
}

export type Cause = 'self' | 'relative' | 'line' | 'declared'

/** Written once, for the record; a vote given before falls away, since nobody judges in spite of a relation. */
export async function recuse(
  tx: Tx,
  { caseId, recusals, now }: { caseId: string; recusals: readonly Recusal[]; now: Date },
): Promise<void> {
  if (recusals.length === 0) return
  await sql`
    DELETE FROM case_votes WHERE case_id = ${caseId}::uuid AND member_id = ANY (${recusals.map((one) => one.memberId)}::uuid[])`.execute(
    tx,
  )
  await sql`
    INSERT INTO case_recusals (case_id, member_id, cause, note, at)
    SELECT ${caseId}::uuid, n.member_id, n.cause, n.note, ${now}
      FROM unnest(${recusals.map((one) => one.memberId)}::uuid[], ${recusals.map((one) => one.cause)}::text[],
                  ${recusals.map((one) => one.note ?? null)}::text[]) AS n (member_id, cause, note)
    ON CONFLICT DO NOTHING`.execute(tx)
}
export type Recusal = { readonly memberId: string; readonly cause: Cause; readonly note?: string }

export async function hasOpen(tx: Tx, { year, employeeId }: { year: number; employeeId: string }): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM calibration_cases WHERE year = ${year} AND employee_id = ${employeeId}::uuid AND status = 'open'`.execute(
    tx,
  )
  return rows.length > 0
}

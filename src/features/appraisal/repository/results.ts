import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Band, Rank } from '../../../shared/ranks.ts'
import type { ChangeStage, ResultStatus, Standing } from '../domain/year.ts'

export type LockedResult = {
  readonly employeeId: string
  readonly status: ResultStatus
  readonly standing: Standing
  readonly result: string | null
  readonly band: Band | null
  readonly curveRank: Band | null
  readonly viewRank: Rank | null
  readonly finalRank: Rank | null
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly approverId: string | null
  readonly version: number
}

export async function lockResult(
  tx: Tx,
  { year, employeeId }: { year: number; employeeId: string },
): Promise<LockedResult | null> {
  const { rows } = await sql<LockedResult>`
    SELECT employee_id AS "employeeId", status, standing, result, band, curve_rank AS "curveRank", view_rank AS "viewRank",
           final_rank AS "finalRank", supervisor_id AS "supervisorId", higher_official_id AS "higherOfficialId",
           approver_id AS "approverId", version
      FROM annual_results WHERE year = ${year} AND employee_id = ${employeeId}::uuid FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export type CurveGroup = {
  readonly id: string
  readonly divisionId: string | null
  readonly jobFamily: string | null
  readonly size: number
  readonly mode: 'full_curve' | 'raise_only' | 'advisory'
  /** As published: one line of the quota arithmetic for each rank, from the lowest. */
  readonly quotas: unknown
  readonly outcome: unknown
}

export type CurveRank = {
  readonly employeeId: string
  readonly groupId: string
  readonly position: number
  readonly rank: Band
  /** Generated where the rank differs from the band (H3). */
  readonly reason: { readonly code: string; readonly params: object } | null
}

type Curve = {
  readonly year: number
  readonly groups: readonly CurveGroup[]
  readonly ranks: readonly CurveRank[]
  /** An id for each generated reason. */
  readonly reasonIds: readonly string[]
  readonly now: Date
}

/** Replaces the groups, positions and ranks of the curve, and the reasons that it generated; each in one statement. */
export async function storeCurve(tx: Tx, { year, groups, ranks, reasonIds, now }: Curve): Promise<void> {
  await supersedeCurve(tx, { year, now })
  await sql`UPDATE annual_results SET group_id = NULL, position = NULL, curve_rank = NULL
             WHERE year = ${year} AND group_id IS NOT NULL`.execute(tx)
  await sql`DELETE FROM calibration_groups WHERE year = ${year}`.execute(tx)
  await sql`
    INSERT INTO calibration_groups (id, year, division_id, job_family, size, mode, quotas, outcome)
    SELECT g.id, ${year}, g."divisionId", g."jobFamily", g.size, g.mode, g.quotas, g.outcome
      FROM json_to_recordset(${JSON.stringify(groups)}::json)
           AS g (id uuid, "divisionId" uuid, "jobFamily" text, size int, mode text, quotas json, outcome json)`.execute(
    tx,
  )
  await sql`
    UPDATE annual_results r SET group_id = c.group_id, position = c.position, curve_rank = c.rank, version = r.version + 1
      FROM unnest(${ranks.map((one) => one.employeeId)}::uuid[], ${ranks.map((one) => one.groupId)}::uuid[],
                  ${ranks.map((one) => one.position)}::int[], ${ranks.map((one) => one.rank)}::text[])
           AS c (employee_id, group_id, position, rank)
     WHERE r.year = ${year} AND r.employee_id = c.employee_id`.execute(tx)
  const reasons = ranks
    .filter((one) => one.reason !== null)
    .map((one, index) => ({ id: reasonIds[index], employeeId: one.employeeId, ...one.reason }))
  await sql`
    INSERT INTO rank_changes (id, year, employee_id, stage, from_rank, to_rank, from_result, to_result, reason_code, params, at)
    SELECT n.id, ${year}, r.employee_id, 'curve', r.band, r.curve_rank, r.result, r.result, n.code, n.params, ${now}
      FROM json_to_recordset(${JSON.stringify(reasons)}::json) AS n (id uuid, "employeeId" uuid, code text, params jsonb)
      JOIN annual_results r ON r.year = ${year} AND r.employee_id = n."employeeId"`.execute(tx)
}

/** A new freeze makes what the curve said about the old numbers void; it stays in the record. */
export async function supersedeCurve(tx: Tx, { year, now }: { year: number; now: Date }): Promise<void> {
  await sql`UPDATE rank_changes SET superseded_at = ${now}
             WHERE year = ${year} AND stage = 'curve' AND superseded_at IS NULL`.execute(tx)
}

/** Voids what people decided at these stages; answers the rank before the first of those decisions, if there was one. */
export async function supersede(
  tx: Tx,
  { year, employeeId, stages, now }: { year: number; employeeId: string; stages: readonly ChangeStage[]; now: Date },
): Promise<Rank | null> {
  const { rows } = await sql<{ from: Rank; at: Date }>`
    UPDATE rank_changes SET superseded_at = ${now}
     WHERE year = ${year} AND employee_id = ${employeeId}::uuid AND stage = ANY (${[...stages]}::text[]) AND superseded_at IS NULL
     RETURNING from_rank AS "from", at`.execute(tx)
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]?.from ?? null
}

export type NewChange = {
  readonly id: string
  readonly year: number
  readonly employeeId: string
  readonly stage: ChangeStage
  readonly from: Rank
  readonly to: Rank
  readonly fromResult: string | null
  readonly toResult: string | null
  readonly reasonCode: string
  readonly reasonText: string
  readonly madeBy: string
  readonly madeFor: string | null
  readonly sourceId: string | null
  readonly now: Date
}

export async function addChange(tx: Tx, change: NewChange): Promise<void> {
  await tx
    .insertInto('rank_changes')
    .values({
      id: change.id,
      year: change.year,
      employee_id: change.employeeId,
      stage: change.stage,
      from_rank: change.from,
      to_rank: change.to,
      from_result: change.fromResult,
      to_result: change.toResult,
      reason_code: change.reasonCode,
      reason_text: change.reasonText,
      made_by: change.madeBy,
      made_for: change.madeFor,
      source_id: change.sourceId,
      at: change.now,
    })
    .execute()
}

type Patch = {
  readonly viewRank?: Rank | null
  readonly finalRank?: Rank
  readonly addedSeat?: boolean
  readonly status?: ResultStatus
}

export async function saveResult(
  tx: Tx,
  { year, employeeId, patch }: { year: number; employeeId: string; patch: Patch },
): Promise<void> {
  await tx
    .updateTable('annual_results')
    .set({
      ...(patch.viewRank !== undefined && { view_rank: patch.viewRank }),
      ...(patch.finalRank !== undefined && { final_rank: patch.finalRank }),
      ...(patch.addedSeat !== undefined && { added_seat: patch.addedSeat }),
      ...(patch.status !== undefined && { status: patch.status }),
    })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('year', '=', year)
    .where('employee_id', '=', employeeId)
    .execute()
}

/** Everybody of a status moves on together; answers how many. */
export async function moveResults(
  tx: Tx,
  { year, from, to, except }: { year: number; from: readonly ResultStatus[]; to: ResultStatus; except?: string | null },
): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE annual_results SET status = ${to}, version = version + 1
     WHERE year = ${year} AND status = ANY (${[...from]}::text[])
       AND employee_id IS DISTINCT FROM ${except ?? null}::uuid`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

type Publication = {
  readonly year: number
  readonly until: Date
  readonly now: Date
  /** People decided after the sitting, in place of the whole year. */
  readonly employeeIds?: readonly string[]
}

/** Gives everybody who is confirmed the final rank: the committee's decision, else the curve's, else the band's. */
export async function publishResults(tx: Tx, { year, until, now, employeeIds }: Publication): Promise<string[]> {
  const whom = employeeIds
    ? sql`employee_id = ANY (${[...employeeIds]}::uuid[])`
    : sql`status = 'approved' AND standing <> 'undecided' AND standing <> 'out_of_scope'`
  const { rows } = await sql<{ id: string }>`
    UPDATE annual_results
       SET status = 'published', published_at = ${now}, grievances_until = ${until}, version = version + 1,
           final_rank = CASE WHEN standing = 'ranked' THEN coalesce(final_rank, curve_rank, band) END
     WHERE year = ${year} AND published_at IS NULL AND ${whom}
     RETURNING employee_id AS id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Published results whose window is over, and against which nobody appealed, become final. */
export async function endWindows(tx: Tx, { now }: { now: Date }): Promise<{ employeeId: string; year: number }[]> {
  const { rows } = await sql<{ employeeId: string; year: number }>`
    UPDATE annual_results SET status = 'final', version = version + 1
     WHERE status = 'published' AND grievances_until < ${now}
     RETURNING employee_id AS "employeeId", year`.execute(tx)
  return rows
}

export async function markRead(
  tx: Tx,
  { year, employeeId, now }: { year: number; employeeId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE annual_results SET read_at = ${now}
     WHERE year = ${year} AND employee_id = ${employeeId}::uuid AND published_at IS NOT NULL AND read_at IS NULL
     RETURNING 1`.execute(tx)
  return rows.length > 0
}

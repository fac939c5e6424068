import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Rank } from '../../../shared/ranks.ts'
import type { Cause, MeasureKind, Outcome, Progress, Status } from '../domain/case.ts'

/** Final "weak" results whose grievance window is over, without an open grievance and without a case (AMB-33). */
export async function weakWithoutCase(
  tx: Tx,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<{ employeeId: string; year: number }[]> {
  const { rows } = await sql<{ employeeId: string; year: number }>`
    SELECT r.employee_id AS "employeeId", r.year FROM annual_results r
      JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
     WHERE r.final_rank = 'weak' AND r.published_at IS NOT NULL AND r.grievances_until < ${now}
       AND (e.exited_on IS NULL OR e.exited_on >= ${now}::date)
       AND NOT EXISTS (SELECT FROM grievances g WHERE g.year = r.year AND g.employee_id = r.employee_id
             AND g.status IN ('filed', 'acknowledged', 'admitted', 'under_review', 're_evaluating'))
       AND NOT EXISTS (SELECT FROM low_performance_cases c WHERE c.year = r.year AND c.employee_id = r.employee_id)
     ORDER BY r.year, r.employee_id LIMIT ${limit}`.execute(tx)
  return rows
}

/** Open cases whose deadline passed in silence and that nobody has raised. */
export async function silentCases(tx: Tx, { today }: { readonly today: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM low_performance_cases
     WHERE status <> 'closed' AND due_on < ${today}::date AND raised_at IS NULL ORDER BY due_on, id LIMIT 500`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

export type CardRow = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly status: Status
  readonly statusSince: Date
  readonly employeeId: string
  readonly openedAt: Date
  readonly dueOn: string | null
  readonly raised: boolean
  readonly causes: readonly Cause[]
  readonly planEndsOn: string | null
  readonly nextReviewOn: string | null
  readonly outcome: Outcome | null
}

const card = sql`c.id, c.year, c.number, c.status, c.status_since AS "statusSince", c.employee_id AS "employeeId",
  c.opened_at AS "openedAt", c.due_on AS "dueOn", c.raised_at IS NOT NULL AS raised,
  ARRAY(SELECT k.cause FROM low_performance_causes k WHERE k.case_id = c.id ORDER BY k.cause) AS causes,
  c.plan_ends_on AS "planEndsOn", (SELECT min(r.due_on) FROM low_performance_reviews r
    WHERE r.case_id = c.id AND r.recorded_at IS NULL) AS "nextReviewOn", c.outcome`

export async function ownCards(tx: Tx, { employeeId }: { readonly employeeId: string }): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    SELECT ${card} FROM low_performance_cases c WHERE c.employee_id = ${employeeId}::uuid ORDER BY c.year DESC`.execute(
    tx,
  )
  return rows
}

export async function cards(
  tx: Tx,
  { open, after, limit }: { readonly open: boolean; readonly after: string | null; readonly limit: number },
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    SELECT ${card} FROM low_performance_cases c
     WHERE (c.status = 'closed') <> ${open} AND (${after}::uuid IS NULL OR c.id < ${after}::uuid)
     ORDER BY c.id DESC LIMIT ${limit}`.execute(tx)
  return rows
}

export type Row = {
  readonly id: string
  readonly version: number
  readonly year: number
  readonly number: number
  readonly status: Status
  readonly statusSince: string
  readonly employeeId: string
  readonly rank: Rank | null
  readonly openedAt: string
  readonly dueOn: string | null
  readonly raisedAt: string | null
  readonly employeeWords: string | null
  readonly employeeWordsAt: string | null
  readonly supervisorWords: string | null
  readonly supervisorWordsAt: string | null
  readonly supervisorWordsBy: string | null
  readonly study: string | null
  readonly studiedBy: string | null
  readonly studiedAt: string | null
  readonly planAim: string | null
  readonly planStartsOn: string | null
  readonly planEndsOn: string | null
  readonly plannedBy: string | null
  readonly plannedAt: string | null
  readonly outcome: Outcome | null
  readonly outcomeReason: string | null
  readonly closedBy: string | null
  readonly closedAt: string | null
  readonly causes: readonly { cause: Cause; note: string }[]
  readonly measures: readonly {
    id: string
    kind: MeasureKind
    measure: string
    ownerId: string
    dueOn: string
    status: 'open' | 'done' | 'dropped'
    note: string
    settledAt: string | null
  }[]
  readonly reviews: readonly {
    id: string
    dueOn: string
    progress: Progress | null
    record: string | null
    by: string | null
    at: string | null
  }[]
  readonly answers: readonly { id: string; body: string; at: string }[]
}

/** Everything on record of one case, as JSON, so that instants come as the text that travels. */
export async function recordRow(tx: Tx, { id }: { readonly id: string }): Promise<Row | null> {
  const { rows } = await sql<{ row: Row }>`
    SELECT row_to_json(found) AS row FROM (
      SELECT c.id, c.version, c.year, c.number, c.status, c.status_since AS "statusSince", c.employee_id AS "employeeId",
             r.final_rank AS rank, c.opened_at AS "openedAt", c.due_on AS "dueOn", c.raised_at AS "raisedAt",
             c.employee_words AS "employeeWords", c.employee_words_at AS "employeeWordsAt",
             c.supervisor_words AS "supervisorWords", c.supervisor_words_at AS "supervisorWordsAt",
             c.supervisor_words_by AS "supervisorWordsBy", c.study, c.studied_by AS "studiedBy", c.studied_at AS "studiedAt",
             c.plan_aim AS "planAim", c.plan_starts_on AS "planStartsOn", c.plan_ends_on AS "planEndsOn",
             c.planned_by AS "plannedBy", c.planned_at AS "plannedAt", c.outcome, c.outcome_reason AS "outcomeReason",
             c.closed_by AS "closedBy", c.closed_at AS "closedAt",
             coalesce((SELECT json_agg(json_build_object('cause', k.cause, 'note', k.note) ORDER BY k.cause)
               FROM low_performance_causes k WHERE k.case_id = c.id), '[]'::json) AS causes,
             coalesce((SELECT json_agg(json_build_object('id', m.id, 'kind', m.kind, 'measure', m.measure, 'ownerId', m.owner_id,
                 'dueOn', m.due_on, 'status', m.status, 'note', m.note, 'settledAt', m.settled_at) ORDER BY m.due_on, m.position, m.id)
               FROM low_performance_measures m WHERE m.case_id = c.id), '[]'::json) AS measures,
             coalesce((SELECT json_agg(json_build_object('id', v.id, 'dueOn', v.due_on, 'progress', v.progress, 'record', v.record,
                 'by', v.recorded_by, 'at', v.recorded_at) ORDER BY v.due_on, v.id)
               FROM low_performance_reviews v WHERE v.case_id = c.id), '[]'::json) AS reviews,
             coalesce((SELECT json_agg(json_build_object('id', a.id, 'body', a.body, 'at', a.at) ORDER BY a.at, a.id)
               FROM low_performance_answers a WHERE a.case_id = c.id), '[]'::json) AS answers
        FROM low_performance_cases c
        JOIN annual_results r ON r.entity_id = c.entity_id AND r.year = c.year AND r.employee_id = c.employee_id
       WHERE c.id = ${id}::uuid) AS found`.execute(tx)
  return rows[0]?.row ?? null
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Rank } from '../../../shared/ranks.ts'
import type { Ground, Outcome, Status } from '../domain/grievance.ts'

export type Row = {
  readonly id: string
  readonly version: number
  readonly year: number
  readonly number: number | null
  readonly employeeId: string
  readonly status: Status
  readonly statusSince: string
  readonly request: string
  readonly createdAt: string
  readonly filedAt: string | null
  readonly filesUntil: string | null
  readonly acknowledgeBy: string | null
  readonly decideBy: string | null
  readonly acknowledgedAt: string | null
  readonly acknowledgedBy: string | null
  readonly admissionReason: string | null
  readonly admittedBy: string | null
  readonly admittedAt: string | null
  readonly raisedAt: string | null
  readonly acknowledgementRaisedAt: string | null
  readonly extendedBy: string | null
  readonly extendedAt: string | null
  readonly extensionReason: string | null
  readonly evaluatorId: string | null
  readonly evaluationAskedAt: string | null
  readonly evaluationQuestion: string | null
  readonly evaluationRank: Rank | null
  readonly evaluationFinding: string | null
  readonly evaluatedAt: string | null
  readonly outcome: Outcome | null
  readonly reasonCode: string | null
  readonly reasoning: string | null
  readonly fromRank: Rank | null
  readonly toRank: Rank | null
  readonly toResult: string | null
  readonly decidedBy: string | null
  readonly decidedAs: 'panel' | 'head' | null
  readonly decidedAt: string | null
  readonly receivedAt: string | null
  readonly withdrawnAt: string | null
  readonly withdrawalReason: string | null
  readonly rank: Rank | null
  /** Micro-percent, as text: a driver reads big numbers so. */
  readonly result: string | null
  readonly grounds: readonly {
    ground: Ground
    statement: string
    accepted: boolean | null
    finding: string | null
    files: readonly string[]
  }[]
  readonly seats: readonly {
    memberId: string
    chairs: boolean
    seatedAt: string
    opinion: Outcome | null
    note: string
    leftAt: string | null
    leftCause: 'replaced' | 'stepped_down' | null
    leftNote: string | null
  }[]
  readonly hearingList: readonly {
    id: string
    heldAt: string
    mode: 'in_person' | 'video' | 'phone' | 'in_writing'
    attendance: string
    record: string
    recordedBy: string
    recordedAt: string
  }[]
}

/** Everything on record of one grievance, whoever may see which part of it. */
export async function recordRow(tx: Tx, { id }: { readonly id: string }): Promise<Row | null> {
  // As JSON, so that instants come as the text that travels.
  const { rows } = await sql<{ row: Row }>`
    SELECT row_to_json(found) AS row FROM (SELECT g.id, g.version, g.year, g.number, g.employee_id AS "employeeId", g.status, g.status_since AS "statusSince",
           g.request, g.created_at AS "createdAt", g.filed_at AS "filedAt", r.grievances_until AS "filesUntil",
           g.acknowledge_by AS "acknowledgeBy", g.decide_by AS "decideBy", g.acknowledged_at AS "acknowledgedAt",
           g.acknowledged_by AS "acknowledgedBy", g.admission_reason AS "admissionReason", g.admitted_by AS "admittedBy",
           g.admitted_at AS "admittedAt", g.raised_at AS "raisedAt", g.acknowledgement_raised_at AS "acknowledgementRaisedAt",
           g.extended_by AS "extendedBy", g.extended_at AS "extendedAt", g.extension_reason AS "extensionReason",
           g.evaluator_id AS "evaluatorId", g.evaluation_asked_at AS "evaluationAskedAt",
           g.evaluation_question AS "evaluationQuestion", g.evaluation_rank AS "evaluationRank",
           g.evaluation_finding AS "evaluationFinding", g.evaluated_at AS "evaluatedAt", g.outcome,
           g.reason_code AS "reasonCode", g.reasoning, g.from_rank AS "fromRank", g.to_rank AS "toRank",
           g.to_result::text AS "toResult", g.decided_by AS "decidedBy", g.decided_as AS "decidedAs",
           g.decided_at AS "decidedAt", g.received_at AS "receivedAt", g.withdrawn_at AS "withdrawnAt",
           g.withdrawal_reason AS "withdrawalReason", r.final_rank AS rank, r.result::text AS result,
           coalesce((SELECT json_agg(json_build_object('ground', k.ground, 'statement', k.statement, 'accepted', k.accepted,
               'finding', k.finding, 'files', coalesce((SELECT json_agg(f.file_id ORDER BY f.added_at, f.file_id)
                 FROM grievance_files f WHERE f.grievance_id = g.id AND f.ground = k.ground), '[]'::json))
               ORDER BY array_position(ARRAY['calculation', 'evidence', 'procedure', 'nomination', 'calibration_reason'], k.ground))
             FROM grievance_grounds k WHERE k.grievance_id = g.id), '[]'::json) AS grounds,
           coalesce((SELECT json_agg(json_build_object('memberId', p.member_id, 'chairs', p.chairs, 'seatedAt', p.seated_at,
               'opinion', p.opinion, 'note', p.note, 'leftAt', p.left_at, 'leftCause', p.left_cause, 'leftNote', p.left_note)
               ORDER BY p.chairs DESC, p.seated_at, p.member_id)
             FROM grievance_panel p WHERE p.grievance_id = g.id), '[]'::json) AS seats,
           coalesce((SELECT json_agg(json_build_object('id', h.id, 'heldAt', h.held_at, 'mode', h.mode,
               'attendance', h.attendance, 'record', h.record, 'recordedBy', h.recorded_by, 'recordedAt', h.recorded_at)
               ORDER BY h.held_at, h.id)
             FROM grievance_hearings h WHERE h.grievance_id = g.id), '[]'::json) AS "hearingList"
      FROM grievances g
      JOIN annual_results r ON r.entity_id = g.entity_id AND r.year = g.year AND r.employee_id = g.employee_id
     WHERE g.id = ${id}::uuid) AS found`.execute(tx)
  return rows[0]?.row ?? null
}

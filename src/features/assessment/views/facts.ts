import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DataType, Level } from '../../../shared/measure.ts'
import { type Cycle, cycleJson } from '../../performance/public.ts'
import type { Cause, ResultStatus } from '../domain/results.ts'
import { spanEnd, spanStart } from './fragments.ts'

type Name = { readonly ar: string; readonly en: string }
type Act = { readonly by: { readonly id: string; readonly name: Name } | null; readonly at: string | null }

/** Values as they are stored: decimal text, dates as days since 1970; achievements in micro-percent. */
export type LineFacts = {
  readonly keyResultId: string
  readonly objective: string
  readonly statement: string
  readonly dataType: DataType
  readonly targets: { readonly below: string; readonly meets: string; readonly exceeds: string }
  /** Basis points. */
  readonly weight: number
  readonly recorded: boolean
  readonly claimed: string | null
  readonly actual: string | null
  readonly achievement: number
  readonly level: Level
  /** 10^-10 percentage points, as text. */
  readonly score: string
  readonly evidence: readonly { readonly name: string; readonly digest: string; readonly size: number }[]
  readonly corrections: readonly {
    readonly from: string | null
    readonly to: string | null
    readonly fromAchievement: number
    readonly toAchievement: number
    readonly reasonCode: string
    readonly reasonText: string
    readonly corrected: Act
    readonly answer: 'agreed' | 'reserved' | null
    readonly answerNote: string | null
    readonly answeredAt: string | null
    readonly ruling: 'confirmed' | 'returned' | null
    readonly rulingNote: string | null
    readonly ruled: Act
    readonly endedAt: string | null
  }[]
}

export type SegmentFacts = {
  readonly documentId: string
  readonly number: number
  readonly startsOn: string
  readonly endsOn: string
  readonly agreed: boolean
  readonly closed: boolean
  readonly provisional: boolean
  /** What reaching each target was worth when the closing began, in whole percent. */
  readonly scale: {
    readonly below: number
    readonly meets: number
    readonly exceeds: number
    readonly cap: number
  } | null
  readonly sentAt: string | null
  readonly approved: Act
  readonly lines: readonly LineFacts[]
}

export type CycleFacts = {
  readonly cycle: Cycle
  readonly result: {
    readonly status: ResultStatus
    readonly cause: Cause | null
    readonly coveredDays: number
    readonly cycleDays: number
    /** 10^-10 percentage points, and micro-percent, as text. */
    readonly result: string | null
    readonly literal: string | null
    readonly decided: Act
    readonly reason: string | null
  } | null
  readonly absences: readonly { readonly kind: string; readonly startsOn: string; readonly endsOn: string }[]
  readonly segments: readonly SegmentFacts[]
}

export type AssessmentFactsOfYear = {
  readonly hiredOn: string
  readonly exitedOn: string | null
  readonly cycles: readonly CycleFacts[]
}

const who = (
  column: string,
) => sql`(SELECT json_build_object('id', p_.id, 'name', json_build_object('ar', p_.name_ar, 'en', p_.name_en))
   FROM employees p_ WHERE p_.id = ${sql.ref(column)})`

/** Everything that a year's results of one person were computed from, cycle by cycle, for the explanation. One statement. */
export async function assessmentFacts(
  tx: Tx,
  { employeeId, year }: { readonly employeeId: string; readonly year: number },
): Promise<AssessmentFactsOfYear | null> {
  const line = sql`json_build_object('keyResultId', h.key_result_id, 'objective', o.title, 'statement', k.statement, 'dataType', h.data_type,
      'targets', json_build_object('below', h.target_below::text, 'meets', h.target_meets::text, 'exceeds', h.target_exceeds::text),
      'weight', h.weight, 'recorded', h.recorded, 'claimed', h.claimed::text, 'actual', h.actual::text, 'achievement', h.achievement,
      'level', h.level, 'score', h.score::text,
      'evidence', coalesce((SELECT json_agg(json_build_object('name', f.name, 'digest', encode(f.digest, 'hex'), 'size', f.size) ORDER BY v.added_at, v.id)
         FROM achievement_evidence v JOIN stored_files f ON f.entity_id = v.entity_id AND f.id = v.file_id
        WHERE v.key_result_id = h.key_result_id), '[]'::json),
      'corrections', coalesce((SELECT json_agg(json_build_object('from', x.from_value::text, 'to', x.to_value::text,
           'fromAchievement', x.from_achievement, 'toAchievement', x.to_achievement, 'reasonCode', x.reason_code,
           'reasonText', x.reason_text, 'corrected', json_build_object('by', ${who('x.corrected_by')}, 'at', x.corrected_at),
           'answer', x.answer, 'answerNote', x.answer_note, 'answeredAt', x.answered_at, 'ruling', x.ruling,
           'rulingNote', x.ruling_note, 'ruled', json_build_object('by', ${who('x.ruled_by')}, 'at', x.ruled_at), 'endedAt', x.ended_at)
           ORDER BY x.corrected_at, x.id) FROM actual_corrections x WHERE x.key_result_id = h.key_result_id), '[]'::json))`
  const segment = sql`json_build_object('documentId', d.id, 'number', d.segment, 'startsOn', ${spanStart}, 'endsOn', ${spanEnd},
      'agreed', d.agreed_at IS NOT NULL, 'closed', d.status = 'closed', 'provisional', coalesce(t.provisional, false),
      'scale', CASE WHEN t.document_id IS NOT NULL THEN json_build_object('below', t.scale_below, 'meets', t.scale_meets,
          'exceeds', t.scale_exceeds, 'cap', t.scale_cap) END,
      'sentAt', t.submitted_at, 'approved', json_build_object('by', ${who('t.approved_by')}, 'at', t.approved_at),
      'lines', coalesce((SELECT json_agg(${line} ORDER BY o.position, o.id, k.position, k.id) FROM achievements h
          JOIN key_results k ON k.entity_id = h.entity_id AND k.id = h.key_result_id
          JOIN objectives o ON o.entity_id = k.entity_id AND o.id = k.objective_id WHERE h.document_id = d.id), '[]'::json))`
  const { rows } = await sql<AssessmentFactsOfYear>`
    SELECT e.hired_on AS "hiredOn", e.exited_on AS "exitedOn",
      coalesce((SELECT json_agg(json_build_object('cycle', ${cycleJson},
        'result', CASE WHEN r.cycle_id IS NOT NULL THEN json_build_object('status', r.status, 'cause', r.cause,
            'coveredDays', r.covered_days, 'cycleDays', r.cycle_days, 'result', r.result::text, 'literal', r.literal::text,
            'decided', json_build_object('by', ${who('r.decided_by')}, 'at', r.decided_at), 'reason', r.decision_reason) END,
        'absences', coalesce((SELECT json_agg(json_build_object('kind', n.kind, 'startsOn', n.starts_on, 'endsOn', n.ends_on) ORDER BY n.starts_on)
            FROM absences n WHERE n.employee_id = e.id AND n.starts_on <= c.ends_on AND n.ends_on >= c.starts_on), '[]'::json),
        'segments', coalesce((SELECT json_agg(${segment} ORDER BY d.segment) FROM performance_documents d
            LEFT JOIN assessments t ON t.entity_id = d.entity_id AND t.document_id = d.id
           WHERE d.cycle_id = c.id AND d.employee_id = e.id), '[]'::json)) ORDER BY c.ordinal)
        FROM cycles c LEFT JOIN cycle_results r ON r.entity_id = c.entity_id AND r.cycle_id = c.id AND r.employee_id = e.id
       WHERE c.year = ${year}), '[]'::json) AS cycles
      FROM employees e WHERE e.id = ${employeeId}::uuid`.execute(tx)
  return rows[0] ?? null
}

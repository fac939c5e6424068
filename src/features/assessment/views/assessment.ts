import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DataType, Level } from '../../../shared/measure.ts'
import {
  type Cycle,
  cycleJson,
  employeeJson,
  higher,
  lineOfDocument,
  person,
  placeOf,
} from '../../performance/public.ts'
import type { Difficulty } from '../domain/difficulties.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import type { AssessmentView, Person } from '../schema.ts'
import { resultJson } from './fragments.ts'

type ShownEvidence = Omit<AssessmentView['objectives'][number]['lines'][number]['evidence'][number], 'can'>

export type ShownCorrection = {
  readonly id: string
  readonly from: string | null
  readonly to: string | null
  readonly fromAchievement: number
  readonly toAchievement: number
  readonly reasonCode: string
  readonly reasonText: string
  readonly correctedBy: Person
  readonly correctedFor: Person | null
  readonly correctedAs: 'supervisor' | 'higher_official'
  readonly correctedAt: string
  readonly answerDueOn: string
  readonly answer: 'agreed' | 'reserved' | null
  readonly answerNote: string | null
  readonly answeredAt: string | null
  readonly ruling: 'confirmed' | 'returned' | null
  readonly rulingNote: string | null
  readonly ruledBy: Person | null
  readonly ruledAt: string | null
  readonly endedAt: string | null
}

/** A line as it is stored: values as decimal text, dates as days since 1970. */
export type ShownLine = {
  readonly keyResultId: string
  readonly statement: string
  readonly dataType: DataType
  readonly below: string
  readonly meets: string
  readonly exceeds: string
  readonly weight: number
  readonly recorded: boolean
  readonly claimed: string | null
  readonly actual: string | null
  readonly achievement: number
  readonly level: Level
  readonly remark: string
  readonly recordedAt: string | null
  readonly acceptedAt: string | null
  readonly acceptedBy: Person | null
  readonly evidence: readonly ShownEvidence[]
  readonly corrections: readonly ShownCorrection[]
}

/** One assessment with everything that its page shows, whoever looks; the use case takes away what the reader may not see. */
export type AssessmentRecord = {
  readonly statusSince: Date
  readonly segments: number
  readonly people: {
    readonly employee: AssessmentView['employee']
    readonly supervisor: Person | null
    readonly higherOfficial: Person | null
    readonly recordedBy: Person | null
    readonly updatedBy: Person | null
    readonly submittedBy: Person | null
    readonly approvedBy: Person | null
    readonly approvedFor: Person | null
  }
  readonly approvedAt: Date | null
  readonly evidenceBytes: string
  readonly objectives: readonly {
    readonly id: string
    readonly title: string
    readonly class: 'annual_plan' | 'development' | 'routine'
    readonly lines: readonly ShownLine[]
  }[]
  readonly difficulties: readonly (Omit<Difficulty, 'carriedFrom'> & {
    readonly carriedFrom: Cycle | null
    readonly resolvedAt: string | null
    readonly createdAt: string
  })[]
  readonly meetings: AssessmentView['meetings']
  readonly interimNotes: AssessmentView['interimNotes']
  readonly timeline: readonly {
    readonly event: TimelineEvent
    readonly at: string
    readonly by: Person | null
    readonly onBehalfOf: Person | null
    readonly keyResultId: string | null
    readonly note: string | null
  }[]
  readonly result: AssessmentView['result']
}

type Which = { readonly documentId: string; readonly today: string }

const valueText = (column: string) => sql`${sql.ref(column)}::text`

/** One statement beside the facts of a decision. Values come as they are stored; the use case makes them text. */
export async function assessmentRecord(tx: Tx, { documentId, today }: Which): Promise<AssessmentRecord | null> {
  const who = (column: string) => person(column, today)
  const corrections = sql`coalesce((SELECT json_agg(json_build_object('id', x.id, 'from', ${valueText('x.from_value')},
      'to', ${valueText('x.to_value')}, 'fromAchievement', x.from_achievement, 'toAchievement', x.to_achievement,
      'reasonCode', x.reason_code, 'reasonText', x.reason_text, 'correctedBy', ${who('x.corrected_by')},
      'correctedFor', ${who('x.corrected_for')}, 'correctedAs', x.corrected_as, 'correctedAt', x.corrected_at,
      'answerDueOn', x.answer_due_on, 'answer', x.answer, 'answerNote', x.answer_note, 'answeredAt', x.answered_at,
      'ruling', x.ruling, 'rulingNote', x.ruling_note, 'ruledBy', ${who('x.ruled_by')}, 'ruledAt', x.ruled_at,
      'endedAt', x.ended_at) ORDER BY x.corrected_at DESC, x.id DESC)
      FROM actual_corrections x WHERE x.key_result_id = k.id), '[]'::json)`
  const evidence = sql`coalesce((SELECT json_agg(json_build_object('id', v.id, 'name', f.name, 'type', f.type,
      'extension', f.extension, 'size', f.size, 'digest', encode(f.digest, 'hex'), 'status', f.status,
      'hasPreview', f.preview_type IS NOT NULL, 'note', v.note, 'addedBy', ${who('v.added_by')}, 'addedAt', v.added_at)
      ORDER BY v.added_at, v.id)
      FROM achievement_evidence v JOIN stored_files f ON f.entity_id = v.entity_id AND f.id = v.file_id
     WHERE v.key_result_id = k.id), '[]'::json)`
  const line = sql`json_build_object('keyResultId', k.id, 'statement', k.statement, 'dataType', k.data_type,
      'below', coalesce(h.target_below, k.target_below)::text, 'meets', coalesce(h.target_meets, k.target_meets)::text,
      'exceeds', coalesce(h.target_exceeds, k.target_exceeds)::text, 'weight', coalesce(h.weight, k.weight),
      'recorded', coalesce(h.recorded, false), 'claimed', ${valueText('h.claimed')}, 'actual', ${valueText('h.actual')},
      'achievement', coalesce(h.achievement, 0), 'level', coalesce(h.level, 'under_below'), 'remark', coalesce(h.remark, ''),
      'recordedAt', h.recorded_at, 'acceptedAt', h.accepted_at, 'acceptedBy', ${who('h.accepted_by')},
      'evidence', ${evidence}, 'corrections', ${corrections})`
  const { rows } = await sql<AssessmentRecord>`
    SELECT d.status_since AS "statusSince",
           (SELECT max(g.segment) FROM performance_documents g WHERE g.cycle_id = d.cycle_id AND g.employee_id = d.employee_id) AS segments,
           json_build_object('employee', ${employeeJson}, 'supervisor', ${who('s1.supervisor_id')},
             'higherOfficial', (SELECT ${who('up.id')} FROM (SELECT ${higher} AS id) up),
             'recordedBy', ${who('t.recorded_by')}, 'updatedBy', ${who('t.updated_by')}, 'submittedBy', ${who('t.submitted_by')},
             'approvedBy', ${who('t.approved_by')}, 'approvedFor', ${who('t.approved_for')}) AS people,
           t.approved_at AS "approvedAt",
           (SELECT coalesce(sum(f.size), 0)::text FROM achievement_evidence v
              JOIN stored_files f ON f.entity_id = v.entity_id AND f.id = v.file_id WHERE v.document_id = d.id) AS "evidenceBytes",
           coalesce((SELECT json_agg(json_build_object('id', o.id, 'title', o.title, 'class', o.class,
               'lines', coalesce((SELECT json_agg(${line} ORDER BY k.position, k.id) FROM key_results k
                   LEFT JOIN achievements h ON h.entity_id = k.entity_id AND h.key_result_id = k.id
                  WHERE k.document_id = o.document_id AND k.objective_id = o.id), '[]'::json)) ORDER BY o.position, o.id)
               FROM objectives o WHERE o.document_id = d.id), '[]'::json) AS objectives,
           coalesce((SELECT json_agg(json_build_object('id', y.id, 'kind', y.kind, 'body', y.body, 'keyResultId', y.key_result_id,
               'carriedFrom', (SELECT ${cycleJson} FROM difficulties y0
                                 JOIN performance_documents d0 ON d0.entity_id = y0.entity_id AND d0.id = y0.document_id
                                 JOIN cycles c ON c.entity_id = d0.entity_id AND c.id = d0.cycle_id WHERE y0.id = y.carried_from),
               'status', y.status, 'resolution', y.resolution, 'resolvedAt', y.resolved_at, 'createdAt', y.created_at)
               ORDER BY y.created_at, y.id) FROM difficulties y WHERE y.document_id = d.id), '[]'::json) AS difficulties,
           coalesce((SELECT json_agg(json_build_object('id', m.id, 'heldAt', m.held_at, 'mode', m.mode, 'notes', m.notes,
               'recordedBy', ${who('m.recorded_by')}, 'recordedAt', m.recorded_at) ORDER BY m.held_at DESC, m.id)
               FROM feedback_meetings m WHERE m.document_id = d.id), '[]'::json) AS meetings,
           coalesce((SELECT json_agg(json_build_object('id', n.id, 'employee', ${who('n.employee_id')}, 'author', ${who('n.author_id')},
               'writtenFor', ${who('n.written_for')}, 'kind', n.kind, 'body', n.body, 'documentId', n.document_id,
               'createdAt', n.created_at, 'readAt', n.read_at) ORDER BY n.created_at, n.id)
               FROM feedback_notes n WHERE n.employee_id = d.employee_id AND n.kind = 'interim' AND n.created_at >= c.starts_on
                AND (n.document_id IS NULL OR n.document_id = d.id) AND n.created_at < c.ends_on + 60), '[]'::json) AS "interimNotes",
           coalesce((SELECT json_agg(json_build_object('event', ev.event, 'at', ev.at, 'by', ${who('ev.made_by')},
               'onBehalfOf', ${who('ev.made_for')}, 'keyResultId', ev.key_result_id, 'note', ev.note) ORDER BY ev.at DESC, ev.id DESC)
               FROM assessment_events ev WHERE ev.document_id = d.id), '[]'::json) AS timeline,
           ${resultJson(who('r.decided_by'))} AS result
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
      JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
      LEFT JOIN assessments t ON t.entity_id = d.entity_id AND t.document_id = d.id
      LEFT JOIN cycle_results r ON r.entity_id = d.entity_id AND r.cycle_id = d.cycle_id AND r.employee_id = d.employee_id
      ${placeOf('e', today)}
      ${lineOfDocument(today)}
     WHERE d.id = ${documentId}::uuid`.execute(tx)
  return rows[0] ?? null
}

/** The year of a document's cycle: whose policies hold for it. */
export async function yearOfDocument(tx: Tx, { documentId }: { documentId: string }): Promise<number | null> {
  const { rows } = await sql<{ year: number }>`
    SELECT c.year FROM performance_documents d JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
     WHERE d.id = ${documentId}::uuid`.execute(tx)
  return rows[0]?.year ?? null
}

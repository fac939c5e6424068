import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Content, Cycle, Name } from '../domain/document.ts'
import type { LockedDocument } from '../repository/documents.ts'
import type { Person } from '../schema.ts'
import {
  actingFor,
  cycleJson,
  employeeJson,
  higher,
  lineOfDocument,
  objectivesJson,
  person,
  placeOf,
  weightText,
} from './fragments.ts'

type Employee = Person & { readonly division: Name | null; readonly divisionId: string | null }

/** One document with everything that its page shows, whoever looks; the use case takes away what the reader may not see. */
export type DocumentRecord = Omit<LockedDocument, 'cycle' | 'employeeName' | 'highestEdition'> & {
  readonly statusSince: Date
  readonly submittedAt: Date | null
  readonly createdAt: Date
  readonly cycle: Cycle
  readonly content: Content
  readonly people: {
    readonly employee: Employee
    readonly supervisor: Person | null
    readonly higherOfficial: Person | null
    readonly draftedBy: Person | null
    readonly updatedBy: Person | null
    readonly decidedBy: Person | null
    readonly decidedFor: Person | null
  }
  readonly comments: readonly {
    readonly id: string
    readonly objectiveId: string | null
    readonly keyResultId: string | null
    readonly submission: number
    readonly author: Person
    readonly body: string
    readonly createdAt: string
    readonly resolvedAt: string | null
    readonly resolvedBy: Person | null
  }[]
  readonly meetings: readonly {
    readonly id: string
    readonly edition: number
    readonly heldAt: string
    readonly mode: 'in_person' | 'video' | 'phone' | 'chat'
    readonly notes: string
    readonly recordedBy: Person
    readonly recordedAt: string
  }[]
  readonly submissionList: readonly {
    readonly number: number
    readonly edition: number
    readonly submittedBy: Person
    readonly submittedAt: string
    readonly outcome: 'agreed' | 'returned' | 'withdrawn' | 'objected' | null
    readonly outcomeBy: Person | null
    readonly outcomeFor: Person | null
    readonly outcomeAt: string | null
    readonly note: string | null
  }[]
  readonly amendments: readonly {
    readonly id: string
    readonly side: 'employee' | 'supervisor'
    readonly requestedBy: Person
    readonly requestedFor: Person | null
    readonly requestedAt: string
    readonly reason: string
    readonly status: 'pending' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled'
    readonly decidedBy: Person | null
    readonly decidedFor: Person | null
    readonly decidedAt: string | null
    readonly note: string | null
    readonly endedBy: Person | null
    readonly endedAt: string | null
    readonly endNote: string | null
  }[]
  /** Percent of class ANNUAL_PLAN: here, and on average in the documents of the division that have been sent. */
  readonly planWeight: string
  readonly divisionPlanWeight: string | null
}

type Which = { readonly id: string; readonly employeeId: string | null; readonly today: string }

/** One statement. `employeeId` is who asks: the record says for whom that person may act. */
export async function documentRecord(tx: Tx, { id, employeeId, today }: Which): Promise<DocumentRecord | null> {
  const who = (column: string) => person(column, today)
  const { rows } = await sql<DocumentRecord>`
    SELECT d.id, d.version, d.status, d.status_since AS "statusSince", d.employee_id AS "employeeId", d.edition,
           d.due_on AS "dueOn", d.submissions, d.returns, d.first_submitted_at AS "firstSubmittedAt",
           d.submitted_at AS "submittedAt", d.drafted_by AS "draftedBy", d.objection_until AS "objectionUntil",
           d.higher_may_decide AS "higherMayDecide", d.agreed_at AS "agreedAt", d.weight_total AS "weightTotal",
           d.editing_since AS "editingSince", d.updated_at AS "updatedAt", d.updated_by AS "updatedBy",
           d.created_at AS "createdAt", s1.supervisor_id AS "supervisorId", ${higher} AS "higherOfficialId",
           ${actingFor(employeeId, today)} AS "actingFor",
           EXISTS (SELECT FROM document_meetings m WHERE m.document_id = d.id AND m.edition = d.edition) AS "hasMeeting",
           (SELECT json_build_object('id', r.id, 'side', r.side, 'requestedBy', r.requested_by, 'requestedFor', r.requested_for)
              FROM amendment_requests r WHERE r.document_id = d.id AND r.status = 'pending') AS amendment,
           ${cycleJson} AS cycle,
           json_build_object('objectives', ${objectivesJson(sql`d.id`)}) AS content,
           json_build_object('employee', ${employeeJson}, 'supervisor', ${who('s1.supervisor_id')},
             'higherOfficial', (SELECT ${who('h.id')} FROM (SELECT ${higher} AS id) h),
             'draftedBy', ${who('d.drafted_by')}, 'updatedBy', ${who('d.updated_by')},
             'decidedBy', ${who('d.decided_by')}, 'decidedFor', ${who('d.decided_for')}) AS people,
           coalesce((SELECT json_agg(json_build_object('id', m.id, 'objectiveId', m.objective_id, 'keyResultId', m.key_result_id,
                       'submission', m.submission, 'author', ${who('m.author_id')}, 'body', m.body, 'createdAt', m.created_at,
                       'resolvedAt', m.resolved_at, 'resolvedBy', ${who('m.resolved_by')}) ORDER BY m.created_at, m.id)
                       FROM document_comments m WHERE m.document_id = d.id), '[]'::json) AS comments,
           coalesce((SELECT json_agg(json_build_object('id', m.id, 'edition', m.edition, 'heldAt', m.held_at, 'mode', m.mode,
                       'notes', m.notes, 'recordedBy', ${who('m.recorded_by')}, 'recordedAt', m.recorded_at) ORDER BY m.held_at DESC, m.id)
                       FROM document_meetings m WHERE m.document_id = d.id), '[]'::json) AS meetings,
           coalesce((SELECT json_agg(json_build_object('number', s.number, 'edition', s.edition, 'submittedBy', ${who('s.submitted_by')},
                       'submittedAt', s.submitted_at, 'outcome', s.outcome, 'outcomeBy', ${who('s.outcome_by')},
                       'outcomeFor', ${who('s.outcome_for')}, 'outcomeAt', s.outcome_at, 'note', s.outcome_note) ORDER BY s.number DESC)
                       FROM document_submissions s WHERE s.document_id = d.id), '[]'::json) AS "submissionList",
           coalesce((SELECT json_agg(json_build_object('id', r.id, 'side', r.side, 'requestedBy', ${who('r.requested_by')},
                       'requestedFor', ${who('r.requested_for')}, 'requestedAt', r.requested_at, 'reason', r.reason, 'status', r.status,
                       'decidedBy', ${who('r.decided_by')}, 'decidedFor', ${who('r.decided_for')}, 'decidedAt', r.decided_at,
                       'note', r.decision_note, 'endedBy', ${who('r.ended_by')}, 'endedAt', r.ended_at, 'endNote', r.end_note)
                       ORDER BY r.requested_at DESC, r.id DESC)
                       FROM amendment_requests r WHERE r.document_id = d.id), '[]'::json) AS amendments,
           ${planWeight('d')} AS "planWeight",
           (SELECT ${weightText(sql`round(avg(one.weight))`)} FROM (
              SELECT (SELECT coalesce(sum(k.weight), 0) FROM objectives o
                        JOIN key_results k ON k.entity_id = o.entity_id AND k.document_id = o.document_id AND k.objective_id = o.id
                       WHERE o.document_id = x.id AND o.class = 'annual_plan') AS weight
                FROM assignments na
                JOIN performance_documents x ON x.entity_id = na.entity_id AND x.employee_id = na.employee_id
               WHERE na.division_id = a.division_id AND itqan_holds(na.valid_from, na.valid_to, ${today}::date)
                 AND x.cycle_id = d.cycle_id AND x.latest AND x.id <> d.id AND x.submissions > 0) one) AS "divisionPlanWeight"
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
      JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
      ${placeOf('e', today)}
      ${lineOfDocument(today)}
     WHERE d.id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

function planWeight(alias: string) {
  return weightText(sql`(SELECT coalesce(sum(k.weight), 0) FROM objectives o
      JOIN key_results k ON k.entity_id = o.entity_id AND k.document_id = o.document_id AND k.objective_id = o.id
     WHERE o.document_id = ${sql.ref(`${alias}.id`)} AND o.class = 'annual_plan')`)
}

/** People by id, for the one for whom a delegate acts. */
export async function personById(tx: Tx, { id, today }: { id: string; today: string }): Promise<Person | null> {
  const { rows } = await sql<{ person: Person | null }>`
    SELECT ${person('e.id', today)} AS person FROM employees e WHERE e.id = ${id}::uuid`.execute(tx)
  return rows[0]?.person ?? null
}

export type DocumentCard = {
  readonly id: string
  readonly version: number
  readonly cycle: Cycle
  readonly status: LockedDocument['status']
  readonly statusSince: Date
  readonly dueOn: string | null
  readonly edition: number
  readonly weightTotal: string
  readonly objectives: number
  readonly keyResults: number
}

/** The employee's own documents, the latest cycle first. */
export async function documentsOf(tx: Tx, { employeeId }: { employeeId: string }): Promise<DocumentCard[]> {
  const { rows } = await sql<DocumentCard>`
    SELECT d.id, d.version, ${cycleJson} AS cycle, d.status, d.status_since AS "statusSince", d.due_on AS "dueOn", d.edition,
           ${weightText(sql`d.weight_total`)} AS "weightTotal",
           (SELECT count(*)::int FROM objectives o WHERE o.document_id = d.id) AS objectives,
           (SELECT count(*)::int FROM key_results k WHERE k.document_id = d.id) AS "keyResults"
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
     WHERE d.employee_id = ${employeeId}::uuid
     ORDER BY c.starts_on DESC, d.segment DESC LIMIT 100`.execute(tx)
  return rows
}

/** The cycle that runs on a day, else the open one that ended last, else the next that is open already. */
export async function currentCycle(
  tx: Tx,
  { today }: { today: string },
): Promise<(Cycle & { openedAt: Date | null }) | null> {
  const { rows } = await sql<{ cycle: Cycle; openedAt: Date | null }>`
    SELECT ${cycleJson} AS cycle, c.opened_at AS "openedAt" FROM cycles c WHERE c.status = 'open'
     ORDER BY (c.starts_on <= ${today}::date AND ${today}::date <= c.ends_on) DESC,
              (c.ends_on < ${today}::date) DESC,
              CASE WHEN c.ends_on < ${today}::date THEN c.ends_on END DESC, c.starts_on
     LIMIT 1`.execute(tx)
  return rows[0] ? { ...rows[0].cycle, openedAt: rows[0].openedAt } : null
}

/** The employee's documents of cycles that are open. */
export async function openDocumentsOf(tx: Tx, { employeeId }: { employeeId: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT d.id FROM performance_documents d JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
     WHERE d.employee_id = ${employeeId}::uuid AND d.latest AND c.status = 'open' ORDER BY d.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Documents that have been sent at least once in this edition, are not agreed, and are the supervisor's alone so far. */
export async function undecided(tx: Tx): Promise<{ id: string; returns: number; firstSubmittedAt: Date }[]> {
  const { rows } = await sql<{ id: string; returns: number; firstSubmittedAt: Date }>`
    SELECT d.id, d.returns, d.first_submitted_at AS "firstSubmittedAt"
      FROM performance_documents d JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id AND c.status = 'open'
     WHERE d.status IN ('submitted', 'returned') AND NOT d.higher_may_decide AND d.first_submitted_at IS NOT NULL
     ORDER BY d.id`.execute(tx)
  return rows
}

/** Documents drafted for an employee whose days for objecting have passed with the item still open. */
export async function pastObjections(tx: Tx, { today }: { today: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT d.id FROM performance_documents d
      JOIN work_items w ON w.entity_id = d.entity_id AND w.subject_id = d.id AND w.subject_type = 'performance_document'
       AND w.kind = 'performance.objection' AND w.closed_at IS NULL
     WHERE d.objection_until < ${today}::date ORDER BY d.id`.execute(tx)
  return rows.map((row) => row.id)
}

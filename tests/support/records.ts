import type pg from 'pg'
import { newId } from '../../src/platform/db/ids.ts'
import { grievanceRecordsOf } from './grievance-records.ts'

/** A versioned record, as a request names it. */
export type Found = { readonly id: string; readonly version: number }

type Document = Found & {
  readonly civilNumber: string
  readonly employeeId: string
  readonly objectiveId: string
  readonly keyResultId: string
}

/** Ids of one entity's sample records around one team, for requests about them. */
export type Records = Awaited<ReturnType<typeof recordsOf>>

type Where = {
  readonly entityId: string
  /** Civil numbers of the one who leads the team, and of the one who stands in. */
  readonly supervisor: string
  readonly delegate: string
  readonly today: string
}

export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
)

/** Finds (or adds, where the sample has none) one record of each kind around the team of a supervisor. */
export async function recordsOf(owner: pg.Pool, { entityId, supervisor, delegate, today }: Where) {
  const client = await owner.connect()
  try {
    await client.query(`SET itqan.entity_id = '${entityId}'`)
    const one = async <T extends object>(question: string, values: unknown[] = []): Promise<T> => {
      const { rows } = await client.query(question, values)
      if (!rows[0]) throw new Error(`The sample holds nothing for: ${question}`)
      return rows[0] as T
    }
    const found = (question: string, values?: unknown[]) => one<Found>(question, values)
    const team = await one<{ id: string; divisionId: string; postId: string; parentId: string; periodId: string }>(
      `SELECT e.id, a.division_id AS "divisionId", a.post_id AS "postId", p.parent_id AS "parentId", p.id AS "periodId"
         FROM employees e JOIN assignments a ON a.employee_id = e.id AND a.valid_to IS NULL
         JOIN division_periods p ON p.division_id = a.division_id AND p.valid_to IS NULL
        WHERE e.civil_number = $1`,
      [supervisor],
    )
    const document = async (status: string): Promise<Document> => {
      const row = await one<Omit<Document, 'keyResultId'> & { keyResultId: string }>(
        `SELECT d.id, d.version, d.employee_id AS "employeeId", e.civil_number AS "civilNumber",
                k.objective_id AS "objectiveId", k.id AS "keyResultId"
           FROM performance_documents d JOIN cycles c ON c.id = d.cycle_id AND c.status = 'open'
           JOIN employees e ON e.id = d.employee_id
           JOIN supervisions s ON s.employee_id = e.id AND s.supervisor_id = $1 AND s.valid_to IS NULL
           JOIN key_results k ON k.document_id = d.id
          WHERE d.status = $2 AND NOT d.higher_may_decide AND d.drafted_by IS NULL
            AND NOT EXISTS (SELECT FROM amendment_requests a WHERE a.document_id = d.id AND a.status = 'pending')
          ORDER BY e.civil_number, k.id LIMIT 1`,
        [team.id, status],
      )
      return row
    }
    const documents = {
      draft: await document('draft'),
      submitted: await document('submitted'),
      agreed: await document('agreed'),
    }
    const { employeeId } = documents.draft
    const now = new Date(`${today}T05:00:00Z`)
    const added = async (table: string, values: Record<string, unknown>): Promise<Found> => {
      const id = newId()
      const row = { ...values, id }
      const names = Object.keys(row)
      await client.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
        Object.values(row),
      )
      return { id, version: 1 }
    }
    const sessionOf = async (civilNumber: string): Promise<string> => {
      const id = newId()
      await client.query(
        `INSERT INTO sessions (id, identity_id, entity_id, token_digest, created_at, last_seen_at, expires_at)
         SELECT $1::uuid, i.id, $2::uuid, sha256($1::text::bytea), $3::timestamptz, $3::timestamptz, $3::timestamptz + interval '12 hours'
           FROM sign_in_identities i WHERE i.civil_number = $4`,
        [id, entityId, now, civilNumber],
      )
      return id
    }
    const employee = await found('SELECT id, version FROM employees WHERE id = $1', [employeeId])
    const periodOf = (table: string) =>
      one<{ id: string }>(`SELECT id FROM ${table} WHERE employee_id = $1 AND valid_to IS NULL`, [employeeId])
    await client.query(
      `UPDATE entity_profiles SET logo = $1, logo_type = 'image/png', logo_digest = 'trial' WHERE entity_id = $2`,
      [onePixel, entityId],
    )
    const nominations = await addNominations({ client, added, documents, supervisorId: team.id, now })
    const [published] = (
      await client.query<{ year: number }>(
        'SELECT year FROM annual_results WHERE employee_id = $1 AND published_at IS NOT NULL ORDER BY year DESC LIMIT 1',
        [employeeId],
      )
    ).rows
    const { grievance, support } = await grievanceRecordsOf(client, {
      employeeId,
      supervisorId: team.id,
      year: published?.year ?? 0,
      now,
      picture: onePixel,
    })
    const closing = await closingOf(client, { ...documents.agreed, supervisorId: team.id, now })
    return {
      entityId,
      nominations,
      /** A draft of the employee whose document is a draft, and a case of support. */
      grievance,
      support,
      year: Number(today.slice(0, 4)),
      today,
      documents,
      closing,
      /** What an earlier cycle counts for the one whose document is agreed. */
      counted: await one<{ cycleId: string; version: number }>(
        'SELECT cycle_id AS "cycleId", version FROM cycle_results WHERE employee_id = $1 ORDER BY closed_at DESC LIMIT 1',
        [documents.agreed.employeeId],
      ),
      employee,
      supervisorId: team.id,
      /** The last published year of somebody in the team, and who approved it. */
      appraised: await one<{ year: number; version: number; approverId: string }>(
        `SELECT year, version, approver_id AS "approverId" FROM annual_results
          WHERE employee_id = $1 AND published_at IS NOT NULL ORDER BY year DESC LIMIT 1`,
        [employeeId],
      ),
      /** The year before the committee: a case that is open, its sitting that is called, and what the checks found. */
      calibrated: await one<{
        year: number
        caseId: string
        caseVersion: number
        sitting: Found
        memberId: string
        findingId: string
        questionId: string
      }>(
        `SELECT y.year, c.id AS "caseId", c.version AS "caseVersion",
                (SELECT json_build_object('id', s.id, 'version', s.version) FROM sittings s
                  WHERE s.year = y.year AND s.status = 'called' LIMIT 1) AS sitting,
                (SELECT m.member_id FROM sitting_members m JOIN sittings s ON s.id = m.sitting_id
                  WHERE s.year = y.year LIMIT 1) AS "memberId",
                (SELECT f.id FROM fairness_findings f WHERE f.year = y.year ORDER BY f.id LIMIT 1) AS "findingId",
                (SELECT q.id FROM integrity_questions q WHERE q.year = y.year ORDER BY q.id LIMIT 1) AS "questionId"
           FROM appraisal_years y JOIN calibration_cases c ON c.year = y.year AND c.status = 'open' AND c.origin = 'member'
          WHERE y.status = 'frozen' ORDER BY c.id LIMIT 1`,
      ),
      /** Somebody of the entity who is not in the team. */
      outsider: await found(
        `SELECT e.id, e.version FROM employees e WHERE e.exited_on IS NULL AND e.id <> $1 AND NOT EXISTS
           (SELECT FROM supervisions s WHERE s.employee_id = e.id AND s.supervisor_id = $1)
          ORDER BY e.hired_on DESC, e.id LIMIT 1`,
        [team.id],
      ),
      /** Who leads another division, of the level of the supervisor. */
      otherHead: await found(
        `SELECT e.id, e.version FROM headships h JOIN employees e ON e.id = h.employee_id
           JOIN assignments a ON a.employee_id = e.id AND a.valid_to IS NULL
          WHERE h.valid_to IS NULL AND e.id <> $1 AND e.exited_on IS NULL AND a.level <=
            (SELECT level FROM assignments WHERE employee_id = $1 AND valid_to IS NULL)
          ORDER BY a.level DESC, e.civil_number LIMIT 1`,
        [team.id],
      ),
      /** Of the one who leads the team, before the head's office. */
      proposal: await added('policy_values', {
        key: 'result.service_months',
        year: Number(today.slice(0, 4)) + 2,
        version: 1,
        value: '7',
        reason: 'سبب للتجربة',
        set_by: team.id,
        set_at: now,
        status: 'proposed',
        decides_grades: true,
      }),
      division: await found('SELECT id, version FROM divisions WHERE id = $1', [team.divisionId]),
      divisionPeriodId: team.periodId,
      parentDivisionId: team.parentId,
      post: await found('SELECT id, version FROM posts WHERE id = $1', [team.postId]),
      unusedPost: await added('posts', {
        code: 'UNUSED-1',
        title_ar: 'وظيفة شاغرة',
        title_en: 'Vacant post',
        job_family: 'technical',
        created_at: now,
      }),
      assignmentId: (await periodOf('assignments')).id,
      supervisionId: (await periodOf('supervisions')).id,
      absence: await added('absences', {
        employee_id: employeeId,
        kind: 'training',
        starts_on: `${Number(today.slice(0, 4)) + 1}-03-01`,
        ends_on: `${Number(today.slice(0, 4)) + 1}-03-05`,
        recorded_at: now,
      }),
      /** Of the supervisor, to be taken back. */
      delegation: await added('delegations', {
        delegator_id: team.id,
        delegate_id: (await one<{ id: string }>('SELECT id FROM employees WHERE civil_number = $1', [delegate])).id,
        scopes: ['approve_documents'],
        starts_on: today,
        ends_on: `${today.slice(0, 4)}-12-31`,
        reason: 'سبب للتجربة',
        created_by: team.id,
        created_at: now,
      }),
      /** Declared by the employee whose document is a draft. */
      relationId: (
        await added('declared_relations', {
          employee_id: employeeId,
          other_id: team.id,
          kind: 'family',
          note: null,
          declared_by: employeeId,
          declared_at: now,
        })
      ).id,
      workItemId: (
        await one<{ id: string }>(
          'SELECT id FROM work_items WHERE subject_id = $1 AND assignee_id = $2 AND closed_at IS NULL',
          [documents.submitted.id, team.id],
        )
      ).id,
      /** A session of the employee whose document is a draft. */
      sessionId: await sessionOf(documents.draft.civilNumber),
      membership: await found('SELECT id, version FROM memberships ORDER BY id LIMIT 1'),
      holiday: await added('holidays', {
        starts_on: `${today.slice(0, 4)}-12-20`,
        ends_on: `${today.slice(0, 4)}-12-20`,
        name_ar: 'عطلة التجربة',
        name_en: 'Trial holiday',
      }),
      /** Held by somebody else than the one who will be asked to take it back. */
      roleGrantId: (
        await one<{ id: string }>("SELECT id FROM role_grants WHERE role = 'ejada_team' ORDER BY id LIMIT 1")
      ).id,
      approvedPlan: await found(
        "SELECT id, version FROM plan_versions WHERE status = 'approved' ORDER BY year DESC LIMIT 1",
      ),
      draftPlan: await added('plan_versions', {
        year: Number(today.slice(0, 4)),
        number: 90,
        status: 'draft',
        title_ar: 'مسودة خطة',
        title_en: 'Draft plan',
        created_at: now,
      }),
      nodeId: (
        await one<{ id: string }>(
          `SELECT n.node_id AS id FROM plan_version_nodes n JOIN plan_versions v ON v.id = n.version_id
            WHERE v.status = 'approved' AND v.year = $1 ORDER BY n.position LIMIT 1`,
          [Number(today.slice(0, 4))],
        )
      ).id,
      /** Written by the supervisor to the own division, not yet published. */
      direction: await added('plan_directions', {
        year: Number(today.slice(0, 4)),
        division_id: team.divisionId,
        author_id: team.id,
        body: 'توجيه للفريق',
        created_at: now,
        updated_at: now,
      }),
      plannedCycle: await found("SELECT id, version FROM cycles WHERE status = 'planned' ORDER BY starts_on LIMIT 1"),
      openCycleId: (await one<{ id: string }>("SELECT id FROM cycles WHERE status = 'open'")).id,
      commentId: (
        await added('document_comments', {
          document_id: documents.submitted.id,
          submission: 1,
          author_id: team.id,
          body: 'ملاحظة',
          created_at: now,
        })
      ).id,
      bankObjective: await added('bank_objectives', {
        title: 'هدف من بنك الأهداف',
        class: 'development',
        division_id: team.divisionId,
        created_at: now,
      }),
    }
  } finally {
    await client.query('RESET itqan.entity_id').catch(() => undefined)
    client.release()
  }
}

type Nominating = {
  readonly client: pg.PoolClient
  readonly added: (table: string, values: Record<string, unknown>) => Promise<Found>
  readonly documents: { readonly draft: Document; readonly submitted: Document }
  readonly supervisorId: string
  readonly now: Date
}

/** A request of one of the team, and a dossier of another that was sent with a picture, in the year before the committee. */
async function addNominations({ client, added, documents, supervisorId, now }: Nominating) {
  const { rows } = await client.query<{ year: number }>(
    "SELECT year FROM appraisal_years WHERE status IN ('frozen', 'signed') ORDER BY year DESC LIMIT 1",
  )
  const year = rows[0]?.year ?? 0
  const at = { status_since: now, created_at: now, updated_at: now }
  const add = async ({ employeeId }: Document, values: Record<string, unknown>): Promise<Found> => {
    await client.query('DELETE FROM excellence_nominations WHERE year = $1 AND employee_id = $2', [year, employeeId])
    return added('excellence_nominations', { year, employee_id: employeeId, ...at, ...values })
  }
  const requested = await add(documents.draft, { status: 'requested', requested_at: now, request: 'طلب ترشيح للتجربة' })
  const sent = await add(documents.submitted, {
    status: 'submitted',
    nominated_by: supervisorId,
    submitted_at: now,
    applicable: 4,
    needed: 4,
  })
  const fileId = newId()
  await client.query(
    `INSERT INTO stored_files (id, digest, name, type, extension, size, status, uploaded_by, uploaded_at, preview, preview_type)
     VALUES ($1, sha256($2), 'evidence.png', 'image/png', 'png', $3, 'unscanned', $4, $5, $2, 'image/png')`,
    [fileId, onePixel, onePixel.length, supervisorId, now],
  )
  await client.query('INSERT INTO stored_file_chunks (file_id, position, content) VALUES ($1, 0, $2)', [
    fileId,
    onePixel,
  ])
  await client.query(
    "INSERT INTO excellence_claims (nomination_id, condition, words) VALUES ($1, 'works', 'بيان للتجربة لشرط الأعمال')",
    [sent.id],
  )
  const evidence = await added('excellence_evidence', {
    nomination_id: sent.id,
    condition: 'works',
    file_id: fileId,
    added_by: supervisorId,
    by_employee: false,
    added_at: now,
  })
  const project = await added('excellence_projects', {
    year,
    title: 'مشروع للتجربة',
    designated_by: supervisorId,
    designated_at: now,
  })
  return { year, requested, sent, fileId, evidenceId: evidence.id, projectId: project.id }
}

type Closing = Document & { readonly supervisorId: string; readonly now: Date }

/** The closing of an agreed document, begun and gone back: a line with two files of evidence and a correction. */
async function closingOf(client: pg.PoolClient, { id, employeeId, keyResultId, supervisorId, now }: Closing) {
  const [evidenceId, removableId, correctionId] = [newId(), newId(), newId()]
  await client.query(
    `INSERT INTO assessments (document_id, employee_id, cycle_id, opened_at, updated_at)
     SELECT id, employee_id, cycle_id, $2, $2 FROM performance_documents WHERE id = $1`,
    [id, now],
  )
  await client.query(
    `INSERT INTO achievements (key_result_id, document_id, weight, data_type, target_below, target_meets, target_exceeds)
     SELECT id, document_id, weight, data_type, target_below, target_meets, target_exceeds FROM key_results WHERE document_id = $1`,
    [id],
  )
  for (const one of [evidenceId, removableId]) {
    await client.query(
      `INSERT INTO stored_files (id, digest, name, type, extension, size, status, uploaded_by, uploaded_at)
       VALUES ($1, sha256('trial'), 'trial.txt', 'text/plain', 'txt', 5, 'unscanned', $2, $3)`,
      [one, employeeId, now],
    )
    await client.query(`INSERT INTO stored_file_chunks (file_id, position, content) VALUES ($1, 0, 'trial')`, [one])
    await client.query(
      `INSERT INTO achievement_evidence (id, document_id, key_result_id, file_id, added_by, added_at)
       VALUES ($1, $2, $3, $1, $4, $5)`,
      [one, id, keyResultId, employeeId, now],
    )
  }
  await client.query(
    `INSERT INTO actual_corrections (id, document_id, key_result_id, from_achievement, to_achievement, reason_code, reason_text,
                                     corrected_by, corrected_as, corrected_at, answer_due_on)
     VALUES ($1, $2, $3, 0, 0, 'ACT-02', 'سبب للتجربة', $4, 'supervisor', $5, $5::timestamptz::date)`,
    [correctionId, id, keyResultId, supervisorId, now],
  )
  return { evidenceId, removableId, correctionId }
}

import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Condition, Status } from './domain/nomination.ts'

export type Nomination = {
  readonly id: string
  readonly version: number
  readonly year: number
  readonly employeeId: string
  readonly status: Status
  readonly requested: boolean
  readonly raised: boolean
  readonly nominatedBy: string | null
  readonly needed: number | null
  readonly applicable: number | null
}

/** The nomination with its row locked: whatever happens to it happens in order. */
export async function lock(tx: Tx, { id }: { readonly id: string }): Promise<Nomination | null> {
  return find(tx, id, true)
}

export async function read(tx: Tx, { id }: { readonly id: string }): Promise<Nomination | null> {
  return find(tx, id, false)
}

async function find(tx: Tx, id: string, locking: boolean): Promise<Nomination | null> {
  const { rows } = await sql<Nomination>`
    SELECT id, version, year, employee_id AS "employeeId", status, requested_at IS NOT NULL AS requested,
           raised_at IS NOT NULL AS raised, nominated_by AS "nominatedBy", needed, applicable
      FROM excellence_nominations WHERE id = ${id}::uuid ${locking ? sql`FOR UPDATE` : sql``}`.execute(tx)
  return rows[0] ?? null
}

/** The id of a person's nomination of a year, whatever its state. */
export async function idOf(
  tx: Tx,
  { employeeId, year }: { readonly employeeId: string; readonly year: number },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM excellence_nominations WHERE employee_id = ${employeeId}::uuid AND year = ${year}`.execute(tx)
  return rows[0]?.id ?? null
}

type Added = {
  readonly id: string
  readonly year: number
  readonly employeeId: string
  readonly status: Extract<Status, 'requested' | 'draft'>
  readonly request: string | null
  readonly now: Date
}

export async function add(tx: Tx, { id, year, employeeId, status, request, now }: Added): Promise<void> {
  const at = { status_since: now, created_at: now, updated_at: now }
  await tx
    .insertInto('excellence_nominations')
    .values({ id, year, employee_id: employeeId, status, request, requested_at: request ? now : null, ...at })
    .execute()
}

export async function remove(tx: Tx, { id }: { readonly id: string }): Promise<void> {
  await tx.deleteFrom('excellence_nominations').where('id', '=', id).where('status', '=', 'draft').execute()
}

type Value = string | number | Date | null

/** Saves what changed, in the names of the columns; every save counts the version up. */
export async function save(
  tx: Tx,
  {
    id,
    now,
    status,
    ...patch
  }: { id: string; now: Date; status?: Status } & Readonly<Record<string, Value | undefined>>,
): Promise<void> {
  const columns = Object.entries(patch).filter((entry): entry is [string, Value] => entry[1] !== undefined)
  await tx
    .updateTable('excellence_nominations')
    .set({ ...Object.fromEntries(columns), ...(status && { status, status_since: now }), updated_at: now })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function saveClaim(
  tx: Tx,
  { id, condition, words, projectId }: { id: string; condition: Condition; words: string; projectId: string | null },
): Promise<void> {
  await sql`INSERT INTO excellence_claims (nomination_id, condition, words, project_id)
            VALUES (${id}, ${condition}, ${words}, ${projectId}::uuid)
            ON CONFLICT (entity_id, nomination_id, condition)
            DO UPDATE SET words = excluded.words, project_id = excluded.project_id`.execute(tx)
}

type Finding = { readonly id: string; readonly condition: Condition; readonly met: boolean; readonly note: string }

/** What the committee found of one claimed condition; false when it is not claimed. */
export async function saveFinding(
  tx: Tx,
  { id, condition, met, note, by, now }: Finding & { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('excellence_claims')
    .set({ met, finding: note, found_by: by, found_at: now })
    .where('nomination_id', '=', id)
    .where('condition', '=', condition)
    .where('words', '<>', '')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A dossier that is written on again is examined anew. */
export async function clearFindings(tx: Tx, { id }: { readonly id: string }): Promise<void> {
  await sql`UPDATE excellence_claims SET met = NULL, finding = NULL, found_by = NULL, found_at = NULL
             WHERE nomination_id = ${id}::uuid`.execute(tx)
}

type Verifiers = { readonly id: string; readonly employeeId: string; readonly memberIds: readonly string[] }

export async function saveVerifiers(tx: Tx, { id, employeeId, memberIds }: Verifiers): Promise<void> {
  await tx.deleteFrom('excellence_verifiers').where('nomination_id', '=', id).execute()
  await sql`INSERT INTO excellence_verifiers (nomination_id, member_id, employee_id)
            SELECT ${id}::uuid, member, ${employeeId}::uuid FROM unnest(${[...memberIds]}::uuid[]) AS member`.execute(
    tx,
  )
}

type NewEvidence = {
  readonly id: string
  readonly nominationId: string
  readonly condition: Condition
  readonly fileId: string | null
  readonly keyResultId: string | null
  readonly addedBy: string
  readonly byEmployee: boolean
  readonly now: Date
}

export async function addEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  const { id, nominationId, condition, fileId, keyResultId, addedBy, byEmployee, now } = evidence
  await tx
    .insertInto('excellence_evidence')
    .values({
      id,
      nomination_id: nominationId,
      condition,
      file_id: fileId,
      key_result_id: keyResultId,
      added_by: addedBy,
      by_employee: byEmployee,
      added_at: now,
    })
    .execute()
}

export type Evidence = {
  readonly id: string
  readonly condition: Condition
  readonly fileId: string | null
  readonly keyResultId: string | null
  readonly byEmployee: boolean
  readonly bytes: number
}

export async function evidenceOf(tx: Tx, { id }: { readonly id: string }): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    SELECT e.id, e.condition, e.file_id AS "fileId", e.key_result_id AS "keyResultId", e.by_employee AS "byEmployee",
           coalesce(s.size, 0)::int AS bytes
      FROM excellence_evidence e LEFT JOIN stored_files s ON s.entity_id = e.entity_id AND s.id = e.file_id
     WHERE e.nomination_id = ${id}::uuid ORDER BY e.added_at, e.id`.execute(tx)
  return rows
}

export async function removeEvidence(tx: Tx, { evidenceId }: { readonly evidenceId: string }): Promise<void> {
  await tx.deleteFrom('excellence_evidence').where('id', '=', evidenceId).execute()
}

type Project = {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly note: string
  readonly by: string
  readonly now: Date
}

export async function addProject(tx: Tx, { id, year, title, note, by, now }: Project): Promise<void> {
  await tx
    .insertInto('excellence_projects')
    .values({ id, year, title, note, designated_by: by, designated_at: now })
    .execute()
}

/** Ends the designation; answers its year, or null when there is no such living project. */
export async function endProject(tx: Tx, { id, now }: { id: string; now: Date }): Promise<number | null> {
  const { rows } = await sql<{ year: number }>`
    UPDATE excellence_projects SET ended_at = ${now} WHERE id = ${id}::uuid AND ended_at IS NULL RETURNING year`.execute(
    tx,
  )
  return rows[0]?.year ?? null
}

/** Decisions that a new computation of the committee has overtaken wait for the official again. */
export async function reopenOvertaken(tx: Tx, { year, now }: { year: number; now: Date }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    UPDATE excellence_nominations n
       SET status = 'verified', status_since = ${now}, updated_at = ${now}, version = n.version + 1,
           decided_by = NULL, decided_at = NULL, decision_code = NULL, decision_reason = NULL
      FROM annual_results r
     WHERE n.year = ${year} AND r.entity_id = n.entity_id AND r.year = n.year AND r.employee_id = n.employee_id
       AND (n.status = 'not_seated' OR n.status = 'ratified' AND r.final_rank IS DISTINCT FROM 'excellent')
     RETURNING n.id`.execute(tx)
  return rows.map(({ id }) => id)
}

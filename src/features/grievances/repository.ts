import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Ground, Outcome, Status } from './domain/grievance.ts'

export type Grievance = {
  readonly id: string
  readonly version: number
  readonly year: number
  readonly employeeId: string
  readonly number: number | null
  readonly status: Status
  readonly evaluatorId: string | null
  readonly filedAt: Date | null
  readonly acknowledgedAt: Date | null
  readonly acknowledgeBy: string | null
  readonly decideBy: string | null
  readonly acknowledgementRaisedAt: Date | null
  readonly raisedAt: Date | null
  readonly extendedAt: Date | null
  readonly hasGrounds: boolean
  readonly hearings: number
  readonly panel: readonly { readonly memberId: string; readonly chairs: boolean; readonly opinion: Outcome | null }[]
}

/** The case with its root row locked: whatever happens to it happens in order. */
export async function lock(tx: Tx, { id }: { readonly id: string }): Promise<Grievance | null> {
  return find(tx, id, true)
}

export async function read(tx: Tx, { id }: { readonly id: string }): Promise<Grievance | null> {
  return find(tx, id, false)
}

async function find(tx: Tx, id: string, locking: boolean): Promise<Grievance | null> {
  const { rows } = await sql<Grievance>`
    SELECT g.id, g.version, g.year, g.employee_id AS "employeeId", g.number, g.status, g.evaluator_id AS "evaluatorId",
           g.filed_at AS "filedAt", g.acknowledged_at AS "acknowledgedAt", g.acknowledge_by AS "acknowledgeBy",
           g.decide_by AS "decideBy", g.acknowledgement_raised_at AS "acknowledgementRaisedAt", g.raised_at AS "raisedAt",
           g.extended_at AS "extendedAt",
           EXISTS (SELECT FROM grievance_grounds r WHERE r.grievance_id = g.id)
             AND NOT EXISTS (SELECT FROM grievance_grounds r WHERE r.grievance_id = g.id AND length(r.statement) < 10) AS "hasGrounds",
           (SELECT count(*)::int FROM grievance_hearings h WHERE h.grievance_id = g.id) AS hearings,
           coalesce((SELECT json_agg(json_build_object('memberId', p.member_id, 'chairs', p.chairs, 'opinion', p.opinion)
                                     ORDER BY p.chairs DESC, p.seated_at, p.member_id)
                       FROM grievance_panel p WHERE p.grievance_id = g.id AND p.left_at IS NULL), '[]'::json) AS panel
      FROM grievances g WHERE g.id = ${id}::uuid ${locking ? sql`FOR UPDATE OF g` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export async function addDraft(
  tx: Tx,
  { id, year, employeeId, now }: { id: string; year: number; employeeId: string; now: Date },
): Promise<void> {
  const at = { status_since: now, created_at: now, updated_at: now }
  await tx
    .insertInto('grievances')
    .values({ id, year, employee_id: employeeId, status: 'draft', ...at })
    .execute()
}

export async function removeDraft(tx: Tx, { id }: { readonly id: string }): Promise<void> {
  await sql`DELETE FROM grievances WHERE id = ${id}::uuid AND status = 'draft'`.execute(tx)
}

type Value = string | number | bigint | Date | null

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
  const moved = status ? { status, status_since: now } : {}
  await tx
    .updateTable('grievances')
    .set({ ...Object.fromEntries(columns), ...moved, updated_at: now })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The next number of the year. Two who file at once wait for each other. */
export async function nextNumber(tx: Tx, { year }: { readonly year: number }): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(itqan_entity()::text || ' grievances ' || ${year}::text, 0))`.execute(
    tx,
  )
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(number), 0) + 1 AS next FROM grievances WHERE year = ${year}`.execute(tx)
  return rows[0]?.next ?? 1
}

type WrittenGround = { readonly ground: Ground; readonly statement: string }

/** Puts the grounds in place of the earlier ones; files of a ground that stays, stay. */
export async function replaceGrounds(
  tx: Tx,
  { id, written }: { readonly id: string; readonly written: readonly WrittenGround[] },
): Promise<void> {
  const kept = written.map(({ ground }) => ground)
  await sql`DELETE FROM grievance_grounds WHERE grievance_id = ${id}::uuid AND ground <> ALL (${kept}::text[])`.execute(
    tx,
  )
  for (const { ground, statement } of written) {
    await sql`INSERT INTO grievance_grounds (grievance_id, ground, statement) VALUES (${id}, ${ground}, ${statement})
              ON CONFLICT (entity_id, grievance_id, ground) DO UPDATE SET statement = excluded.statement`.execute(tx)
  }
}

/** Ids of the files of a case: of one ground, or of all. */
export async function filesOf(
  tx: Tx,
  { id, not }: { readonly id: string; readonly not?: readonly Ground[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT file_id AS id FROM grievance_files
     WHERE grievance_id = ${id}::uuid AND ground <> ALL (${not ?? []}::text[]) ORDER BY added_at, file_id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Bytes of all evidence of a case. */
export async function bytesOf(tx: Tx, { id }: { readonly id: string }): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    SELECT coalesce(sum(s.size), 0)::int AS bytes FROM grievance_files f
      JOIN stored_files s ON s.entity_id = f.entity_id AND s.id = f.file_id WHERE f.grievance_id = ${id}::uuid`.execute(
    tx,
  )
  return rows[0]?.bytes ?? 0
}

export async function linkFile(
  tx: Tx,
  { id, fileId, ground, now }: { id: string; fileId: string; ground: Ground; now: Date },
): Promise<void> {
  await tx.insertInto('grievance_files').values({ grievance_id: id, file_id: fileId, ground, added_at: now }).execute()
}

export async function unlinkFile(tx: Tx, { id, fileId }: { id: string; fileId: string }): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('grievance_files')
    .where('grievance_id', '=', id)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

type Seating = {
  readonly id: string
  readonly employeeId: string
  readonly memberIds: readonly string[]
  readonly chairId: string
  readonly by: string
  readonly now: Date
}

/** Seats the named; who sat before and is not named leaves. Opinions of those who stay, stay. */
export async function seatPanel(tx: Tx, { id, employeeId, memberIds, chairId, by, now }: Seating): Promise<void> {
  await sql`UPDATE grievance_panel SET left_at = ${now}, left_cause = 'replaced', chairs = false
     WHERE grievance_id = ${id}::uuid AND left_at IS NULL AND member_id <> ALL (${memberIds}::uuid[])`.execute(tx)
  await sql`UPDATE grievance_panel SET chairs = false WHERE grievance_id = ${id}::uuid AND chairs`.execute(tx)
  for (const memberId of memberIds) {
    await sql`
      INSERT INTO grievance_panel (grievance_id, member_id, employee_id, chairs, seated_at, seated_by)
      VALUES (${id}, ${memberId}, ${employeeId}, ${memberId === chairId}, ${now}, ${by})
      ON CONFLICT (entity_id, grievance_id, member_id) DO UPDATE
        SET chairs = excluded.chairs, left_at = NULL, left_cause = NULL, left_note = NULL,
            opinion = CASE WHEN grievance_panel.left_at IS NULL THEN grievance_panel.opinion END,
            seated_at = CASE WHEN grievance_panel.left_at IS NULL THEN grievance_panel.seated_at ELSE excluded.seated_at END`.execute(
      tx,
    )
  }
}

export async function stepDown(
  tx: Tx,
  { id, memberId, note, now }: { id: string; memberId: string; note: string; now: Date },
): Promise<void> {
  await sql`UPDATE grievance_panel SET left_at = ${now}, left_cause = 'stepped_down', left_note = ${note}, chairs = false
     WHERE grievance_id = ${id}::uuid AND member_id = ${memberId}::uuid AND left_at IS NULL`.execute(tx)
}

export async function saveOpinion(
  tx: Tx,
  { id, memberId, opinion, note, now }: { id: string; memberId: string; opinion: Outcome; note: string; now: Date },
): Promise<void> {
  await sql`UPDATE grievance_panel SET opinion = ${opinion}, note = ${note}, opined_at = ${now}
     WHERE grievance_id = ${id}::uuid AND member_id = ${memberId}::uuid AND left_at IS NULL`.execute(tx)
}

type Hearing = {
  readonly id: string
  readonly grievanceId: string
  readonly heldAt: Date
  readonly mode: 'in_person' | 'video' | 'phone' | 'in_writing'
  readonly attendance: string
  readonly record: string
  readonly by: string
  readonly now: Date
}

export async function addHearing(tx: Tx, hearing: Hearing): Promise<void> {
  const { id, mode, attendance, record } = hearing
  await tx
    .insertInto('grievance_hearings')
    .values({
      id,
      grievance_id: hearing.grievanceId,
      held_at: hearing.heldAt,
      mode,
      attendance,
      record,
      recorded_by: hearing.by,
      recorded_at: hearing.now,
    })
    .execute()
}

type Finding = { readonly ground: Ground; readonly accepted: boolean; readonly finding: string }

export async function saveFindings(
  tx: Tx,
  { id, findings }: { id: string; findings: readonly Finding[] },
): Promise<void> {
  for (const { ground, accepted, finding } of findings) {
    await sql`UPDATE grievance_grounds SET accepted = ${accepted}, finding = ${finding}
       WHERE grievance_id = ${id}::uuid AND ground = ${ground}`.execute(tx)
  }
}

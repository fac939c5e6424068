import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Cause, MeasureKind, Progress, Status } from './domain/case.ts'

export type Case = {
  readonly id: string
  readonly version: number
  readonly year: number
  readonly number: number
  readonly employeeId: string
  readonly status: Status
  readonly dueOn: string | null
  readonly raisedAt: Date | null
  readonly planEndsOn: string | null
  /** Reviews that have been made. */
  readonly reviews: number
}

/** The case; with `locking` its root row is held, so that whatever happens to it happens in order. */
export async function find(
  tx: Tx,
  { id, locking }: { readonly id: string; readonly locking: boolean },
): Promise<Case | null> {
  const { rows } = await sql<Case>`
    SELECT c.id, c.version, c.year, c.number, c.employee_id AS "employeeId", c.status, c.due_on AS "dueOn",
           c.raised_at AS "raisedAt", c.plan_ends_on AS "planEndsOn",
           (SELECT count(*)::int FROM low_performance_reviews r WHERE r.case_id = c.id AND r.recorded_at IS NOT NULL) AS reviews
      FROM low_performance_cases c WHERE c.id = ${id}::uuid ${locking ? sql`FOR UPDATE OF c` : sql``}`.execute(tx)
  return rows[0] ?? null
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
  const moved = status ? { status, status_since: now } : {}
  const columns = Object.entries(patch).filter((entry): entry is [string, Value] => entry[1] !== undefined)
  await tx
    .updateTable('low_performance_cases')
    .set({ ...Object.fromEntries(columns), ...moved })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type NewCase = {
  readonly id: string
  readonly year: number
  readonly employeeId: string
  readonly dueOn: string
  readonly now: Date
}

/** Opens a case under the next number of the year; false where the person has one already. */
export async function open(tx: Tx, { id, year, employeeId, dueOn, now }: NewCase): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO low_performance_cases (id, year, employee_id, number, status, status_since, opened_at, due_on)
    SELECT ${id}, ${year}, ${employeeId}, coalesce(max(number), 0) + 1, 'opened', ${now}, ${now}, ${dueOn}
      FROM low_performance_cases WHERE year = ${year}
    ON CONFLICT (entity_id, year, employee_id) DO NOTHING RETURNING id`.execute(tx)
  return rows.length > 0
}

export async function replaceCauses(
  tx: Tx,
  { id, causes }: { readonly id: string; readonly causes: readonly { cause: Cause; note: string }[] },
): Promise<void> {
  await sql`DELETE FROM low_performance_causes WHERE case_id = ${id}::uuid`.execute(tx)
  for (const { cause, note } of causes) {
    await tx.insertInto('low_performance_causes').values({ case_id: id, cause, note }).execute()
  }
}

type NewMeasure = {
  readonly id: string
  readonly kind: MeasureKind
  readonly measure: string
  readonly ownerId: string
  readonly dueOn: string
}

/** Puts a plan's measures in place of those that are still open; what was settled stays on record. */
export async function replaceMeasures(
  tx: Tx,
  { id, measures }: { readonly id: string; readonly measures: readonly NewMeasure[] },
): Promise<void> {
  await sql`DELETE FROM low_performance_measures WHERE case_id = ${id}::uuid AND status = 'open'`.execute(tx)
  for (const [position, one] of measures.entries()) {
    await tx
      .insertInto('low_performance_measures')
      .values({
        id: one.id,
        case_id: id,
        position,
        kind: one.kind,
        measure: one.measure,
        owner_id: one.ownerId,
        due_on: one.dueOn,
      })
      .execute()
  }
}

/** Puts review days in place of those that have not been held. */
export async function replaceReviews(
  tx: Tx,
  { id, days, newId }: { readonly id: string; readonly days: readonly string[]; readonly newId: () => string },
): Promise<void> {
  await sql`DELETE FROM low_performance_reviews WHERE case_id = ${id}::uuid AND recorded_at IS NULL`.execute(tx)
  for (const day of days)
    await tx.insertInto('low_performance_reviews').values({ id: newId(), case_id: id, due_on: day }).execute()
}

export async function settleMeasure(
  tx: Tx,
  {
    caseId,
    id,
    status,
    note,
    by,
    now,
  }: { caseId: string; id: string; status: 'done' | 'dropped'; note: string; by: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('low_performance_measures')
    .set({ status, note, settled_at: now, settled_by: by })
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function measureOwner(tx: Tx, { caseId, id }: { caseId: string; id: string }): Promise<string | null> {
  const row = await tx
    .selectFrom('low_performance_measures')
    .select('owner_id')
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.owner_id ?? null
}

type Review = {
  readonly id: string
  readonly caseId: string
  readonly progress: Progress
  readonly record: string
  readonly by: string
  readonly today: string
  readonly now: Date
}

/** Writes a review into the first day that waits for one, or adds one where none waits. Answers the next day. */
export async function recordReview(
  tx: Tx,
  { id, caseId, progress, record, by, today, now }: Review,
): Promise<string | null> {
  const { rows } = await sql`
    UPDATE low_performance_reviews SET progress = ${progress}, record = ${record}, recorded_by = ${by}, recorded_at = ${now}
     WHERE id = (SELECT id FROM low_performance_reviews WHERE case_id = ${caseId}::uuid AND recorded_at IS NULL
                  ORDER BY due_on LIMIT 1) RETURNING id`.execute(tx)
  if (rows.length === 0) {
    await sql`INSERT INTO low_performance_reviews (id, case_id, due_on, progress, record, recorded_by, recorded_at)
              VALUES (${id}, ${caseId}, ${today}, ${progress}, ${record}, ${by}, ${now})`.execute(tx)
  }
  return nextReview(tx, { id: caseId })
}

export async function nextReview(tx: Tx, { id }: { readonly id: string }): Promise<string | null> {
  const { rows } = await sql<{ dueOn: string }>`
    SELECT due_on AS "dueOn" FROM low_performance_reviews WHERE case_id = ${id}::uuid AND recorded_at IS NULL
     ORDER BY due_on LIMIT 1`.execute(tx)
  return rows[0]?.dueOn ?? null
}

export async function addAnswer(
  tx: Tx,
  answer: { id: string; caseId: string; body: string; now: Date },
): Promise<void> {
  const { id, caseId, body, now } = answer
  await tx.insertInto('low_performance_answers').values({ id, case_id: caseId, body, at: now }).execute()
}

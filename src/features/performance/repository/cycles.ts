import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { CycleKind } from '../../../shared/period.ts'
import type { Cycle } from '../domain/document.ts'

export type NewCycle = {
  readonly id: string
  readonly ordinal: number
  readonly startsOn: string
  readonly endsOn: string
  readonly planDueOn: string
}

/** One writer at a time for the cycles of an entity's year. */
export async function lockYear(
  tx: Tx,
  { year }: { year: number },
): Promise<{ kind: CycleKind | null; opened: boolean }> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(itqan_entity()::text || ' cycles', ${year}))`.execute(tx)
  const { rows } = await sql<{ kind: CycleKind | null; opened: boolean }>`
    SELECT (SELECT kind FROM cycle_years WHERE year = ${year}) AS kind,
           EXISTS (SELECT FROM cycles WHERE year = ${year} AND status <> 'planned') AS opened`.execute(tx)
  return rows[0] ?? { kind: null, opened: false }
}

/** Lays the cycles of a year out anew; only while all of them are planned. */
export async function layOutYear(
  tx: Tx,
  { year, kind, cycles }: { year: number; kind: CycleKind; cycles: readonly NewCycle[] },
): Promise<void> {
  await tx.deleteFrom('cycles').where('year', '=', year).execute()
  await tx
    .insertInto('cycle_years')
    .values({ year, kind })
    .onConflict((conflict) => conflict.columns(['entity_id', 'year']).doUpdateSet({ kind }))
    .execute()
  await tx
    .insertInto('cycles')
    .values(
      cycles.map((one) => ({
        id: one.id,
        year,
        kind,
        ordinal: one.ordinal,
        starts_on: one.startsOn,
        ends_on: one.endsOn,
        plan_due_on: one.planDueOn,
        status: 'planned' as const,
      })),
    )
    .execute()
}

export type LockedCycle = Cycle & {
  readonly version: number
  readonly openedAt: Date | null
  readonly openedBy: string | null
}

export async function lockCycle(tx: Tx, { id }: { id: string }): Promise<LockedCycle | null> {
  const { rows } = await sql<LockedCycle>`
    SELECT id, year, kind, ordinal, starts_on AS "startsOn", ends_on AS "endsOn", plan_due_on AS "planDueOn", status, version,
           opened_at AS "openedAt", opened_by AS "openedBy"
      FROM cycles WHERE id = ${id}::uuid FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export async function open(
  tx: Tx,
  { id, by, planDueOn, now }: { id: string; by: string | null; planDueOn: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('cycles')
    .set({ status: 'open', opened_at: now, opened_by: by, plan_due_on: planDueOn })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function close(tx: Tx, { id, by, now }: { id: string; by: string | null; now: Date }): Promise<void> {
  await tx
    .updateTable('cycles')
    .set({ status: 'closed', closed_at: now, closed_by: by })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export type Joiner = { readonly id: string; readonly hiredOn: string; readonly nameAr: string; readonly nameEn: string }

/** People in scope during the cycle who have no document in it yet (BR-29). */
export async function withoutDocument(
  tx: Tx,
  { cycleId, startsOn, today }: { cycleId: string; startsOn: string; today: string },
): Promise<Joiner[]> {
  const { rows } = await sql<Joiner>`
    SELECT e.id, e.hired_on AS "hiredOn", e.name_ar AS "nameAr", e.name_en AS "nameEn"
      FROM employees e
     WHERE e.in_scope AND e.hired_on <= greatest(${startsOn}::date, ${today}::date)
       AND (e.exited_on IS NULL OR e.exited_on >= greatest(${startsOn}::date, ${today}::date))
       AND NOT EXISTS (SELECT FROM performance_documents d WHERE d.cycle_id = ${cycleId}::uuid AND d.employee_id = e.id)
     ORDER BY e.id`.execute(tx)
  return rows
}

export type Enrolment = { readonly documentId: string; readonly employeeId: string; readonly dueOn: string }

/** Gives everyone a document to write, in one statement. */
export async function enrol(
  tx: Tx,
  { cycleId, enrolments, now }: { cycleId: string; enrolments: readonly Enrolment[]; now: Date },
): Promise<void> {
  await sql`
    INSERT INTO performance_documents (id, cycle_id, employee_id, status, status_since, due_on, updated_at, created_at)
    SELECT n.id, ${cycleId}::uuid, n.employee_id, 'draft', ${now}::timestamptz, n.due_on, ${now}::timestamptz, ${now}::timestamptz
      FROM unnest(${enrolments.map((one) => one.documentId)}::uuid[], ${enrolments.map((one) => one.employeeId)}::uuid[],
                  ${enrolments.map((one) => one.dueOn)}::date[]) AS n (id, employee_id, due_on)
        ON CONFLICT DO NOTHING`.execute(tx)
}

export async function openCycles(tx: Tx): Promise<Cycle[]> {
  const { rows } = await sql<Cycle>`
    SELECT id, year, kind, ordinal, starts_on AS "startsOn", ends_on AS "endsOn", plan_due_on AS "planDueOn", status
      FROM cycles WHERE status = 'open' ORDER BY starts_on`.execute(tx)
  return rows
}

/** Documents whose writers have not typed since a time. */
export async function idleSessions(tx: Tx, { since, limit }: { since: Date; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM performance_documents
     WHERE editing_since IS NOT NULL AND edited_at < ${since}
     ORDER BY edited_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(tx)
  return rows.map((row) => row.id)
}

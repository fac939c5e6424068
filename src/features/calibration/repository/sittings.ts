import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { SittingStatus } from '../domain/workflow.ts'
import type { Capacity } from '../policy.ts'

export type Sitting = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly heldOn: string
  readonly status: SittingStatus
  readonly agenda: string
  readonly minutes: string
  readonly calledBy: string
  readonly calledAt: Date
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly version: number
}

const columns = sql`id, year, number, to_char(held_on, 'YYYY-MM-DD') AS "heldOn", status, agenda, minutes,
  called_by AS "calledBy", called_at AS "calledAt", opened_at AS "openedAt", closed_at AS "closedAt", version`

export async function sittingById(tx: Tx, { id }: { id: string }): Promise<Sitting | null> {
  const { rows } = await sql<Sitting>`SELECT ${columns} FROM sittings WHERE id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

export async function openSittingOf(tx: Tx, { year }: { year: number }): Promise<Sitting | null> {
  const { rows } = await sql<Sitting>`
    SELECT ${columns} FROM sittings WHERE year = ${year} AND status = 'open'`.execute(tx)
  return rows[0] ?? null
}

type NewSitting = {
  readonly id: string
  readonly year: number
  readonly heldOn: string
  readonly agenda: string
  readonly by: string
  readonly now: Date
}

export async function add(tx: Tx, { id, year, heldOn, agenda, by, now }: NewSitting): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    INSERT INTO sittings (id, year, number, held_on, status, agenda, called_by, called_at)
    SELECT ${id}::uuid, ${year}, coalesce(max(number), 0) + 1, ${heldOn}::date, 'called', ${agenda}, ${by}::uuid, ${now}
      FROM sittings WHERE year = ${year}
    RETURNING number`.execute(tx)
  return rows[0]?.number ?? 1
}

type Patch = {
  readonly heldOn?: string | undefined
  readonly agenda?: string | undefined
  readonly minutes?: string | undefined
  readonly status?: SittingStatus
  readonly openedAt?: Date
  readonly closedAt?: Date
  readonly closedBy?: string
}

export async function save(tx: Tx, { id, patch }: { id: string; patch: Patch }): Promise<void> {
  const { heldOn, agenda, minutes, status, openedAt, closedAt, closedBy } = patch
  await tx
    .updateTable('sittings')
    .set({
      ...(heldOn !== undefined && { held_on: heldOn }),
      ...(agenda !== undefined && { agenda }),
      ...(minutes !== undefined && { minutes }),
      ...(status !== undefined && { status }),
      ...(openedAt !== undefined && { opened_at: openedAt }),
      ...(closedAt !== undefined && { closed_at: closedAt }),
      ...(closedBy !== undefined && { closed_by: closedBy }),
    })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Who belongs to a sitting: the committee of the day; nobody who has already come is taken off. */
export async function seatMembers(
  tx: Tx,
  { id, members }: { id: string; members: readonly { readonly id: string; readonly capacity: Capacity }[] },
): Promise<void> {
  await sql`
    DELETE FROM sitting_members WHERE sitting_id = ${id}::uuid AND arrived_at IS NULL
       AND NOT member_id = ANY (${members.map((one) => one.id)}::uuid[])`.execute(tx)
  await sql`
    INSERT INTO sitting_members (sitting_id, member_id, capacity)
    SELECT ${id}::uuid, n.member_id, n.capacity
      FROM unnest(${members.map((one) => one.id)}::uuid[], ${members.map((one) => one.capacity)}::text[]) AS n (member_id, capacity)
    ON CONFLICT (entity_id, sitting_id, member_id) DO UPDATE SET capacity = excluded.capacity`.execute(tx)
}

export async function attend(
  tx: Tx,
  { id, memberId, present, now }: { id: string; memberId: string; present: boolean; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE sitting_members
       SET present = ${present}, arrived_at = CASE WHEN ${present} THEN coalesce(arrived_at, ${now}) ELSE arrived_at END,
           left_at = CASE WHEN ${present} THEN NULL WHEN arrived_at IS NOT NULL THEN ${now}::timestamptz END
     WHERE sitting_id = ${id}::uuid AND member_id = ${memberId}::uuid RETURNING 1`.execute(tx)
  return rows.length > 0
}

export type Attendant = { readonly id: string; readonly capacity: Capacity; readonly present: boolean }

export async function attendants(tx: Tx, { id }: { id: string }): Promise<Attendant[]> {
  const { rows } = await sql<Attendant>`
    SELECT member_id AS id, capacity, present FROM sitting_members WHERE sitting_id = ${id}::uuid ORDER BY member_id`.execute(
    tx,
  )
  return rows
}

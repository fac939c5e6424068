import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { Difficulty, DifficultyChange } from '../domain/difficulties.ts'

export async function difficultiesOf(tx: Tx, { documentId }: { documentId: string }): Promise<Difficulty[]> {
  const { rows } = await sql<Difficulty>`
    SELECT id, kind, body, key_result_id AS "keyResultId", carried_from AS "carriedFrom", status, resolution
      FROM difficulties WHERE document_id = ${documentId}::uuid ORDER BY created_at, id`.execute(tx)
  return rows
}

type Change = DifficultyChange & {
  readonly documentId: string
  readonly employeeId: string
  readonly newId: NewId
  readonly now: Date
}

export async function change(
  tx: Tx,
  { documentId, employeeId, added, changed, removed, newId, now }: Change,
): Promise<void> {
  if (removed.length > 0)
    await tx
      .deleteFrom('difficulties')
      .where('id', 'in', [...removed])
      .execute()
  for (const one of changed) {
    const resolution = one.resolution || null
    await tx
      .updateTable('difficulties')
      .set({ kind: one.kind, body: one.body, key_result_id: one.keyResultId, resolution })
      .set({ status: resolution ? 'resolved' : 'open', resolved_at: resolution ? now : null })
      .where('id', '=', one.id)
      .execute()
  }
  if (added.length === 0) return
  await tx
    .insertInto('difficulties')
    .values(
      added.map((one) => ({
        id: newId(),
        document_id: documentId,
        employee_id: employeeId,
        key_result_id: one.keyResultId,
        kind: one.kind,
        body: one.body,
        status: one.resolution ? ('resolved' as const) : ('open' as const),
        resolution: one.resolution || null,
        resolved_at: one.resolution ? now : null,
        created_at: now,
      })),
    )
    .execute()
}

/** What is still open of earlier documents comes along into the ones whose closing begins (E 12.5). */
export async function carryInto(
  tx: Tx,
  { documentIds, newId, now }: { documentIds: readonly string[]; newId: NewId; now: Date },
): Promise<void> {
  const { rows } = await sql<{ id: string; into: string }>`
    SELECT f.id, d.id AS into
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
      JOIN difficulties f ON f.employee_id = d.employee_id AND f.status = 'open' AND f.document_id <> d.id
      JOIN performance_documents b ON b.entity_id = f.entity_id AND b.id = f.document_id
      JOIN cycles bc ON bc.entity_id = b.entity_id AND bc.id = b.cycle_id
     WHERE d.id = ANY (${[...documentIds]}::uuid[]) AND (bc.starts_on, b.segment) < (c.starts_on, d.segment)
     ORDER BY f.created_at, f.id`.execute(tx)
  if (rows.length === 0) return
  await sql`
    INSERT INTO difficulties (id, document_id, employee_id, kind, body, carried_from, status, created_at)
    SELECT n.id, n.into_id, f.employee_id, f.kind, f.body, f.id, 'open', ${now}
      FROM unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.into)}::uuid[], ${rows.map((row) => row.id)}::uuid[]) AS n (id, into_id, from_id)
      JOIN difficulties f ON f.id = n.from_id
        ON CONFLICT DO NOTHING`.execute(tx)
  await tx
    .updateTable('difficulties')
    .set({ status: 'carried' })
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
}

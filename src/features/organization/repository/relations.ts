import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { RelationKind } from '../domain/vocabulary.ts'

export type RelationFacts = {
  readonly employeeId: string
  readonly otherId: string
  readonly kind: RelationKind
  readonly note: string | null
}

export async function addRelation(
  tx: Tx,
  { id, by, now, ...facts }: RelationFacts & { readonly id: string; readonly by: string; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto('declared_relations')
    .values({
      id,
      employee_id: facts.employeeId,
      other_id: facts.otherId,
      kind: facts.kind,
      note: facts.note,
      declared_by: by,
      declared_at: now,
    })
    .execute()
}

export async function endRelation(tx: Tx, { id, now }: { readonly id: string; readonly now: Date }): Promise<void> {
  await sql`UPDATE declared_relations SET ended_at = ${now} WHERE id = ${id}::uuid AND ended_at IS NULL`.execute(tx)
}

/** Who stands in a relation, with the row locked until the transaction ends. Null where there is none. */
export async function lockRelation(
  tx: Tx,
  { id }: { readonly id: string },
): Promise<{ employeeId: string; otherId: string; declaredBy: string; endedAt: Date | null } | null> {
  const { rows } = await sql<{ employeeId: string; otherId: string; declaredBy: string; endedAt: Date | null }>`
    SELECT employee_id AS "employeeId", other_id AS "otherId", declared_by AS "declaredBy", ended_at AS "endedAt"
      FROM declared_relations WHERE id = ${id}::uuid FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

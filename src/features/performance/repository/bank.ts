import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DataType } from '../../../shared/measure.ts'
import type { ObjectiveClass } from '../domain/document.ts'

export type BankEntry = {
  readonly id: string
  readonly title: string
  readonly class: ObjectiveClass
  readonly divisionId: string | null
  readonly postId: string | null
  readonly planNodeId: string | null
  readonly keyResults: readonly {
    readonly id: string
    readonly statement: string
    readonly dataType: DataType
    readonly targets: { readonly below: string | null; readonly meets: string | null; readonly exceeds: string | null }
  }[]
}

export async function add(tx: Tx, entry: BankEntry & { by: string | null; now: Date }): Promise<void> {
  await tx
    .insertInto('bank_objectives')
    .values({ id: entry.id, ...columns(entry), created_by: entry.by, created_at: entry.now })
    .execute()
  await addKeyResults(tx, entry)
}

export async function change(tx: Tx, entry: BankEntry & { by: string | null; now: Date }): Promise<void> {
  await tx
    .updateTable('bank_objectives')
    .set({ ...columns(entry), updated_at: entry.now, updated_by: entry.by })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', entry.id)
    .execute()
  await tx.deleteFrom('bank_key_results').where('bank_objective_id', '=', entry.id).execute()
  await addKeyResults(tx, entry)
}

export async function retire(tx: Tx, { id, by, now }: { id: string; by: string | null; now: Date }): Promise<void> {
  await tx
    .updateTable('bank_objectives')
    .set({ retired_at: now, updated_at: now, updated_by: by })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export type LockedBankEntry = {
  readonly version: number
  readonly divisionId: string | null
  readonly retired: boolean
  readonly updatedAt: Date
  readonly updatedBy: string | null
}

export async function lock(tx: Tx, { id }: { id: string }): Promise<LockedBankEntry | null> {
  const { rows } = await sql<LockedBankEntry>`
    SELECT version, division_id AS "divisionId", retired_at IS NOT NULL AS retired,
           coalesce(updated_at, created_at) AS "updatedAt", coalesce(updated_by, created_by) AS "updatedBy"
      FROM bank_objectives WHERE id = ${id}::uuid FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

function columns(entry: BankEntry) {
  return {
    title: entry.title,
    class: entry.class,
    division_id: entry.divisionId,
    post_id: entry.postId,
    plan_node_id: entry.planNodeId,
  }
}

async function addKeyResults(tx: Tx, { id, keyResults }: BankEntry): Promise<void> {
  if (keyResults.length === 0) return
  await tx
    .insertInto('bank_key_results')
    .values(
      keyResults.map((one, index) => ({
        id: one.id,
        bank_objective_id: id,
        position: index + 1,
        statement: one.statement,
        data_type: one.dataType,
        target_below: one.targets.below,
        target_meets: one.targets.meets,
        target_exceeds: one.targets.exceeds,
      })),
    )
    .execute()
}

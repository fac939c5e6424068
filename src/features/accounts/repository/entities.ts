import type { Tx } from '../../../platform/db/database.ts'

type NewEntity = {
  readonly id: string
  readonly code: string
  readonly nameAr: string
  readonly nameEn: string
  readonly now: Date
}

/** False when the code is taken. */
export async function add(tx: Tx, { id, code, nameAr, nameEn, now }: NewEntity): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('entities')
    .values({ id, code, name_ar: nameAr, name_en: nameEn, created_at: now })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

/** The empty profile of the running entity, for its administrator to fill. */
export async function addProfile(tx: Tx, { now }: { now: Date }): Promise<void> {
  await tx
    .insertInto('entity_profiles')
    .values({ updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

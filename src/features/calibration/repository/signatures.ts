import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

type Signature = {
  readonly year: number
  readonly freeze: number
  readonly memberId: string
  readonly digest: string
  readonly now: Date
}

export async function sign(tx: Tx, { year, freeze, memberId, digest, now }: Signature): Promise<void> {
  await sql`
    INSERT INTO result_signatures (year, freeze_number, member_id, digest, signed_at)
    VALUES (${year}, ${freeze}, ${memberId}, decode(${digest}, 'hex'), ${now})`.execute(tx)
}

/** Living signatures under exactly these results. */
export async function signers(tx: Tx, { year, digest }: { year: number; digest: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT member_id AS id FROM result_signatures
     WHERE year = ${year} AND withdrawn_at IS NULL AND digest = decode(${digest}, 'hex')`.execute(tx)
  return rows.map((row) => row.id)
}

/** What was signed is no longer what stands: signatures stay in the record, without effect. */
export async function withdrawSignatures(
  tx: Tx,
  { year, memberId, now }: { year: number; memberId?: string; now: Date },
): Promise<number> {
  const whose = memberId === undefined ? sql`true` : sql`member_id = ${memberId}::uuid`
  const { rows } = await sql`
    UPDATE result_signatures SET withdrawn_at = ${now}
     WHERE year = ${year} AND withdrawn_at IS NULL AND ${whose} RETURNING 1`.execute(tx)
  return rows.length
}

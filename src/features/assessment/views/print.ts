import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

export type Recorded = { readonly seq: string; readonly hash: string }

/** The entry of the audit chain that holds the last approval; null where none was written. */
export async function approvalRecord(tx: Tx, { documentId }: { documentId: string }): Promise<Recorded | null> {
  const { rows } = await sql<Recorded>`
    SELECT seq, encode(hash, 'hex') AS hash FROM audit_events
     WHERE subject_type = 'assessment' AND subject_id = ${documentId}
       AND action IN ('assessment.approve', 'assessment.stand_provisionally')
     ORDER BY seq DESC LIMIT 1`.execute(tx)
  return rows[0] ?? null
}

import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { withEntity } from '../db/with-entity.ts'
import { type Break, type ChainRow, checkEvent, genesis } from './chain.ts'

export type Verdict = { readonly entityId: string; readonly events: number; readonly broken: Break | null }

const batch = 5_000

/** Recomputes an entity's whole chain and holds it against its head. Reads in batches; memory stays flat. */
export async function verifyChain(db: Database, { entityId }: { entityId: string }): Promise<Verdict> {
  return withEntity(db, { entityId, readOnly: true }, async (tx) => {
    const head = await tx.selectFrom('audit_heads').select(['seq', 'hash']).executeTakeFirst()
    let last = { seq: 0n, hash: genesis(entityId) }
    for (;;) {
      const { rows } = await sql<ChainRow>`
        SELECT seq, at, actor_id, employee_id, on_behalf_of, action, subject_type, subject_id,
               payload::text AS payload, payload_digest, hash
          FROM audit_events WHERE seq > ${last.seq.toString()} AND seq <= ${head?.seq ?? '0'}
         ORDER BY seq LIMIT ${batch}`.execute(tx)
      for (const row of rows) {
        const broken = checkEvent(last, row)
        if (broken) return { entityId, events: Number(last.seq), broken }
        last = { seq: BigInt(row.seq), hash: row.hash }
      }
      if (rows.length < batch) break
    }
    const whole = !head || (BigInt(head.seq) === last.seq && head.hash.equals(last.hash))
    return {
      entityId,
      events: Number(last.seq),
      broken: whole ? null : { seq: String(last.seq + 1n), what: 'missing' },
    }
  })
}

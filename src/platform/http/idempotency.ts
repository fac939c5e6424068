import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { refuse } from '../../shared/refusal.ts'
import type { Tx } from '../db/database.ts'
import { httpErrors } from './errors.ts'

export type RepeatableRequest = {
  readonly identityId: string
  readonly key: string
  readonly operation: string
  readonly digest: Buffer
}

export type Remembered = { readonly status: number; readonly response: string | null }

/** The digest that tells a repeated request from another one with the same key. */
export function digestOfRequest(parts: { params: unknown; query: unknown; body: unknown; file?: Uint8Array }): Buffer {
  const hash = createHash('sha256').update(JSON.stringify([parts.params, parts.query, parts.body]))
  if (parts.file) hash.update(parts.file)
  return hash.digest()
}

/** The answer that this key has already had, or null. Refuses a key that was used for something else. */
export async function recall(tx: Tx, request: RepeatableRequest): Promise<Remembered | null> {
  const { rows } = await sql<Remembered & { operation: string; request_digest: Buffer }>`
    SELECT operation, request_digest, status, response::text AS response FROM idempotency_keys
     WHERE identity_id = ${request.identityId} AND key = ${request.key}`.execute(tx)
  const found = rows[0]
  if (!found) return null
  if (found.operation !== request.operation || !found.request_digest.equals(request.digest)) {
    throw refuse(httpErrors.idempotencyKeyReused)
  }
  return { status: found.status, response: found.response }
}

/** Keeps the answer in the transaction of its effect. A second writer of the same key fails here and reads instead. */
export async function remember(tx: Tx, request: RepeatableRequest, answer: Remembered & { now: Date }): Promise<void> {
  await sql`
    INSERT INTO idempotency_keys (entity_id, identity_id, key, operation, request_digest, status, response, created_at)
    VALUES (itqan_entity(), ${request.identityId}, ${request.key}, ${request.operation}, ${request.digest},
            ${answer.status}, ${answer.response}::json, ${answer.now})`.execute(tx)
}

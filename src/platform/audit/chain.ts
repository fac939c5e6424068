import { createHash } from 'node:crypto'

/** One row of an entity's chain as it is kept. `payload` is null once it has been lawfully erased. */
export type ChainRow = {
  readonly seq: string
  readonly at: Date
  readonly actor_id: string | null
  readonly employee_id: string | null
  readonly on_behalf_of: string | null
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly payload: string | null
  readonly payload_digest: Buffer
  readonly hash: Buffer
}

export type Break = { readonly seq: string; readonly what: 'missing' | 'payload' | 'hash' }

/** The hash before the first event of an entity. */
export function genesis(entityId: string): Buffer {
  return createHash('sha256').update(entityId, 'utf8').digest()
}

/**
 * Checks one event against the hash before it, away from the database. Returns the first thing that does not hold,
 * or null.
 */
export function checkEvent(previous: { seq: bigint; hash: Buffer }, row: ChainRow): Break | null {
  if (BigInt(row.seq) !== previous.seq + 1n) return { seq: row.seq, what: 'missing' }
  if (row.payload !== null && !sha256(row.payload).equals(row.payload_digest)) return { seq: row.seq, what: 'payload' }
  return linkHash(previous.hash, row).equals(row.hash) ? null : { seq: row.seq, what: 'hash' }
}

/** The hash of an event: of the one before it and of the line that `itqan_audit_line` makes. */
export function linkHash(previous: Buffer, row: Omit<ChainRow, 'payload' | 'hash'>): Buffer {
  const line = [
    row.seq,
    row.at.toISOString(),
    row.actor_id ?? '-',
    row.employee_id ?? '-',
    row.on_behalf_of ?? '-',
    row.action,
    row.subject_type,
    row.subject_id,
    row.payload_digest.toString('hex'),
  ].join('\n')
  return createHash('sha256').update(previous).update(line, 'utf8').digest()
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}

import { sql } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import type { Tx } from '../db/database.ts'

/** One act as it is told to the chain. `before` and `after` hold what changed, or all of it. */
export type AuditEvent = {
  /** Null when the program acts by itself: a job, the sample. */
  readonly actor: Pick<Actor, 'identityId' | 'employeeId'> | null
  /** `feature.move`, such as `performance.submit`. */
  readonly action: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string | undefined
  /** The employee for whom a delegate acts. */
  readonly onBehalfOf?: string | undefined
  readonly at: Date
}

const waiting = new WeakMap<Tx, AuditEvent[]>()

/** Tells the entity's audit chain of a change. The row is written in the same transaction, as its last statement. */
export function record(tx: Tx, event: AuditEvent): void {
  const events = waiting.get(tx)
  if (events) events.push(event)
  else waiting.set(tx, [event])
}

/** Remembers how far the record has come; what is answered forgets everything told since, for work that is taken back. */
export function bookmark(tx: Tx): () => void {
  const length = waiting.get(tx)?.length ?? 0
  return () => {
    const events = waiting.get(tx)
    if (events) events.length = Math.min(events.length, length)
  }
}

/** Appends what has been recorded so far. Called by the transaction itself. */
export async function flushAudit(tx: Tx): Promise<void> {
  const events = waiting.get(tx)
  if (!events?.length) return
  waiting.delete(tx)
  await sql`SELECT itqan_audit_append(${JSON.stringify(events.map(row))}::json)`.execute(tx)
}

function row({ actor, action, subject, before, after, reason, onBehalfOf, at }: AuditEvent) {
  return {
    at: at.toISOString(),
    actor: actor?.identityId ?? null,
    employee: actor?.employeeId ?? null,
    onBehalfOf: onBehalfOf ?? null,
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    // A text, so that the digested bytes are exactly these.
    payload: JSON.stringify({ before, after, reason }),
  }
}

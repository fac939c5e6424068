import type { Tx } from '../db/database.ts'
import type { JsonValue } from '../db/schema.generated.ts'

export type OutboxMessage = {
  /** The same in every attempt: the key by which the other side recognises a repetition. */
  readonly id: string
  readonly topic: string
  readonly payload: JsonValue
  readonly createdAt: Date
  /** 1 for the first. */
  readonly attempt: number
}

export type OutboxContext = { readonly tx: Tx; readonly entityId: string; readonly now: Date }

/** Carries out the effects of one topic. What it writes through `tx` commits together with the mark of delivery. */
export type OutboxHandler = {
  deliver(message: OutboxMessage, context: OutboxContext): Promise<void>
  /** Told once, in a transaction of its own, when no further attempt will follow. */
  gaveUp?(message: OutboxMessage, context: OutboxContext): Promise<void>
}

export type OutboxHandlers = Readonly<Record<string, OutboxHandler>>

/** Thrown by a handler when another attempt cannot help. The code is kept; it must hold nothing personal. */
export class Undeliverable extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.name = 'Undeliverable'
    this.code = code
  }
}

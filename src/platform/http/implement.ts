import type { Actor } from '../../shared/actor.ts'
import type { Contract, Operation, RequestOf, ResponseOf } from '../../shared/contract.ts'
import type { Language } from '../../shared/locale.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Tx } from '../db/database.ts'
import type { NewId } from '../db/ids.ts'

/** A file that a request brought, already under the operation's limit. */
export type UploadedFile = { readonly filename: string; readonly bytes: Uint8Array }

/** The same, received on disk: it may be read more than once while the request runs, and is gone afterwards. */
export type SpooledFile = {
  readonly filename: string
  readonly size: number
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/** Opens a short transaction of its own behind the entity's wall, when the one of the request has already ended. */
export type ReadAgain = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** A file that an operation answers with; it is always sent as an attachment unless `inline`. */
export type Download = {
  readonly filename: string
  readonly type: string
  readonly inline?: true
  /** A strong validator: the browser may keep the file as long as this stays the same. */
  readonly digest?: string
} & (
  | { readonly bytes: Uint8Array }
  /** Read piece by piece while it is sent, so that a slow reader holds no transaction. */
  | { readonly size: number; readonly chunks: (readAgain: ReadAgain) => AsyncIterable<Uint8Array> }
)

/** Who sits at the other end: for throttles and the list of sessions, never for rights. */
export type Visitor = {
  readonly ip: string
  readonly userAgent: string | null
  readonly cookies: Readonly<Record<string, string | undefined>>
}

export type SetCookie = (name: 'session' | 'device', value: string | null, options?: { expiresAt?: Date }) => void

/** What every handler is given beside the validated input. The transaction is the request's only one. */
export type Context<O extends Operation> = RequestOf<O> & {
  readonly actor: ActorFor<O>
  readonly now: Date
  readonly tx: Tx
  readonly newId: NewId
  readonly language: Language
  readonly visitor: Visitor
  readonly setCookie: SetCookie
} & (O extends { ifMatch: true } ? { readonly version: number } : unknown) &
  (O extends { upload: { spooled: true } }
    ? { readonly file: SpooledFile }
    : O extends { upload: object }
      ? { readonly file: UploadedFile }
      : unknown)

type ActorFor<O extends Operation> = O['permission'] extends 'public'
  ? null
  : O extends { scope: 'platform' }
    ? Actor
    : Actor & { readonly entityId: string }

type Answer<O extends Operation> = O['response'] extends 'download'
  ? Download
  : O['response'] extends 'empty'
    ? undefined
    : ResponseOf<O>

/**
 * A handler returns its answer. To refuse it throws a `Refusal`, and the transaction is rolled back; where the refusal
 * itself must leave a trace (a failed sign-in is counted), it *returns* the refusal, and the transaction is committed.
 */
export type Handler<O extends Operation> = (context: Context<O>) => Promise<Answer<O> | Refusal>

export type Implementation = {
  readonly contract: Contract
  readonly handlers: Readonly<Record<string, Handler<Operation>>>
}

/** A handler for each operation of a contract. */
export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<Extract<C[K], Operation>> }

/** Joins a contract with its handlers; a missing or unknown operation does not compile. */
export function implement<C extends Contract>(contract: C, handlers: Handlers<C>): Implementation {
  return { contract, handlers: handlers as unknown as Implementation['handlers'] }
}

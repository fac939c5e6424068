import type { input, output, ZodType } from 'zod'
import type { SignInRole } from './roles.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type OperationKey = `${Method} /api/${string}`

/** Who may call an operation at all; relations to a record are decided behind it. */
export type Permission = 'public' | 'signed_in' | readonly SignInRole[]

/** One operation of the API: the same object validates, documents and types the client. */
export type Operation = {
  readonly summary: string
  readonly permission: Permission
  readonly params?: ZodType
  readonly query?: ZodType
  readonly body?: ZodType
  readonly response: ZodType | 'download' | 'empty'
  readonly status?: 200 | 201 | 202
  /** The request must carry `If-Match` with the version that was read. */
  readonly ifMatch?: true
  /**
   * Takes one uploaded file as `multipart/form-data`: whole in memory, or `spooled` on disk, from where the handler
   * reads it in pieces.
   */
  readonly upload?: { readonly maxBytes: number; readonly spooled?: true }
  /** A reading that the audit chain remembers: its transaction may write. */
  readonly recorded?: true
  /** Works outside the tenant wall, on the named platform tables (decisions H14). */
  readonly scope?: 'platform'
}

export type Contract = Readonly<Record<OperationKey, Operation>>

type Out<T> = T extends ZodType ? output<T> : undefined
type In<T> = T extends ZodType ? input<T> : undefined

/** What a handler receives after validation. */
export type RequestOf<O extends Operation> = {
  params: Out<O['params']>
  query: Out<O['query']>
  body: Out<O['body']>
}

/** What a handler returns before encoding. */
export type ResponseOf<O extends Operation> = O['response'] extends ZodType ? input<O['response']> : undefined

/** What a client sends and gets, as JSON. */
export type ClientRequestOf<O extends Operation> = {
  params: In<O['params']>
  query: In<O['query']>
  body: In<O['body']>
}
export type ClientResponseOf<O extends Operation> = O['response'] extends ZodType ? output<O['response']> : undefined

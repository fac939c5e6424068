import type { Kysely } from 'kysely'
import type { DB } from './schema.generated.ts'

/** A pool of connections in the application's role. Rows are reached through `withEntity` or `withPlatform` only. */
export type Database = Kysely<DB>

declare const insideTransaction: unique symbol

/** One transaction inside the tenant wall: minted by `withEntity` and `withPlatform` alone. */
export type Tx = Kysely<DB> & { readonly [insideTransaction]: true }

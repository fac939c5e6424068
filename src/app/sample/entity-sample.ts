import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Rows } from './copy.ts'

/** Everything of one entity as it is loaded: rows by table, then what its audit chain tells. */
export type EntitySample = {
  readonly id: string
  readonly code: string
  readonly name: { readonly ar: string; readonly en: string }
  readonly createdAt: Date
  readonly rows: Rows
  readonly audit: readonly AuditEvent[]
}

/** What a sample holds: rows of the platform's own tables, and entities. */
export type Sample = { readonly platform: Rows; readonly entities: readonly EntitySample[] }

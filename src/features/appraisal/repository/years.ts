import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { YearStatus } from '../domain/workflow.ts'
import type { YearState } from '../domain/year.ts'
import { yearOf } from '../views/years.ts'

/** Holds a year against everybody who closes, opens or moves something of it; the row is made when it is missing. */
export async function lockYear(
  tx: Tx,
  { year, newId }: { readonly year: number; readonly newId: NewId },
): Promise<YearState> {
  await holdYear(tx, { year, alone: true })
  await sql`INSERT INTO appraisal_years (year, id, status) VALUES (${year}, ${newId()}, 'open') ON CONFLICT DO NOTHING`.execute(
    tx,
  )
  await sql`SELECT FROM appraisal_years WHERE year = ${year} FOR UPDATE`.execute(tx)
  const state = await yearOf(tx, { year })
  if (!state) throw new Error(`The year ${year} is not there after it was made`)
  return state
}

/** Alone: who moves the year. Together: those whose acts a freeze must either see or keep out (a cycle reopened). */
export async function holdYear(
  tx: Tx,
  { year, alone }: { readonly year: number; readonly alone: boolean },
): Promise<void> {
  const key = sql`hashtextextended(itqan_entity()::text || ' appraisal', ${year})`
  await (alone ? sql`SELECT pg_advisory_xact_lock(${key})` : sql`SELECT pg_advisory_xact_lock_shared(${key})`).execute(
    tx,
  )
}

export type YearPatch = {
  readonly status: YearStatus
  readonly policies?: string
  readonly freezes?: number
  readonly frozenAt?: Date
  readonly frozenBy?: string | null
  readonly signedAt?: Date | null
  readonly signedBy?: string | null
  readonly approvedAt?: Date | null
  readonly confirmedAt?: Date | null
  readonly confirmedBy?: string | null
  readonly publishedAt?: Date
  readonly publishedBy?: string | null
  readonly grievancesUntil?: Date
}

export async function saveYear(tx: Tx, { year, patch }: { year: number; patch: YearPatch }): Promise<void> {
  const { policies, freezes, frozenAt, frozenBy, signedAt, signedBy, approvedAt, confirmedAt, confirmedBy } = patch
  const { status, publishedAt, publishedBy, grievancesUntil } = patch
  await tx
    .updateTable('appraisal_years')
    .set({
      status,
      ...(policies !== undefined && { policies }),
      ...(freezes !== undefined && { freezes }),
      ...(frozenAt !== undefined && { frozen_at: frozenAt }),
      ...(frozenBy !== undefined && { frozen_by: frozenBy }),
      ...(signedAt !== undefined && { signed_at: signedAt }),
      ...(signedBy !== undefined && { signed_by: signedBy }),
      ...(approvedAt !== undefined && { approved_at: approvedAt }),
      ...(confirmedAt !== undefined && { confirmed_at: confirmedAt }),
      ...(confirmedBy !== undefined && { confirmed_by: confirmedBy }),
      ...(publishedAt !== undefined && { published_at: publishedAt }),
      ...(publishedBy !== undefined && { published_by: publishedBy }),
      ...(grievancesUntil !== undefined && { grievances_until: grievancesUntil }),
    })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('year', '=', year)
    .execute()
}

/** Puts these policies into the record of the year, in place of what it holds for their keys. */
export async function keepPolicies(tx: Tx, { year, policies }: { year: number; policies: string }): Promise<void> {
  await sql`UPDATE appraisal_years SET policies = (coalesce(policies::jsonb, '{}') || ${policies}::jsonb)::json
             WHERE year = ${year}`.execute(tx)
}

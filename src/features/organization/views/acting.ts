import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DelegationScope } from '../domain/vocabulary.ts'

type OnDay = { readonly on: string }
type Person = { readonly employeeId: string }

/** For whom the person may act on a day: living delegations to them of this scope (AMB-22). */
export async function actingFor(
  tx: Tx,
  { employeeId, on, scope }: Person & OnDay & { readonly scope: DelegationScope },
): Promise<{ delegatorId: string }[]> {
  const { rows } = await sql<{ delegatorId: string }>`
    SELECT DISTINCT delegator_id AS "delegatorId" FROM delegations
     WHERE delegate_id = ${employeeId}::uuid AND ${scope} = ANY (scopes) AND ${living(on)}`.execute(tx)
  return rows
}

/** The absence that covers the day, if one is recorded. */
export async function recordedAbsence(
  tx: Tx,
  { employeeId, on }: Person & OnDay,
): Promise<{ startsOn: string; endsOn: string } | null> {
  const { rows } = await sql<{ startsOn: string; endsOn: string }>`
    SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM absences
     WHERE employee_id = ${employeeId}::uuid AND itqan_holds(starts_on, ends_on, ${on}::date)`.execute(tx)
  return rows[0] ?? null
}

function living(on: string): RawBuilder<boolean> {
  return sql<boolean>`itqan_holds(starts_on, ends_on, ${on}::date) AND (revoked_on IS NULL OR ${on}::date < revoked_on)`
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { CycleKind } from '../../../shared/period.ts'
import type { Cycle } from '../domain/document.ts'
import type { Person } from '../schema.ts'
import { cycleJson, person } from './fragments.ts'

export async function cycleById(tx: Tx, { id }: { id: string }): Promise<Cycle | null> {
  const { rows } = await sql<{
    cycle: Cycle
  }>`SELECT ${cycleJson} AS cycle FROM cycles c WHERE c.id = ${id}::uuid`.execute(tx)
  return rows[0]?.cycle ?? null
}

export type CycleRow = Cycle & {
  readonly version: number
  readonly openedAt: string | null
  readonly openedBy: Person | null
  readonly documents: number
}
export type YearRow = { readonly year: number; readonly kind: CycleKind; readonly cycles: CycleRow[] }

/** The years that have cycles, the latest first. */
export async function cycleYears(tx: Tx, { today }: { today: string }): Promise<YearRow[]> {
  const { rows } = await sql<YearRow>`
    SELECT y.year, y.kind, coalesce((
        SELECT json_agg(json_build_object('id', c.id, 'kind', c.kind, 'year', c.year, 'ordinal', c.ordinal,
                 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'planDueOn', c.plan_due_on, 'status', c.status,
                 'version', c.version, 'openedAt', c.opened_at, 'openedBy', ${person('c.opened_by', today)},
                 'documents', (SELECT count(*) FROM performance_documents d WHERE d.cycle_id = c.id AND d.latest)) ORDER BY c.ordinal)
          FROM cycles c WHERE c.year = y.year), '[]'::json) AS cycles
      FROM cycle_years y ORDER BY y.year DESC LIMIT 30`.execute(tx)
  return rows
}

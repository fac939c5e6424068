import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { visionTree } from '../../vision/public.ts'
import type { Lookups } from '../domain/import-plan.ts'

/** What the cells of a plan's sheet may point at: divisions that hold on the day, and the Vision. */
export async function readLookups(tx: Tx, { year, on }: { year: number; on: string }): Promise<Lookups> {
  const { rows: divisions } = await sql<Lookups['divisions'][number]>`
    SELECT d.id, d.code, json_build_object('ar', p.name_ar, 'en', p.name_en) AS name
      FROM divisions d JOIN division_periods p ON p.entity_id = d.entity_id AND p.division_id = d.id
       AND itqan_holds(p.valid_from, p.valid_to, ${on}::date)
     ORDER BY d.path, d.code`.execute(tx)
  const { themes, programmes } = await visionTree(tx)
  const priorities = themes.flatMap((theme) => theme.priorities)
  return {
    year,
    divisions,
    priorities,
    programmes,
    indicators: priorities.flatMap((priority) =>
      priority.indicators.map((indicator) => ({ ...indicator, priorityId: priority.id })),
    ),
  }
}

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { VisionIndicator, VisionTree } from './schema.ts'

const name = (row: string): RawBuilder<unknown> =>
  sql`json_build_object('ar', ${sql.ref(`${row}.name_ar`)}, 'en', ${sql.ref(`${row}.name_en`)})`

const indicator = sql`json_build_object('id', i.id, 'code', i.code, 'name', ${name('i')}, 'unit', i.unit,
  'direction', i.direction, 'baseline', i.baseline::text, 'baselineYear', i.baseline_year,
  'target2030', i.target_2030::text, 'target2040', i.target_2040::text, 'demonstration', i.demonstration)`

/** The whole of it in one statement, in the order of the Vision document. */
export async function readTree(tx: Tx): Promise<VisionTree> {
  const { rows } = await sql<VisionTree>`
    SELECT coalesce((
        SELECT json_agg(json_build_object('id', t.id, 'code', t.code, 'name', ${name('t')}, 'priorities', coalesce((
            SELECT json_agg(json_build_object('id', p.id, 'code', p.code, 'name', ${name('p')}, 'indicators', coalesce((
                SELECT json_agg(${indicator} ORDER BY i.position) FROM vision_indicators i WHERE i.priority_id = p.id
              ), '[]')) ORDER BY p.position)
              FROM vision_priorities p WHERE p.theme_id = t.id
          ), '[]')) ORDER BY t.position)
          FROM vision_themes t
      ), '[]') AS themes,
      coalesce((
        SELECT json_agg(json_build_object('id', n.id, 'code', n.code, 'name', ${name('n')}) ORDER BY n.position)
          FROM national_programmes n
      ), '[]') AS programmes`.execute(tx)
  return rows[0] as VisionTree
}

export async function readIndicators(tx: Tx, ids: readonly string[]): Promise<VisionIndicator[]> {
  const { rows } = await sql<{ indicator: VisionIndicator }>`
    SELECT ${indicator} AS indicator FROM vision_indicators i WHERE i.id = ANY (${ids}::uuid[]) ORDER BY i.position`.execute(
    tx,
  )
  return rows.map((row) => row.indicator)
}

export type Hit = {
  readonly id: string
  readonly title: { readonly ar: string; readonly en: string }
  readonly detail: { readonly ar: string; readonly en: string }
}

/** Indicators and priorities whose name holds the text, whatever the form of its letters and digits. */
export async function findByName(tx: Tx, { text, limit }: { text: string; limit: number }): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    SELECT i.id, ${name('i')} AS title, ${name('p')} AS detail
      FROM vision_indicators i JOIN vision_priorities p ON p.id = i.priority_id
     WHERE strpos(itqan_normalize(i.name_ar || ' ' || i.name_en), itqan_normalize(${text})) > 0
    UNION ALL
    SELECT p.id, ${name('p')}, ${name('t')}
      FROM vision_priorities p JOIN vision_themes t ON t.id = p.theme_id
     WHERE strpos(itqan_normalize(p.name_ar || ' ' || p.name_en), itqan_normalize(${text})) > 0
     LIMIT ${limit}`.execute(tx)
  return rows
}

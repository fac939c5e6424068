import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { indicators, priorities, programmes, source, themes } from './domain/structure.ts'

/**
 * Writes the structure of Oman Vision 2040 into the central tables. It is a public fact, so an empty start loads it
 * too; the values of the indicators are marked as demonstration. Repeatable: the same codes are renewed.
 * Runs in a platform transaction.
 */
export async function loadVision(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO vision_themes (id, code, name_ar, name_en, position)
    SELECT * FROM json_to_recordset(${rows('theme', themes)}::json)
        AS t (id uuid, code text, name_ar text, name_en text, position smallint)
    ON CONFLICT (code) DO UPDATE SET name_ar = excluded.name_ar, name_en = excluded.name_en, position = excluded.position`.execute(
    tx,
  )
  await sql`
    INSERT INTO vision_priorities (id, theme_id, code, name_ar, name_en, position)
    SELECT p.id, t.id, p.code, p.name_ar, p.name_en, p.position
      FROM json_to_recordset(${rows('priority', priorities)}::json)
        AS p (id uuid, code text, theme text, name_ar text, name_en text, position smallint)
      JOIN vision_themes t ON t.code = p.theme
    ON CONFLICT (code) DO UPDATE SET name_ar = excluded.name_ar, name_en = excluded.name_en,
      theme_id = excluded.theme_id, position = excluded.position`.execute(tx)
  await sql`
    INSERT INTO national_programmes (id, code, name_ar, name_en, position)
    SELECT * FROM json_to_recordset(${rows('programme', programmes)}::json)
        AS t (id uuid, code text, name_ar text, name_en text, position smallint)
    ON CONFLICT (code) DO UPDATE SET name_ar = excluded.name_ar, name_en = excluded.name_en, position = excluded.position`.execute(
    tx,
  )
  await sql`
    INSERT INTO vision_indicators (id, priority_id, code, name_ar, name_en, unit, direction, baseline, baseline_year,
                                   target_2030, target_2040, demonstration, source, position)
    SELECT i.id, p.id, i.code, i.name_ar, i.name_en, i.unit, i.direction, i.baseline, i.baseline_year, i.target_2030,
           i.target_2040, true, ${source}, i.position
      FROM json_to_recordset(${rows('indicator', indicators)}::json)
        AS i (id uuid, code text, priority text, name_ar text, name_en text, unit text, direction text,
              baseline numeric, baseline_year smallint, target_2030 numeric, target_2040 numeric, position smallint)
      JOIN vision_priorities p ON p.code = i.priority
    ON CONFLICT (code) DO UPDATE SET name_ar = excluded.name_ar, name_en = excluded.name_en, unit = excluded.unit,
      direction = excluded.direction, baseline = excluded.baseline, baseline_year = excluded.baseline_year,
      target_2030 = excluded.target_2030, target_2040 = excluded.target_2040, priority_id = excluded.priority_id,
      source = excluded.source, position = excluded.position`.execute(tx)
}

function rows(kind: string, list: readonly { readonly code: string }[]): string {
  return JSON.stringify(list.map((one, at) => ({ id: idOf(kind, one.code), position: at + 1, ...one })))
}

/** The same row has the same id in every installation, so that plans can be compared and exchanged. */
export function idOf(kind: string, code: string): string {
  const hex = createHash('sha256').update(`itqan vision ${kind} ${code}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

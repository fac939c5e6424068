import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

export type Letterhead = {
  readonly name: { readonly ar: string; readonly en: string }
  readonly logo: Buffer | null
  readonly logoType: 'image/png' | 'image/jpeg' | null
}

/** The entity as it stands at the head of a printed document. */
export async function letterhead(tx: Tx): Promise<Letterhead> {
  const { rows } = await sql<Letterhead>`
    SELECT json_build_object('ar', e.name_ar, 'en', e.name_en) AS name, p.logo, p.logo_type AS "logoType"
      FROM entities e LEFT JOIN entity_profiles p ON p.entity_id = e.id
     WHERE e.id = itqan_entity()`.execute(tx)
  return rows[0] ?? { name: { ar: '', en: '' }, logo: null, logoType: null }
}

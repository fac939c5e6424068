import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { guideActors } from '../domain/actors.ts'
import type { Name } from '../domain/vocabulary.ts'

export type EntityProfile = {
  readonly code: string
  readonly name: Name
  readonly vision: Name
  readonly mission: Name
  readonly logoUrl: string | null
  readonly version: number
}

/** What the frame and the home page show of the entity. Null before an entity has been founded. */
export async function entityProfile(tx: Tx): Promise<EntityProfile | null> {
  const { rows } = await sql<EntityProfile>`
    SELECT e.code, json_build_object('ar', e.name_ar, 'en', e.name_en) AS name,
           json_build_object('ar', p.vision_ar, 'en', p.vision_en) AS vision,
           json_build_object('ar', p.mission_ar, 'en', p.mission_en) AS mission,
           '/api/organization/logo?digest=' || p.logo_digest AS "logoUrl", p.version
      FROM entity_profiles p JOIN entities e ON e.id = p.entity_id`.execute(tx)
  return rows[0] ?? null
}

export async function logoOf(tx: Tx): Promise<{ bytes: Buffer; type: string; digest: string } | null> {
  const row = await tx
    .selectFrom('entity_profiles')
    .select(['logo as bytes', 'logo_type as type', 'logo_digest as digest'])
    .executeTakeFirst()
  return row?.bytes && row.type && row.digest ? { bytes: row.bytes, type: row.type, digest: row.digest } : null
}

/** The actors of the guides with the divisions that play them, named as of a day. */
export async function actorMap(tx: Tx, { on }: { on: string }) {
  const { rows } = await sql<{ actor: string; id: string; name: Name }>`
    SELECT a.actor, a.division_id AS id, json_build_object('ar', p.name_ar, 'en', p.name_en) AS name
      FROM actor_divisions a
      JOIN LATERAL (
        SELECT name_ar, name_en FROM division_periods p
         WHERE p.entity_id = a.entity_id AND p.division_id = a.division_id
         ORDER BY itqan_holds(valid_from, valid_to, ${on}::date) DESC, valid_from DESC LIMIT 1) p ON true
     ORDER BY a.actor, p.name_ar COLLATE itqan_ar`.execute(tx)
  return guideActors.map((actor) => ({
    ...actor,
    divisions: rows.filter((row) => row.actor === actor.id).map(({ id, name }) => ({ id, name })),
  }))
}

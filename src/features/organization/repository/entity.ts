import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Name } from '../domain/vocabulary.ts'

export type ProfileFacts = { readonly name: Name; readonly vision: Name; readonly mission: Name }

export async function addProfile(tx: Tx, { now }: { now: Date }): Promise<void> {
  await sql`INSERT INTO entity_profiles (updated_at) VALUES (${now}) ON CONFLICT DO NOTHING`.execute(tx)
}

export async function lockProfile(tx: Tx): Promise<(ProfileFacts & { version: number }) | null> {
  const { rows } = await sql<ProfileFacts & { version: number }>`
    SELECT json_build_object('ar', e.name_ar, 'en', e.name_en) AS name,
           json_build_object('ar', p.vision_ar, 'en', p.vision_en) AS vision,
           json_build_object('ar', p.mission_ar, 'en', p.mission_en) AS mission, p.version
      FROM entity_profiles p JOIN entities e ON e.id = p.entity_id
       FOR UPDATE OF p`.execute(tx)
  return rows[0] ?? null
}

export async function saveProfile(tx: Tx, { name, vision, mission, now }: ProfileFacts & { now: Date }): Promise<void> {
  await sql`UPDATE entities SET name_ar = ${name.ar}, name_en = ${name.en} WHERE id = itqan_entity()`.execute(tx)
  await tx
    .updateTable('entity_profiles')
    .set((is) => ({
      vision_ar: vision.ar,
      vision_en: vision.en,
      mission_ar: mission.ar,
      mission_en: mission.en,
      version: is('version', '+', 1),
      updated_at: now,
    }))
    .execute()
}

export type Logo = { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg'; readonly digest: string }

export async function saveLogo(tx: Tx, { logo, now }: { logo: Logo | null; now: Date }): Promise<void> {
  await tx
    .updateTable('entity_profiles')
    .set((is) => ({
      logo: logo && Buffer.from(logo.bytes),
      logo_type: logo?.type ?? null,
      logo_digest: logo?.digest ?? null,
      version: is('version', '+', 1),
      updated_at: now,
    }))
    .execute()
}

export async function saveActorDivisions(
  tx: Tx,
  { actor, divisionIds }: { actor: string; divisionIds: readonly string[] },
): Promise<void> {
  await tx.deleteFrom('actor_divisions').where('actor', '=', actor).execute()
  await sql`INSERT INTO actor_divisions (actor, division_id)
    SELECT DISTINCT ${actor}, id FROM unnest(${divisionIds}::uuid[]) AS id`.execute(tx)
}

export async function addEntity(
  tx: Tx,
  { id, code, name, sample, now }: { id: string; code: string; name: Name; sample: boolean; now: Date },
): Promise<void> {
  await tx
    .insertInto('entities')
    .values({ id, code, name_ar: name.ar, name_en: name.en, sample, created_at: now })
    .execute()
}

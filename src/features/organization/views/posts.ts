import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Language } from '../../../shared/locale.ts'
import { normalizeArabic } from '../../../shared/text.ts'
import type { JobFamily, Name } from '../domain/vocabulary.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'

type PostRow = {
  readonly id: string
  readonly version: number
  readonly code: string
  readonly title: Name
  readonly family: JobFamily
  readonly holders: number
}
type Query = {
  readonly text?: string | undefined
  readonly family?: JobFamily | undefined
  readonly cursor?: string | undefined
  readonly limit: number
  readonly on: string
  readonly language: Language
}

export async function postList(tx: Tx, { text, family, cursor, limit, on, language }: Query) {
  const after = decodeCursor(cursor)
  const key = sql.ref(language === 'ar' ? 'p.title_ar' : 'p.title_en')
  const where = sql`itqan_normalize(p.code || ' ' || p.title_ar || ' ' || p.title_en) LIKE ALL (${likePatterns(text ?? '')}::text[])
    AND (${family ?? null}::text IS NULL OR p.job_family = ${family ?? null})`
  const { rows } = await sql<PostRow & { key: string }>`
    SELECT p.id, p.version, p.code, json_build_object('ar', p.title_ar, 'en', p.title_en) AS title,
           p.job_family AS family, ${key} AS key,
           (SELECT count(*)::int FROM assignments a WHERE a.entity_id = p.entity_id AND a.post_id = p.id
               AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)) AS holders
      FROM posts p
     WHERE ${where} AND (${after?.id ?? null}::uuid IS NULL
        OR (${key} COLLATE itqan_ar, p.id) > (${after?.key ?? null}::text COLLATE itqan_ar, ${after?.id ?? null}::uuid))
     ORDER BY ${key} COLLATE itqan_ar, p.id LIMIT ${limit + 1}`.execute(tx)
  const { rows: counted } = await sql<{ total: number }>`
    SELECT count(*)::int AS total FROM posts p WHERE ${where}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, total: counted[0]?.total ?? 0, next: rows.length > limit && last ? encodeCursor(last) : null }
}

export type PostRecord = PostRow & {
  readonly purpose: Name
  readonly duties: { readonly ar: string[]; readonly en: string[] }
}

export async function postRecord(tx: Tx, { id, on }: { id: string; on: string }): Promise<PostRecord | null> {
  const { rows } = await sql<PostRecord>`
    SELECT p.id, p.version, p.code, json_build_object('ar', p.title_ar, 'en', p.title_en) AS title,
           p.job_family AS family, json_build_object('ar', p.purpose_ar, 'en', p.purpose_en) AS purpose,
           json_build_object('ar', p.duties_ar, 'en', p.duties_en) AS duties,
           (SELECT count(*)::int FROM assignments a WHERE a.post_id = p.id
               AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)) AS holders
      FROM posts p WHERE p.id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

export async function wasHeld(tx: Tx, postId: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM assignments WHERE post_id = ${postId}::uuid LIMIT 1`.execute(tx)
  return rows.length > 0
}

/** One LIKE pattern for each typed word, in the form under which text is searched: all must be there, in any order. */
export function likePatterns(text: string): string[] {
  return normalizeArabic(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { PostFacts } from '../domain/import-posts.ts'
import { chunks } from './periods.ts'

export async function addDivisions(
  tx: Tx,
  { divisions, now }: { divisions: readonly { id: string; code: string }[]; now: Date },
): Promise<void> {
  await sql`INSERT INTO divisions (id, code, created_at)
    SELECT (r->>'id')::uuid, r->>'code', ${now} FROM json_array_elements(${JSON.stringify(divisions)}::json) AS list (r)`.execute(
    tx,
  )
}

export async function codeTaken(
  tx: Tx,
  { table, code }: { table: 'divisions' | 'posts'; code: string },
): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} WHERE code = ${code}`.execute(tx)
  return rows.length > 0
}

export async function bumpDivisions(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`UPDATE divisions SET version = version + 1 WHERE id = ANY (${ids}::uuid[])`.execute(tx)
}

/** Recomputes the paths by which the tree is searched, as it stands on a day. */
export async function refreshPaths(tx: Tx, { on }: { on: string }): Promise<void> {
  await sql`SELECT itqan_refresh_division_paths(${on}::date)`.execute(tx)
}

type PostRow = PostFacts & { readonly id: string; readonly code: string }

export async function addPosts(tx: Tx, { posts, now }: { posts: readonly PostRow[]; now: Date }): Promise<void> {
  for (const rows of chunks(posts)) {
    await sql`INSERT INTO posts (id, code, created_at, title_ar, title_en, job_family, purpose_ar, purpose_en, duties_ar, duties_en)
      SELECT (r->>'id')::uuid, r->>'code', ${now}, ${postColumns}
        FROM json_array_elements(${JSON.stringify(rows)}::json) AS list (r)`.execute(tx)
  }
}

export async function savePosts(tx: Tx, posts: readonly (PostFacts & { readonly id: string })[]): Promise<void> {
  for (const rows of chunks(posts)) {
    await sql`UPDATE posts p
         SET (title_ar, title_en, job_family, purpose_ar, purpose_en, duties_ar, duties_en) = ROW (${postColumns}),
             version = version + 1
        FROM json_array_elements(${JSON.stringify(rows)}::json) AS list (r)
       WHERE p.id = (r->>'id')::uuid`.execute(tx)
  }
}

export async function removePost(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('posts').where('id', '=', id).execute()
}

const list = (language: 'ar' | 'en') =>
  sql`ARRAY(SELECT json_array_elements_text(r#>${sql.lit(`{duties,${language}}`)}))`
const postColumns = sql`r#>>'{title,ar}', r#>>'{title,en}', r->>'family', r#>>'{purpose,ar}', r#>>'{purpose,en}',
  ${list('ar')}, ${list('en')}`

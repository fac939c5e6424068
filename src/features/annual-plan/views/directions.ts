import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { directionAbilities, statusOf } from '../domain/direction.ts'
import type { Direction } from '../schema.ts'

type Row = Omit<Direction, 'can'> & { readonly leads: boolean }
type Pointer = Direction['division']

export type DirectionsRead = {
  readonly directions: readonly Direction[]
  readonly divisions: readonly (Pointer & { readonly depth: number })[]
}

type Reader = {
  readonly employeeId: string | null
  /** Sees the published directions to every division. */
  readonly readsAll: boolean
  readonly on: string
}

/**
 * Directions that reach the reader: those to the own division or one above it, those to divisions that the reader
 * leads, and own drafts; with the divisions to which the reader may write. One statement.
 */
export async function readDirections(
  tx: Tx,
  { employeeId, readsAll, on, ...which }: Reader & ({ year: number } | { id: string }),
): Promise<DirectionsRead> {
  const wanted = 'id' in which ? sql`g.id = ${which.id}::uuid` : sql`g.year = ${which.year}`
  const { rows } = await sql<{ directions: Row[]; divisions: DirectionsRead['divisions'] }>`
    WITH named AS (
      SELECT d.id, d.code, d.path, p.name_ar, p.name_en,
             json_build_object('ar', p.name_ar, 'en', p.name_en) AS name
        FROM divisions d JOIN division_periods p ON p.entity_id = d.entity_id AND p.division_id = d.id
         AND itqan_holds(p.valid_from, p.valid_to, ${on}::date)
    ),
    home AS (
      SELECT d.path FROM assignments a JOIN divisions d ON d.entity_id = a.entity_id AND d.id = a.division_id
       WHERE a.employee_id = ${employeeId}::uuid AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)
    ),
    led AS (
      SELECT d.path FROM headships h JOIN divisions d ON d.entity_id = h.entity_id AND d.id = h.division_id
       WHERE h.employee_id = ${employeeId}::uuid AND itqan_holds(h.valid_from, h.valid_to, ${on}::date)
    ),
    reaching AS (
      SELECT g.*, n.path, n.code, n.name,
             EXISTS (SELECT FROM led WHERE led.path @> n.path) AS leads
        FROM plan_directions g JOIN named n ON n.id = g.division_id
       WHERE ${wanted}
         AND (g.author_id = ${employeeId}::uuid
              OR (g.published_at IS NOT NULL
                  AND (${readsAll} OR EXISTS (SELECT FROM home WHERE n.path @> home.path)
                       OR EXISTS (SELECT FROM led WHERE led.path @> n.path OR n.path @> led.path))))
    )
    SELECT coalesce((
        SELECT json_agg(json_build_object('id', r.id, 'year', r.year, 'body', r.body, 'publishedAt', r.published_at,
                 'updatedAt', r.updated_at, 'version', r.version, 'leads', r.leads,
                 'division', json_build_object('id', r.division_id, 'code', r.code, 'name', r.name),
                 'author', json_build_object('id', e.id, 'name', json_build_object('ar', e.name_ar, 'en', e.name_en),
                   'title', json_build_object('ar', coalesce(t.title_ar, ''), 'en', coalesce(t.title_en, ''))))
                 ORDER BY r.published_at IS NOT NULL, nlevel(r.path), r.published_at DESC, r.created_at DESC)
          FROM reaching r
          JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.author_id
          LEFT JOIN LATERAL (
            SELECT p.title_ar, p.title_en FROM assignments a
              JOIN posts p ON p.entity_id = a.entity_id AND p.id = a.post_id
             WHERE a.entity_id = e.entity_id AND a.employee_id = e.id AND a.valid_from <= ${on}::date
             ORDER BY a.valid_from DESC LIMIT 1) t ON true
      ), '[]') AS directions,
      coalesce((
        SELECT json_agg(json_build_object('id', n.id, 'code', n.code, 'name', n.name,
                 'depth', nlevel(n.path) - (SELECT min(nlevel(led.path)) FROM led WHERE led.path @> n.path))
                 ORDER BY n.path)
          FROM named n WHERE EXISTS (SELECT FROM led WHERE led.path @> n.path)
      ), '[]') AS divisions`.execute(tx)
  const { directions = [], divisions = [] } = rows[0] ?? {}
  return {
    divisions,
    directions: directions.map(({ leads, ...row }) => ({
      ...row,
      can: directionAbilities({ status: statusOf(row), authorId: row.author.id, leads, employeeId }),
    })),
  }
}

export type PublishedDirection = {
  readonly id: string
  readonly divisionId: string
  readonly division: { readonly ar: string; readonly en: string }
  readonly authorId: string
  readonly body: string
  readonly publishedAt: Date
}

/** Published directions to any of the divisions or a division above them, nearest to the top first. */
export async function readDirectionsFor(
  tx: Tx,
  { divisionIds, year }: { divisionIds: readonly string[]; year: number },
): Promise<PublishedDirection[]> {
  const { rows } = await sql<PublishedDirection>`
    SELECT g.id, g.division_id AS "divisionId", g.author_id AS "authorId", g.body, g.published_at AS "publishedAt",
           (SELECT json_build_object('ar', p.name_ar, 'en', p.name_en) FROM division_periods p
             WHERE p.entity_id = g.entity_id AND p.division_id = g.division_id
             ORDER BY p.valid_from DESC LIMIT 1) AS division
      FROM plan_directions g JOIN divisions d ON d.entity_id = g.entity_id AND d.id = g.division_id
     WHERE g.year = ${year} AND g.published_at IS NOT NULL
       AND EXISTS (SELECT FROM divisions below WHERE below.id = ANY (${divisionIds}::uuid[]) AND d.path @> below.path)
     ORDER BY nlevel(d.path), g.published_at`.execute(tx)
  return rows
}

/** Employees whom directions to a division reach: everyone placed in it or below it on the day. */
export async function readReached(tx: Tx, { divisionId, on }: { divisionId: string; on: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT a.employee_id AS id
      FROM divisions top
      JOIN divisions d ON d.entity_id = top.entity_id AND top.path @> d.path
      JOIN assignments a ON a.entity_id = d.entity_id AND a.division_id = d.id
       AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)
      JOIN employees e ON e.entity_id = a.entity_id AND e.id = a.employee_id
       AND (e.exited_on IS NULL OR e.exited_on >= ${on}::date)
     WHERE top.id = ${divisionId}::uuid`.execute(tx)
  return rows.map((row) => row.id)
}

/** Whether the employee heads the division on the day, or a division above it. */
export async function readLeads(
  tx: Tx,
  { employeeId, divisionId, on }: { employeeId: string; divisionId: string; on: string },
): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`
    SELECT EXISTS (
      SELECT FROM headships h JOIN divisions led ON led.entity_id = h.entity_id AND led.id = h.division_id
        JOIN divisions d ON d.entity_id = h.entity_id AND d.id = ${divisionId}::uuid AND led.path @> d.path
       WHERE h.employee_id = ${employeeId}::uuid AND itqan_holds(h.valid_from, h.valid_to, ${on}::date)
    ) AS leads`.execute(tx)
  return rows[0]?.leads ?? false
}

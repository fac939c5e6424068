import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { Name } from '../domain/vocabulary.ts'
import { mayReadPeople } from '../policy.ts'
import { likePatterns } from './posts.ts'

export type PersonCard = {
  readonly id: string
  readonly name: Name
  readonly title: Name
  readonly division: Name
  readonly level: number | null
}

type Query = { readonly text: string; readonly on: string; readonly limit: number }

/** People in service on a day whose name or number holds the text: for pickers. */
export async function peopleFound(
  tx: Tx,
  { text, on, limit, highestLevel, ids }: Query & { highestLevel?: number | undefined; ids?: readonly string[] },
): Promise<PersonCard[]> {
  const among = ids ? sql<boolean>`e.id = ANY (${ids}::uuid[])` : sql<boolean>`true`
  const { rows } = await sql<PersonCard>`
    SELECT ${card}
      FROM employees e ${placeOn(on)}
     WHERE e.hired_on <= ${on}::date AND (e.exited_on IS NULL OR ${on}::date <= e.exited_on)
       AND e.search LIKE ALL (${likePatterns(text)}::text[]) AND ${among}
       AND (${highestLevel ?? null}::int IS NULL OR a.level <= ${highestLevel ?? null}::int)
     ORDER BY e.name_ar COLLATE itqan_ar, e.id LIMIT ${limit}`.execute(tx)
  return rows
}

/** The given people as cards, in service or not. */
export async function personCards(tx: Tx, { ids, on }: { ids: readonly string[]; on: string }): Promise<PersonCard[]> {
  const { rows } = await sql<PersonCard>`
    SELECT ${card} FROM employees e ${placeOn(on)} WHERE e.id = ANY (${ids}::uuid[])
     ORDER BY e.name_ar COLLATE itqan_ar, e.id`.execute(tx)
  return rows
}

/** A person as the search of the whole product shows one. */
export type PersonFound = {
  readonly kind: 'person'
  readonly id: string
  readonly title: Name
  readonly detail: Name
  readonly path: string
}

/** People whose record the actor may open: everyone for readers of all, else oneself and those below. */
export async function searchPeople(
  tx: Tx,
  { actor, text, limit, on }: Query & { actor: Pick<Actor, 'roles' | 'employeeId'> },
): Promise<PersonFound[]> {
  if (text.trim() === '') return []
  const ids = mayReadPeople(actor) ? undefined : await oneselfAndBelow(tx, { employeeId: actor.employeeId, on })
  const found = await peopleFound(tx, { text, on, limit, ...(ids && { ids }) })
  return found.map(({ id, name, title, division }) => ({
    kind: 'person',
    id,
    title: name,
    detail: { ar: joined(title.ar, division.ar), en: joined(title.en, division.en) },
    path: `/administration/employees/${id}`,
  }))
}

async function oneselfAndBelow(
  tx: Tx,
  { employeeId, on }: { employeeId: string | null; on: string },
): Promise<string[]> {
  if (employeeId === null) return []
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE below AS (
      SELECT ${employeeId}::uuid AS id
      UNION
      SELECT s.employee_id FROM supervisions s JOIN below ON s.supervisor_id = below.id
       WHERE itqan_holds(s.valid_from, s.valid_to, ${on}::date)
    )
    SELECT id FROM below`.execute(tx)
  return rows.map((row) => row.id)
}

const card = sql`e.id, json_build_object('ar', e.name_ar, 'en', e.name_en) AS name, a.level,
  json_build_object('ar', coalesce(t.title_ar, ''), 'en', coalesce(t.title_en, '')) AS title,
  json_build_object('ar', coalesce(d.name_ar, ''), 'en', coalesce(d.name_en, '')) AS division`

function placeOn(on: string): RawBuilder<unknown> {
  return sql`
    LEFT JOIN assignments a ON a.entity_id = e.entity_id AND a.employee_id = e.id
     AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)
    LEFT JOIN posts t ON t.entity_id = a.entity_id AND t.id = a.post_id
    LEFT JOIN division_periods d ON d.entity_id = a.entity_id AND d.division_id = a.division_id
     AND itqan_holds(d.valid_from, d.valid_to, ${on}::date)`
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

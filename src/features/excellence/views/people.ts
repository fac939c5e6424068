import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { employeesByIds } from '../../organization/public.ts'
import type { Person } from '../schema.ts'

/** Finds people by their ids as pages show them; whoever is unknown has no name. */
export async function peopleOf(
  tx: Tx,
  { ids, on }: { readonly ids: readonly (string | null)[]; readonly on: string },
): Promise<(id: string) => Person> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const cards = new Map((await employeesByIds(tx, { ids: known, on })).map((card) => [card.id, card]))
  return (id) => {
    const card = cards.get(id)
    const nameless = { ar: '', en: '' }
    return { id, name: card?.name ?? nameless, title: card?.title ?? nameless, division: card?.division ?? nameless }
  }
}

/** Which of these people serve on a day. */
export async function servingOf(
  tx: Tx,
  { ids, on }: { readonly ids: readonly string[]; readonly on: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM employees WHERE id = ANY (${[...ids]}::uuid[]) AND (exited_on IS NULL OR exited_on >= ${on}::date)`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Period, PeriodChange } from '../domain/periods.ts'
import type { DivisionKind, Name } from '../domain/vocabulary.ts'

/** The facts that hold for a time, by kind. Each belongs to one owner: a division or an employee. */
export type Facts = {
  division: { readonly kind: DivisionKind; readonly name: Name; readonly parentId: string | null }
  headship: { readonly employeeId: string }
  assignment: { readonly divisionId: string; readonly postId: string; readonly level: number }
  supervision: { readonly supervisorId: string }
}
export type FactKind = keyof Facts
export type PeriodOf<K extends FactKind> = Period<Facts[K]>

/** Where each kind is kept: its table, the column of its owner, and the columns of the fact as JSON paths. */
const places = {
  division: {
    table: 'division_periods',
    owner: 'division_id',
    columns: { kind: 'kind', parent_id: 'parentId', name_ar: 'name,ar', name_en: 'name,en' },
  },
  headship: { table: 'headships', owner: 'division_id', columns: { employee_id: 'employeeId' } },
  assignment: {
    table: 'assignments',
    owner: 'employee_id',
    columns: { division_id: 'divisionId', post_id: 'postId', level: 'level' },
  },
  supervision: { table: 'supervisions', owner: 'employee_id', columns: { supervisor_id: 'supervisorId' } },
} as const satisfies Record<FactKind, { table: string; owner: string; columns: Record<string, string> }>

const types: Readonly<Record<string, string>> = { kind: 'text', name_ar: 'text', name_en: 'text', level: 'smallint' }

type Row = { id: string; owner: string; from: string; to: string | null } & Record<string, string | number | null>

/** The periods of the given owners, each in order of time. */
export async function periodsOf<K extends FactKind>(
  tx: Tx,
  kind: K,
  owners: readonly string[],
): Promise<Map<string, PeriodOf<K>[]>> {
  const { table, owner, columns } = places[kind]
  const { rows } = await sql<Row>`
    SELECT id, ${sql.ref(owner)} AS owner, valid_from AS "from", valid_to AS "to", ${sql.join(Object.keys(columns).map((column) => sql.ref(column)))}
      FROM ${sql.table(table)} WHERE ${sql.ref(owner)} = ANY (${owners}::uuid[]) ORDER BY valid_from`.execute(tx)
  const found = new Map<string, PeriodOf<K>[]>(owners.map((id) => [id, []]))
  for (const row of rows) found.get(row.owner)?.push({ ...factOf(kind, row), id: row.id, from: row.from, to: row.to })
  return found
}

/** Writes what a change of periods says. Ends come before beginnings, so that no two hold on one day meanwhile. */
export async function savePeriods<K extends FactKind>(
  tx: Tx,
  kind: K,
  changes: readonly { readonly owner: string; readonly change: PeriodChange<Facts[K]> }[],
): Promise<void> {
  const { table, owner, columns } = places[kind]
  const names = [owner, ...Object.keys(columns), 'valid_from', 'valid_to']
  const removed = changes.flatMap(({ change }) => change.removed)
  const changed = changes.flatMap(({ owner, change }) => change.changed.map((period) => toRow(owner, period)))
  const added = changes.flatMap(({ owner, change }) => change.added.map((period) => toRow(owner, period)))
  const fields = Object.entries(columns).map(([column, path]) => value(column, path))
  const values = [sql`(r->>'owner')::uuid`, ...fields, sql`(r->>'from')::date`, sql`(r->>'to')::date`]
  if (removed.length > 0) await sql`DELETE FROM ${sql.table(table)} WHERE id = ANY (${removed}::uuid[])`.execute(tx)
  for (const rows of chunks(changed)) {
    const sets = sql.join(names.map((name, index) => sql`${sql.ref(name)} = ${values[index]}`))
    await sql`UPDATE ${sql.table(table)} SET ${sets} FROM json_array_elements(${JSON.stringify(rows)}::json) AS list (r)
       WHERE id = (r->>'id')::uuid`.execute(tx)
  }
  for (const rows of chunks(added)) {
    await sql`INSERT INTO ${sql.table(table)} (id, ${sql.join(names.map((name) => sql.ref(name)))})
      SELECT (r->>'id')::uuid, ${sql.join(values)} FROM json_array_elements(${JSON.stringify(rows)}::json) AS list (r)`.execute(
      tx,
    )
  }
}

/** Rows for one statement: large imports go in portions, so that none meets the limit of time. */
export function chunks<T>(rows: readonly T[], size = 5_000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )
}

function value(column: string, path: string) {
  return sql`(r#>>${sql.lit(`{${path}}`)})::${sql.raw(types[column] ?? 'uuid')}`
}

function toRow(owner: string, period: object): object {
  return { ...period, owner }
}

function factOf<K extends FactKind>(kind: K, row: Row): Facts[K] {
  const fact: Record<string, unknown> = {}
  for (const [column, path] of Object.entries(places[kind].columns)) {
    const [key = '', inner] = path.split(',')
    if (inner) fact[key] = { ...(fact[key] as object), [inner]: row[column] }
    else fact[key] = row[column]
  }
  return fact as Facts[K]
}

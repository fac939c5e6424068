import type pg from 'pg'

type Definition = {
  readonly table: string
  readonly name: string
  readonly kind: 'foreign key' | 'constraint' | 'index'
  readonly text: string
}

/** Foreign keys of the tables and to them first, then what indexes stand on: the order in which they can be dropped. */
const definitions = `
  SELECT c.conrelid::regclass::text AS "table", c.conname AS name, pg_get_constraintdef(c.oid) AS text,
         CASE c.contype WHEN 'f' THEN 'foreign key' ELSE 'constraint' END AS kind
    FROM pg_constraint c
   WHERE c.contype = 'f' AND (c.conrelid = ANY ($1::regclass[]) OR c.confrelid = ANY ($1::regclass[]))
      OR c.contype IN ('p', 'u', 'x') AND c.conrelid = ANY ($1::regclass[])
  UNION ALL
  SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), 'index'
    FROM pg_index i
   WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
   ORDER BY 4 DESC, 1, 2`

/**
 * Fills tables while they have neither keys nor indexes, and puts all of them back: built once over all rows, and the
 * foreign keys checked with a join each, instead of row by row. Within the caller's transaction.
 */
export async function withBareTables<T>(
  client: pg.ClientBase,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<Definition>(definitions, [tables])
  const of = (kind: Definition['kind']) => rows.filter((row) => row.kind === kind)
  await client.query("SET LOCAL maintenance_work_mem = '256MB'")
  for (const { table, name } of [...of('foreign key'), ...of('constraint')]) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  }
  for (const { name } of of('index')) await client.query(`DROP INDEX ${name}`)
  const result = await work()
  for (const { table, name, text } of of('constraint')) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${text}`)
  }
  for (const { text } of of('index')) await client.query(text)
  for (const table of tables) await client.query(`ANALYZE ${table}`)
  for (const { table, name, text } of of('foreign key')) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${text}`)
  }
  return result
}

import type pg from 'pg'

type Column = {
  table: string
  column: string
  type: string
  array: boolean
  nullable: boolean
  generated: boolean
  defaulted: boolean
  allowed: string[] | null
}

/** Types of the catalogue that are neither text nor a domain over text. */
const selected: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  float4: 'number',
  float8: 'number',
  int8: 'ColumnType<string, string | number | bigint, string | number | bigint>',
  numeric: 'ColumnType<string, string | number, string | number>',
  timestamptz: 'ColumnType<Date, Date | string, Date | string>',
  timestamp: 'ColumnType<Date, Date | string, Date | string>',
  bytea: 'Buffer',
  json: 'JsonColumn',
  jsonb: 'JsonColumn',
}

const heading = `// Written by \`npm run generate:types\` from the migrated database: change a migration, not this file.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** May be left out when a row is inserted: the database has a default. */
type Defaulted<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type JsonValue = string | number | boolean | null | { readonly [key: string]: JsonValue } | readonly JsonValue[]

/** Read as a value; written as text of JSON, because the driver would take an array for one of PostgreSQL's. */
type JsonColumn = ColumnType<JsonValue, string, string>
`

/**
 * The interface \`DB\` as TypeScript text. A column whose CHECK names its only values becomes a union of them.
 */
export async function schemaTypes(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(columns)
  const tables = Map.groupBy(rows, (row) => row.table)
  const parts = [heading]
  for (const [table, own] of tables) {
    parts.push(
      `export interface ${pascal(table)}Table {\n${own.map((row) => `  ${row.column}: ${typeOf(row)}`).join('\n')}\n}\n`,
    )
  }
  parts.push(
    `export interface DB {\n${[...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`).join('\n')}\n}\n`,
  )
  return parts.join('\n')
}

const columns = `
  SELECT c.relname AS table, a.attname AS column,
    coalesce(element.typname, base.typname, t.typname) AS type,
    t.typcategory = 'A' AS array,
    NOT a.attnotnull AS nullable,
    a.attgenerated <> '' OR a.attidentity = 'a' AS generated,
    a.atthasdef OR a.attidentity = 'd' AS defaulted,
    (SELECT array_agg(part[1] ORDER BY n)
      FROM pg_constraint k,
        regexp_matches(pg_get_constraintdef(k.oid), '''((?:[^'']|'''')*)''::text', 'g') WITH ORDINALITY AS found (part, n)
      WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
        AND pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(' || a.attname || ' = ANY \\(ARRAY\\[[^\\]]*\\]\\)\\)\\)$')) AS allowed
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_type element ON t.typcategory = 'A' AND element.oid = t.typelem
  LEFT JOIN pg_type base ON t.typtype = 'd' AND base.oid = t.typbasetype
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
  ORDER BY c.relname COLLATE "C", a.attnum`

function typeOf({ type, array, nullable, generated, defaulted, allowed }: Column): string {
  const one = allowed ? allowed.map((value) => `'${value}'`).join(' | ') : (selected[type] ?? 'string')
  const whole = array ? `${elementOf(type)}[]` : one
  const withNull = nullable ? orNull(whole) : whole
  if (generated) return `GeneratedAlways<${withNull}>`
  return defaulted ? `Defaulted<${withNull}>` : withNull
}

/** Inside an array the three forms of a column type cannot be told apart: it is read and written as what is read. */
function elementOf(type: string): string {
  const found = selected[type] ?? 'string'
  return /^ColumnType<(\w+)/.exec(found)?.[1] ?? (found === 'JsonColumn' ? 'JsonValue' : found)
}

function orNull(type: string): string {
  const parts = /^ColumnType<(.*)>$/.exec(type)?.[1]?.split(', ')
  if (parts) return `ColumnType<${parts.map((part) => `${part} | null`).join(', ')}>`
  return type === 'JsonColumn' ? 'ColumnType<JsonValue, string | null, string | null>' : `${type} | null`
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

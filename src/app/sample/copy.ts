import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Insertable } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { DB } from '../../platform/db/schema.generated.ts'

export type Table = keyof DB
export type Row<T extends Table> = Insertable<DB[T]>

/** Rows by table. A row leaves `entity_id` to the database: it is that of the running transaction. */
export type Rows = { [T in Table]?: Row<T>[] }

export function addRow<T extends Table>(rows: Rows, table: T, row: Row<T>): void {
  const list = rows[table] as Row<T>[] | undefined
  if (list) list.push(row)
  else Object.assign(rows, { [table]: [row] })
}

export type Field = string | number | boolean | bigint | null | undefined | Date | Uint8Array | readonly string[]

const chunkLength = 1 << 17

/** The text form of COPY, in chunks that are neither tiny nor large. */
export function* copyText(rows: Iterable<readonly Field[]>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += copyLine(row)
    if (chunk.length >= chunkLength) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk) yield chunk
}

export function copyLine(fields: readonly Field[]): string {
  let line = ''
  for (let index = 0; index < fields.length; index += 1) {
    line += `${index === 0 ? '' : '\t'}${copyField(fields[index])}`
  }
  return `${line}\n`
}

/** Columns that any of the rows gives, and the rows in their order. */
export function tabulate<T extends Table>(rows: readonly Row<T>[]): { columns: string[]; fields: Field[][] } {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return { columns, fields: rows.map((row) => columns.map((column) => (row as Record<string, Field>)[column])) }
}

/** Streams text into a table. Memory stays flat: the server's pace holds the generator back. */
export async function copyInto(
  client: pg.ClientBase,
  { table, columns }: { table: string; columns: readonly string[] },
  text: Iterable<string>,
): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(text, { objectMode: true, highWaterMark: 4 }), stream)
}

function copyField(value: Field): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  return escaped(`{${value.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
}

const special = /[\\\n\r\t]/
const names: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\n\r\t]/g, (found) => names[found] ?? found) : text
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { openDatabase } from '../src/app/commands/open-database.ts'
import { loadCountry } from '../src/app/sample.ts'
import { dataFolderFor } from '../tests/support/program.ts'
import { print } from './support/figures.ts'

const size = 20_000

/** A country of 20,000 employees, generated and loaded with all its keys, beside a bare COPY of the same bytes. */
export async function run(): Promise<void> {
  const { folder, remove } = dataFolderFor('bench-load')
  const { connections } = await openDatabase({ env: { ITQAN_DATA: folder }, report: () => {} })
  try {
    const started = performance.now()
    const { employees, entities, rows } = await loadCountry({
      owner: connections.owner,
      seed: 1,
      date: '2026-02-15',
      size,
    })
    const ours = performance.now() - started
    const { bytes, milliseconds } = await bareCopy(connections.owner)
    print([
      { what: `${employees} employees in ${entities} entities`, value: `${rows} rows, ${(bytes / 1e6).toFixed(0)} MB` },
      {
        what: 'generated, loaded, keys and indexes built',
        value: `${(ours / 1000).toFixed(1)} s, ${Math.round((rows / ours) * 1000)} rows a second`,
      },
      { what: 'bare COPY of the same bytes, no keys', value: `${(milliseconds / 1000).toFixed(1)} s` },
      { what: 'ratio', value: (ours / milliseconds).toFixed(1) },
    ])
  } finally {
    await connections.close()
    remove()
  }
}

/** The content of every table through COPY into a table of the same columns without keys, indexes or checks. */
async function bareCopy(owner: pg.Pool): Promise<{ bytes: number; milliseconds: number }> {
  const client = await owner.connect()
  const { rows: tables } = await client.query<{ name: string; columns: string }>(`
    SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY 1`)
  const { rows: entities } = await client.query<{ id: string }>('SELECT id FROM entities')
  let [bytes, milliseconds] = [0, 0]
  for (const { name, columns } of tables) {
    const chunks: Buffer[] = []
    const walled = /\bentity_id\b/.test(columns) && !['sessions', 'identity_entities'].includes(name)
    for (const scope of walled ? entities.map(({ id }) => id) : [null]) {
      if (scope) await client.query(`SET itqan.entity_id = '${scope}'`)
      const rows = client.query(to(`COPY (SELECT ${columns} FROM ${name}) TO STDOUT`))
      for await (const chunk of rows) chunks.push(chunk as Buffer)
    }
    await client.query(`CREATE TABLE bare_${name} AS SELECT ${columns} FROM ${name} WHERE false`)
    const started = performance.now()
    await pipeline(Readable.from(chunks), client.query(from(`COPY bare_${name} FROM STDIN`)))
    milliseconds += performance.now() - started
    bytes += chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    await client.query(`DROP TABLE bare_${name}`)
  }
  client.release(true)
  return { bytes, milliseconds }
}

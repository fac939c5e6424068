import type pg from 'pg'
import { rowsIn } from './rows-in.ts'

/** What is written about those who ask, whatever becomes of their request. */
const aboutVisitors = ['sessions', 'throttles', 'known_devices', 'one_time_codes']

/** A digest of every table, inside each entity and outside: two equal ones mean that nothing was written between. */
export async function stateOf(owner: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string; walled: boolean }>(
    `SELECT relname AS name, relforcerowsecurity AS walled FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1) ORDER BY 1`,
    [aboutVisitors],
  )
  const { rows: entities } = await owner.query<{ id: string }>('SELECT id FROM entities ORDER BY id')
  const scopes = [...entities.map(({ id }) => id), '00000000-0000-0000-0000-000000000000']
  const state: Record<string, string> = {}
  for (const { name, walled } of tables) {
    for (const scope of walled ? scopes : scopes.slice(-1)) {
      const question = `SELECT md5(string_agg(r, '|' ORDER BY r)) AS digest, count(*)::int AS count FROM (SELECT t::text AS r FROM ${name} t) rows`
      const [row] = await rowsIn<{ digest: string; count: number }>(owner, scope, question)
      state[`${name} ${scope}`] = `${row?.count} ${row?.digest}`
    }
  }
  return state
}

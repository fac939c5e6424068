import type pg from 'pg'
import { afterEach, expect, inject, test } from 'vitest'
import { createPool } from './pool.ts'
import { gapInTenantWall, requireTenantWall } from './tenant-wall.ts'
import { testDatabase } from './test-database.ts'
import { inDatabase } from './test-server.ts'

const { app, jobs, owner } = await testDatabase()

const open: pg.Pool[] = []
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.end()
})

async function asSuperuser(): Promise<pg.Pool> {
  const { rows } = await owner.query('SELECT current_database() AS name')
  const connection = inDatabase(inject('testServer').admin, rows[0].name)
  const pool = createPool({ connection, name: 'itqan tests', max: 1, statementTimeout: 0 })
  open.push(pool)
  return pool
}

test('the roles that serve cannot bypass the wall', async () => {
  await requireTenantWall(app, jobs)
})

test('a superuser is refused', async () => {
  expect((await gapInTenantWall(await asSuperuser()))?.message).toMatch(/it is a superuser or may become one/)
})

test('the owner of the tables is refused', async () => {
  await expect(requireTenantWall(owner)).rejects.toThrow(/it owns the table absences/)
})

test.each([
  ['BYPASSRLS', 'ALTER ROLE itqan_trial BYPASSRLS', /it may bypass row-level security/],
  ['CREATEROLE', 'ALTER ROLE itqan_trial CREATEROLE', /it may create roles/],
  ['membership of the owner', 'GRANT itqan_owner TO itqan_trial', /is a member of its owner/],
  [
    'membership of a role that bypasses',
    'CREATE ROLE itqan_trial_group BYPASSRLS; GRANT itqan_trial_group TO itqan_trial',
    /bypass/,
  ],
  ['reading files of the server', 'GRANT pg_read_server_files TO itqan_trial', /pg_read_server_files/],
])('a role with %s is refused', async (_, statement, reason) => {
  const admin = await asSuperuser()
  await admin.query(`CREATE ROLE itqan_trial LOGIN; ${statement}`)
  try {
    const { rows } = await owner.query('SELECT current_database() AS name')
    const server = inject('testServer')
    const pool = createPool({
      connection: inDatabase({ ...server.app, user: 'itqan_trial' }, rows[0].name),
      name: 'itqan tests',
      max: 1,
      statementTimeout: 0,
    })
    open.push(pool)
    expect((await gapInTenantWall(pool))?.message).toMatch(reason)
  } finally {
    await admin.query('DROP ROLE IF EXISTS itqan_trial_group; DROP ROLE itqan_trial')
  }
})

test('a tenant table without forced row-level security is found', async () => {
  await owner.query('CREATE TABLE forgotten (entity_id uuid, id uuid, PRIMARY KEY (entity_id, id))')
  expect((await gapInTenantWall(app))?.message).toMatch(/the table forgotten has no forced row-level security/)
  await owner.query('ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY')
  expect((await gapInTenantWall(app))?.message).toMatch(/the table forgotten has no forced row-level security/)
  await owner.query('ALTER TABLE forgotten FORCE ROW LEVEL SECURITY')
  expect(await gapInTenantWall(app)).toBeNull()
})

test("a view that runs with its owner's rights is found", async () => {
  await owner.query('CREATE VIEW peephole AS SELECT entity_id FROM outbox; GRANT SELECT ON peephole TO itqan_app')
  expect((await gapInTenantWall(app))?.message).toMatch(/the view peephole runs with its owner's rights/)
  await owner.query('ALTER VIEW peephole SET (security_invoker = true)')
  expect(await gapInTenantWall(app)).toBeNull()
})

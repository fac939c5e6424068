import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { illnessOf } from '../../src/app/health.ts'
import { createServer } from '../../src/app/server.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { createPool } from '../../src/platform/db/pool.ts'
import { testDatabase } from '../../src/platform/db/test-database.ts'

const { app: pool, owner, db } = await testDatabase()
const well = { pool, folder: tmpdir(), leastFree: 1 }

test('a database that does not sync to disk, as this one for tests, is an illness', async () => {
  expect(await illnessOf(well)).toBe('database_not_durable')
})

test('a hole in the tenant wall is an illness', async () => {
  await owner.query('ALTER TABLE key_results NO FORCE ROW LEVEL SECURITY')
  expect(await illnessOf(well)).toBe('tenant_wall_open')
  await owner.query('ALTER TABLE key_results FORCE ROW LEVEL SECURITY')
})

test('a schema of another version is an illness, older or newer', async () => {
  await owner.query("INSERT INTO itqan_migrations (number, name, sha256) VALUES (9999, 'later', '')")
  expect(await illnessOf(well)).toBe('schema_of_another_version')
  await owner.query('DELETE FROM itqan_migrations WHERE number = 9999')
  const { rows } = await owner.query('DELETE FROM itqan_migrations WHERE number > 1 RETURNING *')
  expect(await illnessOf(well)).toBe('schema_of_another_version')
  for (const { number, name, sha256 } of rows)
    await owner.query('INSERT INTO itqan_migrations (number, name, sha256) VALUES ($1, $2, $3)', [number, name, sha256])
})

test('a disk that is nearly full, and one that is gone, are illnesses', async () => {
  expect(await illnessOf({ ...well, leastFree: Number.MAX_SAFE_INTEGER })).toBe('disk_nearly_full')
  expect(await illnessOf({ ...well, folder: join(tmpdir(), newId()) })).toBe('data_folder_unreachable')
})

test('a database that does not answer is an illness', async () => {
  const connection = { host: '127.0.0.1', port: 1, user: 'nobody', database: 'none' }
  const gone = createPool({ connection, name: 'gone', max: 1, statementTimeout: 1_000 })
  expect(await illnessOf({ ...well, pool: gone })).toBe('database_unreachable')
  await gone.end()
})

test('readiness is told with a reason and 503; metrics only to the bearer of the token', async () => {
  const options = { db, clock: () => new Date(), newId, version: '0', secureCookies: false }
  const server = await createServer({ ...options, watched: well, metricsToken: 'a-long-secret-of-the-scraper' })
  const ready = await server.inject('/readyz')
  expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'not_ready', why: 'database_not_durable' }])
  expect((await server.inject('/metrics')).statusCode).toBe(401)
  const authorization = 'Bearer a-long-secret-of-the-scraper'
  const metrics = await server.inject({ url: '/metrics', headers: { authorization } })
  expect(metrics.body).toContain('itqan_http_request_seconds_count{method="GET",route="/readyz",status="503"} 1')
  expect(metrics.body).toContain('itqan_outbox_waiting 0')
  expect(metrics.body).toContain('itqan_database_connections{state="open"}')
  await server.close()

  const silent = await createServer(options)
  expect((await silent.inject('/metrics')).statusCode).toBe(404)
  await silent.close()
})

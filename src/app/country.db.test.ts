import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleSignIns } from '../features/accounts/sample.ts'
import type { Content } from '../features/performance/domain/document.ts'
import { contentOf } from '../features/performance/views/content.ts'
import { verifyChain } from '../platform/audit/verify.ts'
import { testDatabase } from '../platform/db/test-database.ts'
import { withEntity, withPlatform } from '../platform/db/with-entity.ts'
import { type CountryRequest, streamCountry } from './sample/country.ts'
import { loadCountry } from './sample.ts'

const { owner, db } = await testDatabase()
const size = 400
const request = { seed: 7, date: '2026-11-21', size, passwordHash: 'a hash' }
let entities: string[] = []

async function digest(asked: CountryRequest): Promise<string> {
  const hash = createHash('sha256')
  await streamCountry(asked, {
    enter: async (entityId) => void hash.update(entityId),
    copy: async (table, columns, text) => void hash.update(`${table} ${columns} ${text}`),
  })
  return hash.digest('hex')
}

/** All constraints and indexes as the database tells them. */
async function keysAndIndexes(): Promise<string[]> {
  const { rows } = await owner.query(`
    SELECT conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) AS told
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`)
  return rows.map((row) => row.told)
}

describe('a country', () => {
  beforeAll(async () => {
    const before = await keysAndIndexes()
    const figures = await loadCountry({ owner, seed: 7, date: '2026-11-21', size })
    expect(figures).toMatchObject({ employees: size, entities: 13 })
    expect(await keysAndIndexes()).toEqual(before)
    const { rows } = await owner.query('SELECT id FROM entities ORDER BY code')
    entities = rows.map((row) => row.id)
  })

  test('is the same for the same seed, to the last byte', async () => {
    expect(await digest(request)).toBe(await digest(request))
    expect(await digest({ ...request, seed: 8 })).not.toBe(await digest(request))
  })

  test('gives everybody but the heads five documents of six key results, those of four cycles closed with their results', async () => {
    let people = 0
    for (const entityId of entities) {
      await withEntity(db, { entityId }, async (tx) => {
        const { rows } = await sql<{ people: number; documents: number; lines: number }>`
          SELECT (SELECT count(*)::int FROM employees) AS people, (SELECT count(*)::int FROM performance_documents) AS documents,
                 (SELECT count(*)::int FROM key_results) AS lines`.execute(tx)
        const [found] = rows
        people += found?.people ?? 0
        expect(found?.documents).toBe(((found?.people ?? 0) - 1) * 5)
        expect(found?.lines).toBe((found?.documents ?? 0) * 6)
        const wrong = await sql`
          SELECT r.result, count(a.*)::int AS lines, sum(a.score) AS sum
            FROM performance_documents d
            JOIN cycles c ON c.id = d.cycle_id AND c.status = 'closed'
            LEFT JOIN cycle_results r ON r.cycle_id = d.cycle_id AND r.employee_id = d.employee_id
            LEFT JOIN achievements a ON a.document_id = d.id
           GROUP BY d.id, r.result HAVING count(a.*) <> 6 OR r.result IS DISTINCT FROM sum(a.score)`.execute(tx)
        expect(wrong.rows).toEqual([])
        // The triggers were off while it was loaded.
        await sql`UPDATE performance_documents SET weight_total = weight_total`.execute(tx)
      })
    }
    expect(people).toBe(size)
  })

  test('has an audit chain in each entity that holds', async () => {
    for (const entityId of entities) expect((await verifyChain(db, { entityId })).broken).toBeNull()
  })

  test('keeps in its snapshots exactly what the product would keep', async () => {
    await withEntity(db, { entityId: entities[0] ?? '', readOnly: true }, async (tx) => {
      const { rows } = await sql<{ document_id: string; content: Content }>`
        SELECT document_id, content FROM document_submissions ORDER BY document_id LIMIT 40`.execute(tx)
      for (const { document_id, content } of rows)
        expect(await contentOf(tx, { documentId: document_id })).toEqual(content)
    })
  })

  test('lets a few sign in', async () => {
    const signIns = await withPlatform(db, sampleSignIns)
    expect(signIns.map((one) => one.key)).toContain('entity_administrator')
    const { rows } = await owner.query(
      'SELECT count(*)::int AS open FROM sign_in_identities WHERE password_hash IS NOT NULL',
    )
    expect(rows[0].open).toBe(signIns.length)
  })
})

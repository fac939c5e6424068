import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleCast, sampleSignIns } from '../features/accounts/sample.ts'
import { verifyPassword } from '../features/accounts/usecases/secrets.ts'
import type { Content } from '../features/performance/domain/document.ts'
import { contentOf } from '../features/performance/views/content.ts'
import { verifyChain } from '../platform/audit/verify.ts'
import { newId } from '../platform/db/ids.ts'
import { gapInTenantWall } from '../platform/db/tenant-wall.ts'
import { testDatabase } from '../platform/db/test-database.ts'
import { withEntity, withPlatform } from '../platform/db/with-entity.ts'
import { isEmpty } from './is-empty.ts'
import { inLoadingTransaction, registerEntities, tenantOrder } from './sample/load.ts'
import { loadSample } from './sample.ts'

const { owner, app, db } = await testDatabase()
const date = '2026-11-21'
let labour = ''
let authority = ''

beforeAll(async () => {
  const broken = inLoadingTransaction(owner, async (client) => {
    await registerEntities(client, [
      { id: newId(), code: 'half', name: { ar: 'نصف', en: 'Half' }, createdAt: new Date() },
    ])
    throw new Error('the power went')
  })
  await expect(broken).rejects.toThrow('the power went')
  // An interrupted load leaves nothing, not even a gap in the wall.
  expect(await isEmpty(owner)).toBe(true)
  expect(await gapInTenantWall(app)).toBeNull()
  await loadSample({ owner, seed: 1, date })
  const { rows } = await owner.query('SELECT id, code FROM entities')
  labour = rows.find((row) => row.code === 'labour').id
  authority = rows.find((row) => row.code === 'government-services').id
})

/** Rows of a question asked inside an entity, in the application's role. */
async function ask<T>(entityId: string, text: string): Promise<T[]> {
  return withEntity(db, { entityId, readOnly: true }, async (tx) => (await sql.raw<T>(text).execute(tx)).rows)
}

describe('the loaded sample', () => {
  test('leaves the wall up and the triggers on', async () => {
    expect(await gapInTenantWall(app)).toBeNull()
    const { rows } = await owner.query(`
      SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled <> 'O'`)
    expect(rows).toEqual([])
  })

  test('is refused where something is already', async () => {
    expect(await isEmpty(owner)).toBe(false)
    await expect(loadSample({ owner, seed: 2, date })).rejects.toThrow(/into an empty database only/)
  })

  test('holds a ministry of about 150 people and a small authority', async () => {
    const count = 'SELECT count(*)::int AS people FROM employees WHERE exited_on IS NULL'
    const [ministry] = await ask<{ people: number }>(labour, count)
    const [small] = await ask<{ people: number }>(authority, count)
    expect(ministry?.people).toBeGreaterThan(140)
    expect(ministry?.people).toBeLessThan(170)
    expect(small?.people).toBeGreaterThan(20)
    expect(small?.people).toBeLessThan(30)
  })

  test('shows an entity nothing of the other', async () => {
    for (const table of tenantOrder) {
      const rows = await ask<{ entity_id: string }>(authority, `SELECT DISTINCT entity_id FROM ${table}`)
      expect(rows.map((row) => row.entity_id).filter((id) => id !== authority)).toEqual([])
      const outside = await withPlatform(
        db,
        async (tx) => (await sql.raw(`SELECT 1 FROM ${table} LIMIT 1`).execute(tx)).rows,
      )
      expect(outside).toEqual([])
    }
  })

  test('has two audit chains that hold', async () => {
    for (const entityId of [labour, authority]) {
      const verdict = await verifyChain(db, { entityId })
      expect(verdict.broken).toBeNull()
      expect(verdict.events).toBeGreaterThan(50)
    }
  })

  test('keeps its chains in the order in which things happened', async () => {
    const rows = await ask(
      labour,
      'SELECT 1 FROM (SELECT at, lag(at) OVER (ORDER BY seq) AS before FROM audit_events) e WHERE at < before',
    )
    expect(rows).toEqual([])
  })

  test('satisfies the triggers that were off while it was loaded', async () => {
    for (const entityId of [labour, authority]) {
      await withEntity(db, { entityId }, async (tx) => {
        await sql`UPDATE performance_documents SET weight_total = weight_total`.execute(tx)
      })
    }
  })

  test('keeps in its snapshots exactly what the product would keep', async () => {
    await withEntity(db, { entityId: labour, readOnly: true }, async (tx) => {
      const { rows } = await sql<{ id: string; content: Content }>`
        SELECT d.id, s.content FROM performance_documents d JOIN document_submissions s ON s.document_id = d.id AND s.number = d.submissions
         WHERE d.status IN ('submitted', 'agreed') ORDER BY d.id LIMIT 60`.execute(tx)
      expect(rows.length).toBe(60)
      for (const { id, content } of rows) expect(await contentOf(tx, { documentId: id })).toEqual(content)
    })
  })

  test('gives each work item of the running cycle to somebody who may act', async () => {
    const stray = await ask(
      labour,
      `SELECT w.kind, d.status FROM work_items w JOIN performance_documents d ON d.id = w.subject_id
        WHERE w.closed_at IS NULL AND NOT CASE w.kind
          WHEN 'performance.write' THEN d.status = 'draft' AND w.assignee_id = coalesce(d.drafted_by, d.employee_id)
          WHEN 'performance.revise' THEN d.status = 'returned' AND w.assignee_id = d.employee_id
          WHEN 'performance.amend' THEN d.status = 'amending' AND w.assignee_id = d.employee_id
          WHEN 'performance.decide' THEN d.status = 'submitted' AND w.assignee_id <> d.employee_id
          WHEN 'performance.objection' THEN d.drafted_by IS NOT NULL AND w.assignee_id = d.employee_id
          WHEN 'performance.amendment' THEN d.status = 'agreed' ELSE false END`,
    )
    expect(stray).toEqual([])
    const waiting = await ask(
      labour,
      `SELECT d.status FROM performance_documents d JOIN cycles c ON c.id = d.cycle_id
        WHERE c.status = 'open' AND d.status IN ('draft', 'submitted', 'returned', 'amending')
          AND NOT EXISTS (SELECT FROM work_items w WHERE w.subject_id = d.id AND w.closed_at IS NULL)`,
    )
    expect(waiting).toEqual([])
  })

  test('tells who may sign in, with a password that opens', async () => {
    const signIns = await withPlatform(db, sampleSignIns)
    expect(signIns.map((one) => one.key)).toEqual(sampleCast.map((one) => one.key))
    const { rows } = await owner.query('SELECT password_hash FROM sign_in_identities WHERE civil_number = $1', [
      signIns[0]?.civilNumber,
    ])
    expect(await verifyPassword(rows[0].password_hash, signIns[0]?.password ?? '')).toBe(true)
  })

  test('asks the committee what the checks of fairness and integrity found in the frozen year', async () => {
    const count = (table: string) =>
      ask<{ year: number; count: number }>(labour, `SELECT year, count(*)::int AS count FROM ${table} GROUP BY year`)
    for (const table of ['fairness_findings', 'integrity_questions']) {
      const [found, ...others] = await count(table)
      expect([found?.year, others]).toEqual([2025, []])
      expect(found?.count).toBeGreaterThan(2)
    }
    const severities = await ask<{ severity: string }>(labour, 'SELECT severity FROM fairness_findings')
    expect(severities.map((one) => one.severity)).toEqual(expect.arrayContaining(['material', 'look', 'note']))
  })

  test('gives the supervisor something of every kind to decide', async () => {
    const civilNumber = sampleCast.find((one) => one.key === 'supervisor')?.civilNumber
    const kinds = await ask<{ kind: string; due: string }>(
      labour,
      `SELECT w.kind, w.due_on::text AS due FROM work_items w JOIN employees e ON e.id = w.assignee_id
        WHERE w.closed_at IS NULL AND e.civil_number = '${civilNumber}' ORDER BY due`,
    )
    expect(kinds.filter((item) => item.kind === 'performance.decide')).toHaveLength(3)
    expect(kinds.filter((item) => item.kind === 'performance.amendment')).toHaveLength(1)
    expect(kinds.filter((item) => item.kind === 'performance.write')).toHaveLength(1)
    expect(kinds.some((item) => item.due < date)).toBe(true)
  })
})

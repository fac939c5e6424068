import { join } from 'node:path'
import { expect } from 'vitest'
import { samplePassword } from '../../src/features/accounts/sample.ts'
import { verifyChain } from '../../src/platform/audit/verify.ts'
import { databaseOver } from '../../src/platform/db/kysely.ts'
import { readPostmaster } from '../../src/platform/postgres/orphan.ts'
import { draftsOf } from '../support/drafts.ts'
import { freePort } from '../support/free-port.ts'
import { inTurns } from '../support/in-turns.ts'
import { dataFolderFor, joinDatabase, type Program, startProgram } from '../support/program.ts'
import { rowsIn } from '../support/rows-in.ts'
import { signIn } from '../support/wire.ts'
import { type Log, pause, startWriter } from './writer.ts'

const writers = 8

/** Kills the server or its PostgreSQL at random moments under mixed writes, and holds what is left against the log. */
export async function killRounds(rounds: number): Promise<void> {
  const { folder, remove } = dataFolderFor('kill')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = () => startProgram(folder, { PORT: String(port) })
  let program = await start()
  try {
    const { entityId, drafts } = await before(folder)
    const cookies = await inTurns(2, drafts, ({ civilNumber }) => signIn(url, civilNumber, samplePassword))
    let stopped = false
    const running = drafts.map((draft, place) =>
      startWriter({ url, draft, cookie: cookies[place] ?? '', stopped: () => stopped }),
    )
    const finished = Promise.all(running.map((writer) => writer.done))
    finished.catch(() => undefined)
    for (let round = 0; round < rounds; round += 1) {
      await Promise.race([pause(150 + Math.random() * 850), finished])
      program = round % 2 === 0 ? await killServer(program, start) : await killDatabase(program, folder, url)
    }
    await pause(300)
    stopped = true
    await finished
    await compare(
      folder,
      entityId,
      running.map((writer) => writer.log),
    )
    console.log(`${rounds} kills, ${running.reduce((sum, { log }) => sum + log.lost, 0)} answers lost`)
  } finally {
    program.kill('SIGTERM')
    await program.exited
    remove()
  }
}

async function before(folder: string) {
  const connections = await joinDatabase(folder)
  try {
    return await draftsOf(connections.owner, writers)
  } finally {
    await connections.close()
  }
}

async function killServer(program: Program, start: () => Promise<Program>): Promise<Program> {
  program.kill('SIGKILL')
  await program.exited
  return start()
}

/** The server stays, finds its database gone, and brings it back. */
async function killDatabase(program: Program, folder: string, url: string): Promise<Program> {
  const { pid } = readPostmaster(join(folder, 'postgres')) ?? {}
  if (!pid) throw new Error('No PostgreSQL runs')
  process.kill(pid, 'SIGKILL')
  for (let ready = false; !ready; ) {
    await pause(50)
    const answer = await Promise.race([fetch(`${url}/readyz`).catch(() => null), program.exited])
    if (typeof answer === 'number') throw new Error(`The server ended with its database: ${program.output()}`)
    ready = answer?.status === 200 && readPostmaster(join(folder, 'postgres'))?.pid !== pid
  }
  return program
}

/** Nothing that was acknowledged is lost, nothing happened twice, weights add up, the chain is whole. */
async function compare(folder: string, entityId: string, logs: readonly Log[]): Promise<void> {
  const connections = await joinDatabase(folder)
  try {
    const ask = <T extends object>(question: string, ids: readonly string[]) =>
      rowsIn<T>(connections.owner, entityId, question, [ids])
    const ids = logs.map((log) => log.draft.documentId)
    const comments = await ask<{ id: string; body: string }>(
      "SELECT document_id AS id, body FROM document_comments WHERE document_id = ANY ($1) AND body LIKE 'kalima-%'",
      ids,
    )
    const documents = await ask<{ id: string; version: number; total: number; sum: number }>(
      `SELECT d.id, d.version, d.weight_total AS total,
              (SELECT sum(k.weight)::int FROM key_results k WHERE k.document_id = d.id) AS sum
         FROM performance_documents d WHERE d.id = ANY ($1)`,
      ids,
    )
    const lines = await ask<{ id: string; statement: string }>(
      'SELECT id, statement FROM key_results WHERE id = ANY ($1)',
      logs.map((log) => log.draft.keyResultId),
    )
    const withdrawn = await ask<{ id: string; count: number }>(
      `SELECT document_id AS id, count(*)::int AS count FROM document_submissions
        WHERE document_id = ANY ($1) AND outcome = 'withdrawn' GROUP BY 1`,
      ids,
    )
    const open = await ask<{ id: string }>(
      `SELECT subject_id AS id FROM work_items
        WHERE subject_id = ANY ($1) AND kind = 'performance.decide' AND closed_at IS NULL`,
      ids,
    )
    const told = await ask<{ id: string; count: number }>(
      `SELECT subject_id AS id, count(*)::int AS count FROM audit_events
        WHERE subject_id = ANY ($1::text[]) AND action = 'performance.withdraw' GROUP BY 1`,
      ids,
    )
    for (const log of logs) {
      const { documentId: id, keyResultId } = log.draft
      const of = <T extends { id: string }>(rows: readonly T[], key = id) => rows.find((row) => row.id === key)
      const mine = comments.filter((comment) => comment.id === id).map((comment) => comment.body)
      expect(mine.toSorted()).toEqual(log.comments.toSorted())
      expect(of(documents)).toMatchObject({ version: log.version, total: 10_000, sum: 10_000 })
      if (log.statement) expect(of(lines, keyResultId)?.statement).toBe(log.statement)
      expect(of(withdrawn)?.count ?? 0).toBe(log.withdrawals)
      expect(of(told)?.count ?? 0).toBe(log.withdrawals)
      expect(of(open)).toBeUndefined()
    }
    const total = (count: (log: Log) => number) => logs.reduce((sum, log) => sum + count(log), 0)
    expect(total((log) => log.comments.length)).toBeGreaterThan(20)
    expect(total((log) => log.withdrawals)).toBeGreaterThan(5)
    expect(total((log) => log.version - log.draft.version)).toBeGreaterThan(50)
    const db = databaseOver(connections.app)
    const { rows } = await connections.owner.query<{ id: string }>('SELECT id FROM entities')
    for (const one of rows) expect((await verifyChain(db, { entityId: one.id })).broken).toBeNull()
  } finally {
    await connections.close()
  }
}

import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { createServer } from '../src/app/server.ts'
import { samplePassword } from '../src/features/accounts/sample.ts'
import { newId } from '../src/platform/db/ids.ts'
import { type Draft, draftsOf } from '../tests/support/drafts.ts'
import { inTurns } from '../tests/support/in-turns.ts'
import { dataFolderFor, joinDatabase, startProgram } from '../tests/support/program.ts'
import { rowsIn } from '../tests/support/rows-in.ts'
import { openWire, signIn, type Wire } from '../tests/support/wire.ts'
import { perSecond, print, quantile } from './support/figures.ts'
import { recordedStatements } from './support/recorded-statements.ts'

const clients = 16
const rounds = 3
const seconds = 6
/** Up and down again, so that the script can be repeated. */
const savesOfScript = 2

type Writer = Draft & { readonly cookie: string; readonly wire: Wire; at: number }

/**
 * Saving a key result over HTTP (authorised, validated, audited, durable), 16 people each in their own draft, beside
 * pgbench running the very statements of that save with as many clients on the same server, in turns.
 */
export async function run(): Promise<void> {
  const { folder, remove } = dataFolderFor('bench-save')
  const program = await startProgram(folder)
  const connections = await joinDatabase(folder)
  try {
    const { entityId, drafts } = await draftsOf(connections.owner, clients)
    const writers = await inTurns(2, drafts, async (draft): Promise<Writer> => {
      const cookie = await signIn(program.url, draft.civilNumber, samplePassword)
      return { ...draft, cookie, at: draft.version, wire: openWire(program.url, { cookie }) }
    })
    const script = join(folder, '..', 'save.sql')
    const { statements, sql } = await scriptOf(writers, connections.app)
    writeFileSync(script, sql)

    await overHttp(writers, 2)
    const latencies: number[] = []
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const saved = await overHttp(writers, seconds)
      ours.push(perSecond(saved.length, seconds * 1000))
      latencies.push(...saved)
      theirs.push(await withPgbench(script, connections.app, seconds))
      await readVersions(writers, connections.owner, entityId)
    }
    for (const { wire } of writers) wire.close()
    const [rate, reference] = [quantile(ours, 0.5), quantile(theirs, 0.5)]
    print([
      { what: 'saves over HTTP, 16 clients', value: `${rate.toFixed(0)} a second` },
      { what: `the same ${statements} statements in pgbench`, value: `${reference.toFixed(0)} a second` },
      { what: 'p50, p99, p99 / p50', value: latencyText(latencies) },
      { what: 'ratio (must 0.2, aim 0.4)', value: (rate / reference).toFixed(2) },
    ])
  } finally {
    await connections.close()
    program.kill('SIGTERM')
    await program.exited
    remove()
  }
}

/** Every writer saves as fast as it is answered; the latencies come back. */
async function overHttp(writers: readonly Writer[], duration: number): Promise<number[]> {
  const latencies: number[] = []
  const end = performance.now() + duration * 1000
  await Promise.all(
    writers.map(async (writer) => {
      // In pairs: what follows begins from the weight that was there before.
      for (let turn = 0; turn % 2 === 1 || performance.now() < end; turn += 1) {
        const started = performance.now()
        const answer = await writer.wire.send('PATCH', pathOf(writer), {
          headers: { 'if-match': `"${writer.at}"` },
          body: bodyOf(writer, turn),
        })
        if (answer.status !== 200) throw new Error(`A save failed: ${answer.status} ${answer.body}`)
        writer.at = (JSON.parse(answer.body) as { version: number }).version
        latencies.push(performance.now() - started)
      }
    }),
  )
  return latencies
}

/** pgbench has written too. */
async function readVersions(writers: readonly Writer[], owner: pg.Pool, entityId: string): Promise<void> {
  const question = 'SELECT id, version FROM performance_documents WHERE id = ANY ($1)'
  const ids = writers.map((writer) => writer.documentId)
  const rows = await rowsIn<{ id: string; version: number }>(owner, entityId, question, [ids])
  for (const writer of writers) writer.at = rows.find((row) => row.id === writer.documentId)?.version ?? 0
}

function pathOf({ documentId, keyResultId }: Draft): string {
  return `/api/performance/documents/${documentId}/key-results/${keyResultId}`
}

/** Two weights in turn, so that every save changes something. */
function bodyOf({ weight }: Draft, turn: number): string {
  return JSON.stringify({ weight: String((weight - (turn % 2)) / 100) })
}

/** Saves of each writer as this program's statements make them, for pgbench: a branch for each client. */
async function scriptOf(writers: readonly Writer[], pool: pg.Pool): Promise<{ statements: number; sql: string }> {
  const { database, statements } = recordedStatements(pool)
  const server = await createServer({
    db: database,
    clock: () => new Date(),
    newId,
    version: '0',
    secureCookies: false,
  })
  const branches: string[] = []
  for (const [place, writer] of writers.entries()) {
    const save = async (turn: number) => {
      const answer = await server.inject({
        method: 'PATCH',
        url: pathOf(writer),
        headers: { cookie: writer.cookie, 'if-match': `"${writer.at}"`, 'content-type': 'application/json' },
        payload: bodyOf(writer, turn),
      })
      if (answer.statusCode !== 200) throw new Error(`A save failed: ${answer.statusCode} ${answer.body}`)
      writer.at = answer.json().version
    }
    // The first saves of an editing session also keep what it began from: it is the later ones that happen all day.
    await save(0)
    await save(1)
    statements.length = 0
    await save(0)
    await save(1)
    // What the program sends in one message, pgbench does too.
    const lines = statements.map((statement) => `${statement.replace(/;\s*/g, ' \\; ')};`)
    branches.push(`\\${place === 0 ? 'if' : 'elif'} :client_id = ${place}\n${lines.join('\n')}`)
  }
  await server.close()
  return { statements: statements.length / 2, sql: `${branches.join('\n')}\n\\endif\n` }
}

async function withPgbench(script: string, pool: pg.Pool, duration: number): Promise<number> {
  if (spawnSync('pgbench', ['--version']).status !== 0) return withBareClients(script, pool, duration)
  const { host, port, user, password, database } = pool.options
  const options = { '-h': host, '-p': port, '-U': user, '-c': clients, '-j': 1, '-T': duration, '-f': script }
  const args = ['-n', ...Object.entries(options).flatMap(([name, value]) => [name, String(value)]), String(database)]
  const output = await new Promise<string>((resolve) => {
    const child = spawn('pgbench', args, {
      env: { ...process.env, ...(typeof password === 'string' ? { PGPASSWORD: password } : {}) },
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
    child.on('close', () => resolve(text))
  })
  const rate = /^tps = ([\d.]+)/m.exec(output)?.[1]
  if (!rate || /aborted/.test(output)) throw new Error(`pgbench failed: ${output}`)
  return Number(rate) * savesOfScript
}

/** Where there is no pgbench: the same statements through bare clients of this process, which is a weaker reference. */
async function withBareClients(script: string, pool: pg.Pool, duration: number): Promise<number> {
  const { readFileSync } = await import('node:fs')
  console.log('  (pgbench is not installed: the reference runs through bare clients)')
  const branches = readFileSync(script, 'utf8')
    .split(/^\\(?:if|elif|endif).*\n/m)
    .slice(1, clients + 1)
  const end = performance.now() + duration * 1000
  let count = 0
  await Promise.all(
    branches.map(async (branch) => {
      const statements = branch.split(/;\n/).filter((statement) => statement.trim() !== '')
      const client = await pool.connect()
      for (; performance.now() < end; count += 1) {
        for (const statement of statements) await client.query(statement.replaceAll('\\;', ';'))
      }
      client.release()
    }),
  )
  return perSecond(count * savesOfScript, duration * 1000)
}

function latencyText(latencies: readonly number[]): string {
  const [middle, slow] = [quantile(latencies, 0.5), quantile(latencies, 0.99)]
  return `${middle.toFixed(1)} ms, ${slow.toFixed(1)} ms, ${(slow / middle).toFixed(1)}`
}

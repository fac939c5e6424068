import { sql } from 'kysely'
import { createServer } from '../src/app/server.ts'
import type { Database } from '../src/platform/db/database.ts'
import { newId } from '../src/platform/db/ids.ts'
import { databaseOver } from '../src/platform/db/kysely.ts'
import { withPlatform } from '../src/platform/db/with-entity.ts'
import { openSession } from '../src/platform/session/session.ts'
import { inTurns } from '../tests/support/in-turns.ts'
import { noon, smallMinistry } from '../tests/support/performance-world.ts'
import { dataFolderFor, joinDatabase, startProgram } from '../tests/support/program.ts'
import { openWire, type Wire } from '../tests/support/wire.ts'
import { print, quantile } from './support/figures.ts'
import { recordedStatements } from './support/recorded-statements.ts'
import { ticksOf } from './support/server-time.ts'

const sizes = [5, 50, 500]

/** The documents of a team over HTTP: statements of a request for small and large teams, and its time beside a no-op. */
export async function run(): Promise<void> {
  const { folder, remove } = dataFolderFor('bench-list')
  const program = await startProgram(folder, { ITQAN_SAMPLE: 'none' })
  const connections = await joinDatabase(folder)
  try {
    const db = databaseOver(connections.app)
    const { statements, database } = recordedStatements(connections.app)
    const clock = () => new Date(noon.getTime())
    const recorded = await createServer({ db: database, clock, newId, version: '0', secureCookies: false })
    const teams: { size: number; cookie: string; path: string; statements: number }[] = []
    for (const size of sizes) {
      const { cookie, path } = await teamOf(db, size)
      statements.length = 0
      const answer = await recorded.inject({ url: path, headers: { cookie } })
      const { people } = answer.json() as { people: number }
      if (answer.statusCode !== 200 || people < size)
        throw new Error(`No team of ${size}: ${answer.body.slice(0, 200)}`)
      teams.push({ size, cookie, path, statements: statements.length })
    }
    await recorded.close()
    // What the server does by itself within a minute of so many new rows.
    await connections.owner.query('ANALYZE')

    const nothing = await timeOf(openWire(program.url), '/healthz', program.pid)
    print([{ what: 'a no-op route of the server', value: timeText(nothing) }])
    for (const { size, cookie, path, statements: count } of teams) {
      const time = await timeOf(openWire(program.url, { cookie }), path, program.pid)
      const cpu = time.cpu && nothing.cpu ? `, ${(time.cpu / nothing.cpu).toFixed(1)} x its processor time` : ''
      print([
        {
          what: `a team of ${size}`.padEnd(27),
          value: `${count} statements, ${timeText(time)}: ${(time.middle / nothing.middle).toFixed(1)} x the no-op${cpu}`,
        },
      ])
    }
    const constant = new Set(teams.map((team) => team.statements)).size === 1
    print([{ what: 'statements are constant', value: constant ? 'yes' : 'NO' }])
  } finally {
    await connections.close()
    program.kill('SIGTERM')
    await program.exited
    remove()
  }
}

/** A supervisor with so many reports, each with a written document; answers with the address of the list and a session's cookie. */
async function teamOf(db: Database, size: number): Promise<{ cookie: string; path: string }> {
  const world = await smallMinistry(db, { extra: size })
  await inTurns(8, world.more, (id) => world.write(world.documentOf({ id }), { id }))
  const now = new Date()
  // In time, as most are: the world's calendar is not today's.
  await world.run((tx) => sql`UPDATE performance_documents SET due_on = current_date + 3`.execute(tx))
  const identityId = newId()
  const token = await withPlatform(db, async (tx) => {
    const number = String(Date.now()).slice(-10)
    await sql`INSERT INTO sign_in_identities (id, civil_number, created_at) VALUES (${identityId}, ${number}, ${now})`.execute(
      tx,
    )
    await sql`INSERT INTO identity_entities (identity_id, entity_id, employee_id)
              VALUES (${identityId}, ${world.entityId}, ${world.ids.supervisor})`.execute(tx)
    const session = { id: newId(), identityId, entityId: world.entityId, now, ip: null, userAgent: null }
    return (await openSession(tx, session)).token
  })
  return { cookie: `itqan=${token}`, path: `/api/performance/team?limit=200&cycleId=${world.cycle.id}` }
}

type Time = { readonly middle: number; readonly slow: number; readonly cpu: number | null }

/** Requests one after another over one connection, after some to warm up. */
async function timeOf(wire: Wire, address: string, pid: number): Promise<Time> {
  const ask = async () => {
    const started = performance.now()
    const answer = await wire.send('GET', address)
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${answer.body}`)
    return performance.now() - started
  }
  for (let warm = 0; warm < 100; warm += 1) await ask()
  const before = ticksOf(pid)
  const times: number[] = []
  for (let count = 0; count < 600; count += 1) times.push(await ask())
  const after = ticksOf(pid)
  wire.close()
  const cpu = before === null || after === null ? null : (after - before) / times.length
  return { middle: quantile(times, 0.5), slow: quantile(times, 0.99), cpu }
}

function timeText({ middle, slow }: Time): string {
  return `p50 ${middle.toFixed(2)} ms, p99 ${slow.toFixed(2)} ms`
}

import type pg from 'pg'
import { type Connections, connect } from '../../platform/db/connect.ts'
import { databaseOver } from '../../platform/db/kysely.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { requireTenantWall } from '../../platform/db/tenant-wall.ts'
import { installJobs } from '../../platform/jobs/install.ts'
import { databaseSettings, dataFolder, type Environment } from './configuration.ts'

/** Opens the database, brings it up to this version, and goes on only behind the tenant wall. */
export async function openDatabase({
  env,
  join = false,
  report,
}: {
  readonly env: Environment
  readonly join?: boolean
  readonly report: (step: string, line: string) => void
}) {
  const folder = dataFolder(env)
  // What the jobs need is loaded while the database starts.
  const known = import('../jobs.ts')
  known.catch(() => undefined)
  const connections = await connect({
    ...databaseSettings(env, folder),
    join,
    report: (line) => report('database', line),
  })
  try {
    report('database', connections.description)
    const applied = await migrate(connections.owner)
    if (applied.length > 0) report('migrate', `${applied.length} applied, up to ${applied.at(-1)}`)
    const { jobs } = await known
    await installJobs({ owner: connections.owner, jobs })
    await requireTenantWall(connections.app, connections.jobs)
    if (!(await knowsArabicLetters(connections.owner))) {
      report(
        'database',
        'its LC_CTYPE knows no Arabic letters: search will find little. Make it with C.UTF-8 or the like.',
      )
    }
    return { folder, connections, ...databasesOver(connections) }
  } catch (error) {
    await connections.close()
    throw error
  }
}

/** The similarity index cuts words into letters by the database's LC_CTYPE, which under plain "C" knows Latin ones only. */
export async function knowsArabicLetters(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query("SELECT cardinality(show_trgm('مؤشرات')) > 3 AS known")
  return rows[0].known
}

function databasesOver({ app, jobs }: Connections) {
  return { db: databaseOver(app), jobsDb: databaseOver(jobs) }
}

/** A short line for each step of a command. */
export function printStep(step: string, line: string): void {
  console.log(`  ${step.padEnd(10)} ${line}`)
}

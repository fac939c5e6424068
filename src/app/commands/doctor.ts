import { statfsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Connections, connect } from '../../platform/db/connect.ts'
import { pendingMigrations } from '../../platform/db/migrate.ts'
import { gapInTenantWall } from '../../platform/db/tenant-wall.ts'
import { readAddress, shownUrl } from './address.ts'
import { databaseSettings, dataFolder } from './configuration.ts'
import { knowsArabicLetters, printStep } from './open-database.ts'

const MB = 1024 * 1024

/** `itqan doctor`: what this installation runs on and what is wrong with it. Changes nothing but what a start would. */
export async function run(args: string[]): Promise<void> {
  parseArgs({ args, options: {} })
  const problems: string[] = []
  const check = (name: string, line: string, sound: boolean) => {
    printStep(name, sound ? line : `${line}  <- look here`)
    if (!sound) problems.push(name)
  }
  const address = readAddress(process.env)
  check('node', process.version, Number(process.versions.node.split('.')[0]) >= 24)
  check(
    'address',
    `${shownUrl(address, address.port)}${address.plainTrial ? ' in plain HTTP' : ''}`,
    !address.plainTrial,
  )

  const folder = dataFolder(process.env)
  const disk = statfsSync(folder)
  const free = Math.round((disk.bavail * disk.bsize) / MB)
  check('data', `${folder}, ${free} MB free`, free > 500)

  const connections = await connect({ ...databaseSettings(process.env, folder), join: true })
  try {
    check('database', connections.description, true)
    for (const { name, line, sound } of await examine(connections)) check(name, line, sound)
  } finally {
    await connections.close()
  }
  console.log(problems.length === 0 ? 'All is well.' : `Look at: ${problems.join(', ')}.`)
  if (problems.length > 0) process.exitCode = 1
}

type Finding = { readonly name: string; readonly line: string; readonly sound: boolean }

async function examine({ owner, app, jobs }: Pick<Connections, 'owner' | 'app' | 'jobs'>): Promise<Finding[]> {
  const { rows } = await owner.query(`
    SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off'
        AND current_setting('full_page_writes') = 'on' AS durable,
      to_regclass('itqan_migrations') IS NOT NULL AS migrated,
      pg_size_pretty(pg_database_size(current_database())) AS size`)
  const { durable, migrated, size } = rows[0]
  const found = [
    { name: 'size', line: size, sound: true },
    { name: 'durable', line: durable ? 'what is committed is on disk' : 'fsync or its like is off', sound: durable },
  ]
  if (!migrated) return [...found, { name: 'migrations', line: 'none applied yet', sound: false }]
  const pending = await pendingMigrations(owner)
  const arabic = await knowsArabicLetters(owner)
  const gap = (await gapInTenantWall(app)) ?? (await gapInTenantWall(jobs))
  return [
    ...found,
    { name: 'migrations', line: pending === 0 ? 'all applied' : `${pending} to apply`, sound: pending === 0 },
    { name: 'search', line: arabic ? 'finds Arabic words' : 'does not know Arabic letters (LC_CTYPE)', sound: arabic },
    { name: 'wall', line: gap?.message ?? 'the serving roles stay behind row-level security', sound: gap === null },
  ]
}

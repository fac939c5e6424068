import { statfsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { connect } from '../../platform/db/connect.ts'
import { pendingMigrations } from '../../platform/db/migrate.ts'
import { gapInTenantWall } from '../../platform/db/tenant-wall.ts'
import { readAddress, shownUrl } from './address.ts'
import { databaseSettings, dataFolder } from './configuration.ts'
import { printStep } from './open-database.ts'

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

async function examine({ owner, app, jobs }: { owner: pg.Pool; app: pg.Pool; jobs: pg.Pool }) {
  const { rows } = await owner.query(`
    SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off'
        AND current_setting('full_page_writes') = 'on' AS durable,
      cardinality(show_trgm('مؤشرات')) > 3 AS arabic, to_regclass('itqan_migrations') IS NOT NULL AS migrated,
      pg_size_pretty(pg_database_size(current_database())) AS size`)
  const facts = rows[0]
  const pending = facts.migrated ? await pendingMigrations(owner) : null
  const gaps = [await gapInTenantWall(app), await gapInTenantWall(jobs)].filter((gap) => gap !== null)
  return [
    { name: 'size', line: facts.size, sound: true },
    {
      name: 'durable',
      line: facts.durable ? 'what is committed is on disk' : 'fsync or synchronous_commit is off',
      sound: facts.durable,
    },
    {
      name: 'arabic',
      line: facts.arabic
        ? 'search finds Arabic words'
        : 'the database has a character type (LC_CTYPE) without Arabic letters',
      sound: facts.arabic,
    },
    {
      name: 'migrations',
      line: pending === 0 ? 'all applied' : `${pending ?? 'all'} to apply or newer than this version`,
      sound: pending === 0,
    },
    {
      name: 'wall',
      line: gaps[0]?.message ?? 'the serving roles stay behind row-level security',
      sound: gaps.length === 0,
    },
  ]
}

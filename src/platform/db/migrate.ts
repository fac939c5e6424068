import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { EnvironmentProblem, errorCode } from '../process/environment-problem.ts'

export const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly sha256: string }

/** Any number that nothing else locks: two servers that start together migrate one after the other. */
const lockNumber = 4_918_270_301

/**
 * Applies the migrations that the database has not seen, each in a transaction of its own; their names come back.
 * A migration that was edited after it was applied is refused, and so is a database that a newer Itqan migrated.
 */
export async function migrate(owner: pg.Pool, folder: string = migrationsFolder): Promise<string[]> {
  const migrations = readMigrations(folder)
  const applied: string[] = []
  const client = await owner.connect()
  try {
    await client.query('SET search_path = public')
    const known = await inTransaction(client, () => readApplied(client, migrations))
    for (const migration of migrations.slice(known)) {
      if (await applyOnce(client, migration, migrations)) applied.push(migration.name)
    }
  } finally {
    client.release(true)
  }
  return applied
}

const ledger = `
  CREATE TABLE itqan_migrations (
    number integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
  GRANT SELECT ON itqan_migrations TO itqan_app, itqan_jobs, itqan_backup`

/** How many migrations this Itqan knows and the database has not applied; negative when the database is newer. */
export async function pendingMigrations(pool: pg.Pool, folder: string = migrationsFolder): Promise<number> {
  const { rows } = await pool.query('SELECT coalesce(max(number), 0) AS last FROM itqan_migrations')
  return readMigrations(folder).length - rows[0].last
}

/** The number and name of each migration in the folder, in order, with its text as it was written. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return names.map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1])
    if (number !== index + 1)
      throw new Error(`migrations are numbered 0001, 0002 and so on: ${name} is not number ${index + 1}`)
    // A checkout on Windows may change line ends; the migration stays the same one.
    const sql = readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n')
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** False when another server applied it first. */
async function applyOnce(client: pg.PoolClient, migration: Migration, all: readonly Migration[]): Promise<boolean> {
  const { number, name, sql, sha256 } = migration
  try {
    return await inTransaction(client, async () => {
      if ((await readApplied(client, all)) >= number) return false
      await client.query(sql)
      await client.query('INSERT INTO itqan_migrations (number, name, sha256) VALUES ($1, $2, $3)', [
        number,
        name,
        sha256,
      ])
      return true
    })
  } catch (error) {
    throw explain(error, migration)
  }
}

async function inTransaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber])
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** The number of the last applied migration, after checking that what was applied is what the folder holds. */
async function readApplied(client: pg.PoolClient, all: readonly Migration[]): Promise<number> {
  const { rows: existing } = await client.query("SELECT to_regclass('itqan_migrations') IS NOT NULL AS there")
  if (!existing[0]?.there) await client.query(ledger)
  const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
    'SELECT number, name, sha256 FROM itqan_migrations ORDER BY number',
  )
  for (const row of rows) {
    const migration = all[row.number - 1]
    if (!migration) {
      throw new EnvironmentProblem(
        `A newer Itqan has migrated this database (${row.name}): start that version or a later one.`,
        `قاعدة البيانات هذه رُقّيت بإصدار أحدث من إتقان (${row.name}): يلزم تشغيل ذلك الإصدار أو ما بعده.`,
      )
    }
    if (migration.sha256 !== row.sha256) {
      throw new EnvironmentProblem(
        `The migration ${row.name} was edited after this database applied it: restore the file, and put the change into a new migration.`,
        `عُدّل ملف الترقية ${row.name} بعد تطبيقه على قاعدة البيانات هذه: يُعاد الملف كما كان ويوضع التغيير في ملف جديد.`,
      )
    }
  }
  return rows.at(-1)?.number ?? 0
}

function explain(error: unknown, { name }: Migration): unknown {
  if (error instanceof EnvironmentProblem) return error
  const words = error instanceof Error ? error.message : String(error)
  if (errorCode(error) === '53100') {
    return new EnvironmentProblem(
      `The disk of the database is full, the migration ${name} was taken back: free some space and start again.`,
      `قرص قاعدة البيانات ممتلئ وأُلغي تطبيق ${name}: يلزم تفريغ مساحة ثم إعادة التشغيل.`,
      error,
    )
  }
  if (errorCode(error) === '42501' || errorCode(error) === '0A000') {
    return new EnvironmentProblem(
      `The owner of the database may not apply the migration ${name} (${words}).`,
      `لا يملك مالك قاعدة البيانات صلاحية تطبيق ${name} (${words}).`,
      error,
    )
  }
  return new Error(`The migration ${name} failed and was taken back: ${words}`, { cause: error })
}

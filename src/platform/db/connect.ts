import type pg from 'pg'
import { runningPostgres, startPostgres } from '../postgres/supervisor.ts'
import { EnvironmentProblem, errorCode } from '../process/environment-problem.ts'
import { explainDatabaseError, type Target } from './database-problem.ts'
import { derivedPassword, parseDatabaseUrl, targetOf, withUser } from './database-url.ts'
import { type Connection, createPool } from './pool.ts'
import { ensureRoles, renewPassword, type ServingRole } from './roles.ts'

export type DatabaseSettings = {
  readonly dataFolder: string
  /** A server of one's own; without it the built-in one runs on the data folder. */
  readonly url?: string | undefined
  /** Who owns the tables, when `url` is already the application's role. */
  readonly ownerUrl?: string | undefined
  /** The jobs' role, when its password is not derived from the owner's. */
  readonly jobsUrl?: string | undefined
  /** Whether a running Itqan on the same folder is joined instead of refused: for commands beside a server. */
  readonly join?: boolean
  readonly report?: (line: string) => void
}

export type Connections = {
  /** Owns the tables: migrations and the sample; never serves a request. */
  readonly owner: pg.Pool
  readonly app: pg.Pool
  readonly jobs: pg.Pool
  /** Such as "built-in PostgreSQL 18.4 in /srv/itqan/data". */
  readonly description: string
  /** Resolves only when the built-in server is lost for good. */
  readonly lost: Promise<EnvironmentProblem>
  /** Ends the pools, then the built-in server. */
  readonly close: () => Promise<void>
}

const oldestServer = 150_000
const databaseName = 'itqan'
const ownerRole = 'itqan_owner'

/** Opens the three connections of Itqan, making what they need: the built-in server, its database, the roles. */
export async function connect(settings: DatabaseSettings): Promise<Connections> {
  return settings.url ? connectToServer(settings, settings.url) : connectToBuiltIn(settings)
}

async function connectToBuiltIn({ dataFolder, join, report }: DatabaseSettings): Promise<Connections> {
  const running = join ? runningPostgres(dataFolder) : null
  const server = running ? null : await startPostgres({ dataFolder, ...(report ? { report } : {}) })
  const connection = running ?? server?.connection
  if (!connection) throw new Error('a started server has a connection')
  const pools: pg.Pool[] = []
  const close = async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await server?.stop()
  }
  try {
    const target = { setting: 'ITQAN_DATA', host: dataFolder, user: connection.user, database: databaseName }
    const admin = createPool({ connection, name: 'itqan admin', max: 1, statementTimeout: 0 })
    const version = await inspect(admin, target)
      .then(async (found) => {
        await ensureDatabase(admin, connection.password)
        await ensureRoles(admin, {
          setting: 'ITQAN_DATA',
          passwordOf: connection.password ? () => connection.password ?? '' : null,
        })
        return found
      })
      .finally(() => admin.end())
    const as = (user: string) => ({ ...connection, user, database: databaseName })
    const opened = poolsOf({ owner: as(ownerRole), app: as('itqan_app'), jobs: as('itqan_jobs'), report })
    pools.push(opened.owner, opened.app, opened.jobs)
    return {
      ...opened,
      description: `built-in PostgreSQL ${version} in ${dataFolder}`,
      lost: server?.lost ?? new Promise(() => {}),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function ensureDatabase(admin: pg.Pool, password: string | undefined): Promise<void> {
  const roles = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [ownerRole])
  const secret = password ? ` PASSWORD '${password}'` : ''
  if (roles.rowCount === 0) await admin.query(`CREATE ROLE ${ownerRole} LOGIN NOSUPERUSER NOBYPASSRLS${secret}`)
  const databases = await admin.query('SELECT FROM pg_database WHERE datname = $1', [databaseName])
  if (databases.rowCount === 0)
    await admin.query(`CREATE DATABASE ${databaseName} OWNER ${ownerRole} TEMPLATE template0`)
}

async function connectToServer({ ownerUrl, jobsUrl, report }: DatabaseSettings, url: string): Promise<Connections> {
  const setting = ownerUrl ? 'ITQAN_OWNER_URL' : 'DATABASE_URL'
  const ownerAddress = parseDatabaseUrl(ownerUrl || url, setting)
  const target = targetOf(ownerAddress, setting)
  const given: Partial<Record<ServingRole, URL>> = {
    ...(ownerUrl ? { itqan_app: parseDatabaseUrl(url, 'DATABASE_URL') } : {}),
    ...(jobsUrl ? { itqan_jobs: parseDatabaseUrl(jobsUrl, 'ITQAN_JOBS_URL') } : {}),
  }
  if (!(given.itqan_app && given.itqan_jobs)) requirePassword(ownerAddress, setting)
  const address = (role: ServingRole) =>
    given[role] ?? withUser(ownerAddress, role, derivedPassword(ownerAddress, role))
  const as = (role: ServingRole) => ({ connectionString: address(role).href })

  const opened = poolsOf({
    owner: { connectionString: ownerAddress.href },
    app: as('itqan_app'),
    jobs: as('itqan_jobs'),
    report,
  })
  const close = async () => {
    await Promise.all([opened.owner.end(), opened.app.end(), opened.jobs.end()])
  }
  try {
    const version = await inspect(opened.owner, target)
    await ensureRoles(opened.owner, { setting, passwordOf: (role) => derivedPassword(ownerAddress, role) })
    for (const [role, pool] of [
      ['itqan_app', opened.app],
      ['itqan_jobs', opened.jobs],
    ] as const) {
      const own = role === 'itqan_app' ? 'DATABASE_URL' : 'ITQAN_JOBS_URL'
      await inspect(pool, given[role] ? targetOf(address(role), own) : { ...target, user: role }, async () => {
        if (given[role]) return false
        await renewPassword(opened.owner, setting, role, derivedPassword(ownerAddress, role))
        return true
      })
    }
    return { ...opened, description: `PostgreSQL ${version} at ${target.host}`, lost: new Promise(() => {}), close }
  } catch (error) {
    await close()
    throw error
  }
}

function requirePassword(address: URL, setting: string): void {
  if (address.password) return
  throw new EnvironmentProblem(
    `${setting} holds no password, from which those of the serving roles are derived: add it, or set ITQAN_OWNER_URL, DATABASE_URL and ITQAN_JOBS_URL to the three roles.`,
    `لا توجد في ${setting} كلمة مرور تُشتق منها كلمات مرور أدوار الخدمة: تُضاف، أو تُحدَّد ITQAN_OWNER_URL وDATABASE_URL وITQAN_JOBS_URL للأدوار الثلاثة.`,
  )
}

type Addresses = { owner: Connection; app: Connection; jobs: Connection; report: ((line: string) => void) | undefined }

function poolsOf({ owner, app, jobs, report }: Addresses) {
  const told = report ? { report } : {}
  return {
    owner: createPool({ connection: owner, name: 'itqan owner', max: 2, statementTimeout: 0, ...told }),
    app: createPool({ connection: app, name: 'itqan', max: 20, statementTimeout: 30_000, ...told }),
    jobs: createPool({ connection: jobs, name: 'itqan jobs', max: 10, statementTimeout: 600_000, ...told }),
  }
}

/**
 * Makes the first connection of a pool and checks what answers; the server's version comes back. `onRefusedPassword`
 * may mend the password and ask for another try.
 */
async function inspect(pool: pg.Pool, target: Target, onRefusedPassword?: () => Promise<boolean>): Promise<string> {
  const facts = await pool
    .query(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
         current_setting('server_encoding') AS encoding`,
    )
    .then((answer) => answer.rows[0])
    .catch(async (error) => {
      if (errorCode(error) === '28P01' && (await onRefusedPassword?.())) return null
      throw explainDatabaseError(error, target)
    })
  if (facts === null) return inspect(pool, target)
  const version = String(facts.version).split(' ')[0] ?? ''
  if (facts.number < oldestServer) {
    throw new EnvironmentProblem(
      `PostgreSQL ${version} at ${target.host} is too old: Itqan needs version 15 or newer.`,
      `إصدار PostgreSQL ${version} على ${target.host} قديم: يلزم الإصدار 15 أو أحدث.`,
    )
  }
  if (facts.encoding !== 'UTF8') {
    throw new EnvironmentProblem(
      `The database ${target.database} at ${target.host} is encoded in ${facts.encoding}: Itqan needs one in UTF8.`,
      `ترميز قاعدة البيانات ${target.database} على ${target.host} هو ${facts.encoding}: يلزم ترميز UTF8.`,
    )
  }
  return version
}

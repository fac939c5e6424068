import type pg from 'pg'
import { EnvironmentProblem, errorCode } from '../process/environment-problem.ts'

/** The roles that migrations grant to. Those that serve sign in; the others are for people and tools to be put in. */
const servingRoles = ['itqan_app', 'itqan_jobs'] as const
const groupRoles = ['itqan_audit', 'itqan_backup'] as const

export type ServingRole = (typeof servingRoles)[number]

/** Makes the roles that are missing. `passwordOf` is null where the server trusts its private socket. */
export async function ensureRoles(
  owner: pg.Pool,
  { setting, passwordOf }: { setting: string; passwordOf: ((role: ServingRole) => string) | null },
): Promise<void> {
  const wanted = [...servingRoles, ...groupRoles]
  const found = await owner.query('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [wanted])
  const existing = new Set(found.rows.map((row) => row.rolname))
  for (const role of wanted.filter((name) => !existing.has(name))) {
    const serving = servingRoles.find((name) => name === role)
    const password = serving && passwordOf ? ` PASSWORD '${passwordOf(serving)}'` : ''
    const login = serving ? 'LOGIN' : 'NOLOGIN'
    await run(owner, setting, `CREATE ROLE ${role} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE ${login}${password}`)
  }
}

/** Gives a serving role its password again, after the password that it is derived from was changed. */
export async function renewPassword(
  owner: pg.Pool,
  setting: string,
  role: ServingRole,
  password: string,
): Promise<void> {
  await run(owner, setting, `ALTER ROLE ${role} LOGIN PASSWORD '${password}'`)
}

async function run(owner: pg.Pool, setting: string, statement: string): Promise<void> {
  try {
    await owner.query(statement)
  } catch (error) {
    // Another server was quicker: roles belong to the whole cluster.
    if (errorCode(error) === '42710' || errorCode(error) === '23505') return
    if (errorCode(error) !== '42501') throw error
    throw new EnvironmentProblem(
      `The user of ${setting} may not create the roles that Itqan serves with: give it CREATEROLE, or name such a user in ITQAN_OWNER_URL.`,
      `لا يملك مستخدم ${setting} صلاحية إنشاء الأدوار التي يعمل بها إتقان: يُمنح CREATEROLE أو يُحدَّد مستخدم آخر في ITQAN_OWNER_URL.`,
      error,
    )
  }
}

import { createHmac } from 'node:crypto'
import { EnvironmentProblem } from '../process/environment-problem.ts'
import type { Target } from './database-problem.ts'

/** Reads a PostgreSQL address as people write it; `setting` is the name of the variable that holds it. */
export function parseDatabaseUrl(text: string, setting: string): URL {
  const url = URL.parse(text.trim())
  const database = url?.pathname.slice(1)
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.username && database && !database.includes('/')) {
    return strict(url)
  }
  throw new EnvironmentProblem(
    `${setting} is not a PostgreSQL address: write it as postgres://user:password@host:5432/database.`,
    `القيمة ${setting} ليست عنوان PostgreSQL صحيحاً: الصيغة postgres://user:password@host:5432/database.`,
  )
}

/** Encryption without checking who answers protects from nobody: the driver takes these modes for the strict one too. */
function strict(url: URL): URL {
  const mode = url.searchParams.get('sslmode')
  const lax = mode === 'prefer' || mode === 'require' || mode === 'verify-ca'
  if (lax && !url.searchParams.has('uselibpqcompat')) url.searchParams.set('sslmode', 'verify-full')
  return url
}

export function targetOf(url: URL, setting: string): Target {
  const host = url.searchParams.get('host') ?? url.hostname
  return {
    setting,
    host: url.port ? `${host}:${url.port}` : host,
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
  }
}

export function withUser(url: URL, user: string, password: string): URL {
  const other = new URL(url)
  other.username = user
  other.password = password
  return other
}

/**
 * The password of a role that Itqan makes: derived from the owner's, so that all servers on one database agree
 * without keeping anything. Asks for an owner's password of any length but empty.
 */
export function derivedPassword(ownerUrl: URL, role: string): string {
  const secret = decodeURIComponent(ownerUrl.password)
  return createHmac('sha256', secret).update(`itqan role ${role}`).digest('base64url')
}

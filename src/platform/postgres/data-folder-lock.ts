import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { EnvironmentProblem, errorCode, explainFileError } from '../process/environment-problem.ts'
import { processIdentity } from '../process/process-identity.ts'

/** What the holder of a data folder writes about itself, for the others. */
type Holder = { readonly pid: number; readonly identity: string | null }

export type DataFolderLock = { readonly release: () => void }

function lockPath(dataFolder: string): string {
  return join(dataFolder, 'itqan.lock')
}

/** The process that uses the data folder now, if one does. */
export function holderOf(dataFolder: string): number | null {
  const text = readLock(dataFolder)
  const holder = text === null ? null : parse(text)
  if (!holder) return null
  return processIdentity(holder.pid) === holder.identity ? holder.pid : null
}

/**
 * Takes the data folder for this process alone, creating it where needed. A lock left by a process that is gone is
 * taken over; one of a running process is refused.
 */
export function lockDataFolder(dataFolder: string): DataFolderLock {
  const path = lockPath(dataFolder)
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) } satisfies Holder)
  try {
    mkdirSync(dataFolder, { recursive: true })
    for (;;) {
      if (create(path, mine)) return { release: () => release(dataFolder, mine) }
      const holder = holderOf(dataFolder)
      if (holder !== null) throw inUse(dataFolder, holder)
      removeStale(path, readLock(dataFolder))
    }
  } catch (error) {
    throw explainFileError(error, dataFolder)
  }
}

function inUse(dataFolder: string, pid: number): EnvironmentProblem {
  const folder = resolve(dataFolder)
  return new EnvironmentProblem(
    `Another Itqan (process ${pid}) is using the data folder ${folder}: stop it first, or set ITQAN_DATA.`,
    `نسخة أخرى من إتقان (العملية ${pid}) تستخدم مجلد البيانات ${folder}: يلزم إيقافها أولاً أو تحديد ITQAN_DATA.`,
  )
}

/** Written whole under another name and then linked, so that nobody ever reads half a lock. */
function create(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moves the stale lock away, and puts it back when another process was quicker and this is its new one. */
function removeStale(path: string, stale: string | null): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function release(dataFolder: string, mine: string): void {
  if (readLock(dataFolder) === mine) rmSync(lockPath(dataFolder), { force: true })
}

function readLock(dataFolder: string): string | null {
  try {
    return readFileSync(lockPath(dataFolder), 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function parse(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder
    return Number.isInteger(holder.pid) ? holder : null
  } catch {
    return null
  }
}

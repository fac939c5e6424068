import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'

/** The system user that PostgreSQL runs as; null when it is the one that we run as ourselves. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null

/**
 * PostgreSQL refuses to run as root. Under root it runs as the owner of an existing cluster, or as `nobody`.
 */
export function serverUserFor(cluster: string): ServerUser {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return { uid: numberOf('-u') ?? 65534, gid: numberOf('-g') ?? 65534 }
}

/** The options for `spawn` that make a child run as that user. */
export function runAs(user: ServerUser): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

export function giveTo(user: ServerUser, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}

/** Whether the user can really write into the folder, whatever the modes of the folders above it. */
export function canWrite(user: ServerUser, folder: string): boolean {
  if (!user) return true
  const probe = spawnSync('/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', folder], { ...runAs(user), cwd: '/' })
  return probe.status === 0
}

function numberOf(flag: '-u' | '-g'): number | undefined {
  try {
    const id = Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: 'pipe' }))
    return Number.isInteger(id) ? id : undefined
  } catch {
    return undefined
  }
}

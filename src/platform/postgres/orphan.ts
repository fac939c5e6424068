import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { EnvironmentProblem } from '../process/environment-problem.ts'
import { isRunning, waitForExit } from '../process/process-identity.ts'

/** What a running server writes into `postmaster.pid`. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
  readonly ready: boolean
}

export function readPostmaster(cluster: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/**
 * Stops a server that an earlier, killed Itqan left running on this cluster, and removes a `postmaster.pid` whose
 * process is gone or is now some other program. True when a server was stopped.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const postmaster = readPostmaster(cluster)
  if (!postmaster) return false
  const running = isPostgresOn(postmaster.pid, cluster)
  if (running && !(await stopServer(postmaster.pid))) {
    throw new EnvironmentProblem(
      `A PostgreSQL left over from before (process ${postmaster.pid}) does not stop: end it and start again.`,
      `تعذّر إيقاف PostgreSQL المتبقي من تشغيل سابق (العملية ${postmaster.pid}): يلزم إنهاؤها ثم إعادة التشغيل.`,
    )
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return running
}

/** Stops a server cleanly, then at once (it recovers from its log at the next start), then by force. */
export async function stopServer(pid: number): Promise<boolean> {
  const steps = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const
  for (const [signal, patience] of steps) {
    try {
      process.kill(pid, signal)
    } catch {
      return !isRunning(pid)
    }
    if (await waitForExit(pid, patience)) return true
  }
  return false
}

function isPostgresOn(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false
  try {
    if (process.platform === 'linux') {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
      return name.startsWith('postgres') && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    }
    if (process.platform === 'win32') {
      return execFileSync(
        join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'tasklist.exe'),
        ['/FI', `PID eq ${pid}`, '/NH'],
        { encoding: 'utf8' },
      ).includes('postgres')
    }
    const command = execFileSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(cluster)
  } catch {
    return false
  }
}

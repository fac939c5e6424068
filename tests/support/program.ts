import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseSettings, root } from '../../src/app/commands/configuration.ts'
import { type Connections, connect } from '../../src/platform/db/connect.ts'

export type Program = {
  readonly pid: number
  readonly url: string
  readonly output: () => string
  readonly exited: Promise<number | null>
  readonly kill: (signal: NodeJS.Signals) => void
}

/** A folder for the data of a real Itqan, that its database's own user may enter. */
export function dataFolderFor(name: string): { folder: string; remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), `itqan-${name}-`))
  chmodSync(home, 0o755)
  return { folder: join(home, 'data'), remove: () => rmSync(home, { recursive: true, force: true }) }
}

/** Starts the program as a user does, on a free port, and waits until it says that it is ready. */
export async function startProgram(folder: string, env: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, ['src/main.ts', 'start'], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      ITQAN_DATA: folder,
      ITQAN_REQUESTS_PER_MINUTE: '100000000',
      ...env,
    },
  })
  let output = ''
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        const ready = /^Itqan is ready: (\S+)$/m.exec(output)?.[1]
        if (ready) resolve(ready)
      })
    }
    void exited.then(() => reject(new Error(`It did not start: ${output}`)))
  })
  return { pid: child.pid ?? 0, url, output: () => output, exited, kill: (signal) => killed(child, signal) }
}

function killed(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.exitCode === null) child.kill(signal)
}

/** Connections to the built-in database of a program that runs. */
export function joinDatabase(folder: string): Promise<Connections> {
  return connect({ ...databaseSettings({}, folder), join: true })
}

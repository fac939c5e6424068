import type { ChildProcess } from 'node:child_process'

/** Asks a child to stop when this process ends without having done so in order. */
export function endWithUs(child: ChildProcess): void {
  const stop = () => void child.kill('SIGINT')
  process.once('exit', stop)
  child.once('exit', () => process.removeListener('exit', stop))
}

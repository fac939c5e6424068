import { EnvironmentProblem } from '../process/environment-problem.ts'
import { clamd } from './clamd.ts'
import type { FileScanner } from './scanner.ts'

/**
 * The scanner that the operator has set in `ITQAN_CLAMD`: `host:port`, or the path of a Unix socket. Null without
 * the setting: files are then kept as not scanned, and shown as such.
 */
export function fileScanner(env: { readonly ITQAN_CLAMD?: string | undefined }): FileScanner | null {
  const given = env.ITQAN_CLAMD?.trim()
  if (!given) return null
  const path = given.replace(/^unix:/, '')
  if (path.startsWith('/')) return clamd({ address: { path } })
  const [, host, port] = /^(?:tcp:\/\/)?(\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):(\d{1,5})$/.exec(given) ?? []
  if (host && Number(port) >= 1 && Number(port) <= 65_535) {
    return clamd({ address: { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } })
  }
  throw new EnvironmentProblem(
    `ITQAN_CLAMD must be host:port or the path of a Unix socket, and "${given}" is neither.`,
    `يجب أن يكون ITQAN_CLAMD بصيغة host:port أو مسار مقبس Unix، والمكتوب "${given}".`,
  )
}

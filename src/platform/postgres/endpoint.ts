import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EnvironmentProblem, errorCode } from '../process/environment-problem.ts'
import { canWrite, giveTo, type ServerUser } from './server-user.ts'

/** Where the server listens, in the words of `pg`, and the settings that make it so. */
export type Endpoint = { readonly host: string; readonly port: number; readonly settings?: Record<string, string> }

const unixPort = 5432
/** The system allows 107 bytes for the whole path, of which the name of the socket takes its share. */
const longestFolder = 107 - '/.s.PGSQL.5432.lock'.length

/**
 * A Unix socket in a folder that only the server's user may enter, beside the data where the path is short enough,
 * otherwise in the temporary folder. Windows gets a free TCP port on the loopback, with a password.
 */
export async function chooseEndpoint(dataFolder: string, user: ServerUser): Promise<Endpoint> {
  if (process.platform === 'win32') {
    const host = '127.0.0.1'
    return { host, port: await freePort(host), settings: { listen_addresses: host } }
  }
  const beside = join(dataFolder, 'socket')
  const inside = Buffer.byteLength(beside) <= longestFolder && privateFolder(beside, user)
  const folder = inside && canWrite(user, beside) ? beside : shortFolder(dataFolder, user)
  return {
    host: folder,
    port: unixPort,
    settings: { listen_addresses: '', unix_socket_directories: folder, unix_socket_permissions: '0700' },
  }
}

function shortFolder(dataFolder: string, user: ServerUser): string {
  const id = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const name = `itqan-${process.getuid?.() ?? 0}-${id}`
  for (const parent of [tmpdir(), '/tmp']) {
    const folder = join(parent, name)
    if (Buffer.byteLength(folder) <= longestFolder && privateFolder(folder, user) && canWrite(user, folder)) {
      return folder
    }
  }
  throw new EnvironmentProblem(
    `No private folder for the database's socket could be made in ${tmpdir()} or /tmp: set TMPDIR to a short, writable path.`,
    `تعذّر إنشاء مجلد خاص لمقبس قاعدة البيانات في ${tmpdir()} أو /tmp: يُحدَّد مسار قصير قابل للكتابة في TMPDIR.`,
  )
}

/** Makes the folder, or takes an existing one only if it is a real folder of the server's user or ours. */
function privateFolder(folder: string, user: ServerUser): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') return false
    const found = lstatSync(folder)
    if (!found.isDirectory() || ![user?.uid, process.getuid?.()].includes(found.uid)) return false
  }
  giveTo(user, folder)
  chmodSync(folder, 0o700)
  return true
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

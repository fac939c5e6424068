import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { endWithUs } from '../process/end-with-us.ts'
import { diskFull, EnvironmentProblem, explainFileError, tellsOfFullDisk } from '../process/environment-problem.ts'
import { type Binaries, locateBinaries, programPath } from './binaries.ts'
import { holderOf, lockDataFolder } from './data-folder-lock.ts'
import { chooseEndpoint, type Endpoint } from './endpoint.ts'
import { initializeCluster, ownPath, superuser, superuserPassword } from './initialize.ts'
import { readPostmaster, stopOrphan, stopServer } from './orphan.ts'
import { runAs, type ServerUser, serverUserFor } from './server-user.ts'
import { serverSettings } from './settings.ts'

export type PostgresServer = {
  /** How its superuser connects: to be given to `pg`. */
  readonly connection: { host: string; port: number; user: string; password?: string; database: string }
  /** Resolves only when the server ended by itself and could not be started again. */
  readonly lost: Promise<EnvironmentProblem>
  /** Ends its connections, writes everything and stops; harmless when repeated. */
  readonly stop: () => Promise<void>
}

export type PostgresOptions = {
  /** The folder of Itqan's data; the database lies in `postgres` below it. */
  readonly dataFolder: string
  /** False only for a throwaway server of tests: it may then lose data when the machine stops. */
  readonly durable?: boolean
  /** Told about what takes long or went wrong, in a short line. */
  readonly report?: (line: string) => void
}

const maximumLog = 5 * 1024 * 1024
const restartsAllowed = 5
const restartWindow = 60_000

/**
 * Starts the built-in PostgreSQL on a data folder and keeps it running. A server left over from a killed process is
 * stopped first; a first start that was interrupted begins anew; a second Itqan on the same folder is refused.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { durable = true, report = () => {} } = options
  const dataFolder = resolve(options.dataFolder)
  const lock = lockDataFolder(dataFolder)
  const cluster = clusterFolder(dataFolder)
  try {
    const user = serverUserFor(cluster)
    const binaries = locateBinaries(user)
    if (await stopOrphan(cluster)) report('stopped a database left over from before')
    await initializeCluster(cluster, binaries, user, durable)
    const endpoint = await chooseEndpoint(dataFolder, user)
    const launch = () => launchServer({ cluster, log: `${cluster}.log`, binaries, user, endpoint, durable, report })
    const keeper = keepRunning(await launch(), launch, report)
    return {
      connection: { ...connectionTo(endpoint, cluster), database: 'postgres' },
      lost: keeper.lost,
      stop: async () => {
        await keeper.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw explainFileError(error, dataFolder)
  }
}

/** The connection to a server that another Itqan runs on this folder now, if one does. */
export function runningPostgres(dataFolder: string): PostgresServer['connection'] | null {
  const cluster = clusterFolder(resolve(dataFolder))
  if (holderOf(dataFolder) === null) return null
  const postmaster = readPostmaster(cluster)
  if (!postmaster?.ready) return null
  const endpoint = { host: postmaster.socketFolder || '127.0.0.1', port: postmaster.port }
  return { ...connectionTo(endpoint, cluster), database: 'postgres' }
}

function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'postgres')
}

function connectionTo({ host, port }: Endpoint, cluster: string) {
  const password = superuserPassword(cluster)
  return { host, port, user: superuser, ...(password === undefined ? {} : { password }) }
}

type Launch = {
  cluster: string
  log: string
  binaries: Binaries
  user: ServerUser
  endpoint: Endpoint
  durable: boolean
  report: (line: string) => void
}

/** Runs the server until it says that it is ready. A segment still held by dying processes is waited for. */
async function launchServer(launch: Launch): Promise<ChildProcess> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const logStart = shortenLog(launch.log)
    const child = spawnServer(launch)
    if (await untilReady(child, launch)) return child
    const words = readFileSync(launch.log).subarray(logStart).toString('utf8')
    const passing = /pre-existing shared memory block|lock file ".*" already exists|is empty/.test(words)
    if (!passing || Date.now() > deadline) throw explainDeath(words, launch)
    await new Promise((done) => setTimeout(done, 200))
  }
}

function spawnServer({ cluster, log, binaries, user, endpoint, durable }: Launch): ChildProcess {
  const settings = { ...serverSettings(durable), ...endpoint.settings, port: `${endpoint.port}` }
  const args = ['-D', ownPath(cluster, user)]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  const output = openSync(log, 'a', 0o600)
  const child = spawn(programPath(binaries, 'postgres'), args, {
    ...runAs(user),
    cwd: cluster,
    env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C', TZ: 'UTC', PGDATA: undefined },
    stdio: ['ignore', output, output],
    windowsHide: true,
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we stop things in order.
    detached: process.platform !== 'win32',
  })
  closeSync(output)
  endWithUs(child)
  return child
}

async function untilReady(child: ChildProcess, { cluster, report }: Launch): Promise<boolean> {
  let failed = false
  child.once('error', () => (failed = true))
  const started = Date.now()
  let told = false
  for (;;) {
    if (failed || child.exitCode !== null || child.signalCode !== null) return false
    const postmaster = readPostmaster(cluster)
    if (postmaster?.ready && postmaster.pid === child.pid) return true
    if (!told && Date.now() - started > 5_000) {
      told = true
      report('the database is recovering from an unclean stop, which can take a while')
    }
    await new Promise((done) => setTimeout(done, 10))
  }
}

/** Starts the server again when it ends without being asked to, but not for ever. */
function keepRunning(first: ChildProcess, launch: () => Promise<ChildProcess>, report: (line: string) => void) {
  let child = first
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()
  const restarts: number[] = []
  let announceLoss: (problem: EnvironmentProblem) => void = () => {}
  const lost = new Promise<EnvironmentProblem>((announce) => (announceLoss = announce))

  const restart = async () => {
    const now = Date.now()
    restarts.push(now)
    try {
      if (restarts.filter((at) => now - at < restartWindow).length > restartsAllowed) throw endsAgainAndAgain()
      child = await launch()
      if (stopping) return
      report('the database had stopped by itself and was started again')
      watch()
    } catch (error) {
      announceLoss(error instanceof EnvironmentProblem ? error : endsAgainAndAgain(error))
    }
  }
  const watch = () => {
    child.once('exit', () => {
      if (!stopping) restarting = restart()
    })
  }
  watch()

  let stopped: Promise<void> | undefined
  const stop = async () => {
    stopping = true
    await restarting
    if (child.exitCode === null && child.signalCode === null && child.pid) await stopChild(child, child.pid)
  }
  return { lost, stop: () => (stopped ??= stop()) }
}

async function stopChild(child: ChildProcess, pid: number): Promise<void> {
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  await Promise.race([gone, stopServer(pid)])
  await gone
}

function shortenLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size <= maximumLog) return size
  truncateSync(path)
  return 0
}

function endsAgainAndAgain(cause?: unknown): EnvironmentProblem {
  return new EnvironmentProblem(
    'The database ended by itself again and again: its log beside the data says why.',
    'توقفت قاعدة البيانات من تلقاء نفسها مراراً: سجلها في مجلد البيانات يبيّن السبب.',
    cause,
  )
}

function explainDeath(words: string, { cluster, log }: Launch): EnvironmentProblem {
  if (tellsOfFullDisk(words)) return diskFull(cluster, words)
  const last = words.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? words.trim().split('\n').at(-1)
  const why = last?.replace(/^.*?(?=FATAL|PANIC|ERROR)/, '') || 'no words'
  return new EnvironmentProblem(
    `The database in ${cluster} does not start (${why}); the rest is in ${log}.`,
    `تعذّر بدء قاعدة البيانات في ${cluster} (${why})؛ والتفصيل في ${log}.`,
    words,
  )
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { issueFirstAdministratorToken, showMessages } from '../../features/accounts/public.ts'
import { type SampleSignIn, sampleSignIns } from '../../features/accounts/sample.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/ids.ts'
import { withPlatform } from '../../platform/db/with-entity.ts'
import { startJobs } from '../../platform/jobs/start.ts'
import { smsHandler } from '../../platform/sms/handler.ts'
import { smsTopic } from '../../platform/sms/queue.ts'
import { smsGateway } from '../../platform/sms/settings.ts'
import { features } from '../features.ts'
import { isEmpty, loadSample } from '../sample.ts'
import { createServer } from '../server.ts'
import { type Address, explainListenError, isSecure, readAddress, requireFreePort, shownUrl } from './address.ts'
import { buildWeb, webFolder } from './build-web.ts'
import { type Environment, root, sampleDate } from './configuration.ts'
import { failure } from './failure.ts'
import { openDatabase, printStep } from './open-database.ts'
import { closers, onStopSignal } from './stop-in-order.ts'
import { firstAdministratorLines, signInLines } from './way-in.ts'

/** `itqan start`: everything from an empty folder to a page, and back in order at Ctrl-C. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { empty: { type: 'boolean' }, date: { type: 'string' } } })
  const env = process.env
  // A terminal that has gone away is no reason to stop in disorder.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const opened = closers()
  const stop = async (status: number) => {
    await opened.closeAll()
    process.exit(status)
  }
  onStopSignal(() => {
    console.log('\nItqan is stopping ...')
    return stop(0)
  })
  try {
    await start({
      env,
      sample: !(values.empty || env.ITQAN_SAMPLE === 'none'),
      date: sampleDate(values.date ?? env.ITQAN_DATE),
      opened,
      onLost: (problem) => {
        failure.print(problem)
        void stop(1)
      },
    })
  } catch (error) {
    // What fails because it is being stopped has nothing to say.
    if (opened.closing) return
    failure.print(error)
    await stop(1)
  }
}

type Start = {
  env: Environment
  sample: boolean
  date: string
  opened: ReturnType<typeof closers>
  onLost: (problem: unknown) => void
}

async function start({ env, sample, date, opened, onLost }: Start): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const address = readAddress(env)
  console.log(`Itqan ${version} · إتقان`)
  await requireFreePort(address)

  // The pages are built while the database starts; whichever fails first is told.
  const pages = buildWeb()
  pages.catch(() => undefined)
  const { folder, connections, db, jobsDb } = await openDatabase({ env, report: printStep })
  opened.add(connections.close)
  void connections.lost.then(onLost)

  if (sample && (await isEmpty(connections.owner))) {
    await loadSample({ owner: connections.owner, seed: 1, date })
    printStep('sample', `the sample ministry as of ${date}`)
  }
  const signIns = await withPlatform(db, sampleSignIns, { readOnly: true })
  if (await pages) printStep('pages', 'built')
  const sms = smsGateway(env, { sample: signIns.length > 0 })
  showMessages(sms.kind === 'visible')

  const app = await createServer({
    db,
    clock: () => new Date(),
    newId,
    version,
    webFolder,
    secureCookies: isSecure(address),
    ...(address.trustProxy ? { trustProxy: address.trustProxy } : {}),
    ...(address.https ? { https: address.https } : {}),
    logger: { level: env.ITQAN_LOG_LEVEL ?? 'warn', serializers, ...logTarget(env, folder) },
  })
  const jobs = await startJobs({
    db: jobsDb,
    pool: connections.jobs,
    jobs: features.flatMap((feature) => feature.jobs ?? []),
    handlers: Object.assign({ [smsTopic]: smsHandler(sms) }, ...features.map((feature) => feature.outbox ?? {})),
    entities: () => entityIds(jobsDb),
    clock: () => new Date(),
    newId,
    log: app.log,
  })
  opened.add(jobs.stop)
  opened.add(() => app.close())

  const port = await listen(app, address)
  const url = shownUrl(address, port)
  console.log(`Itqan is ready: ${url}`)
  if (address.plainTrial) console.log(trialWarning)
  for (const line of await wayIn({ db, url, signIns })) console.log(line)
}

const trialWarning = 'TRIAL: passwords travel unprotected over plain HTTP.\nتجربة: كلمات المرور تنتقل دون تشفير.'

async function wayIn({ db, url, signIns }: { db: Database; url: string; signIns: readonly SampleSignIn[] }) {
  if (signIns.length > 0) return signInLines(signIns)
  const token = await withPlatform(db, (tx) => issueFirstAdministratorToken(tx, { now: new Date(), newId }))
  return token ? firstAdministratorLines(url, token) : []
}

async function listen(app: Awaited<ReturnType<typeof createServer>>, { host, port }: Address): Promise<number> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw explainListenError(error, { host, port })
  }
  const bound = app.server.address()
  return typeof bound === 'object' && bound ? bound.port : port
}

function entityIds(db: Database): Promise<string[]> {
  return withPlatform(
    db,
    async (tx) => {
      const rows = await tx.selectFrom('entities').select('id').execute()
      return rows.map((row) => row.id)
    },
    { readOnly: true },
  )
}

/** No names, addresses or query words: a log is read by others. */
const serializers = {
  req: (request: { method: string; routeOptions?: { url?: string }; id: string }) => ({
    method: request.method,
    route: request.routeOptions?.url,
    id: request.id,
  }),
}

function logTarget(env: Environment, folder: string): { file?: string } {
  return env.ITQAN_LOG === 'stdout' ? {} : { file: env.ITQAN_LOG || join(folder, 'itqan.log') }
}

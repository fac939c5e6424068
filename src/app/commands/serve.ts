import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { issueFirstAdministratorToken, showMessages } from '../../features/accounts/public.ts'
import { type SampleSignIn, sampleSignIns } from '../../features/accounts/sample.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/ids.ts'
import { withPlatform } from '../../platform/db/with-entity.ts'
import { scanWith } from '../../platform/files/scanner.ts'
import { fileScanner } from '../../platform/files/scanner-settings.ts'
import { startJobs } from '../../platform/jobs/start.ts'
import { smsHandler } from '../../platform/sms/handler.ts'
import { smsTopic } from '../../platform/sms/queue.ts'
import { smsGateway } from '../../platform/sms/settings.ts'
import { features } from '../features.ts'
import { jobs } from '../jobs.ts'
import { createServer } from '../server.ts'
import { type Address, explainListenError, isSecure, shownUrl } from './address.ts'
import { webFolder } from './build-web.ts'
import { type Environment, root, wholeNumber } from './configuration.ts'
import type { Closers } from './stop-in-order.ts'
import { firstAdministratorLines, signInLines } from './way-in.ts'

type Serve = {
  readonly env: Environment
  readonly address: Address
  readonly folder: string
  readonly db: Database
  readonly jobsDb: Database
  readonly appPool: pg.Pool
  readonly jobsPool: pg.Pool
  readonly opened: Closers
}

/** Serves pages, API and jobs over an open database, and says how to get in. */
export async function serve({ env, address, folder, db, jobsDb, appPool, jobsPool, opened }: Serve): Promise<void> {
  const signIns = await withPlatform(db, sampleSignIns, { readOnly: true })
  const sms = smsGateway(env, { sample: signIns.length > 0 })
  showMessages(sms.kind === 'visible')
  scanWith(fileScanner(env))
  const clock = () => new Date()

  const app = await createServer({
    db,
    clock,
    newId,
    version: version(),
    webFolder,
    watched: { pool: appPool, folder },
    metricsToken: env.ITQAN_METRICS_TOKEN,
    requestsPerMinute: wholeNumber(env.ITQAN_REQUESTS_PER_MINUTE || '3000', 'ITQAN_REQUESTS_PER_MINUTE', {
      min: 10,
      max: 100_000_000,
    }),
    secureCookies: isSecure(address),
    ...(address.trustProxy ? { trustProxy: address.trustProxy } : {}),
    ...(address.https ? { https: address.https } : {}),
    logger: { level: env.ITQAN_LOG_LEVEL ?? 'warn', serializers, ...logTarget(env, folder) },
  })
  const working = await startJobs({
    db: jobsDb,
    pool: jobsPool,
    jobs,
    handlers: Object.assign({ [smsTopic]: smsHandler(sms) }, ...features.map((feature) => feature.outbox ?? {})),
    entities: () => entityIds(jobsDb),
    clock,
    newId,
    log: app.log,
  })
  opened.add(working.stop)
  opened.add(() => app.close())

  const port = await listen(app, address)
  const url = shownUrl(address, port)
  console.log(`Itqan is ready: ${url}`)
  if (address.plainTrial) console.log(trialWarning)
  for (const line of await wayIn({ db, url, signIns })) console.log(line)
}

function version(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
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

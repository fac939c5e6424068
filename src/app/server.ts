import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { appraisalConstraints } from '../features/appraisal/public.ts'
import { assessmentConstraints } from '../features/assessment/public.ts'
import { calibrationConstraints } from '../features/calibration/public.ts'
import { excellenceConstraints } from '../features/excellence/public.ts'
import { grievanceConstraints } from '../features/grievances/public.ts'
import { lowPerformanceConstraints } from '../features/low-performance/public.ts'
import { performanceConstraints } from '../features/performance/public.ts'
import type { Database } from '../platform/db/database.ts'
import type { NewId } from '../platform/db/ids.ts'
import { httpErrors } from '../platform/http/errors.ts'
import { refusalOf, sendProblem } from '../platform/http/problem.ts'
import { register } from '../platform/http/register.ts'
import { refuseSlowBodies } from '../platform/http/slow-bodies.ts'
import type { Problem } from '../shared/refusal.ts'
import { Refusal } from '../shared/refusal.ts'
import { connectFeatures } from './connections.ts'
import { registerDocumentation } from './documentation.ts'
import { features } from './features.ts'
import { registerHealth, type Watched } from './health.ts'
import { outboxBacklog } from './outbox-backlog.ts'

export type ServerOptions = {
  readonly db: Database
  readonly clock: () => Date
  readonly newId: NewId
  readonly version: string
  /** The folder of the built web application; without it the server answers the API alone. */
  readonly webFolder?: string
  /** Cookies are marked Secure: every address but plain HTTP on loopback. */
  readonly secureCookies: boolean
  readonly trustProxy?: boolean | string
  readonly https?: { readonly cert: Buffer; readonly key: Buffer }
  readonly logger?: FastifyServerOptions['logger']
  /** Requests a minute from one address before it is asked to wait. */
  readonly requestsPerMinute?: number
  /** What `/readyz` looks at; without it there is no such address. */
  readonly watched?: Watched
  /** Opens `/metrics` to whoever sends this bearer token. */
  readonly metricsToken?: string | undefined
}

/** Constraints of the database that have a sentence of their own. */
const namedConstraints: ReadonlyMap<string, Problem> = new Map(
  Object.entries({
    ...performanceConstraints,
    ...assessmentConstraints,
    ...lowPerformanceConstraints,
    ...appraisalConstraints,
    ...calibrationConstraints,
    ...excellenceConstraints,
    ...grievanceConstraints,
  }),
)

/** The HTTP server: every feature's routes, the built interface, and nothing that a feature owns. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  connectFeatures()
  const app = fastify({
    logger: options.logger ?? false,
    bodyLimit: 1_048_576,
    // A file of 20 MB on a weak line; every other body has 30 seconds.
    requestTimeout: 600_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    ...(options.https && { https: options.https }),
  } as FastifyServerOptions) as unknown as FastifyInstance

  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, namedConstraints)
    if (!refusal) request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, refusal ?? new Refusal(httpErrors.internal), request.id)
  })

  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentSecurity(options.secureCookies) },
    strictTransportSecurity: options.secureCookies,
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 1_024 })
  await app.register(multipart)
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 3_000,
    timeWindow: '1 minute',
    errorResponseBuilder: (_, context) =>
      new Refusal(httpErrors.tooManyRequests, { params: { seconds: Math.ceil(context.ttl / 1000) } }),
  })
  refuseSlowBodies(app, { seconds: 30 })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store')
  })

  const { watched, metricsToken } = options
  if (watched && metricsToken) {
    const { registerMetrics } = await import('./metrics.ts')
    registerMetrics(app, { pool: watched.pool, token: metricsToken, waiting: () => outboxBacklog(options.db) })
  }
  for (const feature of features) {
    if (feature.routes) register(app, feature.routes, options)
  }
  registerHealth(app, watched)
  registerDocumentation(app, options)
  await registerWeb(app, options)
  return app
}

function contentSecurity(secure: boolean) {
  return {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: secure ? [] : null,
  }
}

async function registerWeb(app: FastifyInstance, { webFolder }: ServerOptions): Promise<void> {
  const served = webFolder && existsSync(join(webFolder, 'index.html'))
  if (served) {
    await app.register(fastifyStatic, {
      root: webFolder,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const forever = path.includes(`${join('/', 'assets', '/')}`)
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    if (served && wantsPage) return reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html')
    return sendProblem(reply, new Refusal(httpErrors.notFound), request.id)
  })
}

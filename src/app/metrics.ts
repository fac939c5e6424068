import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { digestOf } from '../platform/session/session.ts'

type Options = {
  readonly pool: pg.Pool
  /** Messages of the outbox that wait, in all entities together. */
  readonly waiting: () => Promise<number>
  /** What a scraper sends as its bearer token. */
  readonly token: string
}

/** `/metrics` for Prometheus: requests by route and status, connections, what waits to be delivered. No names. */
export function registerMetrics(app: FastifyInstance, { pool, waiting, token }: Options): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'itqan_http_request_seconds',
    help: 'Requests by route and status, and how long they took',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'itqan_database_connections',
    help: 'Connections of the pool, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'awaited' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'itqan_outbox_waiting',
    help: 'Messages that wait to be delivered',
    registers: [registry],
    async collect() {
      this.set(await waiting())
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }
    requests.observe(labels, reply.elapsedTime / 1000)
  })
  const expected = digestOf(`Bearer ${token}`)
  app.get('/metrics', async (request, reply) => {
    const given = digestOf(request.headers.authorization ?? '')
    if (!timingSafeEqual(given, expected)) return reply.code(401).send()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

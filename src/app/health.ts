import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../platform/db/database.ts'

/** `/healthz`: the process answers. `/readyz`: its database answers too, and is durable. No names, no figures. */
export function registerHealth(app: FastifyInstance, { db }: { db: Database }): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_, reply) => {
    const why = await sql<{ durable: boolean }>`
      SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off' AS durable`
      .execute(db)
      .then(({ rows }) => (rows[0]?.durable ? null : 'database_not_durable'))
      .catch(() => 'database_unreachable')
    return why ? reply.code(503).send({ status: 'not_ready', why }) : { status: 'ready' }
  })
}

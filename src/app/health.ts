import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { pendingMigrations } from '../platform/db/migrate.ts'
import { gapInTenantWall } from '../platform/db/tenant-wall.ts'

/** What the server stands on: the application's connections, and the folder whose disk must not fill up. */
export type Watched = {
  readonly pool: pg.Pool
  readonly folder: string
  /** Bytes; below it the disk counts as nearly full. */
  readonly leastFree?: number
}

/** A balancer may ask every second: the database is asked this often at most. */
const freshFor = 2_000

/** `/healthz`: the process answers. `/readyz`: what it stands on is sound too. No names, no figures. */
export function registerHealth(app: FastifyInstance, watched: Watched | undefined): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  if (!watched) return
  let last: { readonly at: number; readonly illness: Promise<string | null> } | undefined
  app.get('/readyz', async (_, reply) => {
    if (!last || performance.now() - last.at > freshFor) last = { at: performance.now(), illness: illnessOf(watched) }
    const why = await last.illness
    return why ? reply.code(503).send({ status: 'not_ready', why }) : { status: 'ready' }
  })
}

/** Why this server should get no requests, as a short code; null when all is well. */
export async function illnessOf({ pool, folder, leastFree = 500 * 1024 * 1024 }: Watched): Promise<string | null> {
  const disk = await statfs(folder).catch(() => null)
  if (!disk) return 'data_folder_unreachable'
  if (disk.bavail * disk.bsize < leastFree) return 'disk_nearly_full'
  try {
    if (await gapInTenantWall(pool)) return 'tenant_wall_open'
    if ((await pendingMigrations(pool)) !== 0) return 'schema_of_another_version'
    const { rows } = await pool.query(`
      SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off'
         AND current_setting('full_page_writes') = 'on' AS durable`)
    return rows[0].durable ? null : 'database_not_durable'
  } catch {
    return 'database_unreachable'
  }
}

import type { FastifyInstance } from 'fastify'
import type { Operation } from '../../shared/contract.ts'

/**
 * Ends the connection of a request whose body has not arrived in time. Files may take as long as the server allows any
 * request: twenty megabytes need minutes on a weak line.
 */
export function refuseSlowBodies(app: FastifyInstance, { seconds }: { seconds: number }): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (!('content-length' in raw.headers || 'transfer-encoding' in raw.headers)) return
    if ((routeOptions.config as { operation?: Operation }).operation?.upload) return
    const timer = setTimeout(() => raw.complete || raw.destroy(), seconds * 1000)
    raw.once('close', () => clearTimeout(timer))
    raw.once('end', () => clearTimeout(timer))
  })
}

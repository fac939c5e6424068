import type pg from 'pg'
import type { Database } from '../db/database.ts'
import { isUuid, platformScopeId } from '../db/ids.ts'
import { deliverDue } from '../outbox/deliver.ts'
import type { OutboxHandlers } from '../outbox/handler.ts'
import { traceOf } from '../outbox/retry.ts'
import type { JobLog } from './job-log.ts'
import { listen } from './wake-up.ts'

export type RelayOptions = {
  readonly db: Database
  readonly pool: pg.Pool
  readonly handlers: OutboxHandlers
  readonly entities: () => Promise<readonly string[]>
  readonly clock: () => Date
  readonly log: JobLog
  readonly sweepSeconds: number
}

/** Entities served at the same time, so that a slow gateway of one does not hold up the others. */
const atOnce = 3

/** Delivers outbox messages as they are committed, and looks for those that are due again every few seconds. */
export function startRelay({ db, pool, handlers, entities, clock, log, sweepSeconds }: RelayOptions) {
  const stopping = new AbortController()
  const waiting = new Set<string>()
  const busy = new Map<string, Promise<void>>()

  function wake(entityId: string) {
    if (!isUuid(entityId) || stopping.signal.aborted) return
    waiting.add(entityId)
    next()
  }

  function next() {
    for (const entityId of waiting) {
      if (busy.size >= atOnce || stopping.signal.aborted) return
      if (busy.has(entityId)) continue
      waiting.delete(entityId)
      const work = serve(entityId).finally(() => {
        busy.delete(entityId)
        next()
      })
      busy.set(entityId, work)
    }
  }

  async function serve(entityId: string): Promise<void> {
    try {
      const { failed, dead } = await deliverDue({ db, entityId, handlers, now: clock(), signal: stopping.signal })
      if (failed > 0) log.info({ entityId, failed }, 'outbox messages will be tried again')
      if (dead > 0) log.error({ entityId, dead }, 'outbox messages were given up')
    } catch (error) {
      log.error({ entityId, error: traceOf(error) }, 'the outbox could not be served')
    }
  }

  async function sweep(): Promise<void> {
    try {
      for (const entityId of [platformScopeId, ...(await entities())]) wake(entityId)
    } catch (error) {
      log.error({ error: traceOf(error) }, 'the outbox could not be looked through')
    }
  }

  const listener = listen({ pool, channel: 'itqan_outbox', wake, retryMs: 1000 })
  const timer = setInterval(() => void sweep(), sweepSeconds * 1000)
  void sweep()

  return {
    /** Waits for the message that each entity is at; the rest stays for the next server. */
    async stop(): Promise<void> {
      stopping.abort()
      clearInterval(timer)
      await Promise.all([listener.close(), ...busy.values()])
    },
  }
}

import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'
import { type NewId, platformScopeId } from '../db/ids.ts'
import type { OutboxHandlers } from '../outbox/handler.ts'
import { traceOf } from '../outbox/retry.ts'
import { workingBoss } from './boss.ts'
import type { FeatureJob } from './feature-job.ts'
import type { JobLog } from './job-log.ts'
import { startRelay } from './outbox-relay.ts'
import { runForEntities } from './run-for-entities.ts'

export type JobOptions = {
  /** In the jobs' role, as `pool` is. */
  readonly db: Database
  readonly pool: pg.Pool
  readonly jobs: readonly FeatureJob[]
  readonly handlers: OutboxHandlers
  /** All entities, asked for at every run. */
  readonly entities: () => Promise<readonly string[]>
  readonly clock: () => Date
  readonly newId: NewId
  readonly log: JobLog
  readonly sweepSeconds?: number
  readonly pollSeconds?: number
}

/**
 * Starts what a server does by itself: delivery of the outbox and the features' jobs. Any number of servers may do so;
 * each job runs on one of them at a time. `installJobs` must have run before.
 */
export async function startJobs(options: JobOptions): Promise<{ stop(): Promise<void> }> {
  const { jobs, log, pollSeconds = 5, sweepSeconds = 5 } = options
  const stopping = new AbortController()
  const boss = workingBoss(options.pool)
  boss.on('error', (error) => log.error({ error: traceOf(error) }, 'the job queue reported an error'))
  await boss.start()
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: pollSeconds }, async () => {
      const entities = [...(job.alsoPlatform ? [platformScopeId] : []), ...(await options.entities())]
      await runForEntities({ ...options, job, entities, signal: stopping.signal })
    })
  }
  const timers = jobs.flatMap((job) => repeat(boss, job, log))
  const relay = startRelay({ ...options, sweepSeconds })
  return {
    async stop() {
      stopping.abort()
      for (const timer of timers) clearInterval(timer)
      await Promise.all([relay.stop(), boss.stop({ graceful: true, timeout: 20_000 })])
    },
  }
}

/** Every server asks for the next run; the queue keeps one per interval and refuses it while another is under way. */
function repeat(boss: PgBoss, { name, schedule }: FeatureJob, log: JobLog): NodeJS.Timeout[] {
  if (!('everySeconds' in schedule)) return []
  const ask = () => {
    boss.send(name, null, { singletonSeconds: schedule.everySeconds, retryLimit: 0 }).catch((error: unknown) => {
      log.error({ job: name, error: traceOf(error) }, 'a job could not be asked for')
    })
  }
  ask()
  return [setInterval(ask, schedule.everySeconds * 1000)]
}

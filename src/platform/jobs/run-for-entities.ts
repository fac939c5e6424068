import type { Database } from '../db/database.ts'
import type { NewId } from '../db/ids.ts'
import { withEntity } from '../db/with-entity.ts'
import { traceOf } from '../outbox/retry.ts'
import type { FeatureJob } from './feature-job.ts'
import type { JobLog } from './job-log.ts'

type Run = {
  readonly db: Database
  readonly job: FeatureJob
  readonly entities: readonly string[]
  readonly clock: () => Date
  readonly newId: NewId
  readonly log: JobLog
  readonly signal?: AbortSignal
}

/** Runs a job in every entity. One that fails does not keep it from the others; the run then fails as a whole. */
export async function runForEntities({ db, job, entities, clock, newId, log, signal }: Run): Promise<void> {
  let failed = 0
  for (const entityId of entities) {
    signal?.throwIfAborted()
    try {
      await withEntity(db, { entityId }, (tx) => job.run({ tx, entityId, now: clock(), newId }))
    } catch (error) {
      failed += 1
      log.error({ job: job.name, entityId, error: traceOf(error) }, 'a job failed in an entity')
    }
  }
  if (failed > 0) throw new Error(`${job.name} failed in ${failed} of ${entities.length} entities`)
}

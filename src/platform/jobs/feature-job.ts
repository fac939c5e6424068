import type { Tx } from '../db/database.ts'
import type { NewId } from '../db/ids.ts'

export type JobContext = {
  /** Behind the wall of the entity; commits when the run returns. */
  readonly tx: Tx
  readonly entityId: string
  readonly now: Date
  readonly newId: NewId
}

/** Work that a feature does by the clock, once per entity, each time in a transaction of its own. */
export type FeatureJob = {
  /** `feature.job`: letters, digits, dots, hyphens and underscores. */
  readonly name: string
  readonly schedule: Schedule
  /** Runs once more in the platform's own scope, before the entities. */
  readonly alsoPlatform?: true
  /** Must do no harm when it is repeated: a run that was cut off is started again. */
  run(context: JobContext): Promise<void>
}

type Schedule =
  /** Minutes at the finest, as `minute hour day month weekday`; UTC unless a time zone is named. */
  { readonly cron: string; readonly timeZone?: string } | { readonly everySeconds: number }

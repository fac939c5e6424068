import { newId } from '../../platform/db/ids.ts'
import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import type { OutboxHandlers } from '../../platform/outbox/handler.ts'
import { type CheckKind, checksTopic, runChecks, runDueChecks } from './usecases/checks.ts'

export const jobs: readonly FeatureJob[] = [
  {
    name: 'calibration.due_checks',
    schedule: { everySeconds: 600 },
    run: ({ tx, newId, now }) => runDueChecks(tx, { newId, now }),
  },
]

/** Checks of large entities; repeating one finds the same again. */
export const outbox: OutboxHandlers = {
  [checksTopic]: {
    deliver: async ({ payload }, { tx, now }) => {
      const { year, kinds } = payload as { year: number; kinds: CheckKind[] }
      await runChecks(tx, { year, kinds, newId, now })
    },
  },
}

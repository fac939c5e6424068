import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { runDueChecks } from './usecases/checks.ts'

export const jobs: readonly FeatureJob[] = [
  {
    name: 'calibration.due_checks',
    schedule: { everySeconds: 600 },
    run: ({ tx, newId, now }) => runDueChecks(tx, { newId, now }),
  },
]

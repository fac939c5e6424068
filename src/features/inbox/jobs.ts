import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { escalate } from './usecases/escalate.ts'

export const jobs: readonly FeatureJob[] = [
  {
    name: 'inbox.escalate',
    schedule: { everySeconds: 600 },
    run: ({ tx, now, newId }) => escalate({ tx, now, newId }),
  },
]

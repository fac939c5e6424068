import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { refreshPaths } from './repository/divisions.ts'
import { todayOf } from './usecases/act.ts'
import { tellDelegations } from './usecases/delegation-notices.ts'

export const jobs: readonly FeatureJob[] = [
  {
    // A change that was recorded ahead of its day moves the tree when the day comes.
    name: 'organization.refresh-divisions',
    schedule: { cron: '5 * * * *' },
    run: async ({ tx, now }) => refreshPaths(tx, { on: await todayOf({ tx, now }) }),
  },
  {
    name: 'organization.tell-delegations',
    schedule: { cron: '10 * * * *' },
    run: tellDelegations,
  },
]

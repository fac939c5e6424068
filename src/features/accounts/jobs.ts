import { platformScopeId } from '../../platform/db/ids.ts'
import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { calendarOf } from '../policies/public.ts'
import { endSessionsOfLeavers, sweep } from './repository/sweep.ts'

export const jobs: readonly FeatureJob[] = [
  {
    name: 'accounts.sweep',
    schedule: { everySeconds: 3_600 },
    alsoPlatform: true,
    async run({ tx, entityId, now }) {
      if (entityId === platformScopeId) return sweep(tx, { now })
      await endSessionsOfLeavers(tx, { on: (await calendarOf(tx)).today(now), now })
    },
  },
]

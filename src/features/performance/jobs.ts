import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { closeIdleSessions, enrolJoiners, widenDecisions } from './usecases/by-the-clock.ts'

export const jobs: readonly FeatureJob[] = [
  { name: 'performance.enrol_joiners', schedule: { everySeconds: 3600 }, run: enrolJoiners },
  { name: 'performance.close_idle_sessions', schedule: { everySeconds: 300 }, run: closeIdleSessions },
  { name: 'performance.widen_decisions', schedule: { everySeconds: 3600 }, run: widenDecisions },
]

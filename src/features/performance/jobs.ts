import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { closeIdleSessions, endObjections, enrolJoiners, widenDecisions } from './usecases/by-the-clock.ts'

export const jobs: readonly FeatureJob[] = [
  { name: 'performance.enrol_joiners', schedule: { everySeconds: 3600 }, run: enrolJoiners },
  { name: 'performance.close_idle_sessions', schedule: { everySeconds: 300 }, run: closeIdleSessions },
  { name: 'performance.widen_decisions', schedule: { everySeconds: 3600 }, run: widenDecisions },
  { name: 'performance.end_objections', schedule: { everySeconds: 3600 }, run: endObjections },
]

import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { endSegments, endWaits, openWindows, standWithoutDecision } from './usecases/by-the-clock.ts'

export const jobs: readonly FeatureJob[] = [
  { name: 'assessment.end_segments', schedule: { everySeconds: 3600 }, run: endSegments },
  { name: 'assessment.open_windows', schedule: { everySeconds: 3600 }, run: openWindows },
  { name: 'assessment.end_waits', schedule: { everySeconds: 3600 }, run: endWaits },
  { name: 'assessment.stand_provisionally', schedule: { everySeconds: 3600 }, run: standWithoutDecision },
]

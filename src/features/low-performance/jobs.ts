import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { openCases, raiseSilent } from './usecases/by-the-clock.ts'

export const jobs: readonly FeatureJob[] = [
  { name: 'low_performance.open_cases', schedule: { everySeconds: 3600 }, run: openCases },
  { name: 'low_performance.raise_silent', schedule: { everySeconds: 3600 }, run: raiseSilent },
]

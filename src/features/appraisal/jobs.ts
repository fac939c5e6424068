import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { closeWindows } from './usecases/close-windows.ts'

export const jobs: readonly FeatureJob[] = [
  { name: 'appraisal.close_windows', schedule: { everySeconds: 900 }, run: closeWindows },
]

import type { FeatureJob } from '../../platform/jobs/feature-job.ts'
import { raiseSilent, remindDrafts } from './usecases/raise.ts'

export const jobs: readonly FeatureJob[] = [
  { name: 'grievances.raise_silent', schedule: { everySeconds: 3600 }, run: raiseSilent },
  { name: 'grievances.remind_drafts', schedule: { everySeconds: 3600 }, run: remindDrafts },
]

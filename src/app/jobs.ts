import { scanJob } from '../platform/files/scan-job.ts'
import { housekeeping } from '../platform/jobs/housekeeping.ts'
import { features } from './features.ts'

/** Everything that is done by the clock. */
export const jobs = [...housekeeping, scanJob, ...features.flatMap((feature) => feature.jobs ?? [])]

import { housekeeping } from '../platform/jobs/housekeeping.ts'
import { features } from './features.ts'

/** Everything that is done by the clock. */
export const jobs = [...housekeeping, ...features.flatMap((feature) => feature.jobs ?? [])]

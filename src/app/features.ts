import { routes as accounts } from '../features/accounts/routes.ts'
import type { Implementation } from '../platform/http/implement.ts'
import type { FeatureJob } from '../platform/jobs/feature-job.ts'
import type { OutboxHandlers } from '../platform/outbox/handler.ts'

/** What the application asks of a feature. */
export type Feature = {
  readonly name: string
  readonly routes?: Implementation
  readonly jobs?: readonly FeatureJob[]
  readonly outbox?: OutboxHandlers
}

/** In order: a feature may use the public part of those above it, never of those below. */
export const features: readonly Feature[] = [{ name: 'accounts', routes: accounts }]

import { jobs as accountsJobs } from '../features/accounts/jobs.ts'
import { routes as accounts } from '../features/accounts/routes.ts'
import { routes as annualPlan } from '../features/annual-plan/routes.ts'
import { jobs as appraisalJobs } from '../features/appraisal/jobs.ts'
import { routes as appraisal } from '../features/appraisal/routes.ts'
import { jobs as assessmentJobs } from '../features/assessment/jobs.ts'
import { routes as assessment } from '../features/assessment/routes.ts'
import { jobs as calibrationJobs, outbox as calibrationOutbox } from '../features/calibration/jobs.ts'
import { routes as calibration } from '../features/calibration/routes.ts'
import { routes as excellence } from '../features/excellence/routes.ts'
import { jobs as grievancesJobs } from '../features/grievances/jobs.ts'
import { routes as grievances } from '../features/grievances/routes.ts'
import { jobs as inboxJobs } from '../features/inbox/jobs.ts'
import { routes as inbox } from '../features/inbox/routes.ts'
import { jobs as lowPerformanceJobs } from '../features/low-performance/jobs.ts'
import { routes as lowPerformance } from '../features/low-performance/routes.ts'
import { jobs as organizationJobs } from '../features/organization/jobs.ts'
import { routes as organization } from '../features/organization/routes.ts'
import { jobs as performanceJobs } from '../features/performance/jobs.ts'
import { routes as performance } from '../features/performance/routes.ts'
import { routes as policies } from '../features/policies/routes.ts'
import { routes as vision } from '../features/vision/routes.ts'
import type { Implementation } from '../platform/http/implement.ts'
import type { FeatureJob } from '../platform/jobs/feature-job.ts'
import type { OutboxHandlers } from '../platform/outbox/handler.ts'
import { searchRoutes } from './search.ts'

/** What the application asks of a feature. */
export type Feature = {
  readonly name: string
  readonly routes?: Implementation
  readonly jobs?: readonly FeatureJob[]
  readonly outbox?: OutboxHandlers
}

/** In order: a feature may use the public part of those above it, never of those below. */
export const features: readonly Feature[] = [
  { name: 'policies', routes: policies },
  { name: 'organization', routes: organization, jobs: organizationJobs },
  { name: 'accounts', routes: accounts, jobs: accountsJobs },
  { name: 'inbox', routes: inbox, jobs: inboxJobs },
  { name: 'vision', routes: vision },
  { name: 'annual-plan', routes: annualPlan },
  { name: 'performance', routes: performance, jobs: performanceJobs },
  { name: 'assessment', routes: assessment, jobs: assessmentJobs },
  { name: 'appraisal', routes: appraisal, jobs: appraisalJobs },
  { name: 'calibration', routes: calibration, jobs: calibrationJobs, outbox: calibrationOutbox },
  { name: 'excellence', routes: excellence },
  { name: 'grievances', routes: grievances, jobs: grievancesJobs },
  { name: 'low-performance', routes: lowPerformance, jobs: lowPerformanceJobs },
  { name: 'search', routes: searchRoutes },
]

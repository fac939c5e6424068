import { pages as accounts } from '../../features/accounts/web/pages.ts'
import { pages as annualPlan } from '../../features/annual-plan/web/pages.ts'
import { pages as appraisal } from '../../features/appraisal/web/pages.ts'
import { pages as assessment } from '../../features/assessment/web/pages.ts'
import { pages as calibration } from '../../features/calibration/web/pages.ts'
import { pages as excellence } from '../../features/excellence/web/pages.ts'
import { pages as grievances } from '../../features/grievances/web/pages.ts'
import { pages as inbox } from '../../features/inbox/web/pages.ts'
import { pages as lowPerformance } from '../../features/low-performance/web/pages.ts'
import { pages as organization } from '../../features/organization/web/pages.ts'
import { pages as performance } from '../../features/performance/web/pages.ts'
import { pages as policies } from '../../features/policies/web/pages.ts'
import { pages as vision } from '../../features/vision/web/pages.ts'
import type { PageDefinition } from '../../ui/navigation.ts'
import { designPages } from './design/pages.ts'
import { helpPages } from './help/pages.ts'

const home: PageDefinition = {
  path: '/',
  title: 'home.title',
  load: () => import('./home-page.tsx').then((module) => module.ComposedHomePage),
  menu: { group: 'home', order: 1 },
}

/** Every page behind the sign-in, in the order of features. */
export const pages: readonly PageDefinition[] = [
  home,
  ...policies,
  ...organization,
  ...accounts,
  ...inbox,
  ...vision,
  ...annualPlan,
  ...performance,
  ...assessment,
  ...appraisal,
  ...calibration,
  ...excellence,
  ...grievances,
  ...lowPerformance,
  ...helpPages,
  ...designPages,
]

import { en as annualPlan } from '../../../features/annual-plan/messages.en.ts'
import { en as appraisal } from '../../../features/appraisal/messages.en.ts'
import { en as appraisalPages } from '../../../features/appraisal/web/messages.en.ts'
import { en as assessment } from '../../../features/assessment/messages.en.ts'
import { en as assessmentPages } from '../../../features/assessment/web/messages.en.ts'
import { en as calibration } from '../../../features/calibration/messages.en.ts'
import { en as calibrationPages } from '../../../features/calibration/web/messages.en.ts'
import { en as excellence } from '../../../features/excellence/messages.en.ts'
import { en as grievances } from '../../../features/grievances/messages.en.ts'
import { en as inbox } from '../../../features/inbox/messages.en.ts'
import { en as lowPerformance } from '../../../features/low-performance/messages.en.ts'
import { en as organization } from '../../../features/organization/messages.en.ts'
import { en as performance } from '../../../features/performance/messages.en.ts'
import { en as performancePages } from '../../../features/performance/web/messages.en.ts'
import { en as policies } from '../../../features/policies/messages.en.ts'
import { en as vision } from '../../../features/vision/messages.en.ts'
import { en as shared } from '../../../shared/messages.en.ts'
import { en as help } from '../help/messages.en.ts'
import { en as shell } from '../shell/messages.en.ts'
import { joined } from './joined.ts'

/** The words of every feature; those of the entry pages are loaded already. */
export const en = joined(
  shared,
  shell,
  help,
  policies,
  organization,
  inbox,
  vision,
  annualPlan,
  performance,
  performancePages,
  appraisalPages,
  appraisal,
  assessment,
  assessmentPages,
  calibration,
  excellence,
  grievances,
  lowPerformance,
  calibrationPages,
)

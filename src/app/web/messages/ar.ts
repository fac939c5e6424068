import { ar as annualPlan } from '../../../features/annual-plan/messages.ar.ts'
import { ar as appraisal } from '../../../features/appraisal/messages.ar.ts'
import { ar as appraisalPages } from '../../../features/appraisal/web/messages.ar.ts'
import { ar as assessment } from '../../../features/assessment/messages.ar.ts'
import { ar as assessmentPages } from '../../../features/assessment/web/messages.ar.ts'
import { ar as calibration } from '../../../features/calibration/messages.ar.ts'
import { ar as calibrationPages } from '../../../features/calibration/web/messages.ar.ts'
import { ar as excellence } from '../../../features/excellence/messages.ar.ts'
import { ar as grievances } from '../../../features/grievances/messages.ar.ts'
import { ar as inbox } from '../../../features/inbox/messages.ar.ts'
import { ar as lowPerformance } from '../../../features/low-performance/messages.ar.ts'
import { ar as organization } from '../../../features/organization/messages.ar.ts'
import { ar as performance } from '../../../features/performance/messages.ar.ts'
import { ar as performancePages } from '../../../features/performance/web/messages.ar.ts'
import { ar as policies } from '../../../features/policies/messages.ar.ts'
import { ar as vision } from '../../../features/vision/messages.ar.ts'
import { ar as shared } from '../../../shared/messages.ar.ts'
import { ar as help } from '../help/messages.ar.ts'
import { ar as shell } from '../shell/messages.ar.ts'
import { joined } from './joined.ts'

/** The words of every feature; those of the entry pages are loaded already. */
export const ar = joined(
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

import { connectAccounts, ensureIdentities, moveToCivilNumber } from '../features/accounts/public.ts'
import { annualPlanMe, connectAnnualPlan } from '../features/annual-plan/public.ts'
import {
  appraisalHome,
  appraisalLinks,
  appraisalMe,
  appraisalWorkItemKinds,
  connectAppraisal,
  yearFrozen,
  yearSigned,
} from '../features/appraisal/public.ts'
import {
  assessmentHome,
  assessmentLinks,
  assessmentMe,
  assessmentOrganizationEvents,
  assessmentWorkItemKinds,
  connectAssessment,
} from '../features/assessment/public.ts'
import {
  calibrationAppraisal,
  calibrationHome,
  calibrationLinks,
  calibrationMe,
  calibrationWorkItemKinds,
  curveConfirmed,
} from '../features/calibration/public.ts'
import {
  excellenceLinks,
  excellenceMe,
  excellenceWorkItemKinds,
  excellenceYearMoved,
  undecidedExcellence,
} from '../features/excellence/public.ts'
import {
  grievanceOf,
  grievancesLinks,
  grievancesMe,
  grievancesWorkItemKinds,
  hearsGrievanceOf,
} from '../features/grievances/public.ts'
import { connectInbox, inboxMe, notify } from '../features/inbox/public.ts'
import {
  lowPerformanceLinks,
  lowPerformanceMe,
  lowPerformanceWorkItemKinds,
} from '../features/low-performance/public.ts'
import { connectOrganization, organizationMe } from '../features/organization/public.ts'
import {
  contributions,
  performanceHome,
  performanceLinks,
  performanceMe,
  performanceOrganizationEvents,
  performanceWorkItemKinds,
} from '../features/performance/public.ts'
import { connectPolicies, policiesMe, policyLinks } from '../features/policies/public.ts'
import { delegationNotices } from './delegation-notices.ts'
import { firstSteps } from './first-steps.ts'
import { policyProposals, proposalKind } from './policy-proposals.ts'

/** Joins features that may not know each other: what an earlier one asks for, a later one gives. */
export function connectFeatures(): void {
  connectPolicies({
    ...policyProposals,
    decided: async (tx, { proposal, outcome, newId, now, ...told }) => {
      await policyProposals.decided?.(tx, { proposal, outcome, newId, now, ...told })
      if (outcome === 'confirmed') await curveConfirmed(tx, { year: proposal.year, key: proposal.key, newId, now })
    },
    // The committee weighs the rules of the curve on frozen results; everything else stays from the freeze on.
    frozenYear: (tx, { year, key }) => (key?.startsWith('curve.') ? yearSigned : yearFrozen)(tx, { year }),
  })
  connectOrganization({
    employeesAdded: ensureIdentities,
    civilNumberCorrected: moveToCivilNumber,
    ...delegationNotices,
    ...performanceOrganizationEvents,
    ...assessmentOrganizationEvents,
    supervisorChanged: async (tx, fact) => {
      await performanceOrganizationEvents.supervisorChanged(tx, fact)
      await assessmentOrganizationEvents.supervisorChanged(tx, fact)
    },
  })
  connectAccounts({
    me: [
      policiesMe,
      organizationMe,
      inboxMe,
      annualPlanMe,
      performanceMe,
      assessmentMe,
      appraisalMe,
      calibrationMe,
      excellenceMe,
      grievancesMe,
      lowPerformanceMe,
    ],
    firstSteps,
  })
  connectAnnualPlan({
    contributions,
    directionPublished: async (tx, { id, year, division, author, authorId, reaches, newId, now }) =>
      notify(tx, {
        recipients: reaches,
        kind: 'annual_plan.direction_published',
        params: { year, division, author },
        subject: { type: 'plan_direction', id },
        exceptId: authorId,
        newId,
        now,
      }),
  })
  // A freeze either sees what is about to change in a cycle, or keeps it out.
  connectAssessment({ yearFrozen: (tx, { year }) => yearFrozen(tx, { year, hold: true }) })
  connectAppraisal({
    grievanceOf,
    judges: hearsGrievanceOf,
    openSitting: calibrationAppraisal.openSitting,
    undecidedExcellence,
    yearMoved: [calibrationAppraisal.yearMoved, excellenceYearMoved],
    viewRecorded: [calibrationAppraisal.viewRecorded],
  })
  connectInbox({
    kinds: [
      proposalKind,
      ...performanceWorkItemKinds,
      ...assessmentWorkItemKinds,
      ...appraisalWorkItemKinds,
      ...calibrationWorkItemKinds,
      ...excellenceWorkItemKinds,
      ...grievancesWorkItemKinds,
      ...lowPerformanceWorkItemKinds,
    ],
    home: [performanceHome, assessmentHome, appraisalHome, calibrationHome],
    links: {
      ...policyLinks,
      plan_direction: () => '/plan/directions',
      ...performanceLinks,
      ...assessmentLinks,
      ...appraisalLinks,
      ...calibrationLinks,
      ...excellenceLinks,
      ...grievancesLinks,
      ...lowPerformanceLinks,
    },
  })
}

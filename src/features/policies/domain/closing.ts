import type { Policy } from './policy.ts'
import { choice, count, days, flag, megabytes, months, percent, record, workingDays } from './shape.ts'

export const corrections = ['holm', 'benjamini_hochberg'] as const

/** How a cycle and a year are closed, checked and appealed against. */
export type ClosingValues = {
  /** Working days (AMB-17, 18, 26). */
  readonly 'assessment.windows': {
    readonly opensBefore: number
    readonly closesAfter: number
    readonly review: number
    readonly cycleClose: number
    readonly outgoingRating: number
    readonly newSupervisorAmendment: number
  }
  readonly 'assessment.evidence_required': boolean
  readonly 'assessment.bulk_approve': boolean
  readonly 'secondment.host_months': number
  readonly 'evidence.limits': { readonly fileMegabytes: number; readonly documentMegabytes: number }
  readonly 'committee.quorum': { readonly members: number; readonly quorum: number }
  /** Levels in percent; `smallGroup` in people. */
  readonly 'fairness.rules': {
    readonly alpha: number
    readonly smallGroup: number
    readonly correction: (typeof corrections)[number]
  }
  /** Percent: of people sampled, of the step that ends at a threshold, of entries made on the last day. */
  readonly 'integrity.rules': { readonly sampleShare: number; readonly margin: number; readonly lastDayShare: number }
  readonly 'excellence.publish_names': boolean
  /** `file` and `decide` in calendar days, `acknowledge` in working days. */
  readonly 'grievance.periods': { readonly file: number; readonly acknowledge: number; readonly decide: number }
  readonly 'low_performance.plan': { readonly months: number; readonly reviewEveryDays: number }
}

export const closing: { readonly [K in keyof ClosingValues]: Policy<ClosingValues[K]> } = {
  'assessment.windows': {
    group: 'assessment',
    shape: record({
      opensBefore: workingDays(0, 30),
      closesAfter: workingDays(1, 30),
      review: workingDays(1, 30),
      cycleClose: workingDays(1, 60),
      outgoingRating: workingDays(1, 30),
      newSupervisorAmendment: workingDays(1, 30),
    }),
    default: {
      opensBefore: 10,
      closesAfter: 5,
      review: 10,
      cycleClose: 20,
      outgoingRating: 10,
      newSupervisorAmendment: 10,
    },
    official: false,
    reference: 'AMB-17, AMB-18, AMB-26',
  },
  'assessment.evidence_required': {
    group: 'assessment',
    shape: flag,
    default: true,
    official: false,
    reference: 'BR-35',
  },
  'assessment.bulk_approve': {
    group: 'assessment',
    shape: flag,
    default: false,
    official: false,
    reference: 'AMB-28',
  },
  'secondment.host_months': {
    group: 'assessment',
    shape: months(1, 12),
    default: 3,
    official: false,
    reference: 'AMB-19',
  },
  'evidence.limits': {
    group: 'evidence',
    shape: record({ fileMegabytes: megabytes(1, 20), documentMegabytes: megabytes(1, 200) }),
    default: { fileMegabytes: 20, documentMegabytes: 200 },
    official: false,
    reference: 'H15',
  },
  'committee.quorum': {
    group: 'committee',
    shape: record({ members: count(3, 15), quorum: count(2, 15) }),
    default: { members: 5, quorum: 3 },
    official: false,
    reference: 'AMB-30',
    decidesGrades: true,
  },
  'fairness.rules': {
    group: 'fairness',
    shape: record({ alpha: percent(1, 20), smallGroup: count(5, 200), correction: choice(corrections) }),
    default: { alpha: 5, smallGroup: 30, correction: 'holm' },
    official: false,
    reference: 'AMB-11',
    decidesGrades: true,
  },
  'integrity.rules': {
    group: 'fairness',
    shape: record({ sampleShare: percent(0, 100), margin: percent(0, 50), lastDayShare: percent(1, 100) }),
    default: { sampleShare: 5, margin: 10, lastDayShare: 60 },
    official: false,
    reference: 'N-12',
  },
  'excellence.publish_names': {
    group: 'excellence',
    shape: flag,
    default: false,
    official: false,
    reference: 'AMB-34',
  },
  'grievance.periods': {
    group: 'grievance',
    shape: record({ file: days(1, 180), acknowledge: workingDays(1, 30), decide: days(1, 180) }),
    default: { file: 30, acknowledge: 3, decide: 30 },
    official: false,
    reference: 'AMB-31',
  },
  'low_performance.plan': {
    group: 'grievance',
    shape: record({ months: months(1, 6), reviewEveryDays: days(7, 90) }),
    default: { months: 6, reviewEveryDays: 30 },
    official: false,
    reference: 'AMB-33',
  },
}

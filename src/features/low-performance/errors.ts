import type { Problem } from '../../shared/refusal.ts'

/** The code is the key of the sentence. */
export const errors = {
  notFound: { code: 'low_performance.not_found', status: 404 },
  measureNotFound: { code: 'low_performance.measure_not_found', status: 404 },
  notYours: { code: 'workflow.not_yours', status: 403 },
  notOpen: { code: 'workflow.not_open', status: 409 },
  needsReason: { code: 'workflow.needs_reason', status: 422 },
  planInPast: { code: 'low_performance.plan_in_past', status: 422 },
  planTooShort: { code: 'low_performance.plan_too_short', status: 422 },
  planTooLong: { code: 'low_performance.plan_too_long', status: 422 },
  noMeasures: { code: 'low_performance.no_measures', status: 422 },
  measureOutside: { code: 'low_performance.measure_outside', status: 422 },
  ownerUnknown: { code: 'low_performance.owner_unknown', status: 422 },
  noPlan: { code: 'low_performance.no_plan', status: 409 },
  noReview: { code: 'low_performance.no_review', status: 409 },
  resultStands: { code: 'low_performance.result_stands', status: 409 },
  stillServes: { code: 'low_performance.still_serves', status: 409 },
  ownCase: { code: 'low_performance.own_case', status: 403 },
} as const satisfies Record<string, Problem>

const byCode: ReadonlyMap<string, Problem> = new Map(Object.values(errors).map((problem) => [problem.code, problem]))

/** The refusal of a reason that the domain gave. */
export function problemOf(why: string): Problem {
  return byCode.get(why) ?? { code: why, status: 409 }
}

export const constraints: Readonly<Record<string, Problem>> = { low_performance_cases_own: errors.ownCase }

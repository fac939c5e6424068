import type { Problem } from '../../shared/refusal.ts'

/** The code is the key of the sentence. Refusals that the domain gives are listed here with their status. */
export const errors = {
  notFound: { code: 'appraisal.not_found', status: 404 },
  notYours: { code: 'workflow.not_yours', status: 403 },
  notOpen: { code: 'workflow.not_open', status: 409 },
  needsReason: { code: 'workflow.needs_reason', status: 422 },
  cyclesOpen: { code: 'appraisal.cycles_open', status: 409 },
  sittingOpen: { code: 'appraisal.sitting_open', status: 409 },
  curveMissing: { code: 'appraisal.curve_missing', status: 409 },
  curveStale: { code: 'appraisal.curve_stale', status: 409 },
  excellenceUndecided: { code: 'appraisal.excellence_undecided', status: 409 },
  officialsWaiting: { code: 'appraisal.officials_waiting', status: 409 },
  ownResult: { code: 'appraisal.own_result', status: 403 },
  notRanked: { code: 'appraisal.not_ranked', status: 409 },
  viewClosed: { code: 'appraisal.view_closed', status: 409 },
  unknownReason: { code: 'appraisal.unknown_reason', status: 422 },
  nothingDifferent: { code: 'appraisal.nothing_different', status: 422 },
  objectionNeedsNote: { code: 'appraisal.objection_needs_note', status: 422 },
  notPublished: { code: 'appraisal.not_published', status: 409 },
  nobodyDecided: { code: 'appraisal.nobody_decided', status: 409 },
} as const satisfies Record<string, Problem>

const byCode: ReadonlyMap<string, Problem> = new Map(Object.values(errors).map((problem) => [problem.code, problem]))

/** The refusal of a reason that the domain gave. */
export function problemOf(why: string): Problem {
  return byCode.get(why) ?? { code: why, status: 409 }
}

/** Constraints of the database that have a sentence of their own. */
export const constraints: Readonly<Record<string, Problem>> = {
  annual_results_own: errors.ownResult,
  rank_changes_own: errors.ownResult,
}

import type { Problem } from '../../shared/refusal.ts'

/** The code is the key of the sentence. Refusals that the domain gives are listed here with their status. */
export const errors = {
  notFound: { code: 'calibration.not_found', status: 404 },
  notYours: { code: 'workflow.not_yours', status: 403 },
  notOpen: { code: 'workflow.not_open', status: 409 },
  needsReason: { code: 'workflow.needs_reason', status: 422 },
  yearNotFrozen: { code: 'calibration.year_not_frozen', status: 409 },
  curveMissing: { code: 'calibration.curve_missing', status: 409 },
  ownCase: { code: 'calibration.own_case', status: 403 },
  recused: { code: 'calibration.recused', status: 403 },
  noSittingOpen: { code: 'calibration.no_sitting_open', status: 409 },
  sittingOpen: { code: 'calibration.sitting_open', status: 409 },
  notPresent: { code: 'calibration.not_present', status: 409 },
  quorumLost: { code: 'calibration.quorum_lost', status: 409 },
  noMajority: { code: 'calibration.no_majority', status: 409 },
  unknownReason: { code: 'calibration.unknown_reason', status: 422 },
  tieOrder: { code: 'calibration.tie_order', status: 422 },
  caseOpen: { code: 'calibration.case_open', status: 409 },
  caseStays: { code: 'calibration.case_stays', status: 409 },
  notRanked: { code: 'calibration.not_ranked', status: 409 },
  noMinutes: { code: 'calibration.no_minutes', status: 409 },
  resultsChanged: { code: 'calibration.results_changed', status: 409 },
  signingBlocked: { code: 'calibration.signing_blocked', status: 409 },
  notInSitting: { code: 'calibration.not_in_sitting', status: 403 },
  ownPeople: { code: 'calibration.own_people', status: 403 },
  alreadySigned: { code: 'calibration.already_signed', status: 409 },
} as const satisfies Record<string, Problem>

const byCode: ReadonlyMap<string, Problem> = new Map(Object.values(errors).map((problem) => [problem.code, problem]))

/** The refusal of a reason that the domain gave. */
export function problemOf(why: string): Problem {
  return byCode.get(why) ?? { code: why, status: 409 }
}

/** Constraints of the database that have a sentence of their own. */
export const constraints: Readonly<Record<string, Problem>> = {
  case_votes_own: errors.ownCase,
  calibration_cases_own: errors.ownCase,
  case_votes_recused: errors.recused,
  calibration_cases_one_open: errors.caseOpen,
  sittings_one_open: errors.sittingOpen,
}

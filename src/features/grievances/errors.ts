import type { Problem } from '../../shared/refusal.ts'

/** The code is the key of the sentence. Refusals that the domain gives are listed here with their status. */
export const errors = {
  notFound: { code: 'grievances.not_found', status: 404 },
  noResult: { code: 'grievances.no_result', status: 404 },
  fileNotFound: { code: 'grievances.file_not_found', status: 404 },
  noLetter: { code: 'grievances.no_letter', status: 409 },
  notYours: { code: 'workflow.not_yours', status: 403 },
  notOpen: { code: 'workflow.not_open', status: 409 },
  needsReason: { code: 'workflow.needs_reason', status: 422 },
  windowClosed: { code: 'grievances.window_closed', status: 409 },
  onceAYear: { code: 'grievances.once_a_year', status: 409 },
  noGrounds: { code: 'grievances.no_grounds', status: 422 },
  groundTwice: { code: 'grievances.ground_twice', status: 422 },
  groundMissing: { code: 'grievances.ground_missing', status: 422 },
  tooManyFiles: { code: 'grievances.too_many_files', status: 422 },
  panelTooSmall: { code: 'grievances.panel_too_small', status: 409 },
  notEligible: { code: 'grievances.not_eligible', status: 422 },
  chairNotOnPanel: { code: 'grievances.chair_not_on_panel', status: 422 },
  notHeard: { code: 'grievances.not_heard', status: 409 },
  hearingInFuture: { code: 'grievances.hearing_in_future', status: 422 },
  noMajority: { code: 'grievances.no_majority', status: 409 },
  evaluatorNotFit: { code: 'grievances.evaluator_not_fit', status: 422 },
  notRaised: { code: 'grievances.not_raised', status: 409 },
  rejectedChangesNothing: { code: 'grievances.rejected_changes_nothing', status: 422 },
  upheldChangesSomething: { code: 'grievances.upheld_changes_something', status: 422 },
  neverLower: { code: 'grievances.never_lower', status: 422 },
  reasonCode: { code: 'grievances.reason_code', status: 422 },
  findingsMissing: { code: 'grievances.findings_missing', status: 422 },
  findingsDisagree: { code: 'grievances.findings_disagree', status: 422 },
  extensionTooLong: { code: 'grievances.extension_too_long', status: 422 },
  ownCase: { code: 'grievances.own_case', status: 403 },
} as const satisfies Record<string, Problem>

const byCode: ReadonlyMap<string, Problem> = new Map(Object.values(errors).map((problem) => [problem.code, problem]))

/** The refusal of a reason that the domain gave. */
export function problemOf(why: string): Problem {
  return byCode.get(why) ?? { code: why, status: 409 }
}

/** Constraints of the database that have a sentence of their own. */
export const constraints: Readonly<Record<string, Problem>> = {
  grievances_once_a_year: errors.onceAYear,
  grievances_own: errors.ownCase,
  grievance_panel_own: errors.ownCase,
}

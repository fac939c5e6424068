import type { Problem } from '../../shared/refusal.ts'

/** The code is the key of the sentence. Workflow refusals that the domain gives are listed here with their status. */
export const errors = {
  notFound: { code: 'performance.not_found', status: 404 },
  lineNotFound: { code: 'performance.line_not_found', status: 404 },
  onlyEmployeeEdits: { code: 'performance.only_employee_edits', status: 403 },
  notYours: { code: 'workflow.not_yours', status: 403 },
  notOpen: { code: 'workflow.not_open', status: 409 },
  needsComment: { code: 'workflow.needs_comment', status: 422 },
  needsReason: { code: 'workflow.needs_reason', status: 422 },
  needsMeeting: { code: 'workflow.needs_meeting', status: 409 },
  draftedBySupervisor: { code: 'performance.drafted_by_supervisor', status: 409 },
  notEditable: { code: 'performance.not_editable', status: 409 },
  cycleNotOpen: { code: 'performance.cycle_not_open', status: 409 },
  cycleOver: { code: 'performance.cycle_over', status: 409 },
  incomplete: { code: 'performance.incomplete', status: 422 },
  noSupervisor: { code: 'performance.no_supervisor', status: 409 },
  ownDraft: { code: 'performance.own_draft', status: 403 },
  higherOfficialDecides: { code: 'performance.higher_official_decides', status: 409 },
  supervisorDecides: { code: 'performance.supervisor_decides', status: 409 },
  objectionOpen: { code: 'performance.objection_open', status: 409 },
  objectionOver: { code: 'performance.objection_over', status: 409 },
  planNotLate: { code: 'performance.plan_not_late', status: 409 },
  noOtherToAgree: { code: 'performance.no_other_to_agree', status: 409 },
  amendmentPending: { code: 'performance.amendment_pending', status: 409 },
  amendmentTooLate: { code: 'performance.amendment_too_late', status: 409 },
  otherSideAnswers: { code: 'performance.other_side_answers', status: 409 },
  tooMany: { code: 'performance.too_many', status: 422 },
  nodeNotInPlan: { code: 'performance.node_not_in_plan', status: 422 },
  orderDoesNotMatch: { code: 'performance.order_does_not_match', status: 409 },
  invalidTargets: { code: 'performance.invalid_targets', status: 400 },
  submissionNotFound: { code: 'performance.submission_not_found', status: 404 },
  meetingInFuture: { code: 'performance.meeting_in_future', status: 422 },
  bulkNotAllowed: { code: 'performance.bulk_not_allowed', status: 409 },
  cycleNotFound: { code: 'performance.cycle_not_found', status: 404 },
  kindFixed: { code: 'performance.kind_fixed', status: 409 },
  cycleAlreadyOpen: { code: 'performance.cycle_already_open', status: 409 },
  cycleTooEarly: { code: 'performance.cycle_too_early', status: 409 },
  bankNotYours: { code: 'performance.bank_not_yours', status: 403 },
  bankRetired: { code: 'performance.bank_retired', status: 409 },
  completionNotYours: { code: 'performance.completion_not_yours', status: 403 },
} as const satisfies Record<string, Problem>

const byCode: ReadonlyMap<string, Problem> = new Map(Object.values(errors).map((problem) => [problem.code, problem]))

/** The refusal of a reason that the domain gave. */
export function problemOf(why: string): Problem {
  return byCode.get(why) ?? { code: why, status: 409 }
}

/** Constraints of the database that have a sentence of their own. */
export const constraints: Readonly<Record<string, Problem>> = {
  performance_documents_separation: errors.ownDraft,
  performance_documents_complete: errors.incomplete,
  amendment_requests_one_pending: errors.amendmentPending,
}

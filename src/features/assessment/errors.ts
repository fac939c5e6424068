import type { Problem } from '../../shared/refusal.ts'

/** The code is the key of the sentence. Refusals that the domain gives are listed here with their status. */
export const errors = {
  notFound: { code: 'assessment.not_found', status: 404 },
  lineNotFound: { code: 'assessment.line_not_found', status: 404 },
  notYours: { code: 'workflow.not_yours', status: 403 },
  notOpen: { code: 'workflow.not_open', status: 409 },
  needsComment: { code: 'workflow.needs_comment', status: 422 },
  needsReason: { code: 'workflow.needs_reason', status: 422 },
  needsMeeting: { code: 'workflow.needs_meeting', status: 409 },
  onlyEmployeeRecords: { code: 'assessment.only_employee_records', status: 403 },
  recordedBySupervisor: { code: 'assessment.recorded_by_supervisor', status: 409 },
  notRecordable: { code: 'assessment.not_recordable', status: 409 },
  notAgreed: { code: 'assessment.not_agreed', status: 409 },
  notBegun: { code: 'assessment.not_begun', status: 409 },
  windowOpen: { code: 'assessment.window_open', status: 409 },
  windowNotOpen: { code: 'assessment.window_not_open', status: 409 },
  notLate: { code: 'assessment.not_late', status: 409 },
  noOtherToApprove: { code: 'assessment.no_other_to_approve', status: 409 },
  noSupervisor: { code: 'assessment.no_supervisor', status: 409 },
  incomplete: { code: 'assessment.incomplete', status: 422 },
  invalidActual: { code: 'assessment.invalid_actual', status: 400 },
  ownRecording: { code: 'assessment.own_recording', status: 403 },
  ownCorrection: { code: 'assessment.own_correction', status: 403 },
  higherOfficialDecides: { code: 'assessment.higher_official_decides', status: 409 },
  supervisorDecides: { code: 'assessment.supervisor_decides', status: 409 },
  objectionOpen: { code: 'assessment.objection_open', status: 409 },
  objectionOver: { code: 'assessment.objection_over', status: 409 },
  reviewBegun: { code: 'assessment.review_begun', status: 409 },
  correctionsUnanswered: { code: 'assessment.corrections_unanswered', status: 409 },
  correctionsUnruled: { code: 'assessment.corrections_unruled', status: 409 },
  correctionsReturned: { code: 'assessment.corrections_returned', status: 409 },
  sameValue: { code: 'assessment.same_value', status: 422 },
  returnedOnce: { code: 'assessment.returned_once', status: 409 },
  noteNeeded: { code: 'assessment.note_needed', status: 422 },
  interimNoteAwaited: { code: 'assessment.interim_note_awaited', status: 409 },
  feedbackOwed: { code: 'assessment.feedback_owed', status: 409 },
  linesNotAccepted: { code: 'assessment.lines_not_accepted', status: 409 },
  difficultyNotFound: { code: 'assessment.difficulty_not_found', status: 409 },
  difficultiesAndNone: { code: 'assessment.difficulties_and_none', status: 422 },
  meetingInFuture: { code: 'assessment.meeting_in_future', status: 422 },
  bulkNotAllowed: { code: 'assessment.bulk_not_allowed', status: 409 },
  cycleNotFound: { code: 'assessment.cycle_not_found', status: 404 },
  cycleNotOpen: { code: 'assessment.cycle_not_open', status: 409 },
  cycleNotOver: { code: 'assessment.cycle_not_over', status: 409 },
  cycleClosed: { code: 'assessment.cycle_closed', status: 409 },
  documentsOpen: { code: 'assessment.documents_open', status: 409 },
  cycleDecided: { code: 'assessment.cycle_decided', status: 409 },
  yearFrozen: { code: 'assessment.year_frozen', status: 409 },
  resultNotFound: { code: 'assessment.result_not_found', status: 404 },
  notUndecided: { code: 'assessment.not_undecided', status: 409 },
  leaveNeverZero: { code: 'assessment.leave_never_zero', status: 409 },
  feedbackNotYours: { code: 'assessment.feedback_not_yours', status: 404 },
  tooManyFiles: { code: 'assessment.too_many_files', status: 422 },
} as const satisfies Record<string, Problem>

const byCode: ReadonlyMap<string, Problem> = new Map(Object.values(errors).map((problem) => [problem.code, problem]))

/** The refusal of a reason that the domain gave. */
export function problemOf(why: string): Problem {
  return byCode.get(why) ?? { code: why, status: 409 }
}

/** Constraints of the database that have a sentence of their own. */
export const constraints: Readonly<Record<string, Problem>> = {
  assessments_separation: errors.ownRecording,
}

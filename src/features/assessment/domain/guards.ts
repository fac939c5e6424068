import type { AssessmentFacts, Part } from './facts.ts'

export type Asking = {
  readonly employeeId: string
  readonly part: Part
  readonly today: string
  /** The approval accepts what has not been accepted line by line. */
  readonly acceptsRemaining: boolean
}

/** What a row of the moves table cannot say: null lets the move pass, else the code of the reason. */
type Guard = (facts: AssessmentFacts, asking: Asking) => string | null

const notHere = 'workflow.not_open'

/** AMB-26, H7, H8: the higher official decides when it has come to that, and always what a supervisor recorded. */
export const mayReview: Guard = (facts, { employeeId, part }) => {
  if (employeeId === facts.recordedBy) return 'assessment.own_recording'
  if (part === 'supervisor') return facts.recordedBy ? 'assessment.higher_official_decides' : null
  const turn = facts.recordedBy !== null || facts.higherMayDecide || facts.supervisorId === null
  return turn ? null : 'assessment.supervisor_decides'
}

const send: Guard = (facts, { today }) => {
  if (today < facts.opensOn) return 'assessment.window_not_open'
  return facts.supervisorId === null && facts.higherOfficialId === null ? 'assessment.no_supervisor' : null
}

const approve: Guard = (facts, asking) => {
  const why = mayReview(facts, asking)
  if (why) return why
  if (facts.recordedBy !== null && facts.objectionUntil !== null && asking.today <= facts.objectionUntil) {
    return 'assessment.objection_open'
  }
  const { corrections } = facts
  if (corrections.unanswered > 0) return 'assessment.corrections_unanswered'
  if (corrections.unruled > 0) return 'assessment.corrections_unruled'
  if (corrections.returned > 0) return 'assessment.corrections_returned'
  if (facts.interimNoteAwaited) return 'assessment.interim_note_awaited'
  if (facts.feedbackOwed) return 'assessment.feedback_owed'
  return facts.unaccepted > 0 && !asking.acceptsRemaining ? 'assessment.lines_not_accepted' : null
}

export const guards: Readonly<Record<string, Guard>> = {
  open: (facts, { today }) => (today < facts.startsOn ? 'assessment.not_begun' : null),
  // From the day on which the closing begins by itself there is no way back.
  backToPlan: (facts, { today }) => {
    if (facts.recordedBy !== null || facts.sentBefore) return notHere
    return today >= facts.opensOn ? 'assessment.window_open' : null
  },
  recordFor: (facts, { today, employeeId }) => {
    if (facts.recordedBy || facts.sentBefore) return notHere
    if (facts.dueOn === null || today <= facts.dueOn) return 'assessment.not_late'
    const above = facts.higherOfficialId
    return above === null || above === employeeId ? 'assessment.no_other_to_approve' : null
  },
  send: (facts, asking) => (facts.recordedBy ? 'assessment.recorded_by_supervisor' : send(facts, asking)),
  sendFor: send,
  object: (facts, { today }) => {
    if (!facts.recordedBy) return notHere
    const over = facts.status === 'reviewing' && facts.objectionUntil !== null && today > facts.objectionUntil
    return over ? 'assessment.objection_over' : null
  },
  withdraw: (facts, { part }) => {
    if ((facts.recordedBy !== null) !== (part === 'recorder')) return notHere
    return facts.reviewBegun ? 'assessment.review_begun' : null
  },
  sendBack: mayReview,
  approve,
}

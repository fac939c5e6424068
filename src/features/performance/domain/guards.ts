import type { DocumentFacts, Part } from './facts.ts'

type Asking = { readonly employeeId: string; readonly part: Part; readonly today: string }

/** What a row of the moves table cannot say: null lets the move pass, else the code of the reason. */
type Guard = (facts: DocumentFacts, asking: Asking) => string | null

const notHere = 'workflow.not_open'

/** AMB-24, H7, H8: the higher official decides when it has come to that, and always what a supervisor drafted. */
const mayDecide: Guard = (facts, { employeeId, part }) => {
  if (employeeId === facts.draftedBy) return 'performance.own_draft'
  if (part === 'supervisor') return facts.draftedBy ? 'performance.higher_official_decides' : null
  const turn = facts.draftedBy !== null || facts.higherMayDecide || facts.supervisorId === null
  return turn ? null : 'performance.supervisor_decides'
}

const agree: Guard = (facts, asking) => {
  const why = mayDecide(facts, asking)
  if (why) return why
  const waiting = facts.draftedBy !== null && facts.objectionUntil !== null && asking.today <= facts.objectionUntil
  return waiting ? 'performance.objection_open' : null
}

/** The supervisor's side is the supervisor, and above him the higher official. */
const sideOf = (part: Part): 'employee' | 'supervisor' => (part === 'employee' ? 'employee' : 'supervisor')

const closing = (facts: DocumentFacts, { part, today }: Asking): boolean =>
  part !== 'higher_official' && today >= facts.amendmentClosesOn

const requestAmendment: Guard = (facts, asking) => {
  if (facts.amendment) return 'performance.amendment_pending'
  if (asking.today > facts.cycle.endsOn) return 'performance.cycle_over'
  return closing(facts, asking) ? 'performance.amendment_too_late' : null
}

/** Only the other side answers, and never the one who asked. */
const answers: Guard = (facts, asking) => {
  const { amendment } = facts
  if (!amendment) return notHere
  if (amendment.requestedBy === asking.employeeId || amendment.side === sideOf(asking.part)) {
    return 'performance.other_side_answers'
  }
  if (asking.part !== 'higher_official') return null
  const turn = facts.higherMayDecide || facts.supervisorId === null || asking.today >= facts.amendmentClosesOn
  return turn ? null : 'performance.supervisor_decides'
}

const acceptAmendment: Guard = (facts, asking) => {
  const why = answers(facts, asking)
  if (why) return why
  if (asking.today > facts.cycle.endsOn) return 'performance.cycle_over'
  // What the higher official asked for in the closing days is the employee's to accept.
  const employees = facts.amendment?.side === 'supervisor'
  return !employees && closing(facts, asking) ? 'performance.amendment_too_late' : null
}

export const guards: Readonly<Record<string, Guard>> = {
  draftFor: (facts, { today, employeeId }) => {
    if (facts.draftedBy || facts.submissions > 0) return notHere
    if (today <= (facts.dueOn ?? facts.cycle.planDueOn)) return 'performance.plan_not_late'
    if (facts.higherOfficialId === null || facts.higherOfficialId === employeeId) return 'performance.no_other_to_agree'
    return null
  },
  submit: (facts) => {
    if (facts.draftedBy) return 'performance.drafted_by_supervisor'
    return facts.supervisorId === null ? 'performance.no_supervisor' : null
  },
  object: (facts, { today }) => {
    if (!facts.draftedBy) return notHere
    const over = facts.status === 'submitted' && facts.objectionUntil !== null && today > facts.objectionUntil
    return over ? 'performance.objection_over' : null
  },
  withdraw: (facts, { part }) => {
    if (facts.agreedBefore) return notHere
    return (facts.draftedBy !== null) === (part === 'drafter') ? null : notHere
  },
  withdrawAmended: (facts) => (facts.agreedBefore ? null : notHere),
  sendBack: mayDecide,
  agree,
  requestAmendment,
  acceptAmendment,
  declineAmendment: answers,
  withdrawAmendment: ({ amendment }, { employeeId }) => (amendment?.requestedBy === employeeId ? null : notHere),
  cancelAmendment: (facts, { part }) => {
    if (!facts.agreedBefore) return notHere
    return part === 'employee' || facts.higherMayDecide ? null : 'performance.supervisor_decides'
  },
}

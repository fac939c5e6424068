import type { Problem } from '../../shared/refusal.ts'

/** The code is the key of the sentence. Refusals that the domain gives are listed here with their status. */
export const errors = {
  notFound: { code: 'excellence.not_found', status: 404 },
  evidenceNotFound: { code: 'excellence.evidence_not_found', status: 404 },
  notYours: { code: 'workflow.not_yours', status: 403 },
  notOpen: { code: 'workflow.not_open', status: 409 },
  needsReason: { code: 'workflow.needs_reason', status: 422 },
  once: { code: 'excellence.once', status: 409 },
  notYet: { code: 'excellence.not_yet', status: 409 },
  windowClosed: { code: 'excellence.window_closed', status: 409 },
  notSigned: { code: 'excellence.not_signed', status: 409 },
  gate: { code: 'excellence.gate', status: 409 },
  notRequested: { code: 'excellence.not_requested', status: 409 },
  requested: { code: 'excellence.requested', status: 409 },
  incomplete: { code: 'excellence.incomplete', status: 422 },
  decisionsBegun: { code: 'excellence.decisions_begun', status: 409 },
  noQuorum: { code: 'excellence.no_quorum', status: 409 },
  memberNotFit: { code: 'excellence.member_not_fit', status: 422 },
  notExamined: { code: 'excellence.not_examined', status: 422 },
  notClaimed: { code: 'excellence.not_claimed', status: 422 },
  tooFewMet: { code: 'excellence.too_few_met', status: 409 },
  noSeat: { code: 'excellence.no_seat', status: 409 },
  othersFirst: { code: 'excellence.others_first', status: 409 },
  seatNotTaken: { code: 'excellence.seat_not_taken', status: 409 },
  unknownReason: { code: 'excellence.unknown_reason', status: 422 },
  notDesignated: { code: 'excellence.not_designated', status: 422 },
  otherKeyResult: { code: 'excellence.other_key_result', status: 422 },
  linkedAlready: { code: 'excellence.linked_already', status: 409 },
  tooManyFiles: { code: 'excellence.too_many_files', status: 422 },
  ownCase: { code: 'excellence.own_case', status: 403 },
} as const satisfies Record<string, Problem>

const byCode: ReadonlyMap<string, Problem> = new Map(Object.values(errors).map((problem) => [problem.code, problem]))

/** The refusal of a reason that the domain gave. */
export function problemOf(why: string): Problem {
  return byCode.get(why) ?? { code: why, status: 409 }
}

/** Constraints of the database that have a sentence of their own. */
export const constraints: Readonly<Record<string, Problem>> = {
  excellence_nominations_once: errors.once,
  excellence_nominations_own: errors.ownCase,
  excellence_nominations_apart: errors.ownCase,
  excellence_verifiers_own: errors.ownCase,
  excellence_evidence_once: errors.linkedAlready,
}

import type { Cycle, DocumentStatus } from './document.ts'

/** What somebody is to one document. The drafter is the supervisor who wrote for a late employee (H8). */
export type Part = 'employee' | 'supervisor' | 'higher_official' | 'drafter' | 'ejada_team' | 'finance_administration'

export type PendingAmendment = {
  readonly id: string
  readonly side: 'employee' | 'supervisor'
  readonly requestedBy: string
}

/** All that a decision about one document looks at. Days are dates of the entity's own calendar. */
export type DocumentFacts = {
  readonly status: DocumentStatus
  readonly employeeId: string
  readonly edition: number
  /** Has been agreed at least once: what follows is an amendment. */
  readonly agreedBefore: boolean
  readonly dueOn: string | null
  readonly submissions: number
  readonly draftedBy: string | null
  readonly objectionUntil: string | null
  readonly higherMayDecide: boolean
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly hasMeeting: boolean
  readonly amendment: PendingAmendment | null
  readonly cycle: Pick<Cycle, 'startsOn' | 'endsOn' | 'planDueOn' | 'status'>
  /** From this day on only the higher official asks for amendments (AMB-25). */
  readonly amendmentClosesOn: string
}

/** What somebody is to one assessment. The recorder is the supervisor who recorded for a late employee (AMB-26, H8). */
export const parts = ['employee', 'supervisor', 'higher_official', 'recorder', 'ejada_team'] as const
export type Part = (typeof parts)[number]

/** H11: what a performance document is while its cycle is being closed; the plan's own states come before. */
export const planStatuses = ['draft', 'submitted', 'returned', 'amending'] as const
export const closingStatuses = ['agreed', 'assessing', 'reviewing', 'closed'] as const
export type ClosingStatus = (typeof closingStatuses)[number]
export type DocumentStatus = ClosingStatus | (typeof planStatuses)[number]

/** What stands between the corrections of a document and its approval (AMB-27). */
export type OpenCorrections = {
  /** The employee has not answered, and the days for it are not over. */
  readonly unanswered: number
  /** The employee is reserved, and the higher official has not ruled. */
  readonly unruled: number
  /** The higher official gave it back: the supervisor corrects anew or takes it back. */
  readonly returned: number
}

/** All that a decision about one assessment looks at. Days are dates of the entity's own calendar. */
export type AssessmentFacts = {
  readonly status: DocumentStatus
  readonly employeeId: string
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly recordedBy: string | null
  readonly objectionUntil: string | null
  readonly higherMayDecide: boolean
  /** Has been sent at least once. */
  readonly sentBefore: boolean
  readonly dueOn: string | null
  readonly hasMeeting: boolean
  /** First day of the document, and the day from which it is closed: some days before its last. */
  readonly startsOn: string
  readonly opensOn: string
  /** The reviewer has begun: a line is accepted or corrected. */
  readonly reviewBegun: boolean
  /** Lines that are neither accepted nor corrected. */
  readonly unaccepted: number
  readonly corrections: OpenCorrections
  /** An outgoing supervisor of most of the cycle still owes a note, and the days for it are not over (AMB-18). */
  readonly interimNoteAwaited: boolean
  /** Strengths and improvements are owed beside that note, and not written. */
  readonly feedbackOwed: boolean
  readonly cycleStatus: 'planned' | 'open' | 'closed'
  /** A higher official has said what the cycle counts (H9). */
  readonly cycleDecided: boolean
  readonly yearFrozen: boolean
}

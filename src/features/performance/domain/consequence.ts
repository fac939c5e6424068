import { type Clocks, dueOn } from '../../../shared/clocks.ts'
import { wholeWeight } from '../../../shared/decimal.ts'
import { addWorkingDays, type Calendar } from '../../../shared/working-days.ts'
import type { DocumentStatus } from './document.ts'
import type { DocumentFacts } from './facts.ts'
import type { MoveName } from './workflow.ts'

/** What a move changes on the root of a document; what is not named stays. */
export type Patch = {
  readonly status?: DocumentStatus
  readonly statusSince?: Date
  readonly dueOn?: string | null
  readonly edition?: number
  readonly submissions?: number
  readonly returns?: number
  readonly firstSubmittedAt?: Date | null
  readonly submittedAt?: Date | null
  readonly draftedBy?: string | null
  readonly objectionUntil?: string | null
  readonly objectedAt?: Date
  readonly higherMayDecide?: boolean
  readonly decidedBy?: string | null
  readonly decidedFor?: string | null
  readonly agreedAt?: Date
  readonly weightTotal?: number
}

type Before = DocumentFacts & {
  readonly returns: number
  readonly firstSubmittedAt: Date | null
  readonly highestEdition: number
}

type Moved = {
  readonly move: MoveName
  readonly to: DocumentStatus
  readonly by: string
  /** For whom the actor decides, as a delegate. */
  readonly behalf: string | null
  readonly now: Date
  readonly today: string
  readonly clocks: Clocks
  readonly calendar: Calendar
  /** The edition that was agreed last, for a cancelled amendment. */
  readonly agreedEdition: number | null
}

/** What follows from a move: the next state, who may decide, and the day until which the next act is in time (H7, H8). */
export function consequenceOf(before: Before, moved: Moved): Patch {
  const { to, now } = moved
  const state = to === before.status ? {} : { status: to, statusSince: now }
  return { ...state, ...effectOf(before, moved) }
}

function effectOf(before: Before, { move, by, behalf, now, today, clocks, calendar, agreedEdition }: Moved): Patch {
  const until = (clock: 'decision' | 'resubmission' | 'objection') =>
    dueOn({ clock, startedOn: today, clocks, calendar })
  const sent = {
    submissions: before.submissions + 1,
    submittedAt: now,
    firstSubmittedAt: before.firstSubmittedAt ?? now,
  }
  switch (move) {
    case 'draftFor':
      return { draftedBy: by, dueOn: until('resubmission') }
    case 'submit':
      return { ...sent, dueOn: until('decision') }
    case 'submitFor': {
      // The decision waits until the days for objecting are over.
      const objectionUntil = until('objection')
      return { ...sent, objectionUntil, dueOn: addWorkingDays(objectionUntil, clocks.decision, calendar) }
    }
    case 'object':
      return { draftedBy: null, objectionUntil: null, objectedAt: now, dueOn: until('resubmission') }
    case 'withdraw':
      return { objectionUntil: null, dueOn: before.returns > 0 ? until('resubmission') : before.cycle.planDueOn }
    case 'withdrawAmended':
      return { dueOn: until('resubmission') }
    case 'sendBack': {
      const returns = before.returns + 1
      const higherMayDecide = before.higherMayDecide || returns >= clocks.returnsUntilHigherOfficial
      return { returns, higherMayDecide, objectionUntil: null, dueOn: until('resubmission') }
    }
    case 'agree':
      return { decidedBy: by, decidedFor: behalf, agreedAt: now, higherMayDecide: false, dueOn: null }
    case 'requestAmendment':
      return { dueOn: until('decision') }
    case 'acceptAmendment':
      return {
        edition: before.highestEdition + 1,
        returns: 0,
        firstSubmittedAt: null,
        draftedBy: null,
        objectionUntil: null,
        higherMayDecide: false,
        dueOn: until('resubmission'),
      }
    case 'declineAmendment':
    case 'withdrawAmendment':
      return { dueOn: null }
    case 'cancelAmendment':
      return {
        edition: agreedEdition ?? before.edition,
        weightTotal: wholeWeight,
        returns: 0,
        higherMayDecide: false,
        dueOn: null,
      }
  }
}

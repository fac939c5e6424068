import { type Clocks, dueOn as dueOfClock } from '../../../shared/clocks.ts'
import { addWorkingDays, type Calendar } from '../../../shared/working-days.ts'
import type { AssessmentFacts, ClosingStatus } from './facts.ts'
import type { TimelineEvent } from './timeline.ts'
import type { Window, Windows } from './window.ts'
import type { MoveName } from './workflow.ts'

/** What a move changes on the root of an assessment; what is not named stays. */
export type Patch = {
  readonly submittedAt?: Date | null
  readonly submittedBy?: string | null
  readonly firstSubmittedAt?: Date | null
  readonly returns?: number
  readonly recordedBy?: string | null
  readonly objectionUntil?: string | null
  readonly objectedAt?: Date
  readonly higherMayDecide?: boolean
  readonly provisional?: boolean
  readonly approvedBy?: string | null
  readonly approvedFor?: string | null
  readonly approvedAt?: Date | null
  readonly closedAt?: Date | null
}

export type Consequence = {
  readonly status: ClosingStatus
  readonly dueOn: string | null
  readonly patch: Patch
  readonly event: TimelineEvent
}

type Before = AssessmentFacts & {
  readonly returns: number
  readonly firstSubmittedAt: Date | null
}

type Moved = {
  readonly move: MoveName
  readonly to: ClosingStatus
  readonly by: string
  /** For whom the actor decides, as a delegate. */
  readonly behalf: string | null
  readonly now: Date
  readonly today: string
  readonly clocks: Clocks
  readonly windows: Windows
  readonly calendar: Calendar
  readonly closing: Window
}

const events: Readonly<Record<MoveName, TimelineEvent>> = {
  open: 'opened',
  backToPlan: 'back_to_plan',
  recordFor: 'recorded_for',
  send: 'sent',
  sendFor: 'sent_for',
  object: 'objected',
  withdraw: 'withdrawn',
  sendBack: 'returned',
  approve: 'approved',
  reopen: 'reopened',
}

/** What follows from a move: the next state, the day until which the next act is in time, who may decide (AMB-26, H8). */
export function consequenceOf(before: Before, moved: Moved): Consequence {
  return { status: moved.to, event: events[moved.move], ...effectOf(before, moved) }
}

function effectOf(before: Before, moved: Moved): Pick<Consequence, 'dueOn' | 'patch'> {
  const { move, by, behalf, now, today, clocks, calendar, windows, closing } = moved
  const until = (clock: 'resubmission' | 'objection') => dueOfClock({ clock, startedOn: today, clocks, calendar })
  const review = (from: string) => addWorkingDays(from, windows.review, calendar)
  const sent = { submittedAt: now, submittedBy: by, firstSubmittedAt: before.firstSubmittedAt ?? now }
  const unsent = { submittedAt: null, submittedBy: null, objectionUntil: null }
  const later = (a: string, b: string) => (a > b ? a : b)
  switch (move) {
    case 'open':
      return { dueOn: closing.dueOn, patch: {} }
    case 'backToPlan':
      return { dueOn: null, patch: {} }
    case 'recordFor':
      return { dueOn: until('resubmission'), patch: { recordedBy: by } }
    case 'send':
      return { dueOn: review(today), patch: sent }
    case 'sendFor': {
      // The decision waits until the days for objecting are over.
      const objectionUntil = until('objection')
      return { dueOn: review(objectionUntil), patch: { ...sent, objectionUntil } }
    }
    case 'object':
      return { dueOn: until('resubmission'), patch: { ...unsent, recordedBy: null, objectedAt: now } }
    case 'withdraw':
      return { dueOn: later(closing.dueOn, today), patch: unsent }
    case 'sendBack': {
      const returns = before.returns + 1
      const higherMayDecide = before.higherMayDecide || returns >= clocks.returnsUntilHigherOfficial
      return { dueOn: until('resubmission'), patch: { ...unsent, returns, higherMayDecide } }
    }
    case 'approve':
      return {
        dueOn: null,
        patch: {
          approvedBy: by,
          approvedFor: behalf,
          approvedAt: now,
          closedAt: now,
          provisional: false,
          higherMayDecide: false,
        },
      }
    case 'reopen':
      return {
        dueOn: review(today),
        patch: {
          approvedBy: null,
          approvedFor: null,
          approvedAt: null,
          closedAt: null,
          provisional: false,
          higherMayDecide: true,
        },
      }
  }
}

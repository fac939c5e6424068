import { addWorkingDays, type Calendar } from '../../../shared/working-days.ts'

/** Working days around the end of a cycle (AMB-17, 18, 26). */
export type Windows = {
  readonly opensBefore: number
  readonly closesAfter: number
  readonly review: number
  readonly cycleClose: number
  readonly outgoingRating: number
}

export type Span = { readonly startsOn: string; readonly endsOn: string }

export type Window = {
  /** The closing begins by itself. */
  readonly opensOn: string
  /** The last day of the self-evaluation. */
  readonly dueOn: string
  /** The last day of a review that begins on the last day of the self-evaluation. */
  readonly reviewDueOn: string
  /** The cycle should be closed by then. */
  readonly closedBy: string
}

type Cut = { readonly cycle: Span; readonly windows: Windows; readonly calendar: Calendar }

/**
 * When a document is closed: from some working days before its last day to some after it. One that ends before its
 * cycle does, by a transfer, is closed from its last day on, and rated within the days of the outgoing supervisor.
 */
export function windowOf({ startsOn, endsOn }: Span, { cycle, windows, calendar }: Cut): Window {
  const cut = endsOn < cycle.endsOn
  const before = addWorkingDays(endsOn, -windows.opensBefore, calendar)
  const dueOn = addWorkingDays(endsOn, windows.closesAfter, calendar)
  return {
    opensOn: before < startsOn ? startsOn : before,
    dueOn,
    reviewDueOn: addWorkingDays(dueOn, cut ? windows.outgoingRating : windows.review, calendar),
    closedBy: addWorkingDays(cycle.endsOn, windows.cycleClose, calendar),
  }
}

type Service = { readonly cycle: Span; readonly hiredOn: string; readonly exitedOn: string | null }
type Dated = { readonly startsOn: string | null; readonly endsOn: string | null }

/** The days of one document within its cycle, cut by hiring, transfer and exit; none when it ends before it starts. */
export function spanOf({ startsOn, endsOn }: Dated, { cycle, hiredOn, exitedOn }: Service): Span {
  const from = startsOn ?? cycle.startsOn
  const to = endsOn ?? cycle.endsOn
  return {
    startsOn: hiredOn > from ? hiredOn : from,
    endsOn: exitedOn !== null && exitedOn < to ? exitedOn : to,
  }
}

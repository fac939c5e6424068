type Instant = Date | string

export type TimelineEvent = {
  readonly event:
    | 'opened'
    | 'submitted'
    | 'withdrawn'
    | 'objected'
    | 'returned'
    | 'agreed'
    | 'meeting'
    | 'amendment_requested'
    | 'amendment_accepted'
    | 'amendment_declined'
    | 'amendment_withdrawn'
    | 'amendment_cancelled'
  readonly at: Instant
  readonly by: Who | null
  readonly onBehalfOf: Who | null
  readonly submission: number | null
  readonly edition: number | null
  readonly note: string | null
}

type Name = { readonly ar: string; readonly en: string }
type Who = { readonly id: string; readonly name: Name; readonly title: Name | null }

type Records = {
  readonly createdAt: Instant
  readonly submissions: readonly {
    readonly number: number
    readonly edition: number
    readonly submittedBy: Who
    readonly submittedAt: Instant
    readonly outcome: 'agreed' | 'returned' | 'withdrawn' | 'objected' | null
    readonly outcomeBy: Who | null
    readonly outcomeFor: Who | null
    readonly outcomeAt: Instant | null
    readonly note: string | null
  }[]
  readonly meetings: readonly {
    readonly heldAt: Instant
    readonly recordedBy: Who
    readonly edition: number
    readonly notes: string
  }[]
  readonly amendments: readonly {
    readonly requestedBy: Who
    readonly requestedFor: Who | null
    readonly requestedAt: Instant
    readonly reason: string
    readonly status: 'pending' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled'
    readonly decidedBy: Who | null
    readonly decidedFor: Who | null
    readonly decidedAt: Instant | null
    readonly note: string | null
    readonly endedBy: Who | null
    readonly endedAt: Instant | null
    readonly endNote: string | null
  }[]
}

/** Of things that happened at the same instant: the order in which they follow from each other. */
const rank: Record<TimelineEvent['event'], number> = {
  opened: 0,
  submitted: 1,
  meeting: 2,
  withdrawn: 3,
  objected: 3,
  returned: 3,
  agreed: 3,
  amendment_requested: 4,
  amendment_accepted: 5,
  amendment_declined: 5,
  amendment_withdrawn: 6,
  amendment_cancelled: 6,
}

/** Who did what, when and why, newest first, told from the document's own records. */
export function timelineOf(records: Records): TimelineEvent[] {
  const events = [
    event('opened', records.createdAt),
    ...records.submissions.flatMap(submissionEvents),
    ...records.meetings.map((one) =>
      event('meeting', one.heldAt, { by: one.recordedBy, edition: one.edition, note: one.notes || null }),
    ),
    ...records.amendments.flatMap(amendmentEvents),
  ]
  return events
    .map((one) => ({ one, at: new Date(one.at).getTime() }))
    .toSorted((a, b) => b.at - a.at || rank[b.one.event] - rank[a.one.event])
    .map(({ one }) => one)
}

function submissionEvents(one: Records['submissions'][number]): TimelineEvent[] {
  const about = { submission: one.number, edition: one.edition }
  const sent = event('submitted', one.submittedAt, { ...about, by: one.submittedBy })
  if (!one.outcome || !one.outcomeAt) return [sent]
  const outcome = { ...about, by: one.outcomeBy, onBehalfOf: one.outcomeFor, note: one.note }
  return [sent, event(one.outcome, one.outcomeAt, outcome)]
}

function amendmentEvents(one: Records['amendments'][number]): TimelineEvent[] {
  const asked = { by: one.requestedBy, onBehalfOf: one.requestedFor, note: one.reason }
  const events = [event('amendment_requested', one.requestedAt, asked)]
  if (one.decidedAt) {
    const answer = one.status === 'declined' ? 'amendment_declined' : 'amendment_accepted'
    events.push(event(answer, one.decidedAt, { by: one.decidedBy, onBehalfOf: one.decidedFor, note: one.note }))
  }
  if (one.endedAt) {
    const end = one.status === 'cancelled' ? 'amendment_cancelled' : 'amendment_withdrawn'
    events.push(event(end, one.endedAt, { by: one.endedBy, note: one.endNote }))
  }
  return events
}

function event(name: TimelineEvent['event'], at: Instant, more: Partial<TimelineEvent> = {}): TimelineEvent {
  return { event: name, at, by: null, onBehalfOf: null, submission: null, edition: null, note: null, ...more }
}

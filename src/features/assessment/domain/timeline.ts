/** What can happen to an assessment, as its own record keeps it. */
export const timelineEvents = [
  'opened',
  'back_to_plan',
  'recorded_for',
  'sent',
  'sent_for',
  'objected',
  'withdrawn',
  'returned',
  'corrected',
  'correction_taken_back',
  'correction_agreed',
  'correction_reserved',
  'correction_confirmed',
  'correction_returned',
  'meeting',
  'approved',
  'stands_provisionally',
  'reopened',
] as const
export type TimelineEvent = (typeof timelineEvents)[number]

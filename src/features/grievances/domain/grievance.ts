/** The closed lists of the feature. Their words for people are in the message files. */

export const statuses = [
  'draft',
  'filed',
  'acknowledged',
  'admitted',
  'under_review',
  're_evaluating',
  'decided',
  'notified',
  'inadmissible',
  'withdrawn',
] as const
export type Status = (typeof statuses)[number]

/** What a grievance may rest on (AMB-31). */
export const grounds = ['calculation', 'evidence', 'procedure', 'nomination', 'calibration_reason'] as const
export type Ground = (typeof grounds)[number]

export const outcomes = ['rejected', 'upheld', 'partly'] as const
export type Outcome = (typeof outcomes)[number]

export const hearingModes = ['in_person', 'video', 'phone', 'in_writing'] as const

/** What somebody is to a grievance. Whoever had a part in the result is nothing to it. */
export const parts = ['employee', 'chair', 'secretary', 'panel_chair', 'panelist', 'evaluator', 'head'] as const
export type Part = (typeof parts)[number]

/** At least so many judge together (AMB-31). */
export const smallestPanel = 3

const inHand: readonly Status[] = ['filed', 'acknowledged', 'admitted', 'under_review', 're_evaluating']

/** Whether somebody still works on it: the result stands under grievance, the clock runs. */
export function isInHand(status: Status): boolean {
  return inHand.includes(status)
}

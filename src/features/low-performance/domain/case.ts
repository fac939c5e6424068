/** The closed lists of the feature. Their words for people are in the message files. */

export const statuses = ['opened', 'studied', 'planned', 'monitored', 'closed'] as const
export type Status = (typeof statuses)[number]

export const causes = ['workload', 'tools', 'unclear_objectives', 'skills', 'health', 'environment', 'other'] as const
export type Cause = (typeof causes)[number]

export const measureKinds = [
  'training',
  'coaching',
  'workload',
  'tools',
  'objectives',
  'transfer',
  'health',
  'other',
] as const
export type MeasureKind = (typeof measureKinds)[number]

export const progresses = ['on_track', 'slow', 'stuck'] as const
export type Progress = (typeof progresses)[number]

export const outcomes = ['improved', 'partly', 'not_improved', 'left_service', 'result_changed'] as const
export type Outcome = (typeof outcomes)[number]

export const parts = ['employee', 'supervisor', 'chair', 'member', 'secretary', 'head'] as const
export type Part = (typeof parts)[number]

/** The closed lists of the feature. Their words for people are in the message files. */

export const divisionKinds = [
  'entity',
  'undersecretariat',
  'directorate_general',
  'directorate',
  'department',
  'section',
  'office',
] as const
export type DivisionKind = (typeof divisionKinds)[number]

export const jobFamilies = ['leadership', 'supervisory', 'specialist', 'administrative', 'technical'] as const
export type JobFamily = (typeof jobFamilies)[number]

export const genders = ['female', 'male'] as const
export type Gender = (typeof genders)[number]

export const absenceKinds = [
  'annual_leave',
  'sick_leave',
  'maternity_leave',
  'study_leave',
  'unpaid_leave',
  'secondment',
  'training',
  'mission',
] as const
export type AbsenceKind = (typeof absenceKinds)[number]

/** Committees and time-boxed bodies of decisions H12. */
export const bodies = [
  'advisory',
  'supervisory',
  'review',
  'low_performance',
  'grievance',
  'technical',
  'media',
  'experts',
] as const
export type Body = (typeof bodies)[number]

export const capacities = ['chair', 'member', 'secretary', 'representative', 'expert'] as const
export type Capacity = (typeof capacities)[number]

/** What a delegate may do for the delegator (AMB-22). */
export const delegationScopes = ['approve_documents', 'approve_achievement', 'escalate'] as const
export type DelegationScope = (typeof delegationScopes)[number]

/** What makes one unfit to judge another (AMB-30). */
export const relationKinds = ['family', 'in_law', 'business', 'dispute', 'other'] as const
export type RelationKind = (typeof relationKinds)[number]

/** A name or title in both languages. */
export type Name = { readonly ar: string; readonly en: string }

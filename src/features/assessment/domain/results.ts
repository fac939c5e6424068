/** What a closed cycle is for a person (AMB-07, H9). */
export const resultStatuses = ['counted', 'excused', 'excluded', 'zero', 'undecided'] as const
export type ResultStatus = (typeof resultStatuses)[number]

/** Why it is not simply counted. */
export const causes = ['joined', 'left', 'leave', 'no_document', 'not_agreed', 'not_assessed'] as const
export type Cause = (typeof causes)[number]

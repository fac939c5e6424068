import { bySubject, type Question } from './question.ts'

export type SupervisorsReview = {
  readonly supervisorId: string
  /** Actual values that were reviewed in the year, and how many of them were corrected. */
  readonly lines: number
  readonly corrections: number
}

export const defaultNeverDiffersMinimum = 40

/** Supervisors who accepted every one of many values as it was entered. */
export function neverDiffersQuestions(reviews: readonly SupervisorsReview[], minimum: number): Question[] {
  const found = reviews
    .filter(({ lines, corrections }) => corrections === 0 && lines >= minimum)
    .map(({ supervisorId, lines }): Question => {
      const subject = `never_differs/${supervisorId}`
      return { kind: 'never_differs', personIds: [supervisorId], subject, params: { lines } }
    })
  return bySubject(found)
}

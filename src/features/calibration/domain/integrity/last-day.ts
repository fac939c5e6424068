import { bySubject, groupedBy, type Question } from './question.ts'

export type Entry = {
  readonly employeeId: string
  /** Days in the entity's time zone: when the value was entered, and the last day on which it could be. */
  readonly enteredOn: string
  readonly lastDay: string
}

export type LastDayRules = {
  /** Basis points of a person's entries of the year. */
  readonly share: number
  readonly minimum: number
}

export const defaultLastDayMinimum = 6

/** People who entered nearly all values of the year on the last days of their cycles. */
export function lastDayQuestions(entries: readonly Entry[], { share, minimum }: LastDayRules): Question[] {
  const found = [...groupedBy(entries, (entry) => entry.employeeId)].flatMap(([employeeId, own]): Question[] => {
    const last = own.filter((entry) => entry.enteredOn === entry.lastDay).length
    if (own.length < minimum || last * 10_000 < share * own.length) return []
    const params = { last, entries: own.length }
    return [{ kind: 'last_day', personIds: [employeeId], subject: `last_day/${employeeId}`, params }]
  })
  return bySubject(found)
}

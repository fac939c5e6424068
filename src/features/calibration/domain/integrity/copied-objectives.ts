import { normalizeArabic, stripInvisible } from '../../../../shared/text.ts'
import { bySubject, groupedBy, type Question, sortedIds } from './question.ts'

export type WrittenObjective = {
  readonly employeeId: string
  /** What the person is there to do: the post's title or the job family. Equal duties may well have equal words. */
  readonly duty: string
  readonly text: string
}

// Shorter texts are alike by nature: "attend training".
const shortest = 20

/** Objectives or key results in the same words by people of different duties: one question for each text. */
export function copiedObjectivesQuestions(objectives: readonly WrittenObjective[]): Question[] {
  const found = [...groupedBy(objectives, (one) => plainWords(one.text))].flatMap(([words, same]): Question[] => {
    const personIds = sortedIds(same.map((one) => one.employeeId))
    const duties = sortedIds(same.map((one) => one.duty)).length
    if (words.length < shortest || personIds.length < 2 || duties < 2) return []
    const text = same.map((one) => one.text.trim()).sort()[0] ?? ''
    const params = { people: personIds.length, duties, text }
    return [{ kind: 'copied_objectives', personIds, subject: `copied_objectives/${words}`, params }]
  })
  return bySubject(found)
}

/** Letters and digits only, in the search form: neither spelling, marks, punctuation nor spaces make a difference. */
export function plainWords(text: string): string {
  return normalizeArabic(stripInvisible(text.normalize('NFC')))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

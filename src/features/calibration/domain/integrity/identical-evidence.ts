import { bySubject, groupedBy, type Question, sortedIds } from './question.ts'

export type EvidenceFile = {
  readonly employeeId: string
  readonly keyResultId: string
  /** The digest of the file's content, as text. */
  readonly digest: string
  readonly name: string
}

/** Files of the same content that different people gave as evidence: one question for each file. */
export function identicalEvidenceQuestions(files: readonly EvidenceFile[]): Question[] {
  const found = [...groupedBy(files, (file) => file.digest)].flatMap(([digest, same]): Question[] => {
    const personIds = sortedIds(same.map((file) => file.employeeId))
    if (personIds.length < 2) return []
    const keyResults = sortedIds(same.map((file) => file.keyResultId)).length
    const name = same.map((file) => file.name).sort()[0] ?? ''
    const params = { people: personIds.length, keyResults, name }
    return [{ kind: 'identical_evidence', personIds, subject: `identical_evidence/${digest}`, params }]
  })
  return bySubject(found)
}

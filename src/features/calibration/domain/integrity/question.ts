export const questionKinds = [
  'near_threshold',
  'last_day',
  'identical_evidence',
  'copied_objectives',
  'low_targets',
  'never_differs',
  'sample',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Something that the committee may want to ask about: never a verdict, and nothing is computed from it. */
export type Question = {
  readonly kind: QuestionKind
  /** Whom it would be put to, ascending: employees, or a supervisor for `never_differs`. */
  readonly personIds: readonly string[]
  /** Stable across runs of the same year, so that an answer stays with its question. */
  readonly subject: string
  readonly params: Readonly<Record<string, string | number>>
}

export function sortedIds(ids: Iterable<string>): string[] {
  return [...new Set(ids)].sort()
}

/** In the order of subjects, so that the order of the input makes no difference. */
export function bySubject(questions: readonly Question[]): Question[] {
  return [...questions].sort((a, b) => (a.subject < b.subject ? -1 : 1))
}

export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** What stands in the way of work (E 12.5). */
export const difficultyKinds = ['workload', 'tools', 'unclear', 'dependency', 'budget', 'staff', 'other'] as const
export type DifficultyKind = (typeof difficultyKinds)[number]

export type Difficulty = {
  readonly id: string
  readonly kind: DifficultyKind
  readonly body: string
  readonly keyResultId: string | null
  readonly carriedFrom: string | null
  readonly status: 'open' | 'resolved' | 'carried'
  readonly resolution: string | null
}

export type TypedDifficulty = Pick<Difficulty, 'kind' | 'body' | 'keyResultId' | 'resolution'> & {
  readonly id?: string | undefined
}

export type DifficultyChange = {
  readonly added: readonly TypedDifficulty[]
  readonly changed: readonly (TypedDifficulty & { readonly id: string })[]
  readonly removed: readonly string[]
}

export type DifficultyProblem = 'assessment.difficulty_not_found' | 'assessment.difficulties_and_none'

/**
 * What the list that was sent changes: one without an id is new, one that is missing is removed, unless it was carried
 * in from an earlier cycle: that one is resolved, never forgotten (E 12.5).
 */
export function changeOf(
  before: readonly Difficulty[],
  sent: { readonly none: boolean; readonly items: readonly TypedDifficulty[] },
): DifficultyChange | DifficultyProblem {
  const known = new Map(before.map((one) => [one.id, one]))
  const ids = sent.items.flatMap((one) => one.id ?? [])
  if (ids.some((id) => !known.has(id)) || new Set(ids).size < ids.length) return 'assessment.difficulty_not_found'
  const kept = before.filter((one) => one.carriedFrom !== null && !ids.includes(one.id))
  if (sent.none && sent.items.length + kept.length > 0) return 'assessment.difficulties_and_none'
  return {
    added: sent.items.filter((one) => one.id === undefined),
    changed: sent.items.flatMap((one) => (one.id === undefined ? [] : [{ ...one, id: one.id }])),
    removed: before.filter((one) => one.carriedFrom === null && !ids.includes(one.id)).map((one) => one.id),
  }
}

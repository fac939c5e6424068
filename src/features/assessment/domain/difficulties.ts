/** What stands in the way of work (E 12.5). */
export const difficultyKinds = ['workload', 'tools', 'unclear', 'dependency', 'budget', 'staff', 'other'] as const
export type DifficultyKind = (typeof difficultyKinds)[number]

/** ST-35, with the employee's request before it and the two ways in which it can end without a decision on merit. */
export const statuses = [
  'requested',
  'draft',
  'submitted',
  'verified',
  'ratified',
  'rejected',
  'not_seated',
  'refused',
] as const
export type Status = (typeof statuses)[number]

/** Conditions two to six of the guide, E 9.3; the first is the gate: very good in the annual result. */
export const conditions = ['works', 'teams', 'beyond_duties', 'efficiency', 'designated'] as const
export type Condition = (typeof conditions)[number]

/** What somebody is to a nomination. `nominator` is the direct supervisor, or the higher official after a silence. */
export const parts = ['employee', 'nominator', 'member', 'chair', 'official', 'head'] as const
export type Part = (typeof parts)[number]

/** Counts of conditions: those that apply, and how many of them a nomination needs (policy, AMB-14). */
export type Requirement = { readonly applicable: number; readonly needed: number }

/** The sixth condition applies when the head has designated projects for the year. */
export function requirementOf({ policy, projects }: { policy: number; projects: number }): Requirement {
  const applicable = projects > 0 ? conditions.length : conditions.length - 1
  return { applicable, needed: Math.min(policy, applicable) }
}

export type Claim = { readonly condition: Condition; readonly words: string; readonly evidence: number }

const fewestLetters = 10

/** A condition counts as claimed with words and at least one piece of evidence. */
export function isComplete({ words, evidence }: Pick<Claim, 'words' | 'evidence'>): boolean {
  return words.length >= fewestLetters && evidence > 0
}

/** The committee and the official see a dossier from its submission on. */
export function isSubmitted(status: Status): boolean {
  return ['submitted', 'verified', 'ratified', 'rejected', 'not_seated'].includes(status)
}

export function isDecided(status: Status): boolean {
  return ['ratified', 'rejected', 'not_seated'].includes(status)
}

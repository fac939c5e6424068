import type { Rank } from '../../../../shared/ranks.ts'

/** What people are told apart by before the committee signs. */
export const groupings = ['division', 'level', 'gender', 'leave', 'supervisor'] as const
export type Grouping = (typeof groupings)[number]

/** A person of the frozen year, as the tests of fairness see it: no name, no goals. */
export type FairnessRow = {
  readonly employeeId: string
  /** Micro-percent. */
  readonly result: bigint
  /** The rank at hand: final where the committee has decided, else the curve's. */
  readonly rank: Rank
  /** The rank that the curve gives, to see who moved whom. */
  readonly curveRank: Rank
  /** The direct supervisor's view, null while there is none. */
  readonly viewRank: Rank | null
  readonly supervisorId: string | null
  /** The subject in each grouping: a division id, '7', 'female', 'taken'; null where it does not apply. */
  readonly subjects: { readonly [grouping in Grouping]: string | null }
}

/** What makes a finding material; what a milder correction leaves deserves a look. */
export const corrections = ['holm', 'benjamini_hochberg'] as const
export type Correction = (typeof corrections)[number]

export type FairnessRules = {
  /** Fewer people than these allow no conclusion. */
  readonly minimum: number
  /** Fewer views than these say nothing about a supervisor. */
  readonly minimumViews: number
  /** The chance of a false alarm over all comparisons of one kind together, 0 to 1. */
  readonly alpha: number
  readonly correction: Correction
  readonly permutations: number
  /** Stored with the findings: the same seed and data give the same findings. */
  readonly seed: string
}

export const defaultFairnessRules = {
  minimum: 30,
  minimumViews: 5,
  alpha: 0.05,
  correction: 'holm',
  permutations: 999,
} as const

/** From the heaviest: material needs an answer before signing, look a look; small groups allow no conclusion. */
export const severities = ['material', 'look', 'note', 'small_group'] as const
export type Severity = (typeof severities)[number]

export type FindingKind = 'share' | 'results' | 'distribution' | 'moves' | 'views' | 'small_group'

type Value = string | number | null

export type Finding = {
  readonly kind: FindingKind
  readonly grouping: Grouping | 'moves'
  /** Stable across runs of the same year, so that an answer stays with its finding. */
  readonly subject: string
  /** The ids that the sentence speaks of: divisions, supervisors, levels, or the names of the two sides. */
  readonly subjects: readonly string[]
  readonly severity: Severity
  readonly statistics: Readonly<Record<string, Value>>
  /** The sentence: the key of its words and what is put into them. */
  readonly sentence: { readonly code: string; readonly params: Readonly<Record<string, string | number>> }
}

/** A finding whose severity waits for the correction over all comparisons; null p: nothing was tested. */
export type Candidate = Omit<Finding, 'severity' | 'sentence'> & {
  readonly p: number | null
  /** Whether the difference is large enough to matter, however certain it is. */
  readonly matters: boolean
  /** The sentence when something was found, and when nothing was. */
  readonly codes: { readonly found: string; readonly nothing: string }
  readonly params: Readonly<Record<string, string | number>>
}

/** Statistics are kept to six decimals, so that they read the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

export function bySeverity(findings: readonly Finding[]): Finding[] {
  const weight = (finding: Finding) => severities.indexOf(finding.severity)
  const p = (finding: Finding) => (typeof finding.statistics.p === 'number' ? finding.statistics.p : 1)
  return [...findings].sort(
    (a, b) => weight(a) - weight(b) || p(a) - p(b) || (`${a.kind}/${a.subject}` < `${b.kind}/${b.subject}` ? -1 : 1),
  )
}

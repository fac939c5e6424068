import { compareRanks } from '../../../../shared/ranks.ts'
import { type Candidate, type FairnessRow, type FairnessRules, rounded } from './findings.ts'
import { signTest } from './sign-test.ts'

/**
 * Supervisors whose views stand above or below the computed ranks more one-sidedly than is usual in the entity: each
 * difference is taken from the entity's median difference, and the signs are tested.
 */
export function viewCandidates(rows: readonly FairnessRow[], { minimumViews }: FairnessRules): Candidate[] {
  const bySupervisor = new Map<string, number[]>()
  const all: number[] = []
  for (const { supervisorId, viewRank, curveRank } of rows) {
    if (supervisorId === null || viewRank === null) continue
    const steps = compareRanks(viewRank, curveRank)
    all.push(steps)
    const list = bySupervisor.get(supervisorId)
    if (list) list.push(steps)
    else bySupervisor.set(supervisorId, [steps])
  }
  const median = medianOf(all)
  const usualShare = (side: 1 | -1) =>
    medianOf([...bySupervisor.values()].map((steps) => steps.filter((one) => one * side > 0).length / steps.length))
  const usual = { above: usualShare(1), below: usualShare(-1) }
  return [...bySupervisor]
    .filter(([, steps]) => steps.length >= minimumViews)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([supervisorId, steps]): Candidate => {
      const above = steps.filter((one) => one > median).length
      const below = steps.filter((one) => one < median).length
      const p = signTest(above, below)
      const views = steps.length
      const side = above > below ? 'above' : 'below'
      return {
        kind: 'views',
        grouping: 'supervisor',
        subject: `views/${supervisorId}`,
        subjects: [supervisorId],
        p,
        matters: Math.max(above, below) * 2 > views,
        statistics: { p: rounded(p), above, below, views, median, usualShare: rounded(usual[side]) },
        codes: { found: `views_${side}`, nothing: 'views_alike' },
        params: {
          subject: supervisorId,
          views,
          count: Math.max(above, below),
          usual: Math.round(usual[side] * views),
          p: rounded(p),
        },
      }
    })
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

import { benjaminiHochberg, holm } from './corrections.ts'
import {
  bySeverity,
  type Candidate,
  type FairnessRow,
  type FairnessRules,
  type Finding,
  type Grouping,
  groupings,
  rounded,
  type Severity,
} from './findings.ts'
import { shareCandidates } from './shares.ts'
import { strataOf } from './strata.ts'
import { distributionCandidate, movesCandidate } from './tables.ts'
import { viewCandidates } from './views.ts'

/**
 * All that the committee must look at before it signs, from the heaviest: shares, results, distributions and moves by
 * each grouping, and supervisors' views. A difference is material when it matters and stands after the policy's
 * correction over all comparisons of its kind; it deserves a look when it stands after a milder one. Groups below the
 * minimum allow no conclusion. The order of the rows makes no difference.
 */
export function assessFairness(rows: readonly FairnessRow[], rules: FairnessRules): Finding[] {
  const shares = groupings.flatMap((grouping) => shareCandidates(rows, grouping, rules))
  const tables = groupings.flatMap((grouping) => [
    ...(isTwoSided(grouping) ? [] : distributionCandidate(rows, grouping, rules)),
    ...movesCandidate(rows, grouping, rules),
  ])
  const views = viewCandidates(rows, rules)
  const viewFindings = judged(views, rules)
  const telling = viewFindings.filter((finding) => finding.severity !== 'note')
  return bySeverity([
    ...judged(shares, rules).filter(isWorthReading),
    ...judged(tables, rules),
    ...telling,
    ...(views.length > 0 && telling.length === 0 ? [viewsAlike(views)] : []),
    ...groupings.flatMap((grouping) => smallGroups(rows, grouping, rules)),
  ])
}

/** Whether signing must wait for a written answer. */
export function needsAnswer({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'material'
}

function judged(candidates: readonly Candidate[], rules: FairnessRules): Finding[] {
  const tested = candidates.filter((one) => one.p !== null)
  const values = tested.map((one) => one.p as number)
  const strict = holm(values)
  const lenient = benjaminiHochberg(values)
  return candidates.map((candidate) => {
    const at = tested.indexOf(candidate)
    const corrected = at < 0 ? null : { holm: strict[at] as number, benjaminiHochberg: lenient[at] as number }
    const severity = severityOf(candidate, corrected, rules)
    const { kind, grouping, subject, subjects, statistics, codes, params } = candidate
    return {
      kind,
      grouping,
      subject,
      subjects,
      severity,
      statistics: corrected
        ? {
            ...statistics,
            holm: rounded(corrected.holm),
            benjaminiHochberg: rounded(corrected.benjaminiHochberg),
            comparisons: tested.length,
          }
        : statistics,
      sentence: { code: severity === 'note' ? codes.nothing : codes.found, params },
    }
  })
}

type Corrected = { readonly holm: number; readonly benjaminiHochberg: number } | null

function severityOf({ kind, p, matters, params }: Candidate, corrected: Corrected, rules: FairnessRules): Severity {
  const { alpha, correction } = rules
  if (!matters) return 'note'
  if (p === null || corrected === null) return 'look'
  if (kind === 'views') {
    // A view decides nothing, so it is never more than a question; and all on one side is plain without a correction.
    const unanimous = params.count === params.views && p <= alpha
    return unanimous || corrected.benjaminiHochberg <= alpha ? 'look' : 'note'
  }
  const [material, look] =
    correction === 'holm' ? [corrected.holm, corrected.benjaminiHochberg] : [corrected.benjaminiHochberg, p]
  if (material <= alpha) return 'material'
  return look <= alpha ? 'look' : 'note'
}

/** That one of many divisions is like the others is said once, by the distribution. */
function isWorthReading({ kind, severity, grouping }: Finding): boolean {
  return severity !== 'note' || kind !== 'share' || isTwoSided(grouping)
}

function isTwoSided(grouping: Finding['grouping']): boolean {
  return grouping === 'gender' || grouping === 'leave'
}

function viewsAlike(views: readonly Candidate[]): Finding {
  return {
    kind: 'views',
    grouping: 'supervisor',
    subject: 'views',
    subjects: [],
    severity: 'note',
    statistics: { comparisons: views.length },
    sentence: { code: 'views_alike', params: { supervisors: views.length } },
  }
}

function smallGroups(rows: readonly FairnessRow[], grouping: Grouping, rules: FairnessRules): Finding[] {
  const { small } = strataOf(rows, grouping, rules)
  if (small.length === 0) return []
  const people = small.reduce((sum, stratum) => sum + stratum.rows.length, 0)
  return [
    {
      kind: 'small_group',
      grouping,
      subject: `small_group/${grouping}`,
      subjects: small.map((stratum) => stratum.subject),
      severity: 'small_group',
      statistics: { groups: small.length, people, minimum: rules.minimum },
      sentence: {
        code: small.length === 1 ? 'small_group' : 'small_groups',
        params: { grouping, subject: small[0]?.subject ?? '', groups: small.length, people, minimum: rules.minimum },
      },
    },
  ]
}

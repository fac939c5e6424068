import { compareRanks } from '../../../../shared/ranks.ts'
import { cramersV, oddsMatter, oddsRatio } from './association.ts'
import { cliffsDelta, magnitudeOf } from './cliffs-delta.ts'
import { type Candidate, type FairnessRow, type FairnessRules, type Grouping, rounded } from './findings.ts'
import { fisherExact } from './fisher.ts'
import { logFactorials } from './log-factorials.ts'
import { comparisonsOf, strataOf } from './strata.ts'

/**
 * For each subject of a grouping: how many reach very good, against everybody else (or the other of two sides), by
 * Fisher's exact test; and how far the results themselves stand apart, by Cliff's delta.
 */
export function shareCandidates(rows: readonly FairnessRow[], grouping: Grouping, rules: FairnessRules): Candidate[] {
  const { large } = strataOf(rows, grouping, rules)
  const logs = logFactorials(rows.length)
  return comparisonsOf(large, rows, grouping).flatMap((comparison) => {
    const { stratum, others, otherSubject } = comparison
    const top = stratum.rows.filter(isTop).length
    const otherTop = others.filter(isTop).length
    const lower = top * others.length < otherTop * stratum.rows.length
    // Of two sides the sentence speaks of the one with the smaller share.
    if (otherSubject !== null && !lower && top * others.length !== otherTop * stratum.rows.length) {
      const turned = { subject: otherSubject, rows: others }
      return compared(grouping, turned, stratum.rows, stratum.subject, logs)
    }
    return compared(grouping, stratum, others, otherSubject, logs)
  })
}

function compared(
  grouping: Grouping,
  { subject, rows }: { readonly subject: string; readonly rows: readonly FairnessRow[] },
  others: readonly FairnessRow[],
  otherSubject: string | null,
  logs: Float64Array,
): Candidate[] {
  const top = rows.filter(isTop).length
  const otherTop = others.filter(isTop).length
  const table = {
    first: { yes: top, no: rows.length - top },
    second: { yes: otherTop, no: others.length - otherTop },
  }
  const p = fisherExact(table, logs)
  const association = cramersV([
    [table.first.yes, table.first.no],
    [table.second.yes, table.second.no],
  ])
  const odds = oddsRatio(table)
  const delta = cliffsDelta(rows.map(resultOf), others.map(resultOf))
  const magnitude = magnitudeOf(delta)
  const lower = top * others.length < otherTop * rows.length
  const than = otherSubject === null ? '' : '_than'
  const subjects = otherSubject === null ? [subject] : [subject, otherSubject]
  const params = {
    people: rows.length,
    top,
    others: others.length,
    othersTop: otherTop,
    ...(otherSubject !== null && { other: otherSubject }),
    subject,
    grouping,
  }
  const key = otherSubject === null ? subject : [subject, otherSubject].sort().join('~')
  const statistics = {
    p: rounded(p),
    oddsRatio: odds === null ? null : rounded(odds),
    cramersV: rounded(association),
    delta: rounded(delta),
    magnitude,
  }
  const share: Candidate = {
    kind: 'share',
    grouping,
    subject: `share/${grouping}/${key}`,
    subjects,
    p,
    matters: oddsMatter(table),
    statistics,
    codes: { found: `share_${lower ? 'lower' : 'higher'}${than}`, nothing: 'share_alike' },
    params: { ...params, p: rounded(p), effect: rounded(association) },
  }
  const apart = magnitude === 'medium' || magnitude === 'large'
  if (!apart) return [share]
  const results: Candidate = {
    kind: 'results',
    grouping,
    subject: `results/${grouping}/${key}`,
    subjects,
    p: null,
    matters: true,
    statistics: { delta: rounded(delta), magnitude },
    codes: { found: `results_${delta < 0 ? 'lower' : 'higher'}${than}`, nothing: 'results_alike' },
    params: { ...params, delta: rounded(delta), magnitude },
  }
  return [share, results]
}

function isTop({ rank }: FairnessRow): boolean {
  return compareRanks(rank, 'very_good') >= 0
}

function resultOf({ result }: FairnessRow): number {
  return Number(result)
}

import { compareRanks } from '../../../../shared/ranks.ts'
import { cramersV, oddsMatter, oddsRatio } from './association.ts'
import { deltaOfRanks, magnitudeOf, midranks } from './cliffs-delta.ts'
import { type Candidate, type FairnessRow, type FairnessRules, type Grouping, rounded } from './findings.ts'
import { fisherExact } from './fisher.ts'
import { logFactorials } from './log-factorials.ts'
import { strataOf } from './strata.ts'

/** What is counted of some people: how many, how many at very good or above, and the sum of their results' ranks. */
type Tally = { readonly people: number; readonly top: number; readonly rankSum: number }
type Side = Tally & { readonly subject: string }

type Comparison = {
  readonly grouping: Grouping
  readonly side: Side
  readonly others: Tally
  /** The one other subject, where there are just two; null for everybody else. */
  readonly otherSubject: string | null
  readonly logs: Float64Array
}

/**
 * For each subject of a grouping: how many reach very good, against everybody else (or the other of two), by Fisher's
 * exact test; and how far the results themselves stand apart, by Cliff's delta.
 */
export function shareCandidates(rows: readonly FairnessRow[], grouping: Grouping, rules: FairnessRules): Candidate[] {
  const concerned = rows.filter((row) => row.subjects[grouping] !== null)
  const places = midranks(concerned.map((row) => Number(row.result)))
  const placeOf = new Map(concerned.map((row, index) => [row, places[index] as number]))
  const tally = (people: readonly FairnessRow[]): Tally => ({
    people: people.length,
    top: people.reduce((sum, { rank }) => sum + (compareRanks(rank, 'very_good') >= 0 ? 1 : 0), 0),
    rankSum: people.reduce((sum, row) => sum + (placeOf.get(row) ?? 0), 0),
  })
  const all = tally(concerned)
  const sides = strataOf(rows, grouping, rules).large.map(
    (stratum): Side => ({ subject: stratum.subject, ...tally(stratum.rows) }),
  )
  const logs = logFactorials(all.people)
  const [first, second] = sides
  if (first && second && first.people + second.people === all.people) {
    // The sentence speaks of the side with the smaller share.
    const [side, other] = isLower(second, first) ? [second, first] : [first, second]
    return compared({ grouping, side, others: other, otherSubject: other.subject, logs })
  }
  return sides.flatMap((side) => {
    const others = {
      people: all.people - side.people,
      top: all.top - side.top,
      rankSum: all.rankSum - side.rankSum,
    }
    return others.people > 0 ? compared({ grouping, side, others, otherSubject: null, logs }) : []
  })
}

function compared({ grouping, side, others, otherSubject, logs }: Comparison): Candidate[] {
  const { subject, people, top } = side
  const table = {
    first: { yes: top, no: people - top },
    second: { yes: others.top, no: others.people - others.top },
  }
  const p = fisherExact(table, logs)
  const association = rounded(
    cramersV([
      [table.first.yes, table.first.no],
      [table.second.yes, table.second.no],
    ]),
  )
  const odds = oddsRatio(table)
  const delta = rounded(deltaOfRanks(side.rankSum, people, others.people))
  const magnitude = magnitudeOf(delta)
  const than = otherSubject === null ? '' : '_than'
  const key = otherSubject === null ? subject : [subject, otherSubject].sort().join('~')
  const subjects = otherSubject === null ? [subject] : [subject, otherSubject]
  const params = {
    grouping,
    subject,
    ...(otherSubject !== null && { other: otherSubject }),
    people,
    top,
    others: others.people,
    othersTop: others.top,
  }
  const share: Candidate = {
    kind: 'share',
    grouping,
    subject: `share/${grouping}/${key}`,
    subjects,
    p,
    matters: oddsMatter(table),
    statistics: {
      p: rounded(p),
      oddsRatio: odds === null ? null : rounded(odds),
      cramersV: association,
      delta,
      magnitude,
    },
    codes: { found: `share_${isLower(side, others) ? 'lower' : 'higher'}${than}`, nothing: 'share_alike' },
    params: { ...params, p: rounded(p), effect: association },
  }
  if (magnitude !== 'medium' && magnitude !== 'large') return [share]
  const results: Candidate = {
    kind: 'results',
    grouping,
    subject: `results/${grouping}/${key}`,
    subjects,
    p: null,
    matters: true,
    statistics: { delta, magnitude },
    codes: { found: `results_${delta < 0 ? 'lower' : 'higher'}${than}`, nothing: 'results_alike' },
    params: { ...params, delta, magnitude },
  }
  return [share, results]
}

function isLower(a: Tally, b: Tally): boolean {
  return a.top * b.people < b.top * a.people
}

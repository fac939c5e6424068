import { compareRanks, ranks } from '../../../../shared/ranks.ts'
import { cramersV, type Table } from './association.ts'
import { type Candidate, type FairnessRow, type FairnessRules, type Grouping, rounded } from './findings.ts'
import { permutationTest } from './permutation-test.ts'
import { type Stratum, strataOf } from './strata.ts'

// Cohen 1988, for the smaller side of the table.
const smallAssociation = 0.1

/** Whether the five ranks are spread alike over the subjects of a grouping: permutation test of the whole table. */
export function distributionCandidate(rows: readonly FairnessRow[], grouping: Grouping, rules: FairnessRules) {
  const { large } = strataOf(rows, grouping, rules)
  const table = large.map(({ rows: people }) => ranks.map((rank) => count(people, (row) => row.rank === rank)))
  return tested({ kind: 'distribution', grouping, large, table, rules })
}

/** Whether people decided up and down alike for the subjects of a grouping: who was moved off the curve's rank. */
export function movesCandidate(rows: readonly FairnessRow[], grouping: Grouping, rules: FairnessRules) {
  const { large } = strataOf(rows, grouping, rules)
  const table = large.map(({ rows: people }) =>
    [1, 0, -1].map((way) => count(people, (row) => Math.sign(compareRanks(row.rank, row.curveRank)) === way)),
  )
  const moved = table.some(([up = 0, , down = 0]) => up + down > 0)
  return moved ? tested({ kind: 'moves', grouping, large, table, rules }) : []
}

type Tested = {
  readonly kind: 'distribution' | 'moves'
  readonly grouping: Grouping
  readonly large: readonly Stratum[]
  readonly table: Table
  readonly rules: FairnessRules
}

function tested({ kind, grouping, large, table, rules }: Tested): Candidate[] {
  if (large.length < 2) return []
  const subject = `${kind}/${grouping}`
  const seed = `${rules.seed}/${subject}`
  const { p, chiSquared, permutations } = permutationTest(table, seed, rules.permutations)
  const association = cramersV(table)
  const people = large.reduce((sum, stratum) => sum + stratum.rows.length, 0)
  return [
    {
      kind,
      grouping: kind === 'moves' ? 'moves' : grouping,
      subject,
      subjects: large.map((stratum) => stratum.subject),
      p,
      matters: association >= smallAssociation,
      statistics: {
        p: rounded(p),
        chiSquared: rounded(chiSquared),
        cramersV: rounded(association),
        permutations,
        seed,
      },
      codes: { found: `${kind}_differs`, nothing: `${kind}_alike` },
      params: { grouping, groups: large.length, people, p: rounded(p), effect: rounded(association) },
    },
  ]
}

function count(rows: readonly FairnessRow[], holds: (row: FairnessRow) => boolean): number {
  return rows.reduce((sum, row) => sum + (holds(row) ? 1 : 0), 0)
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Band, bandsOf, compareRanks, defaultBandCuts } from '../../../shared/ranks.ts'
import { allModes, applyCurve, type CurveRules, curveModes, poolOf, whatIf, whoChanges } from './curve.ts'
import { quotasOf, type Seats, type Shares, seatsOf } from './quotas.ts'
import { type Candidate, rankGroup } from './ranked-group.ts'
import { defaultTieTolerance } from './ties.ts'

const bands = bandsOf(defaultBandCuts)
const shares: Shares = { weak: 500, average: 1500, good: 5000, very_good: 2000, excellent: 1000 }

function seatsFor(people: number, of: Shares = shares): Seats {
  const quotas = quotasOf(of, people)
  if (!quotas.ok) throw new Error(quotas.why)
  return seatsOf(quotas.value)
}

/** Results in whole hundredths of a percent: 11000 is 110 %. */
const candidates = (hundredths: readonly number[]): Candidate[] =>
  hundredths.map((value, index) => ({
    employeeId: `e${String(index).padStart(5, '0')}`,
    result: BigInt(value) * 10_000n,
  }))

const rulesFor = (people: number, more: Partial<CurveRules> = {}): CurveRules => ({
  mode: 'full_curve',
  seats: seatsFor(people),
  guardWeak: true,
  tieTolerance: defaultTieTolerance,
  ...more,
})
const curveOf = (hundredths: readonly number[], more: Partial<CurveRules> = {}) =>
  applyCurve(rankGroup(candidates(hundredths), bands), rulesFor(hundredths.length, more))
const curveRanks = (hundredths: readonly number[], more: Partial<CurveRules> = {}) =>
  curveOf(hundredths, more).people.map((person) => person.curveRank)

/** 233 people, none equal: 57 very good, 131 good, 41 average and 4 weak by their bands. */
const ministry = [
  ...Array.from({ length: 57 }, (_, i) => 11_990 - i),
  ...Array.from({ length: 131 }, (_, i) => 10_990 - i),
  ...Array.from({ length: 41 }, (_, i) => 8_990 - i),
  ...Array.from({ length: 4 }, (_, i) => 4_990 - i),
]

describe('a ministry of 233 people', () => {
  const modes = allModes(rankGroup(candidates(ministry), bands), rulesFor(233))

  test('the full curve fills the quotas and leaves the weak seats of the guarded empty', () => {
    expect(modes.full_curve.summary).toEqual({
      mode: 'full_curve',
      people: 233,
      pool: 70,
      counts: { weak: 4, average: 43, good: 116, very_good: 70 },
      raised: 13,
      lowered: 2,
      vacancies: { weak: 8, average: 0, good: 0, very_good: 0 },
      beyond: { weak: 0, average: 8, good: 0, very_good: 0 },
      lastLifted: 109_780_000n,
    })
  })

  test('raising only lifts thirteen and lowers nobody', () => {
    expect(modes.raise_only.summary).toMatchObject({
      counts: { weak: 4, average: 41, good: 118, very_good: 70 },
      raised: 13,
      lowered: 0,
    })
  })

  test('advice alone changes nothing and has no seats to leave empty', () => {
    expect(modes.advisory.summary).toMatchObject({
      counts: { weak: 4, average: 41, good: 131, very_good: 57 },
      raised: 0,
      lowered: 0,
      vacancies: { weak: 0, average: 0, good: 0, very_good: 0 },
    })
  })

  test('the last person lifted reads the position, the seats and the distance', () => {
    expect(modes.raise_only.people[69]).toMatchObject({
      position: 70,
      band: 'good',
      curveRank: 'very_good',
      move: 'up',
      reason: {
        code: 'CRV-03',
        params: { position: 70, people: 233, seats: 70, result: '109.78', last: '109.78', gap: '0' },
      },
    })
  })

  test('a person whom the full curve lowers reads how far the last seat was', () => {
    const lowered = modes.full_curve.people.filter((person) => person.move === 'down')
    expect(lowered.map((person) => person.reason)).toEqual([
      {
        code: 'CRV-05',
        params: { position: 187, people: 233, seats: 186, result: '108.61', last: '108.62', gap: '0.01' },
      },
      {
        code: 'CRV-05',
        params: { position: 188, people: 233, seats: 186, result: '108.6', last: '108.62', gap: '0.02' },
      },
    ])
  })

  test('a what-if of another share says who would change', () => {
    const more = { ...shares, good: 4800, very_good: 2200 }
    const group = rankGroup(candidates(ministry), bands)
    const after = whatIf(group, rulesFor(233, { mode: 'raise_only', seats: seatsFor(233, more) }))
    const changes = whoChanges(modes.raise_only.people, after.people)
    expect(after.summary.pool).toBe(74)
    expect(changes.map((change) => change.move)).toEqual(['up', 'up', 'up', 'up'])
    expect(changes[0]).toEqual({ employeeId: 'e00070', from: 'good', to: 'very_good', move: 'up' })
    expect(whoChanges(after.people, after.people)).toEqual([])
  })
})

describe('small groups and odd ones', () => {
  test.each([
    ['nobody', []],
    ['one person', [9_500]],
    ['two people', [9_500, 9_400]],
    ['three people', [11_900, 9_400, 3_000]],
  ])('%s can be calibrated in every mode', (_name, results) => {
    for (const mode of curveModes) {
      const { people, summary } = curveOf(results, { mode })
      expect(people).toHaveLength(results.length)
      expect(summary.people).toBe(results.length)
    }
  })

  test('seven people take the seats of seven', () => {
    expect(curveRanks([12_000, 11_500, 11_000, 10_000, 9_500, 9_000, 4_000])).toEqual([
      'very_good',
      'very_good',
      'good',
      'good',
      'good',
      'good',
      'average',
    ])
  })

  test('when all are equal all have the highest rank that has a seat, and the committee sees the tie', () => {
    const { summary, ties } = curveOf(Array(19).fill(9_500))
    expect(summary.counts).toEqual({ weak: 0, average: 0, good: 0, very_good: 19 })
    expect(ties).toMatchObject([{ ranking: 95_000_000n, seats: 6, beyond: 13 }])
    expect(ties[0]?.employeeIds).toHaveLength(19)
  })

  test('without seats at the top nobody is lifted, equal or not', () => {
    const none = seatsFor(4, { weak: 0, average: 0, good: 10_000, very_good: 0, excellent: 0 })
    expect(curveRanks([9_500, 9_500, 9_500, 9_500], { mode: 'raise_only', seats: none })).toEqual(Array(4).fill('good'))
    const [first] = curveOf([11_500, 9_500, 9_400, 9_300], { seats: none }).people
    expect(first?.reason).toEqual({
      code: 'CRV-08',
      params: { position: 1, people: 4, seats: 0, result: '115' },
    })
  })
})

describe('ties at an edge', () => {
  const seats: Seats = { weak: 0, average: 2, good: 4, very_good: 1, excellent: 1 }

  test('the whole tie takes the higher rank and the next lower quota shrinks', () => {
    const { people, summary, ties } = curveOf([11_500, 10_000, 10_000, 9_900, 9_800, 9_700, 9_600, 9_500], { seats })
    expect(people.map((person) => person.position)).toEqual([1, 2, 2, 4, 5, 6, 7, 8])
    expect(summary.counts).toEqual({ weak: 0, average: 2, good: 3, very_good: 3 })
    expect(summary.beyond.very_good).toBe(1)
    expect(people[2]?.reason).toEqual({
      code: 'CRV-02',
      params: { position: 2, people: 8, seats: 2, result: '100', last: '100', gap: '0', equals: 2 },
    })
    expect(ties).toEqual([])
  })

  test('a tie that swallows more than its next quota pushes nobody out of order', () => {
    expect(curveRanks([10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 9_500], { seats })).toEqual([
      ...Array(7).fill('very_good'),
      'average',
    ])
  })

  test('one seat beyond the pool is tolerated, two go to the committee', () => {
    const tied = (size: number) => [11_500, ...Array(size).fill(10_000), 9_000, 8_900, 8_800, 8_700]
    expect(curveOf(tied(2), { seats }).ties).toEqual([])
    expect(curveOf(tied(3), { seats }).ties).toMatchObject([{ seats: 1, beyond: 2 }])
  })

  test('a tenth of a large pool is tolerated', () => {
    const large: Seats = { weak: 0, average: 0, good: 80, very_good: 20, excellent: 0 }
    const tied = (beyond: number) => [
      ...Array.from({ length: 19 }, (_, i) => 11_900 - i),
      ...Array(1 + beyond).fill(10_000),
      ...Array.from({ length: 80 - beyond }, (_, i) => 9_900 - i),
    ]
    expect(curveOf(tied(2), { seats: large }).ties).toEqual([])
    expect(curveOf(tied(3), { seats: large }).ties).toMatchObject([{ seats: 1, beyond: 3 }])
  })
})

describe('the guard against weak', () => {
  const allWeak: Seats = { weak: 3, average: 0, good: 0, very_good: 0, excellent: 0 }

  test('the curve alone makes nobody weak whose result reaches the first cut point', () => {
    const { people, summary } = curveOf([9_500, 5_000, 4_999], { seats: allWeak })
    expect(people.map((person) => person.curveRank)).toEqual(['average', 'average', 'weak'])
    expect(summary.vacancies.weak).toBe(2)
    expect(people[0]?.reason).toMatchObject({ code: 'CRV-08', params: { position: 1 } })
  })

  test('whoever falls into the weak seats from good is told that the guard held', () => {
    const seats: Seats = { weak: 1, average: 0, good: 1, very_good: 1, excellent: 0 }
    const [, , last] = curveOf([11_500, 10_000, 9_500], { seats }).people
    expect(last).toMatchObject({ curveRank: 'average', reason: { code: 'CRV-06', params: { position: 3, seats: 2 } } })
  })

  test('an entity that switches the guard off has its weak seats filled', () => {
    expect(curveRanks([9_500, 5_000, 4_999], { seats: allWeak, guardWeak: false })).toEqual(['weak', 'weak', 'weak'])
  })
})

describe('ranking by the guide’s literal mean', () => {
  const group = rankGroup(
    [
      { employeeId: 'a', result: 45_000_000n, ranking: 45_000_000n },
      { employeeId: 'b', result: 100_000_000n, ranking: 20_000_000n },
      { employeeId: 'c', result: 95_000_000n, ranking: 19_000_000n },
    ],
    bands,
  )

  test('bands and guard read the weighted sum, the order reads the mean', () => {
    const seats: Seats = { weak: 3, average: 0, good: 0, very_good: 0, excellent: 0 }
    const { people } = applyCurve(group, rulesFor(3, { seats }))
    expect(people.map((person) => [person.employeeId, person.band, person.curveRank])).toEqual([
      ['a', 'weak', 'average'],
      ['b', 'good', 'average'],
      ['c', 'good', 'average'],
    ])
    expect(people[0]?.reason?.code).toBe('CRV-09')
  })

  test('raising only counts places among those at good or above', () => {
    const seats: Seats = { weak: 0, average: 1, good: 1, very_good: 1, excellent: 0 }
    const { people } = applyCurve(group, rulesFor(3, { mode: 'raise_only', seats }))
    expect(people.map((person) => person.curveRank)).toEqual(['weak', 'very_good', 'good'])
    expect(people[1]?.reason).toMatchObject({ code: 'CRV-03', params: { position: 1, seats: 1 } })
  })
})

const anyResults = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 12_000 }), fc.constantFrom(4_999, 5_000, 9_000, 10_000, 11_000)),
  { maxLength: 60 },
)
const anyShares = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
  .map(
    ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]): Shares => ({
      weak: b - a,
      average: c - b,
      good: d - c,
      very_good: e - d,
      excellent: f - e,
    }),
  )
const anyRules = fc.record({ mode: fc.constantFrom(...curveModes), guardWeak: fc.boolean(), of: anyShares })

type AnyRules = { mode: CurveRules['mode']; guardWeak: boolean; of: Shares }
const calibrated = (people: readonly Candidate[], { mode, guardWeak, of }: AnyRules) =>
  applyCurve(rankGroup(people, bands), rulesFor(people.length, { mode, guardWeak, seats: seatsFor(people.length, of) }))

test('the order of the input never matters', () => {
  fc.assert(
    fc.property(anyResults, anyRules, fc.infiniteStream(fc.nat()), (results, rules, chance) => {
      const people = candidates(results)
      const mixed = [...people]
        .map((one) => ({ one, at: chance.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(calibrated(mixed, rules)).toEqual(calibrated(people, rules))
    }),
  )
})

test('equals are never apart, and a higher result never has a lower rank', () => {
  fc.assert(
    fc.property(anyResults, anyRules, (results, rules) => {
      const { people } = calibrated(candidates(results), rules)
      people.forEach((person, index) => {
        const above = people[index - 1]
        if (!above) return
        if (above.result === person.result) expect(person.curveRank).toBe(above.curveRank)
        expect(compareRanks(above.curveRank, person.curveRank)).toBeGreaterThanOrEqual(0)
      })
    }),
  )
})

test('raising only never ends below the band capped at good, whatever the shares', () => {
  fc.assert(
    fc.property(anyResults, anyRules, (results, rules) => {
      for (const { band, curveRank } of calibrated(candidates(results), { ...rules, mode: 'raise_only' }).people) {
        const floor: Band = compareRanks(band, 'good') > 0 ? 'good' : band
        expect(compareRanks(curveRank, floor)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('the full curve gives every rank exactly its seats when nobody is equal and nobody is guarded', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 12_000 }), { maxLength: 60 }), anyShares, (results, of) => {
      const seats = seatsFor(results.length, of)
      const { summary } = calibrated(candidates(results), { mode: 'full_curve', guardWeak: false, of })
      expect(summary.counts).toEqual({
        weak: seats.weak,
        average: seats.average,
        good: seats.good,
        very_good: poolOf(seats),
      })
    }),
  )
})

test('with the guard nobody is weak who is not weak by the own result', () => {
  fc.assert(
    fc.property(anyResults, anyRules, (results, rules) => {
      for (const person of calibrated(candidates(results), { ...rules, guardWeak: true }).people) {
        if (person.curveRank === 'weak') expect(person.result).toBeLessThan(bands.average)
      }
    }),
  )
})

test('every difference between band and curve rank has a reason whose numbers agree with it, and nothing else has one', () => {
  fc.assert(
    fc.property(anyResults, anyRules, (results, rules) => {
      for (const person of calibrated(candidates(results), rules).people) {
        expect(person.reason === null).toBe(person.band === person.curveRank)
        if (!person.reason) continue
        const { code, params } = person.reason
        if (person.move === 'up' && code !== 'CRV-09') expect(params.position).toBeLessThanOrEqual(params.seats)
        if (person.move === 'down') expect(params.position).toBeGreaterThan(params.seats)
        if (params.gap !== undefined) expect(Number(params.gap)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('a what-if gives the ranks that the curve would give', () => {
  fc.assert(
    fc.property(anyResults, anyRules, (results, { mode, guardWeak, of }) => {
      const group = rankGroup(candidates(results), bands)
      const rules = rulesFor(results.length, { mode, guardWeak, seats: seatsFor(results.length, of) })
      const { people, summary, ties } = applyCurve(group, rules)
      expect(whatIf(group, rules)).toEqual({ people: people.map(({ reason: _, ...one }) => one), summary, ties })
    }),
  )
})

test('34,000 people are calibrated, and asked what if, in a blink', () => {
  const group = rankGroup(candidates(Array.from({ length: 34_000 }, (_, i) => (i * 7_919) % 12_001)), bands)
  const rules = rulesFor(34_000)
  const { people, summary } = applyCurve(group, rules)
  expect(summary.counts.very_good).toBeGreaterThanOrEqual(10_200)
  const times = Array.from({ length: 5 }, () => {
    const started = process.cpuUsage()
    whoChanges(people, whatIf(group, rules).people)
    return process.cpuUsage(started).user / 1000
  })
  // About 10 ms of processor time; the limit only fails when the work is no longer linear.
  expect(Math.min(...times)).toBeLessThan(250)
})

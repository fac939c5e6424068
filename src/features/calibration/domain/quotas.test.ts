import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rank, ranks } from '../../../shared/ranks.ts'
import { quotasOf, type Shares, seatsOf, sharesByRank } from './quotas.ts'

const shares: Shares = { weak: 500, average: 1500, good: 5000, very_good: 2000, excellent: 1000 }
const lines = (people: number, of: Shares = shares) => {
  const quotas = quotasOf(of, people)
  if (!quotas.ok) throw new Error(quotas.why)
  return quotas.value
}
const seats = (people: number, of: Shares = shares) => lines(people, of).map((line) => line.seats)

test.each([
  [7, [0, 1, 4, 1, 1]],
  [10, [0, 2, 5, 2, 1]],
  [29, [1, 4, 15, 6, 3]],
  [30, [1, 5, 15, 6, 3]],
  [37, [2, 6, 18, 7, 4]],
  [100, [5, 15, 50, 20, 10]],
  [233, [12, 35, 116, 47, 23]],
  [0, [0, 0, 0, 0, 0]],
  [1, [0, 0, 1, 0, 0]],
  [2, [0, 0, 1, 1, 0]],
])('%i people have the seats of part G', (people, expected) => {
  expect(seats(people)).toEqual(expected)
})

test('the calculation is published: product, whole part, remainder and who got the seats left over', () => {
  expect(lines(233)).toEqual([
    { rank: 'weak', share: 500, product: '11.65', floor: 11, remainder: 6500, extra: 2, seats: 12 },
    { rank: 'average', share: 1500, product: '34.95', floor: 34, remainder: 9500, extra: 1, seats: 35 },
    { rank: 'good', share: 5000, product: '116.5', floor: 116, remainder: 5000, extra: null, seats: 116 },
    { rank: 'very_good', share: 2000, product: '46.6', floor: 46, remainder: 6000, extra: 3, seats: 47 },
    { rank: 'excellent', share: 1000, product: '23.3', floor: 23, remainder: 3000, extra: null, seats: 23 },
  ])
})

test('the shares of the policy are read by rank', () => {
  expect(sharesByRank({ weak: 500, average: 1500, good: 5000, veryGood: 2000, excellent: 1000 })).toEqual(shares)
})

test('on equal remainders the seat goes to the higher rank', () => {
  expect(seats(1, { weak: 5000, average: 0, good: 0, very_good: 0, excellent: 5000 })).toEqual([0, 0, 0, 0, 1])
})

test.each([
  ['calibration.shares_not_100', { ...shares, weak: 499 }],
  ['calibration.shares_not_100', { ...shares, excellent: 1001 }],
  ['calibration.share_not_whole', { ...shares, weak: 500.5 }],
  ['calibration.share_not_whole', { ...shares, weak: -500, good: 6000 }],
  ['calibration.share_not_whole', { ...shares, weak: Number.NaN }],
])('shares that are no exact hundred are refused: %s', (why, wrong) => {
  expect(quotasOf(wrong, 100)).toEqual({ ok: false, why })
})

const anyShares = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
  .map((cuts) => Object.fromEntries(ranks.map((rank, i) => [rank, (cuts[i + 1] ?? 0) - (cuts[i] ?? 0)])) as Shares)

test('quotas always sum to the people and never leave their share by a whole seat', () => {
  fc.assert(
    fc.property(anyShares, fc.integer({ min: 0, max: 200_000 }), (some, people) => {
      const found = lines(people, some)
      expect(found.reduce((sum, line) => sum + line.seats, 0)).toBe(people)
      for (const line of found) {
        expect(Math.abs(line.seats * 10_000 - line.share * people)).toBeLessThan(10_000)
        expect(line.floor * 10_000 + line.remainder).toBe(line.share * people)
      }
      const bySeats = seatsOf(found)
      for (const rank of ranks) if (some[rank as Rank] === 0) expect(bySeats[rank]).toBe(0)
    }),
  )
})

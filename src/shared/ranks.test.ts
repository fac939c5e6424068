import { expect, test } from 'vitest'
import { bandOf, bandsOf, compareRanks, defaultBandCuts, ranks } from './ranks.ts'

const bands = bandsOf(defaultBandCuts)

test.each([
  [0n, 'weak'],
  [49_999_999n, 'weak'],
  [50_000_000n, 'average'],
  [89_999_999n, 'average'],
  [90_000_000n, 'good'],
  [109_999_999n, 'good'],
  [110_000_000n, 'very_good'],
  [120_000_000n, 'very_good'],
] as const)('a result of %s micro-percent stands in the band %s, and never in excellent', (result, band) => {
  expect(bandOf(result, bands)).toBe(band)
})

test('cut points keep two decimals exactly', () => {
  expect(bandsOf({ average: 49.99, good: 90.1, veryGood: 110.07 })).toEqual({
    average: 49_990_000n,
    good: 90_100_000n,
    veryGood: 110_070_000n,
  })
})

test.each([
  { average: 90, good: 50, veryGood: 110 },
  { average: 50, good: 50, veryGood: 110 },
  { average: -1, good: 50, veryGood: 110 },
  { average: 50.001, good: 90, veryGood: 110 },
  { average: Number.NaN, good: 90, veryGood: 110 },
])('cut points that do not rise or have a third decimal are refused', (cuts) => {
  expect(() => bandsOf(cuts)).toThrow(RangeError)
})

test('ranks compare by their steps', () => {
  expect([...ranks].sort((a, b) => compareRanks(b, a))[0]).toBe('excellent')
  expect(compareRanks('very_good', 'average')).toBe(2)
})

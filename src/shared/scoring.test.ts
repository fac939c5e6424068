import { array, assert, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import {
  annualResult,
  cycleResult,
  literalResult,
  score,
  scoreUnits,
  segmentsLiteral,
  segmentsResult,
} from './scoring.ts'

const percent = 1_000_000

test.each([
  ['five key results of 20 %, all at 100 %', Array(5).fill({ achievement: 100 * percent, weight: 2000 }), 100n, 20n],
  ['two key results of 50 %, both at 90 %', Array(2).fill({ achievement: 90 * percent, weight: 5000 }), 90n, 45n],
  ['one key result of 100 % at 60 %', [{ achievement: 60 * percent, weight: 10_000 }], 60n, 60n],
])('%s: the weighted sum and the literal mean of part G', (_name, lines, sum, literal) => {
  expect(cycleResult(lines)).toBe(sum * scoreUnits)
  expect(literalResult(lines)).toBe(literal * 1_000_000n)
})

test('cycles of 92.5, 104, 88 and 110 make 98.625 in the year', () => {
  const cycles = [925n, 1040n, 880n, 1100n].map((tenths) => (tenths * scoreUnits) / 10n)
  expect(annualResult(cycles)).toBe(98_625_000n)
})

test('the annual mean is rounded once, half-up, to six decimals', () => {
  expect(annualResult([100n * scoreUnits, 100n * scoreUnits, 101n * scoreUnits])).toBe(100_333_333n)
})

test('a score is achievement times weight', () => {
  expect(score({ achievement: 110 * percent, weight: 2500 })).toBe((275n * scoreUnits) / 10n)
})

const lines = array(
  record({
    achievement: integer({ min: 0, max: 120 * percent }),
    weight: integer({ min: 1, max: 5000 }).map((n) => n * 2),
  }),
  { minLength: 1, maxLength: 12 },
)

test('splitting a key result into two halves leaves the result unchanged', () => {
  assert(
    property(lines, integer({ min: 0, max: 11 }), (before, at) => {
      const split = before.flatMap((line, index) => {
        if (index !== at % before.length) return [line]
        const half = { ...line, weight: line.weight / 2 }
        return [half, half]
      })
      expect(cycleResult(split)).toBe(cycleResult(before))
    }),
  )
})

test('all key results met gives 100 however the weights are spread', () => {
  assert(
    property(array(integer({ min: 1, max: 900 }), { maxLength: 10 }), (some) => {
      const rest = 10_000 - some.reduce((sum, weight) => sum + weight, 0)
      const met = [...some, rest].map((weight) => ({ achievement: 100 * percent, weight }))
      expect(cycleResult(met)).toBe(100n * scoreUnits)
    }),
  )
})

test('a cycle of one segment is its exact sum; of several, their mean by days, rounded once', () => {
  const at = (achievement: number, days: number) => ({ days, lines: [{ achievement, weight: 10_000 }] })
  const odd = { days: 31, lines: [{ achievement: 83_333_333, weight: 3333 }] }
  expect(segmentsResult([odd])).toBe(cycleResult(odd.lines))
  expect(segmentsLiteral([odd])).toBe(literalResult(odd.lines))
  expect(segmentsResult([at(60_000_000, 21), at(100_000_000, 43)])).toBe(868_750_000_000n)
  // A third of a millionth more than two thirds of one: half-up at the sixth decimal.
  expect(segmentsResult([at(1, 1), at(2, 2)])).toBe(20_000n)
  expect(segmentsLiteral([at(60_000_000, 1), at(100_000_000, 1)])).toBe(80_000_000n)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from './document.ts'
import { parsedWeight, totalWeight, weightState } from './weights.ts'

test.each([
  ['12.5', 1250],
  ['١٢٫٥', 1250],
  ['100', 10_000],
  ['0.01', 1],
  ['25%', 2500],
  ['', null],
  ['  ', null],
])('a weight typed as "%s" is read exactly', (typed, weight) => {
  expect(parsedWeight(typed)).toEqual({ ok: true, value: weight })
})

test.each([
  ['12.345', 'performance.weight_decimals'],
  ['-5', 'performance.weight_negative'],
  ['100.01', 'performance.weight_range'],
  ['many', 'performance.weight_not_a_number'],
  ['12,5', 'performance.weight_not_a_number'],
])('a weight typed as "%s" is refused with its own sentence', (typed, why) => {
  expect(parsedWeight(typed)).toEqual({ ok: false, why })
})

const contentOf = (weights: readonly (string | null)[]): Content => ({
  objectives: [
    {
      id: 'o',
      title: 't',
      class: 'routine',
      bankObjectiveId: null,
      links: [],
      keyResults: weights.map((weight, index) => ({
        id: String(index),
        statement: 's',
        dataType: 'number',
        targets: { below: '1', meets: '2', exceeds: '3' },
        weight,
      })),
    },
  ],
})

test.each([
  [['99.99'], { kind: 'missing', by: '0.01' }],
  [['50', '50.01'], { kind: 'over', by: '0.01' }],
  [['33.33', '33.33', '33.34'], { kind: 'whole' }],
  [[null], { kind: 'missing', by: '100' }],
])('weights of %j say what is to go', (weights, state) => {
  expect(weightState(totalWeight(contentOf(weights)))).toEqual(state)
})

test('splitting a whole into any parts of two decimals adds up to exactly 100', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 12 }), (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), 10_000]
      const weights = edges.slice(1).map((edge, index) => ((edge - (edges[index] ?? 0)) / 100).toFixed(2))
      expect(weightState(totalWeight(contentOf(weights)))).toEqual({ kind: 'whole' })
    }),
  )
})

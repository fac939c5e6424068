import { array, assert, bigInt, constantFrom, property, record, tuple, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  achievement,
  checkTargets,
  type DataType,
  defaultScale,
  directionOf,
  type Level,
  levelOf,
  parseQuantity,
  type Quantity,
  quantityText,
  type Targets,
} from './measure.ts'

function quantity(dataType: DataType, text: string): Quantity {
  const parsed = parseQuantity(dataType, text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.why}`)
  return parsed.value
}

function targetsOf(dataType: DataType, text: string): Targets {
  const [below = 0n, meets = 0n, exceeds = 0n] = text.split(' ').map((part) => quantity(dataType, part))
  return { below, meets, exceeds }
}

const percent = 1_000_000
const firstQuarter = '2024-03-31 2024-03-15 2024-03-01'
const vectors: [DataType, string, string | null, Level, number][] = [
  ['percentage', '70 85 95', '90', 'meets', 110],
  ['percentage', '70 85 95', '85', 'meets', 100],
  ['percentage', '70 85 95', '77.5', 'below', 75],
  ['percentage', '70 85 95', '35', 'under_below', 25],
  ['percentage', '70 85 95', '99', 'exceeds', 120],
  ['number', '8 10 12', '11', 'meets', 110],
  ['number', '20 12 8', '10', 'meets', 110],
  ['number', '20 12 8', '20', 'below', 50],
  ['number', '20 12 8', '24', 'under_below', 25],
  ['number', '20 12 8', '40', 'under_below', 0],
  ['number', '4 2 0', '0', 'exceeds', 120],
  ['date', firstQuarter, '2024-03-08', 'meets', 110],
  ['date', firstQuarter, '2024-03-15', 'meets', 100],
  ['date', firstQuarter, '2024-03-23', 'below', 75],
  ['date', firstQuarter, '2024-04-08', 'under_below', 25],
  ['date', firstQuarter, null, 'under_below', 0],
]

describe('the vectors of the decisions, part G', () => {
  test.each(vectors)('%s with targets %s and actual %s is %s, %d %%', (dataType, text, given, level, expected) => {
    const targets = targetsOf(dataType, text)
    const actual = given === null ? null : quantity(dataType, given)
    expect(levelOf(actual, targets)).toBe(level)
    expect(achievement({ dataType, targets, actual }, defaultScale)).toBe(expected * percent)
  })

  test.each(['10 10 12', '8 12 10', '10 10 10', '12 8 10'])('targets %s are refused', (text) => {
    const targets = targetsOf('number', text)
    expect(directionOf(targets)).toBeNull()
    expect(checkTargets(targets)).toBe('measure.targets_not_ordered')
    expect(() => achievement({ dataType: 'number', targets, actual: 1n }, defaultScale)).toThrow(RangeError)
    expect(() => levelOf(1n, targets)).toThrow(RangeError)
  })
})

test('targets that rise say higher is better, targets that fall say lower is better', () => {
  expect(directionOf(targetsOf('number', '8 10 12'))).toBe('higher')
  expect(directionOf(targetsOf('date', firstQuarter))).toBe('lower')
})

test('a third is rounded once, half-up, to six decimals', () => {
  const targets = targetsOf('number', '1 4 7')
  expect(achievement({ dataType: 'number', targets, actual: quantity('number', '2') }, defaultScale)).toBe(66_666_667)
})

test('a declared baseline is where the achievement starts', () => {
  const targets = targetsOf('number', '60 80 90')
  const measured = { dataType: 'number' as const, targets, actual: quantity('number', '50') }
  expect(achievement({ ...measured, baseline: quantity('number', '40') }, defaultScale)).toBe(25 * percent)
  expect(checkTargets(targets, quantity('number', '60'))).toBe('measure.baseline_not_worse')
  expect(checkTargets(targets, quantity('number', '59'))).toBeNull()
})

test('a first target of zero leaves nothing below it, and one below zero mirrors the second', () => {
  const at = (text: string, actual: string) =>
    achievement(
      { dataType: 'number', targets: targetsOf('number', text), actual: quantity('number', actual) },
      defaultScale,
    )
  expect(at('0 5 10', '0')).toBe(50 * percent)
  expect(at('0 5 10', '-1')).toBe(0)
  expect(at('-5 0 5', '-7.5')).toBe(25 * percent)
  expect(at('-5 0 5', '-10')).toBe(0)
})

test('a unit may choose anchors of 50, 80 and 100', () => {
  const scale = { anchors: { below: 50, meets: 80, exceeds: 100 }, cap: 100 }
  const targets = targetsOf('number', '8 10 12')
  expect(achievement({ dataType: 'number', targets, actual: quantity('number', '11') }, scale)).toBe(90 * percent)
})

const anyTargets = uniqueArray(bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { minLength: 3, maxLength: 3 })
  .map((values) => values.toSorted((a, b) => (a < b ? -1 : 1)))
  .chain((up) => constantFrom(up, up.toReversed()))
  .map(([below = 0n, meets = 0n, exceeds = 0n]): Targets => ({ below, meets, exceeds }))
const anyMeasure = record({ dataType: constantFrom<DataType>('percentage', 'number', 'date'), targets: anyTargets })
const anyActual = bigInt({ min: -(2n * 10n ** 12n), max: 2n * 10n ** 12n })

test('a better actual never gives a smaller achievement or a lower level', () => {
  const order: Level[] = ['under_below', 'below', 'meets', 'exceeds']
  assert(
    property(anyMeasure, anyActual, anyActual, (measure, a, b) => {
      const higher = directionOf(measure.targets) === 'higher'
      const [worse, better] = a < b === higher ? [a, b] : [b, a]
      const worth = (actual: Quantity) => achievement({ ...measure, actual }, defaultScale)
      expect(worth(better)).toBeGreaterThanOrEqual(worth(worse))
      expect(order.indexOf(levelOf(better, measure.targets))).toBeGreaterThanOrEqual(
        order.indexOf(levelOf(worse, measure.targets)),
      )
    }),
  )
})

test('the achievement is a whole number from zero to the cap, and each target gives its anchor', () => {
  assert(
    property(anyMeasure, anyActual, (measure, actual) => {
      const worth = (value: Quantity) => achievement({ ...measure, actual: value }, defaultScale)
      expect(Number.isSafeInteger(worth(actual))).toBe(true)
      expect(worth(actual)).toBeGreaterThanOrEqual(0)
      expect(worth(actual)).toBeLessThanOrEqual(120 * percent)
      expect(worth(measure.targets.below)).toBe(50 * percent)
      expect(worth(measure.targets.meets)).toBe(100 * percent)
      expect(worth(measure.targets.exceeds)).toBe(120 * percent)
    }),
  )
})

test('a level agrees with the achievement except where rounding hides the difference', () => {
  assert(
    property(tuple(anyMeasure, array(anyActual, { minLength: 1 })), ([measure, actuals]) => {
      for (const actual of actuals) {
        const worth = achievement({ ...measure, actual }, defaultScale)
        const level = levelOf(actual, measure.targets)
        if (level === 'exceeds') expect(worth).toBe(120 * percent)
        if (level === 'meets') expect(worth).toBeGreaterThanOrEqual(100 * percent)
        if (level === 'under_below') expect(worth).toBeLessThanOrEqual(50 * percent)
      }
    }),
  )
})

test('a quantity is stored as plain text and read back the same', () => {
  for (const [dataType, text] of [
    ['percentage', '84.6'],
    ['number', '-12.3456'],
    ['date', '2024-03-31'],
  ] as const) {
    expect(quantityText(dataType, quantity(dataType, text))).toBe(text)
  }
  expect(quantity('percentage', '٨٤٫٦٪')).toBe(846_000n)
  expect(parseQuantity('number', '5%')).toEqual({ ok: false, why: 'decimal.not_a_number' })
  expect(parseQuantity('number', '1.23456')).toEqual({ ok: false, why: 'decimal.too_many_decimals' })
  expect(parseQuantity('date', '2024-02-30')).toEqual({ ok: false, why: 'date.not_a_date' })
})

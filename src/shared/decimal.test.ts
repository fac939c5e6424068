import { assert, bigInt, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { compare, decimalText, divideHalfUp, parseDecimal, parseWeight, weightText } from './decimal.ts'

const money = { digits: 6, decimals: 3 }

test.each([
  ['', 'decimal.required'],
  ['\u200f ', 'decimal.required'],
  ['abc', 'decimal.not_a_number'],
  ['5%', 'decimal.not_a_number'],
  ['-1', 'decimal.negative'],
  ['1.2345', 'decimal.too_many_decimals'],
  ['1234567', 'decimal.too_large'],
])('%j is refused as %s', (text, why) => {
  expect(parseDecimal(text, money)).toEqual({ ok: false, why })
})

test('a number is read exactly, whatever the shape of its digits', () => {
  expect(parseDecimal('٠٫١', money)).toEqual({ ok: true, value: 100n })
  expect(parseDecimal('123,456.789', money)).toEqual({ ok: true, value: 123456789n })
  expect(parseDecimal('-0', money)).toEqual({ ok: true, value: 0n })
  expect(parseDecimal('-2.5', { ...money, negative: true })).toEqual({ ok: true, value: -2500n })
})

test('a percent sign on either side is understood where it is expected', () => {
  for (const text of ['85%', '%85', '٨٥٪', '٪٨٥', '\u206685 %\u2069']) {
    expect(parseDecimal(text, { digits: 3, decimals: 2, percentSign: true })).toEqual({ ok: true, value: 8500n })
  }
})

test('what is written can be read again', () => {
  assert(
    property(bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), integer({ min: 0, max: 6 }), (value, decimals) => {
      const limits = { digits: 16, decimals, negative: true }
      expect(parseDecimal(decimalText(value, decimals), limits)).toEqual({ ok: true, value })
    }),
  )
})

test.each([
  ['12.5', 1250],
  ['١٢٫٥', 1250],
  ['100', 10_000],
  ['99.99', 9999],
  ['0.01', 1],
  ['20%', 2000],
  ['0', 0],
])('the weight %s is %i basis points', (text, basisPoints) => {
  expect(parseWeight(text)).toEqual({ ok: true, value: basisPoints })
})

test.each([
  ['12.345', 'decimal.too_many_decimals'],
  ['-5', 'decimal.negative'],
  ['100.01', 'decimal.too_large'],
  ['1000', 'decimal.too_large'],
  ['خمسة', 'decimal.not_a_number'],
])('the weight %s is refused as %s', (text, why) => {
  expect(parseWeight(text)).toEqual({ ok: false, why })
})

test('every weight reads as it is written', () => {
  assert(
    property(integer({ min: 0, max: 10_000 }), (weight) => {
      expect(parseWeight(weightText(weight))).toEqual({ ok: true, value: weight })
    }),
  )
})

test('division rounds halves away from zero, as PostgreSQL does', () => {
  expect([5n, -5n, 4n, 6n].map((n) => divideHalfUp(n, 10n))).toEqual([1n, -1n, 0n, 1n])
  expect(divideHalfUp(5n, -10n)).toBe(-1n)
  expect(divideHalfUp(-1n, 3n)).toBe(0n)
  expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError)
})

test('numbers are compared as numbers', () => {
  expect([compare(9n, 10n), compare(10n, 10n), compare(10n, 9n)]).toEqual([-1, 0, 1])
})

import { expect, test } from 'vitest'
import { decimalProblem, readDecimal } from './number-field.tsx'

test.each([
  ['٩٩٫٥٠', '99.50'],
  ['۱۲', '12'],
  ['1٬250', '1250'],
  [' 85% ', '85'],
  ['\u200f٧٠٪', '70'],
  ['−3', '-3'],
  ['12,5', '12,5'],
])('%s is read as %s', (typed, value) => {
  expect(readDecimal(typed)).toBe(value)
})

test.each([
  ['', undefined],
  ['12.5', undefined],
  ['99.999', 'too_many_decimals'],
  ['-3', 'negative'],
  ['12,5', 'not_a_number'],
  ['عشرة', 'not_a_number'],
  ['.', 'not_a_number'],
])('a weight of "%s": %s', (value, code) => {
  expect(decimalProblem(value, { decimals: 2, min: 0 })).toBe(code)
})

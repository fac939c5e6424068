import { expect, test } from 'vitest'
import { exactPoints, shownPoints, shownUnits } from './points.ts'

test('a result is shown with two decimals, half-up, whatever a binary fraction makes of it', () => {
  expect(shownPoints(98_625_000)).toBe(98.63)
  expect(shownPoints(108_405_000)).toBe(108.41)
  expect(shownPoints(1_005_000)).toBe(1.01)
  expect(shownPoints(89_994_999)).toBe(89.99)
})

test('a sum of scores is shown in the same points', () => {
  expect(shownUnits(1_100_000_000_000)).toBe(110)
  expect(shownUnits(275_050_000_000)).toBe(27.51)
})

test('the exact result keeps every decimal and no zero after the last', () => {
  expect(exactPoints(98_625_000)).toBe('98.625')
  expect(exactPoints(100_000_000)).toBe('100')
})

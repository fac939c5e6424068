import { expect, test } from 'vitest'
import { ageOf, spanOfDays } from './span.ts'

const now = new Date('2026-01-18T09:00:00Z')
const ago = (minutes: number) => ageOf(new Date(now.getTime() - minutes * 60_000), now)

test.each([
  [0, 'minutes', 0],
  [-5, 'minutes', 0],
  [59, 'minutes', 59],
  [60, 'hours', 1],
  [1439, 'hours', 23],
  [1440, 'days', 1],
  [10 * 1440, 'days', 10],
  [7 * 1440, 'weeks', 1],
  [35 * 1440, 'weeks', 5],
] as const)('%i minutes ago is told in %s: %i', (minutes, unit, count) => {
  expect(ago(minutes)).toEqual({ unit, count })
})

test('today is no weeks but zero days', () => {
  expect(spanOfDays(0)).toEqual({ unit: 'days', count: 0 })
  expect(spanOfDays(30)).toEqual({ unit: 'weeks', count: 4 })
})

import { expect, test } from 'vitest'
import { countTimings, timingOf } from './timing.ts'

test.each([
  [null, 'later'],
  ['2026-01-17', 'overdue'],
  ['2026-01-18', 'today'],
  ['2026-01-19', 'week'],
  ['2026-01-25', 'week'],
  ['2026-01-26', 'later'],
] as const)('on 18 January, an item due on %s is %s', (dueOn, timing) => {
  expect(timingOf(dueOn, '2026-01-18')).toBe(timing)
})

test('each item is counted once', () => {
  expect(countTimings(['2026-01-01', '2026-01-18', null], '2026-01-18')).toEqual({
    all: 3,
    overdue: 1,
    today: 1,
    week: 0,
    later: 1,
  })
})

import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dateToDay, daysBetween, dayToDate, isDate, parseDate, weekdayOf } from './dates.ts'

test('days count from the first of January 1970', () => {
  expect(dateToDay('1970-01-01')).toBe(0)
  expect(dateToDay('2024-03-15')).toBe(19797)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test('each day has one date', () => {
  assert(
    property(integer({ min: -300_000, max: 300_000 }), (day) => {
      expect(dateToDay(dayToDate(day))).toBe(day)
    }),
  )
})

test('days that do not exist are no dates', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-04-31', '0026-01-01', '']) {
    expect(isDate(text)).toBe(false)
  }
  expect(isDate('2024-02-29')).toBe(true)
  expect(() => dateToDay('2026-02-29')).toThrow(RangeError)
})

test('the eighteenth of January 2026 is a Sunday', () => {
  expect(weekdayOf('2026-01-18')).toBe(0)
  expect(weekdayOf('1969-12-31')).toBe(3)
})

test.each([
  ['2026-03-31', '2026-03-31'],
  ['31/03/2026', '2026-03-31'],
  ['٣١/٣/٢٠٢٦', '2026-03-31'],
  ['\u200f1-3-2026 ', '2026-03-01'],
  ['1.3.2026', '2026-03-01'],
])('%s is read as %s', (typed, date) => {
  expect(parseDate(typed)).toEqual({ ok: true, value: date })
})

test('what is no date says so', () => {
  expect(parseDate(' ')).toEqual({ ok: false, why: 'date.required' })
  expect(parseDate('31/02/2026')).toEqual({ ok: false, why: 'date.not_a_date' })
  expect(parseDate('قريبًا')).toEqual({ ok: false, why: 'date.not_a_date' })
})

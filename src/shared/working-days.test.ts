import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { dayToDate } from './dates.ts'
import {
  addWorkingDays,
  calendarOf,
  defaultWeekend,
  isWorkingDay,
  nthWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

const plain = calendarOf({ weekend: defaultWeekend, holidays: [] })
const withHoliday = calendarOf({ weekend: defaultWeekend, holidays: ['2026-01-11'] })

test('Sunday to Thursday are worked; Friday, Saturday and holidays are not', () => {
  const week = ['2026-01-11', '2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16', '2026-01-17']
  expect(week.map((date) => isWorkingDay(date, withHoliday))).toEqual([false, true, true, true, true, false, false])
})

test('five working days after a Thursday is the next Thursday, and a holiday pushes it on', () => {
  expect(addWorkingDays('2026-01-08', 5, plain)).toBe('2026-01-15')
  expect(addWorkingDays('2026-01-08', 5, withHoliday)).toBe('2026-01-18')
  expect(addWorkingDays('2026-01-18', -1, plain)).toBe('2026-01-15')
  expect(addWorkingDays('2026-01-16', 0, plain)).toBe('2026-01-16')
})

test('the fifteenth working day of a quarter that begins on a Thursday', () => {
  expect(nthWorkingDay('2026-01-01', 15, plain)).toBe('2026-01-21')
  expect(nthWorkingDay('2026-01-02', 1, plain)).toBe('2026-01-04')
})

test('days between count the last and not the first', () => {
  expect(workingDaysBetween('2026-01-18', '2026-01-21', plain)).toBe(3)
  expect(workingDaysBetween('2026-01-15', '2026-01-18', plain)).toBe(1)
  expect(workingDaysBetween('2026-01-18', '2026-01-15', plain)).toBe(-1)
  expect(workingDaysBetween('2026-01-16', '2026-01-16', plain)).toBe(0)
})

test('counting finds again what adding went', () => {
  assert(
    property(integer({ min: 20_000, max: 21_000 }), integer({ min: 0, max: 60 }), (day, count) => {
      const from = dayToDate(day)
      expect(workingDaysBetween(from, addWorkingDays(from, count, withHoliday), withHoliday)).toBe(count)
    }),
  )
})

test('a week without working days is refused', () => {
  expect(() => calendarOf({ weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [] })).toThrow(RangeError)
})

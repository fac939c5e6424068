import { expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { datesOfHijriDay, hijriOf } from './hijri.ts'

test('a date has its Umm al-Qura day', () => {
  expect(hijriOf('2026-01-18')).toEqual({ year: 1447, month: 7, day: 29 })
})

test.each([
  [2024, '2024-04-10'],
  [2025, '2025-03-30'],
  [2026, '2026-03-20'],
])('in %i the first of Shawwal is %s', (year, date) => {
  expect(datesOfHijriDay({ month: 10, day: 1 }, year)).toEqual([date])
})

test('no day is passed by, and a year may hold one twice', () => {
  for (const month of [1, 3, 7, 9, 10, 12]) {
    for (const day of [1, 12, 27, 29]) {
      for (const year of [2008, 2026, 2030, 2039]) {
        const slow: string[] = []
        for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
          const hijri = hijriOf(date)
          if (hijri.month === month && hijri.day === day) slow.push(date)
        }
        expect(datesOfHijriDay({ month, day }, year)).toEqual(slow)
      }
    }
  }
  expect(datesOfHijriDay({ month: 1, day: 1 }, 2008)).toHaveLength(2)
})

import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { dayToDate } from './dates.ts'
import { defaultTimeZone, endOfDay, isTimeZone, localDate, startOfDay } from './time-zone.ts'

test('a day in Muscat begins at eight in the evening of UTC', () => {
  expect(localDate(new Date('2026-01-17T19:59:59.999Z'), defaultTimeZone)).toBe('2026-01-17')
  expect(localDate(new Date('2026-01-17T20:00:00Z'), defaultTimeZone)).toBe('2026-01-18')
  expect(startOfDay('2026-01-18', defaultTimeZone).toISOString()).toBe('2026-01-17T20:00:00.000Z')
  expect(endOfDay('2026-01-18', defaultTimeZone).toISOString()).toBe('2026-01-18T19:59:59.999Z')
})

test('a day is whole in every zone, also where clocks change', () => {
  const zones = constantFrom(
    'Asia/Muscat',
    'UTC',
    'Africa/Cairo',
    'America/New_York',
    'Pacific/Kiritimati',
    'Asia/Beirut',
  )
  assert(
    property(zones, integer({ min: 19_000, max: 21_500 }), (zone, day) => {
      const date = dayToDate(day)
      expect(localDate(startOfDay(date, zone), zone)).toBe(date)
      expect(localDate(endOfDay(date, zone), zone)).toBe(date)
      expect(localDate(new Date(startOfDay(date, zone).getTime() - 1), zone)).toBe(dayToDate(day - 1))
    }),
    { numRuns: 60 },
  )
})

test('a zone that does not exist is no time zone', () => {
  expect(isTimeZone('Asia/Muscat')).toBe(true)
  expect(isTimeZone('Asia/Nowhere')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})

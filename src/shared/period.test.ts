import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dateToDay, dayToDate } from './dates.ts'
import {
  boundsOf,
  cycleKinds,
  isWithin,
  labelOf,
  lengthInMonths,
  type PeriodKind,
  periodOf,
  periodsOfYear,
} from './period.ts'

test('the quarters of a calendar year', () => {
  expect(periodsOfYear('quarter', 2026).map(boundsOf)).toEqual([
    { startsOn: '2026-01-01', endsOn: '2026-03-31' },
    { startsOn: '2026-04-01', endsOn: '2026-06-30' },
    { startsOn: '2026-07-01', endsOn: '2026-09-30' },
    { startsOn: '2026-10-01', endsOn: '2026-12-31' },
  ])
})

test('thirds last four months, and February of a leap year has its day', () => {
  expect(boundsOf({ kind: 'third', year: 2026, ordinal: 2 })).toEqual({ startsOn: '2026-05-01', endsOn: '2026-08-31' })
  expect(boundsOf({ kind: 'month', year: 2024, ordinal: 2 }).endsOn).toBe('2024-02-29')
})

const kinds: PeriodKind[] = ['year', 'half', 'third', 'quarter', 'month']

test('the periods of a year follow each other without gap or overlap', () => {
  assert(
    property(constantFrom(...kinds), integer({ min: 1990, max: 2100 }), (kind, year) => {
      const bounds = periodsOfYear(kind, year).map(boundsOf)
      expect(bounds.at(0)?.startsOn).toBe(`${year}-01-01`)
      expect(bounds.at(-1)?.endsOn).toBe(`${year}-12-31`)
      for (const [index, next] of bounds.slice(1).entries()) {
        expect(next.startsOn).toBe(addDays(bounds[index]?.endsOn ?? '', 1))
      }
    }),
  )
})

test('every date lies in its own period', () => {
  assert(
    property(
      constantFrom(...kinds),
      integer({ min: dateToDay('1990-01-01'), max: dateToDay('2100-01-01') }),
      (kind, day) => {
        const date = dayToDate(day)
        expect(isWithin(date, boundsOf(periodOf(kind, date)))).toBe(true)
      },
    ),
  )
})

test('both ends belong to a period', () => {
  const quarter = boundsOf({ kind: 'quarter', year: 2026, ordinal: 1 })
  expect(['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((date) => isWithin(date, quarter))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('no cycle is longer than six months', () => {
  expect(cycleKinds.map(lengthInMonths).every((months) => months <= 6)).toBe(true)
})

test('a fifth quarter does not exist', () => {
  expect(() => boundsOf({ kind: 'quarter', year: 2026, ordinal: 5 })).toThrow(RangeError)
})

test('a period has the key of its name', () => {
  expect(labelOf({ kind: 'quarter', year: 2026, ordinal: 1 })).toEqual({
    key: 'period.quarter.1',
    params: { year: '2026' },
  })
})

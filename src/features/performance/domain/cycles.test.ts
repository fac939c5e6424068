import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../shared/dates.ts'
import { calendarOf, defaultWeekend } from '../../../shared/working-days.ts'
import { amendmentClosesOn, layOut, mayChooseKind, mayOpen, phaseOf } from './cycles.ts'

const calendar = calendarOf({ weekend: defaultWeekend, holidays: [] })

test('the cycles of a year cover it without a gap, none longer than six months', () => {
  fc.assert(
    fc.property(fc.constantFrom('quarter', 'third', 'half'), fc.integer({ min: 2000, max: 2199 }), (kind, year) => {
      const cycles = layOut(kind, year)
      expect(cycles[0]?.startsOn).toBe(`${year}-01-01`)
      expect(cycles.at(-1)?.endsOn).toBe(`${year}-12-31`)
      cycles.forEach((cycle, index) => {
        if (index > 0) expect(cycle.startsOn).toBe(addDays(cycles[index - 1]?.endsOn ?? '', 1))
        expect(daysBetween(cycle.startsOn, cycle.endsOn)).toBeLessThanOrEqual(184)
      })
    }),
  )
})

test('the closing days are the last fifth of the cycle', () => {
  expect(amendmentClosesOn({ startsOn: '2026-01-01', endsOn: '2026-03-31' }, 20)).toBe('2026-03-14')
  expect(amendmentClosesOn({ startsOn: '2026-01-01', endsOn: '2026-03-31' }, 0)).toBe('2026-04-01')
})

test('writing is counted in working days: Sunday 18 January is day 12 of 15', () => {
  const cycle = { startsOn: '2026-01-01', endsOn: '2026-03-31', planDueOn: '2026-01-21', openedOn: null }
  expect(phaseOf(cycle, '2026-01-18', calendar)).toEqual({ phase: 'writing', day: 12, of: 15 })
  expect(phaseOf(cycle, '2026-02-01', calendar)).toEqual({ phase: 'running', day: 32, of: 90 })
  expect(phaseOf(cycle, '2025-12-31', calendar)).toEqual({ phase: 'before', day: 0, of: 90 })
})

test('writing in a cycle that was opened late is counted from the day of opening', () => {
  const cycle = { startsOn: '2026-01-01', endsOn: '2026-03-31', planDueOn: '2026-02-05', openedOn: '2026-01-18' }
  expect(phaseOf(cycle, '2026-01-18', calendar)).toEqual({ phase: 'writing', day: 1, of: 15 })
})

test('the kind of a year is chosen before it, or while no cycle has been opened', () => {
  expect(mayChooseKind({ year: 2027, today: '2026-05-01', opened: false })).toBe(true)
  expect(mayChooseKind({ year: 2026, today: '2026-05-01', opened: false })).toBe(true)
  expect(mayChooseKind({ year: 2026, today: '2026-05-01', opened: true })).toBe(false)
  expect(mayChooseKind({ year: 2025, today: '2026-05-01', opened: false })).toBe(false)
})

test('a cycle opens once, near its time', () => {
  const cycle = { startsOn: '2026-04-01', endsOn: '2026-06-30', status: 'planned' }
  expect(mayOpen(cycle, '2026-03-15')).toBe(null)
  expect(mayOpen(cycle, '2026-02-15')).toBe('performance.cycle_too_early')
  expect(mayOpen(cycle, '2026-07-01')).toBe('performance.cycle_over')
  expect(mayOpen({ ...cycle, status: 'open' }, '2026-04-01')).toBe('performance.cycle_already_open')
})

import { expect, test } from 'vitest'
import { defaultClocks, dueOn, reachesHigherOfficial, stepsReached, workingDaysLate } from './clocks.ts'
import { addWorkingDays, calendarOf, defaultWeekend } from './working-days.ts'

const calendar = calendarOf({ weekend: defaultWeekend, holidays: [] })
const clocks = defaultClocks

test('a plan is due on the fifteenth working day of its cycle', () => {
  expect(dueOn({ clock: 'plan', startedOn: '2026-01-01', clocks, calendar })).toBe('2026-01-21')
})

test('a supervisor has five working days after the day of submission, an employee three to send again', () => {
  expect(dueOn({ clock: 'decision', startedOn: '2026-01-08', clocks, calendar })).toBe('2026-01-15')
  expect(dueOn({ clock: 'resubmission', startedOn: '2026-01-08', clocks, calendar })).toBe('2026-01-13')
  expect(dueOn({ clock: 'objection', startedOn: '2026-01-08', clocks, calendar })).toBe('2026-01-13')
})

test('nothing is late on its due date, and the weekend does not make it later', () => {
  const late = (today: string) => workingDaysLate({ dueOn: '2026-01-15', today, calendar })
  expect(['2026-01-14', '2026-01-15', '2026-01-17', '2026-01-18'].map(late)).toEqual([0, 0, 0, 1])
})

test.each([
  [0, []],
  [2, []],
  [3, ['remind_actor']],
  [6, ['remind_actor']],
  [7, ['remind_actor', 'tell_higher_official']],
  [9, ['remind_actor', 'tell_higher_official']],
  [10, ['remind_actor', 'tell_higher_official', 'tell_ejada_team']],
  [40, ['remind_actor', 'tell_higher_official', 'tell_ejada_team']],
])('late by %i working days reaches %j', (days, steps) => {
  const today = addWorkingDays('2026-01-15', days, calendar)
  expect(stepsReached({ dueOn: '2026-01-15', today, calendar, ladder: clocks.ladder })).toEqual(steps)
})

test('a second return, or ten working days since the first submission, reaches the higher official', () => {
  const reaches = (returns: number, today: string) =>
    reachesHigherOfficial({ returns, firstSubmittedOn: '2026-01-18', today, clocks, calendar })
  expect(reaches(1, '2026-01-29')).toBe(false)
  expect(reaches(2, '2026-01-19')).toBe(true)
  expect(reaches(0, '2026-02-01')).toBe(true)
})

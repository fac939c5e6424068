import { expect, test } from 'vitest'
import { defaultClocks } from '../../../shared/clocks.ts'
import { stepsDue, waitsForAbsentee } from './escalation.ts'

const calendar = { weekend: [5, 6], holidays: new Set<string>() }
const { ladder } = defaultClocks
const due = (today: string, escalation = 0) => stepsDue({ dueOn: '2026-01-15', escalation, today, calendar, ladder })

test('an item due on Thursday reminds after three working days, on Tuesday', () => {
  expect(due('2026-01-19')).toEqual([])
  expect(due('2026-01-20')).toEqual(['remind_actor'])
})

test('each rung is climbed once, and rungs that were missed are made up for', () => {
  expect(due('2026-01-29')).toEqual(['remind_actor', 'tell_higher_official', 'tell_ejada_team'])
  expect(due('2026-01-29', 2)).toEqual(['tell_ejada_team'])
  expect(due('2026-01-29', 3)).toEqual([])
})

test('an absence counts from when both the item and the absence were there', () => {
  const away = (openedOn: string, absentSince: string) =>
    waitsForAbsentee({ openedOn, absentSince, today: '2026-01-18', calendar, patience: 5 })
  expect(away('2026-01-11', '2026-01-01')).toBe(true)
  expect(away('2026-01-12', '2026-01-01')).toBe(false)
  expect(away('2026-01-01', '2026-01-12')).toBe(false)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagram, statusesOf } from '../../../shared/workflow.ts'
import { statuses } from './case.ts'
import { monthsLater, planProblem, reviewDays } from './plan.ts'
import { decide, moves, outcomeProblem } from './workflow.ts'

test('the picture in the README is the table of moves', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(diagram(moves).trim())
})

test('every status is reached by the table', () => {
  expect(statusesOf(moves).toSorted()).toEqual([...statuses].toSorted())
})

test('the supervisor, who rated, makes no move of the committee', () => {
  for (const move of ['study', 'plan', 'review', 'close'] as const) {
    expect(decide({ status: 'opened' }, { parts: ['supervisor'], move, supplied: ['reason'] })).toMatchObject({
      why: 'workflow.not_yours',
    })
  }
})

const plan = { startsOn: '2026-02-18', endsOn: '2026-08-18', measures: [{ dueOn: '2026-03-01' }] }
test.each([
  ['of exactly six months', {}, null],
  ['of a day more', { endsOn: '2026-08-19' }, 'low_performance.plan_too_long'],
  ['that ends as it begins', { endsOn: '2026-02-18' }, 'low_performance.plan_too_short'],
  ['without measures', { measures: [] }, 'low_performance.no_measures'],
  ['with a measure outside', { measures: [{ dueOn: '2026-09-01' }] }, 'low_performance.measure_outside'],
])('a plan %s', (_, more, code) => {
  expect(planProblem({ ...plan, ...more }, { today: '2026-02-18', months: 6 })?.code ?? null).toBe(code)
})

test('a policy may shorten a plan, and nothing makes it longer than six months', () => {
  expect(planProblem(plan, { today: '2026-02-18', months: 3 })?.code).toBe('low_performance.plan_too_long')
  expect(planProblem({ ...plan, endsOn: '2026-09-01' }, { today: '2026-02-18', months: 12 })?.code).toBe(
    'low_performance.plan_too_long',
  )
})

test('six months from the last of August end on the last of February', () => {
  expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28')
})

test('a plan is looked at every so many days and on its last one', () => {
  expect(reviewDays({ ...plan, endsOn: '2026-04-25' }, 30)).toEqual(['2026-03-20', '2026-04-19', '2026-04-25'])
})

test('what came of a plan is said after it was looked at', () => {
  const facts = { status: 'monitored' as const, reviews: 0, planEndsOn: '2026-08-18', today: '2026-03-01' }
  expect(outcomeProblem(facts, 'improved')).toBe('low_performance.no_review')
  expect(outcomeProblem({ ...facts, planEndsOn: null }, 'not_improved')).toBe('low_performance.no_plan')
  expect(outcomeProblem({ ...facts, planEndsOn: null }, 'left_service')).toBeNull()
  expect(outcomeProblem({ ...facts, reviews: 1 }, 'improved')).toBeNull()
})

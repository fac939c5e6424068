import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actingChair, committeeFor, eligible } from '../../../shared/fit-members.ts'
import { diagram, statusesOf } from '../../../shared/workflow.ts'
import { deadlines } from './deadlines.ts'
import { effectProblem, hasMajority } from './decision.ts'
import { statuses } from './grievance.ts'
import { published, publishedMedian } from './statistics.ts'
import { abilities, decide, type Facts, moves } from './workflow.ts'

const until = new Date('2026-02-17T19:59:59.999Z')
const facts = (more: Partial<Facts> = {}): Facts => ({
  status: 'draft',
  filesUntil: until,
  hasGrounds: true,
  raised: false,
  panel: 3,
  hearings: 1,
  ...more,
})

test('the picture in the README is the table of moves', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(diagram(moves).trim())
})

test('every status is reached by the table', () => {
  expect(statusesOf(moves).toSorted()).toEqual([...statuses].toSorted())
})

test('the last instant of the window is in time, the next millisecond is not', () => {
  const file = (now: Date) => decide(facts(), { parts: ['employee'], now, move: 'file', supplied: [] })
  expect(file(until)).toEqual({ kind: 'moved', to: 'filed' })
  expect(file(new Date(until.getTime() + 1))).toEqual({ kind: 'refused', why: 'grievances.window_closed' })
})

test.each([
  ['two who are fit', facts({ status: 'under_review', panel: 2 }), 'grievances.panel_too_small'],
  ['nobody heard', facts({ status: 'under_review', hearings: 0 }), 'grievances.not_heard'],
  ['no reasons', facts({ status: 'under_review' }), 'workflow.needs_reason'],
])('a panel does not decide with %s', (_, state, why) => {
  expect(decide(state, { parts: ['panel_chair'], now: until, move: 'decide', supplied: [] })).toEqual({
    kind: 'refused',
    why,
  })
})

test('the head acts only when a deadline passed in silence, and is not offered it before', () => {
  const head = { parts: ['head' as const], now: until }
  expect(abilities(facts({ status: 'under_review' }), head).rule).toBeUndefined()
  expect(abilities(facts({ status: 'under_review', raised: true }), head).rule).toEqual({ allowed: true })
})

test('nobody but the employee files, receives or withdraws', () => {
  for (const move of ['file', 'receive', 'withdraw'] as const) expect([moves[move].by].flat()).toEqual(['employee'])
})

test('silence moves nothing: no row of the table is made by the program', () => {
  expect(Object.values(moves).every(({ by }) => [by].flat().length > 0)).toBe(true)
})

test('acknowledgement counts working days, the decision calendar days', () => {
  const calendar = { addWorkingDays: (day: string, count: number) => `${day} + ${count} working` }
  expect(deadlines({ filedOn: '2026-02-17', periods: { acknowledge: 3, decide: 30 } }, calendar)).toEqual({
    acknowledgeBy: '2026-02-17 + 3 working',
    decideBy: '2026-03-19',
  })
})

const member = (memberId: string, since: string, capacity: 'chair' | 'member' | 'secretary' = 'member') => ({
  memberId,
  since,
  capacity,
})

test('a chair with a conflict is followed by the member of longest standing, never by the secretary', () => {
  const members = [
    member('a', '2025-01-01', 'chair'),
    member('s', '2020-01-01', 'secretary'),
    member('b', '2024-01-01'),
    member('c', '2023-01-01'),
  ]
  expect(actingChair(committeeFor(members, []))).toBe('a')
  const barred = committeeFor(members, [
    { personId: 'a', cause: 'voted' },
    { personId: 'a', cause: 'line' },
  ])
  expect(actingChair(barred)).toBe('c')
  expect(barred[0]?.causes).toEqual(['line', 'voted'])
  expect(eligible(barred).map(({ memberId }) => memberId)).toEqual(['b', 'c'])
})

test.each([
  ['rejected', null, null, null],
  ['rejected', 'good', null, 'grievances.rejected_changes_nothing'],
  ['upheld', 'very_good', null, null],
  ['upheld', 'good', null, 'grievances.upheld_changes_something'],
  ['upheld', 'average', null, 'grievances.never_lower'],
  ['partly', null, 99_000_000n, null],
  ['partly', null, 97_000_000n, 'grievances.never_lower'],
] as const)('%s with rank %s and number %s', (outcome, rank, result, why) => {
  expect(effectProblem({ outcome, rank, result }, { rank: 'good', result: 98_000_000n })).toBe(why)
})

test('a majority is more than half of those who sit', () => {
  const sat = (...opinions: ('upheld' | 'rejected' | null)[]) =>
    opinions.map((opinion, at) => ({ memberId: String(at), opinion }))
  expect(hasMajority(sat('upheld', 'upheld', 'rejected'), 'upheld')).toBe(true)
  expect(hasMajority(sat('upheld', 'upheld', 'rejected', 'rejected'), 'upheld')).toBe(false)
  expect(hasMajority(sat('upheld', null, null), 'upheld')).toBe(false)
})

test('one small cell takes the next with it, so that the total does not give it away', () => {
  const cells = (counts: Record<string, number>) =>
    Object.fromEntries(
      published(
        Object.entries(counts).map(([key, count]) => ({ key, count })),
        5,
      ).map(({ key, count }) => [key, count]),
    )
  expect(cells({ a: 12, b: 3, c: 7, d: 0 })).toEqual({ a: 12, b: null, c: null, d: 0 })
  expect(cells({ a: 12, b: 3, c: 2 })).toEqual({ a: 12, b: null, c: null })
  expect(cells({ a: 12, b: 5 })).toEqual({ a: 12, b: 5 })
})

test('a median of fewer than five says nothing', () => {
  expect(publishedMedian([1, 2, 3, 4], 5)).toBeNull()
  expect(publishedMedian([9, 1, 30, 12, 4], 5)).toBe(9)
})

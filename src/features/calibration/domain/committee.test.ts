import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { diagram } from '../../../shared/workflow.ts'
import { normalCurve } from './normal-curve.ts'
import { blocksOf, canonicalList, isSigned, type SigningFacts } from './signing.ts'
import { followsTieOrder, hasQuorum, type Judge, majorityOf, maySpeakFor } from './voting.ts'
import { caseMoves, decideCase, decideSitting, sittingMoves } from './workflow.ts'

const judge = (memberId: string, more: Partial<Judge> = {}): Judge => ({
  memberId,
  isChair: memberId === 'chair',
  recused: false,
  ...more,
})
const three = [judge('chair'), judge('b'), judge('c')]

test('the pictures in the README are the tables of moves', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  for (const moves of [sittingMoves, caseMoves]) expect(readme).toContain(`\`\`\`mermaid\n${diagram(moves)}\`\`\``)
})

test('the chair opens and closes, decides with a reason; the secretary does neither', () => {
  expect(decideSitting({ status: 'called', move: 'open', parts: ['secretary'] })).toMatchObject({ kind: 'refused' })
  expect(decideSitting({ status: 'called', move: 'open', parts: ['chair'] })).toMatchObject({ to: 'open' })
  expect(decideCase({ status: 'open', move: 'decide', parts: ['chair'] })).toMatchObject({
    why: 'workflow.needs_reason',
  })
  expect(decideCase({ status: 'decided', move: 'decide', parts: ['chair'], reason: 'x' })).toMatchObject({
    why: 'workflow.not_open',
  })
})

describe('voting', () => {
  test('more than half of those who may judge and are present is a majority, half is none', () => {
    const vote = (memberId: string, rank: 'good' | 'very_good') => ({ memberId, rank })
    expect(majorityOf([vote('chair', 'good'), vote('b', 'good')], three)).toBe('good')
    expect(majorityOf([vote('chair', 'good'), vote('b', 'very_good')], three)).toBeNull()
    expect(majorityOf([vote('chair', 'good'), vote('b', 'good')], [...three, judge('d')])).toBeNull()
    expect(majorityOf([vote('gone', 'good'), vote('chair', 'good')], three)).toBeNull()
    expect(
      majorityOf([vote('c', 'good'), vote('b', 'good')], [judge('chair', { recused: true }), judge('b'), judge('c')]),
    ).toBe('good')
    expect(majorityOf([], [])).toBeNull()
  })

  test('the quorum is a count of who is there', () => {
    expect([hasQuorum(2, 3), hasQuorum(3, 3)]).toEqual([false, true])
  })

  test('the chair records; where the chair may not judge or is not there, another judge does', () => {
    expect([maySpeakFor('chair', three), maySpeakFor('b', three)]).toEqual([true, false])
    const withoutChair = [judge('chair', { recused: true }), judge('b'), judge('c', { recused: true })]
    expect(['chair', 'b', 'c', 'stranger'].map((id) => maySpeakFor(id, withoutChair))).toEqual([
      false,
      true,
      false,
      false,
    ])
    expect(maySpeakFor('b', [judge('b')])).toBe(true)
  })

  test('of equals nobody is put down against the order, nor by another criterion than the one that decides', () => {
    const put = (reasonCode: string) => ({ rank: 'good', curve: 'very_good', reasonCode }) as const
    expect(followsTieOrder(put('CAL-03'), { up: false, by: 'plan_weight' })).toBe(true)
    expect(followsTieOrder(put('CAL-04'), { up: false, by: 'plan_weight' })).toBe(false)
    expect(followsTieOrder(put('CAL-03'), { up: true, by: 'plan_weight' })).toBe(false)
    expect(followsTieOrder(put('CAL-03'), { up: false, by: null })).toBe(false)
    expect(
      followsTieOrder({ rank: 'very_good', curve: 'very_good', reasonCode: 'CAL-02' }, { up: false, by: null }),
    ).toBe(true)
  })
})

describe('signing', () => {
  const clear: SigningFacts = {
    withoutCurve: 0,
    openSittings: 0,
    closedSittings: 1,
    openCases: 0,
    withoutReason: 0,
    unanswered: 0,
    fairnessCurrent: true,
  }

  test('is open when nothing stands in the way, and names everything that does', () => {
    expect(blocksOf(clear)).toEqual([])
    const all = { withoutCurve: 2, openSittings: 1, closedSittings: 0, openCases: 3, withoutReason: 4, unanswered: 5 }
    expect(blocksOf({ ...all, fairnessCurrent: false }).map(({ code, count }) => [code, count])).toEqual([
      ['curve_missing', 2],
      ['cases_open', 3],
      ['reasons_missing', 4],
      ['sitting_open', 1],
      ['no_sitting', 1],
      ['fairness_running', 1],
      ['findings_unanswered', 5],
    ])
  })

  test('takes the quorum with the chair', () => {
    expect(isSigned([{ isChair: false }, { isChair: false }, { isChair: false }], 3)).toBe(false)
    expect(isSigned([{ isChair: true }, { isChair: false }], 3)).toBe(false)
    expect(isSigned([{ isChair: true }, { isChair: false }, { isChair: false }], 3)).toBe(true)
  })

  test('stands under one list, whatever the order in which people were read', () => {
    const [a, b] = [
      { employeeId: 'a', rank: 'good', result: 1n },
      { employeeId: 'b', rank: 'weak', result: 2n },
    ] as const
    expect(canonicalList(2025, 1, [b, a])).toBe('itqan results 1\n2025 1\na good 1\nb weak 2')
    expect(canonicalList(2025, 2, [a])).not.toBe(canonicalList(2025, 1, [a]))
  })
})

test('the normal curve holds about everybody, and is not drawn where all are equal', () => {
  const points = normalCurve({ people: 200, mean: 100, deviation: 10, from: 50, to: 150 })
  // Points stand every 2.5 for 5 points each: together twice the people.
  expect(points.reduce((sum, point) => sum + point.people, 0)).toBeCloseTo(400, 0)
  expect(points.find((point) => point.at === 100)?.people).toBeCloseTo(39.89, 2)
  expect(normalCurve({ people: 5, mean: 100, deviation: 0, from: 95, to: 105 })).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { actingChair, committeeFor, fitMembers } from './domain/committee.ts'
import { officialFor } from './domain/official.ts'
import { type Circle, partsOf } from './policy.ts'

const seat = (memberId: string, capacity: 'chair' | 'member' | 'secretary' = 'member', since = '2025-01-01') => ({
  memberId,
  capacity,
  since,
})
const committee = committeeFor(
  [seat('chair', 'chair'), seat('first'), seat('cousin'), seat('clerk', 'secretary')],
  [
    { personId: 'cousin', cause: 'declared' },
    { personId: 'boss', cause: 'line' },
  ],
)
const circle = (more: Partial<Circle> = {}): Circle => ({
  status: 'submitted',
  employeeId: 'employee',
  requested: false,
  nominators: ['supervisor'],
  officialId: 'boss',
  committee,
  ...more,
})
const of = (employeeId: string, more: Partial<Circle> = {}) => partsOf({ employeeId, roles: [] }, circle(more))

describe('who is what', () => {
  test('a member with a conflict and the secretary are strangers to the case', () => {
    expect(of('first')).toEqual(['member'])
    expect(of('cousin')).toEqual([])
    expect(of('clerk')).toEqual([])
  })

  test('a draft is its supervisor’s alone, and the employee’s once they have asked', () => {
    expect(of('employee', { status: 'draft' })).toEqual([])
    expect(of('employee', { status: 'draft', requested: true })).toEqual(['employee'])
    expect(of('chair', { status: 'draft' })).toEqual([])
    expect(of('supervisor', { status: 'draft' })).toEqual(['nominator'])
  })

  test('whoever the nomination is about is never anything else, even as chair or head', () => {
    expect(partsOf({ employeeId: 'chair', roles: ['head'] }, circle({ employeeId: 'chair' }))).toEqual(['employee'])
  })

  test('a chair with a conflict is followed by the member who has served longest', () => {
    const seats = committeeFor(
      [seat('chair', 'chair'), seat('young', 'member', '2026-01-01'), seat('old', 'member', '2024-01-01')],
      [{ personId: 'chair', cause: 'line' }],
    )
    expect(actingChair(seats)).toBe('old')
    expect(fitMembers(seats)).toHaveLength(2)
  })
})

describe('who ratifies', () => {
  const line = {
    employeeId: 'employee',
    nominatedBy: 'supervisor',
    approverId: 'boss',
    above: ['supervisor', 'boss', 'head'],
    serving: new Set(['supervisor', 'boss', 'head']),
    headId: 'head',
  }

  test('the approver of the result', () => expect(officialFor(line)).toBe('boss'))

  test('the next above when the approver nominated or has left, never somebody below', () => {
    expect(officialFor({ ...line, nominatedBy: 'boss' })).toBe('head')
    expect(officialFor({ ...line, serving: new Set(['supervisor', 'head']) })).toBe('head')
  })

  test('the head fills both roles where nobody stands above', () => {
    const direct = { ...line, nominatedBy: 'head', approverId: 'head', above: ['head'] }
    expect(officialFor(direct)).toBe('head')
    expect(officialFor({ ...direct, employeeId: 'head', above: [] })).toBe(null)
  })
})

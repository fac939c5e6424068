import { describe, expect, test } from 'vitest'
import { type DelegationFacts, type DelegationWish, delegationProblems, isLiving, lastDayOf } from './delegation.ts'

const wish: DelegationWish = {
  delegatorId: 'salim',
  delegateId: 'badriya',
  scopes: ['approve_documents'],
  startsOn: '2026-01-18',
  endsOn: '2026-02-17',
}
const facts: DelegationFacts = {
  today: '2026-01-18',
  maxMonths: 3,
  delegatorLevel: 5,
  delegateLevel: 5,
  delegateExitsOn: null,
  others: [],
}
const codes = (change: Partial<DelegationWish>, more: Partial<DelegationFacts> = {}) =>
  delegationProblems({ ...wish, ...change }, { ...facts, ...more }).map(({ code }) => code.replace('organization.', ''))

describe('a delegation', () => {
  test('to somebody of the same level, from today, for a month, is possible', () => expect(codes({})).toEqual([]))
  test('to a higher level is possible', () => expect(codes({}, { delegateLevel: 2 })).toEqual([]))

  test.each([
    ['to oneself', { delegateId: 'salim' }, {}, 'delegate_is_delegator'],
    ['to a lower level', {}, { delegateLevel: 6 }, 'delegate_level_too_low'],
    ['to somebody without a level', {}, { delegateLevel: null }, 'delegate_level_too_low'],
    ['that began yesterday', { startsOn: '2026-01-17' }, {}, 'delegation_in_past'],
    ['that ends before it starts', { endsOn: '2026-01-17' }, {}, 'delegation_ends_before_start'],
    ['of three months and a day', { endsOn: '2026-04-18' }, {}, 'delegation_too_long'],
    ['to somebody who leaves before its end', {}, { delegateExitsOn: '2026-02-16' }, 'delegate_leaves'],
    [
      'of what somebody else may already do',
      {},
      { others: [{ ...wish, delegateId: 'reem', startsOn: '2026-02-17', endsOn: '2026-03-01' }] },
      'delegation_overlaps',
    ],
  ])('%s is refused', (_, change, more, why) => expect(codes(change, more)).toEqual([why]))

  test('of exactly three months is possible', () => expect(codes({ endsOn: '2026-04-17' })).toEqual([]))

  test('of another scope may run beside it', () => {
    expect(codes({}, { others: [{ ...wish, delegateId: 'reem', scopes: ['escalate'] }] })).toEqual([])
  })

  test('no longer holds from the day of its revocation on', () => {
    const revoked = { startsOn: '2026-01-18', endsOn: '2026-02-17', revokedOn: '2026-01-20' }
    expect(isLiving(revoked, '2026-01-19')).toBe(true)
    expect(isLiving(revoked, '2026-01-20')).toBe(false)
  })
})

test.each([
  ['2026-01-15', 3, '2026-04-14'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-12-01', 1, '2026-12-31'],
  ['2026-01-31', 1, '2026-02-28'],
])('from %s, %i months end on %s', (from, months, last) => expect(lastDayOf(from, months)).toBe(last))

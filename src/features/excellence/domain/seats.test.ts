import { describe, expect, test } from 'vitest'
import { type Candidate, ordered, type Seats, seated, standingOf } from './seats.ts'

const one = (id: string, ranking: number, more: Partial<Candidate> = {}): Candidate => ({
  id,
  state: 'qualified',
  ranking: BigInt(ranking),
  planScore: null,
  lowestCycle: null,
  lastCycle: null,
  ...more,
})
const of = (seats: number | null, tolerance = { seats: 1, percent: 10 }, pool = 5): Seats => ({
  seats,
  pool,
  tolerance,
})
const up = (candidates: readonly Candidate[], seats: Seats) => [...seated(candidates, seats)].sort().join('')

describe('seats', () => {
  test('the highest results take them, whatever the order of the list', () => {
    const people = [one('c', 90), one('a', 120), one('d', 80), one('b', 110)]
    expect(up(people, of(2))).toBe('ab')
    expect(up([...people].reverse(), of(2))).toBe('ab')
  })

  test('a tie at the last seat goes up whole within the tolerance', () => {
    expect(up([one('a', 120), one('b', 110), one('c', 110)], of(2))).toBe('abc')
  })

  test('a larger tie is separated by plan weight, then the lowest cycle, then the last one', () => {
    const tie = [
      one('a', 110, { planScore: 5n, lowestCycle: 1n, lastCycle: 9n }),
      one('b', 110, { planScore: 5n, lowestCycle: 2n, lastCycle: 1n }),
      one('c', 110, { planScore: 4n, lowestCycle: 9n, lastCycle: 9n }),
      one('d', 110, { planScore: 5n, lowestCycle: 1n, lastCycle: 8n }),
    ]
    expect(ordered(tie).map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c'])
    expect(up(tie, of(2))).toBe('ab')
  })

  test('whoever is still equal goes up, however many they are', () => {
    expect(up([one('a', 110), one('b', 110), one('c', 110), one('d', 110)], of(1))).toBe('abcd')
  })

  test('without quotas whoever qualifies goes up, and without a seat nobody does', () => {
    expect(up([one('a', 3), one('b', 2)], of(null))).toBe('ab')
    expect(up([one('a', 3)], of(0))).toBe('')
  })

  test('the tolerance grows with the pool', () => {
    const tie = [one('a', 9), one('b', 9), one('c', 9)]
    expect(up(tie, of(1, { seats: 1, percent: 10 }, 30))).toBe('abc')
  })
})

describe('the standing of one dossier', () => {
  test('a seat is free when even everybody undecided leaves one', () => {
    expect(standingOf('a', [one('a', 120), one('b', 110, { state: 'undecided' })], of(1))).toBe('free')
  })

  test('a lower result waits for a higher one that nobody has decided', () => {
    expect(standingOf('b', [one('a', 120, { state: 'undecided' }), one('b', 110)], of(1))).toBe('waits')
    expect(standingOf('b', [one('a', 120), one('b', 110)], of(1))).toBe('waits')
  })

  test('the seats are taken once higher results have been ratified', () => {
    expect(standingOf('b', [one('a', 120, { state: 'ratified' }), one('b', 110)], of(1))).toBe('beyond')
  })
})

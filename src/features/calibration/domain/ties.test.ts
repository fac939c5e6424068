import fc from 'fast-check'
import { expect, test } from 'vitest'
import { separateTie, type TieMember } from './ties.ts'

const member = (employeeId: string, plan: bigint | null, lowest: bigint | null, last: bigint | null): TieMember => ({
  employeeId,
  plan_weight: plan,
  lowest_cycle: lowest,
  last_cycle: last,
})
const upOf = (members: readonly TieMember[], seats: number) =>
  separateTie(members, seats).map(({ employeeId, up, by }) => [employeeId, up, by])

test('the weight achieved on the plan decides first, then the lowest cycle, then the last', () => {
  const members = [
    member('d', 5000n, 80n, 99n),
    member('c', 5000n, 90n, 70n),
    member('b', 6000n, 10n, 10n),
    member('a', 5000n, 80n, 100n),
  ]
  expect(upOf(members, 3)).toEqual([
    ['b', true, 'plan_weight'],
    ['c', true, 'lowest_cycle'],
    ['a', true, null],
    ['d', false, 'last_cycle'],
  ])
})

test('those who are still equal at the last seat all go up', () => {
  const members = [member('a', 2n, 1n, 1n), member('b', 1n, 1n, 1n), member('c', 1n, 1n, 1n), member('d', 0n, 9n, 9n)]
  expect(upOf(members, 2)).toEqual([
    ['a', true, 'plan_weight'],
    ['b', true, null],
    ['c', true, null],
    ['d', false, 'plan_weight'],
  ])
})

test('somebody without a value comes after everybody who has one', () => {
  expect(upOf([member('a', null, 9n, 9n), member('b', 0n, 0n, 0n)], 1)).toEqual([
    ['b', true, null],
    ['a', false, 'plan_weight'],
  ])
})

test('neither the order nor the number of a person separates equals', () => {
  const value = fc.integer({ min: 0, max: 2 }).map(BigInt)
  const members = fc
    .array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 })
    .map((list) => list.map(([a, b, c], index) => member(`e${index}`, a, b, c)))
  fc.assert(
    fc.property(members, fc.integer({ min: 1, max: 12 }), (list, seats) => {
      const separated = separateTie(list, seats)
      expect(separateTie([...list].reverse(), seats)).toEqual(separated)
      const keyOf = (id: string) => {
        const one = list.find((candidate) => candidate.employeeId === id)
        return `${one?.plan_weight}/${one?.lowest_cycle}/${one?.last_cycle}`
      }
      const up = new Map(separated.map((one) => [keyOf(one.employeeId), one.up]))
      for (const one of separated) expect(one.up).toBe(up.get(keyOf(one.employeeId)))
      expect(separated.filter((one) => one.up).length).toBeGreaterThanOrEqual(Math.min(seats, list.length))
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { randomFrom } from './random.ts'

const draw = (seed: string | number, count = 1_000) => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => random.bits())
}

describe('numbers from a seed', () => {
  test('are the same for the same seed and others for another', () => {
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7).filter((value, index) => value === draw(8)[index])).toHaveLength(0)
  })

  test('spread evenly', () => {
    const random = randomFrom('even')
    const counts = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 100_000; i += 1) {
      const digit = random.between(0, 9)
      counts[digit] = (counts[digit] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(9_000)
    expect(Math.max(...counts)).toBeLessThan(11_000)
  })

  test('of a fork depend on its label, not on what was drawn before', () => {
    const one = randomFrom(1)
    const other = randomFrom(1)
    other.bits()
    expect(one.fork('people').bits()).toBe(other.fork('people').bits())
    expect(one.fork('people').bits()).not.toBe(one.fork('documents').bits())
  })

  test('shuffle a list without losing anything', () => {
    const list = Array.from({ length: 50 }, (_, index) => index)
    const mixed = randomFrom(3).shuffled(list)
    expect(mixed).not.toEqual(list)
    expect(mixed.toSorted((a, b) => a - b)).toEqual(list)
  })

  test('cannot be picked from an empty list', () => {
    expect(() => randomFrom(1).pick([])).toThrow(RangeError)
  })
})

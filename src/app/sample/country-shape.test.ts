import { describe, expect, test } from 'vitest'
import { treeFor, zipfSizes } from './country-shape.ts'

describe('the sizes of entities', () => {
  test.each([2_000, 20_000, 200_000])('of a country of %i: the largest holds 17 %%, and all add up', (total) => {
    const sizes = zipfSizes(total, { entities: 66, largest: 0.17 })
    expect(sizes.reduce((all, size) => all + size, 0)).toBe(total)
    expect((sizes[0] ?? 0) / total).toBeCloseTo(0.17, 2)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })
})

describe('the tree of an entity', () => {
  test.each([1, 2, 5, 12, 30, 77, 340, 3_400])(
    'of %i people seats each of them once, below a division that comes first',
    (people) => {
      const tree = treeFor(people)
      expect(tree.reduce((all, division) => all + 1 + division.staff, 0)).toBe(people)
      for (const [index, division] of tree.entries()) expect(division.parent).toBeLessThan(index)
      expect(tree.filter((division) => division.parent === -1)).toHaveLength(1)
    },
  )
})

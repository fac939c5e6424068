import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquared, cramersV, oddsMatter, oddsRatio } from './association.ts'
import { cliffsDelta, magnitudeOf } from './cliffs-delta.ts'
import { benjaminiHochberg, holm } from './corrections.ts'
import { fisherExact } from './fisher.ts'
import { permutationTest } from './permutation-test.ts'
import { signTest } from './sign-test.ts'

const table = (a: number, b: number, c: number, d: number) => ({ first: { yes: a, no: b }, second: { yes: c, no: d } })

describe('Fisher’s exact test', () => {
  test('the lady tasting tea (Fisher 1935; Agresti 2007, section 2.6): three of four right is 34 in 70', () => {
    expect(fisherExact(table(3, 1, 1, 3))).toBeCloseTo(34 / 70, 12)
  })

  test('the lady tasting tea: four of four right is 2 in 70, counting both sides', () => {
    expect(fisherExact(table(4, 0, 0, 4))).toBeCloseTo(2 / 70, 12)
  })

  test('convictions of like-sex twins of criminals (Fisher 1962): 0.0005367', () => {
    expect(fisherExact(table(2, 15, 10, 3))).toBeCloseTo(0.0005367, 7)
  })

  test('9 of 58 in the branches and 61 of 175 in the diwan differ with p = 0.005', () => {
    expect(fisherExact(table(9, 49, 61, 114))).toBeCloseTo(0.005, 3)
  })

  test('a table that could not be otherwise has p = 1, and no table has more', () => {
    expect(fisherExact(table(0, 7, 0, 9))).toBe(1)
    const count = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const p = fisherExact(table(a, b, c, d))
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(fisherExact(table(c, d, a, b))).toBeCloseTo(p, 9)
      }),
    )
  })

  test('the largest entity has a p value too', () => {
    expect(fisherExact(table(3_400, 13_600, 3_400, 13_600))).toBeCloseTo(1, 6)
  })
})

describe('how strong an association is', () => {
  test('aspirin and heart attacks (Agresti 2007, table 2.3): the odds ratio is 1.83', () => {
    expect(oddsRatio(table(189, 10_845, 104, 10_933))).toBeCloseTo(1.832, 3)
  })

  test('odds matter from a factor of 1.68 on, either way (Chen, Cohen and Chen 2010), with a zero count too', () => {
    expect(oddsMatter(table(168, 100, 100, 100))).toBe(true)
    expect(oddsMatter(table(100, 168, 100, 100))).toBe(true)
    expect(oddsMatter(table(167, 100, 100, 100))).toBe(false)
    expect(oddsMatter(table(30, 0, 20, 10))).toBe(true)
    expect(oddsMatter(table(0, 30, 0, 30))).toBe(false)
  })

  test('an odds ratio with a zero below is undefined', () => {
    expect(oddsRatio(table(3, 0, 1, 5))).toBeNull()
  })

  test('arthritis treatment (Koch and Edwards 1988): chi-squared 13.055, Cramér’s V 0.394', () => {
    const arthritis = [
      [29, 7, 7],
      [13, 7, 21],
    ]
    expect(chiSquared(arthritis)).toBeCloseTo(13.055, 3)
    expect(cramersV(arthritis)).toBeCloseTo(0.394, 3)
  })

  test('hair and eye colour (Snee 1974): chi-squared 138.29, Cramér’s V 0.279', () => {
    const colours = [
      [68, 20, 15, 5],
      [119, 84, 54, 29],
      [26, 17, 14, 14],
      [7, 94, 10, 16],
    ]
    expect(chiSquared(colours)).toBeCloseTo(138.29, 2)
    expect(cramersV(colours)).toBeCloseTo(0.279, 3)
  })

  test('an outcome that everybody has depends on nothing', () => {
    expect(
      cramersV([
        [5, 0],
        [9, 0],
      ]),
    ).toBe(0)
  })
})

describe('Cliff’s delta', () => {
  test('the worked example of Hogarty and Kromrey 1999: -0.25, small', () => {
    const delta = cliffsDelta([10, 10, 20, 20, 20, 30, 30, 30, 40, 50], [10, 20, 30, 40, 40, 50])
    expect(delta).toBeCloseTo(-0.25, 12)
    expect(magnitudeOf(delta)).toBe('small')
  })

  test.each([
    [0.146, 'negligible'],
    [-0.147, 'small'],
    [0.33, 'medium'],
    [-0.474, 'large'],
  ])('%d is %s by the limits of Romano and others 2006', (delta, magnitude) => {
    expect(magnitudeOf(delta)).toBe(magnitude)
  })

  test('it equals the count over all pairs', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(values, values, (a, b) => {
        const pairs = a.flatMap((x) => b.map((y) => Math.sign(x - y)))
        expect(cliffsDelta(a, b)).toBeCloseTo(pairs.reduce((total, one) => total + one, 0) / pairs.length, 12)
      }),
    )
  })

  test('an empty group differs from nobody', () => {
    expect(cliffsDelta([], [1])).toBe(0)
  })
})

describe('correction for many comparisons', () => {
  // Benjamini and Hochberg 1995, section 3.2: thrombolysis after heart attack, fifteen comparisons.
  const fifteen = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]
  const rejected = (adjusted: readonly number[]) => adjusted.filter((p) => p <= 0.05).length

  test('Benjamini and Hochberg 1995: four of the fifteen stand, the fourth adjusted to 0.035625', () => {
    const adjusted = benjaminiHochberg(fifteen)
    expect(rejected(adjusted)).toBe(4)
    expect(adjusted[3]).toBeCloseTo(0.035625, 9)
    expect(adjusted[0]).toBeCloseTo(0.0015, 9)
  })

  test('Holm on the same fifteen: three stand', () => {
    const adjusted = holm(fifteen)
    expect(rejected(adjusted)).toBe(3)
    expect(adjusted.slice(0, 4).map((p) => Number(p.toFixed(4)))).toEqual([0.0015, 0.0056, 0.0247, 0.114])
  })

  test('Holm 1979 as worked in the manual of Pingouin: two of the five stand', () => {
    const adjusted = holm([0.5, 0.003, 0.32, 0.054, 0.0003]).map((p) => Number(p.toFixed(6)))
    expect(adjusted).toEqual([0.64, 0.012, 0.64, 0.162, 0.0015])
  })

  test('no adjusted value is smaller than its own or larger than one, and Holm is the stricter', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (values) => {
        const strict = holm(values)
        benjaminiHochberg(values).forEach((adjusted, index) => {
          expect(adjusted).toBeGreaterThanOrEqual((values[index] as number) - 1e-12)
          expect(strict[index]).toBeGreaterThanOrEqual(adjusted - 1e-12)
          expect(strict[index]).toBeLessThanOrEqual(1)
        })
      }),
    )
  })
})

describe('the sign test', () => {
  test('legs of ten deer (Zar 1999): eight longer, two shorter, p = 0.109375', () => {
    expect(signTest(8, 2)).toBeCloseTo(0.109375, 12)
  })

  test('nine of nine on one side is 2 in 512, five of ten is nothing', () => {
    expect(signTest(9, 0)).toBeCloseTo(2 / 512, 12)
    expect(signTest(5, 5)).toBe(1)
    expect(signTest(0, 0)).toBe(1)
  })
})

describe('the permutation test', () => {
  test('job satisfaction and income (Agresti 2002, page 57): chi-squared 5.9655, p about 0.75', () => {
    const satisfaction = [
      [1, 3, 10, 6],
      [2, 3, 10, 7],
      [1, 6, 14, 12],
      [0, 1, 9, 11],
    ]
    const found = permutationTest(satisfaction, 'agresti', 999)
    expect(found.chiSquared).toBeCloseTo(5.9655, 4)
    expect(found.p).toBeGreaterThan(0.7)
    expect(found.p).toBeLessThan(0.8)
  })

  test('on a 2×2 table it agrees with Fisher’s exact test: the lady tasting tea', () => {
    expect(
      permutationTest(
        [
          [3, 1],
          [1, 3],
        ],
        'tea',
        999,
      ).p,
    ).toBeCloseTo(34 / 70, 1)
  })

  test('the same seed gives the same p, and the number of permutations bounds it', () => {
    const groups = [
      [50, 0],
      [0, 50],
    ]
    expect(permutationTest(groups, 'a', 199)).toEqual(permutationTest(groups, 'a', 199))
    expect(permutationTest(groups, 'a', 199).p).toBe(1 / 200)
  })
})

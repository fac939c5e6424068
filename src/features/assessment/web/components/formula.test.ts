import { expect, test } from 'vitest'
import { achievementFormula } from './formula.ts'

const scale = { below: 50, meets: 100, exceeds: 120, cap: 120 }
const rising = { below: '8', meets: '10', exceeds: '12' }

test.each([
  ['a number between two targets', 'number', rising, '11', '110', '100 + 20 × (11 − 10) ÷ (12 − 10) = 110%'],
  [
    'a falling number',
    'number',
    { below: '20', meets: '12', exceeds: '8' },
    '16',
    '75',
    '50 + 50 × (16 − 20) ÷ (12 − 20) = 75%',
  ],
  ['less than the first target', 'number', rising, '4', '25', '0 + 50 × (4 − 0) ÷ (8 − 0) = 25%'],
  [
    'a day between two days',
    'date',
    { below: '2026-03-31', meets: '2026-03-11', exceeds: '2026-03-01' },
    '2026-03-13',
    '95',
    '50 + 50 × 18 ÷ 20 = 95%',
  ],
  ['a target that is reached exactly', 'number', rising, '10', '100', null],
  ['all that can be reached', 'number', rising, '40', '120', null],
  ['nothing', 'number', rising, null, '0', null],
] as const)('%s', (_, dataType, targets, actual, achievement, formula) => {
  expect(achievementFormula({ dataType, targets, actual, scale, achievement })).toBe(formula)
})

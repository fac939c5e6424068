import { describe, expect, test } from 'vitest'
import { computed, problemInActual } from './computed.ts'

const view = {
  cycle: { endsOn: '2026-03-31' } as never,
  scale: { below: 50, meets: 100, exceeds: 120, cap: 120 },
}
const number = {
  dataType: 'number' as const,
  targets: { below: '20', meets: '12', exceeds: '8' },
  weight: '30',
}
const date = {
  dataType: 'date' as const,
  targets: { below: '2026-03-31', meets: '2026-03-15', exceeds: '2026-03-01' },
  weight: '12.5',
}

describe('while one types', () => {
  test.each([
    ['12', '100', '30', 'meets'],
    ['8', '120', '36', 'exceeds'],
    ['10', '110', '33', 'meets'],
    ['20', '50', '15', 'below'],
    ['1,000', '0', '0', 'under_below'],
    [null, '0', '0', 'under_below'],
  ])('%s of a number comes to %s %%, %s points, %s', (actual, achievement, score, level) => {
    expect(computed(number, actual, view)).toMatchObject({ achievement, score, level, late: false })
  })

  test('a day in the cycle counts, a day after it counts as not delivered', () => {
    expect(computed(date, '2026-03-15', view)).toMatchObject({ achievement: '100', score: '12.5', late: false })
    expect(computed(date, '2026-04-01', view)).toMatchObject({ achievement: '0', level: 'under_below', late: true })
  })

  test('what is no value comes to nothing and says why', () => {
    expect(computed(number, 'many', view)).toBeNull()
    expect(problemInActual(number, 'many')).toBe('decimal.not_a_number')
    expect(problemInActual(date, '31/02/2026')).toBe('date.not_a_date')
    expect(problemInActual(number, '')).toBeNull()
  })
})

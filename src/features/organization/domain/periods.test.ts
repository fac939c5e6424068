import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/dates.ts'
import { correct, endAfter, intersection, onDay, overlap, type Period, type PeriodChange, setFrom } from './periods.ts'

type Fact = { readonly place: string }
const period = (id: string, place: string, from: string, to: string | null): Period<Fact> => ({ id, place, from, to })
const placeOn = (periods: readonly Period<Fact>[], on: string) => onDay(periods, on)?.place ?? null

describe('a fact that holds from a day on', () => {
  const sales = period('1', 'sales', '2024-01-01', null)

  test('ends what held before on the day before', () => {
    const { kept } = setFrom([sales], { id: '2', from: '2025-03-01', fact: { place: 'legal' } })
    expect(kept).toEqual([
      { ...sales, to: '2025-02-28' },
      { id: '2', place: 'legal', from: '2025-03-01', to: null },
    ])
  })

  test('holds only until the next change that is already known', () => {
    const later = period('2', 'legal', '2026-01-01', null)
    const { kept } = setFrom([{ ...sales, to: '2025-12-31' }, later], {
      id: '3',
      from: '2025-06-01',
      fact: { place: 'media' },
    })
    expect(kept.map(({ place, to }) => [place, to])).toEqual([
      ['sales', '2025-05-31'],
      ['media', '2025-12-31'],
      ['legal', null],
    ])
  })

  test('does not reach beyond the end of a service', () => {
    const { added } = setFrom([{ ...sales, to: '2025-12-31' }], {
      id: '2',
      from: '2025-06-01',
      fact: { place: 'legal' },
    })
    expect(added).toEqual([period('2', 'legal', '2025-06-01', '2025-12-31')])
  })

  test('replaces what was recorded for the same day', () => {
    const { kept, added } = setFrom([sales], { id: '2', from: '2024-01-01', fact: { place: 'legal' } })
    expect(added).toEqual([])
    expect(kept).toEqual([{ ...sales, place: 'legal' }])
  })

  test('fills a gap up to the next period', () => {
    const { added } = setFrom([period('1', 'sales', '2026-01-01', null)], {
      id: '2',
      from: '2025-01-01',
      fact: { place: 'legal' },
    })
    expect(added[0]?.to).toBe('2025-12-31')
  })
})

describe('a correction', () => {
  const periods = [period('1', 'sales', '2024-01-01', '2024-12-31'), period('2', 'legal', '2025-01-01', null)]

  test.each([
    ['reaches into the next period', period('1', 'sales', '2024-01-01', '2025-01-01'), 'organization.periods_overlap'],
    ['has no end although another follows', period('1', 'sales', '2024-01-01', null), 'organization.periods_overlap'],
    [
      'ends before it begins',
      period('1', 'sales', '2024-05-01', '2024-04-30'),
      'organization.period_ends_before_start',
    ],
    ['names an unknown period', period('9', 'sales', '2024-05-01', null), 'organization.period_not_found'],
  ])('is refused when it %s', (_, wish, why) => expect(correct(periods, wish)).toBe(why))

  test('changes the period alone', () => {
    const change = correct(periods, period('1', 'media', '2024-02-01', '2024-11-30')) as PeriodChange<Fact>
    expect(change.changed).toEqual([period('1', 'media', '2024-02-01', '2024-11-30')])
    expect([...change.added, ...change.removed]).toEqual([])
  })
})

test('after the last day nothing holds, and what was to come is taken back', () => {
  const periods = [period('1', 'sales', '2024-01-01', '2024-12-31'), period('2', 'legal', '2025-01-01', null)]
  expect(endAfter(periods, { lastDay: '2024-06-30' })).toMatchObject({
    removed: ['2'],
    changed: [{ id: '1', to: '2024-06-30' }],
  })
})

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2025-01-01', days))
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('set' as const), from: day, place: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ kind: fc.constant('end' as const), lastDay: day }),
  ),
  { maxLength: 12 },
)

test('whatever is set and ended, at most one fact holds on a day, and a fact that was set holds on its day', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let periods: readonly Period<Fact>[] = []
      for (const [index, step] of list.entries()) {
        const before = periods
        if (step.kind === 'set') {
          periods = setFrom(before, { id: String(index), from: step.from, fact: { place: step.place } }).kept
          expect(placeOn(periods, step.from)).toBe(step.place)
          expect(placeOn(periods, addDays(step.from, -1))).toBe(placeOn(before, addDays(step.from, -1)))
        } else {
          periods = endAfter(before, { lastDay: step.lastDay }).kept
          expect(placeOn(periods, addDays(step.lastDay, 1))).toBeNull()
          expect(placeOn(periods, step.lastDay)).toBe(placeOn(before, step.lastDay))
        }
        for (const [at, one] of periods.entries()) {
          expect(one.to === null || one.from <= one.to).toBe(true)
          for (const other of periods.slice(at + 1)) expect(overlap(one, other)).toBe(false)
        }
      }
    }),
  )
})

test('two ranges overlap exactly when they share days', () => {
  const range = fc.tuple(day, fc.option(day)).map(([from, to]) => ({ from, to: to !== null && to < from ? from : to }))
  fc.assert(
    fc.property(range, range, (one, other) => {
      const shared = intersection(one, other)
      expect(shared !== null).toBe(overlap(one, other))
      if (shared) expect(shared.to === null || shared.from <= shared.to).toBe(true)
    }),
  )
})

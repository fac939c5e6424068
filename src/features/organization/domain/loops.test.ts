import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../shared/dates.ts'
import { type Edge, loopOn, loopsIn } from './loops.ts'

const always = (below: string, above: string): Edge => ({ below, above, from: '2025-01-01', to: null })

test('two people cannot supervise each other', () => {
  expect(loopOn([always('b', 'a')], always('a', 'b'))).toBe('2025-01-01')
})

test('a loop over several steps is found', () => {
  expect(loopOn([always('b', 'c'), always('c', 'a')], always('a', 'b'))).toBe('2025-01-01')
})

test('two people may supervise each other one after the other', () => {
  const earlier = { below: 'b', above: 'a', from: '2024-01-01', to: '2024-12-31' }
  expect(loopOn([earlier], always('a', 'b'))).toBeNull()
})

test('a loop that closes only later is found on its first day', () => {
  const later = { below: 'b', above: 'a', from: '2025-06-01', to: null }
  expect(loopOn([later], always('a', 'b'))).toBe('2025-06-01')
})

test('edges that never hold on one day make no loop', () => {
  const first = { below: 'b', above: 'c', from: '2025-01-01', to: '2025-03-31' }
  const second = { below: 'c', above: 'a', from: '2025-04-01', to: null }
  expect(loopOn([first, second], always('a', 'b'))).toBeNull()
})

const member = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const day = fc.integer({ min: 0, max: 12 }).map((days) => addDays('2025-01-01', days))
const edge = fc
  .record({ below: member, above: member, from: day, to: fc.option(day) })
  .map((one) => ({ ...one, to: one.to !== null && one.to < one.from ? one.from : one.to }))
const holdsOn = (one: Edge, on: string) => one.from <= on && (one.to === null || on <= one.to)

/** Walks the edges of one single day. */
function reaches(edges: readonly Edge[], from: string, target: string, on: string): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === target) return true
    if (seen.has(at)) continue
    seen.add(at)
    for (const one of edges) if (one.below === at && holdsOn(one, on)) open.push(one.above)
  }
  return false
}

test('a new edge is refused exactly when on some day the way up from its upper end comes back', () => {
  const days = Array.from({ length: 14 }, (_, index) => addDays('2025-01-01', index))
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 8 }), edge, (edges, added) => {
      const byDay = days.some((on) => holdsOn(added, on) && reaches(edges, added.above, added.below, on))
      expect(loopOn(edges, added) !== null).toBe(byDay)
    }),
    { numRuns: 2000 },
  )
})

test('every member of a loop is named once, and nobody else', () => {
  fc.assert(
    fc.property(fc.dictionary(member, member), (tree) => {
      const above = new Map(Object.entries(tree))
      const named = loopsIn(above).flat().sort()
      const inLoop = [...above.keys()].filter((start) => {
        let at = above.get(start)
        for (let step = 0; step < 10 && at !== undefined && at !== start; step += 1) at = above.get(at)
        return at === start
      })
      expect(named).toEqual(inLoop.sort())
    }),
  )
})

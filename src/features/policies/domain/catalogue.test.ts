import { describe, expect, it } from 'vitest'
import { ar } from '../messages.ar.ts'
import { en } from '../messages.en.ts'
import { policyValueSchemas } from '../schema.ts'
import { catalogue, type PolicyKey, policyKeys, readStored } from './catalogue.ts'
import { problemsIn, problemsOfScale } from './consistency.ts'
import { policyGroups } from './policy.ts'
import { policyWords } from './words.ts'

const accepts = (key: PolicyKey, value: unknown) => policyValueSchemas[key].safeParse({ value }).success

describe('the catalogue', () => {
  it.each(policyKeys.filter((key) => catalogue[key].default !== null))(
    'the default of %s passes its own checks',
    (key) => {
      expect(accepts(key, catalogue[key].default)).toBe(true)
      expect(problemsIn(key, catalogue[key].default)).toEqual([])
    },
  )

  it.each(policyKeys)('%s has a title and an explanation in both languages', (key) => {
    for (const words of [ar.policies.values, en.policies.values]) {
      const found = (words as Record<string, { title: string; explanation: string }>)[policyWords(key)]
      expect(found?.title).toBeTruthy()
      expect(found?.explanation).toBeTruthy()
    }
  })

  it('every group holds at least one value', () => {
    const used = new Set(policyKeys.map((key) => catalogue[key].group))
    expect([...policyGroups].filter((group) => !used.has(group))).toEqual([])
  })

  it('a value that was stored before a part was added takes the default of that part', () => {
    const { joinerPlan, ...earlier } = catalogue.clocks.default
    expect(readStored('clocks', { ...earlier, plan: 20 })).toEqual({ ...earlier, plan: 20, joinerPlan })
  })
})

describe('what is refused', () => {
  const { clocks } = { clocks: catalogue.clocks.default }
  const limits = catalogue['document.limits'].default
  it.each<[string, PolicyKey, unknown]>([
    ['a cycle of a whole year', 'cycle.kind', 'year'],
    ['a clock of no days', 'clocks', { ...clocks, plan: 0 }],
    ['a clock of half a day', 'clocks', { ...clocks, plan: 1.5 }],
    ['a clock that is text', 'clocks', { ...clocks, plan: '15' }],
    ['a part that the catalogue does not know', 'clocks', { ...clocks, lunch: 1 }],
    ['a ladder with a step left out', 'clocks', { ...clocks, ladder: clocks.ladder.slice(1) }],
    ['a place that is no time zone', 'calendar.time_zone', 'Muscat'],
    ['an eighth day of the week', 'calendar.weekend', [5, 7]],
    ['a flag that is a word', 'document.bulk_approve', 'yes'],
    ['more than half of the cycle closed to amendments', 'amendment.closing_share', 51],
    ['delegation for more than a year', 'delegation.max_months', 13],
    ['nothing', 'achievement.cap', null],
  ])('%s', (_, key, value) => expect(accepts(key, value)).toBe(false))

  it('a ladder whose steps do not rise', () => {
    const ladder = clocks.ladder.map((rung) => ({ ...rung, afterWorkingDays: 3 }))
    expect(problemsIn('clocks', { ...clocks, ladder }).map((problem) => problem.path)).toEqual([
      'ladder/1/afterWorkingDays',
      'ladder/2/afterWorkingDays',
    ])
  })

  it('a highest number below the lowest', () => {
    const value = { ...limits, weight: { min: 50, max: 5 } }
    expect(problemsIn('document.limits', value)).toEqual([{ path: 'weight/max', code: 'policies.max_below_min' }])
  })

  it('anchors that do not rise', () => {
    expect(problemsIn('achievement.anchors', { below: 100, meets: 100, exceeds: 90 })).toHaveLength(2)
  })

  const scale = {
    'achievement.anchors': { below: 50, meets: 100, exceeds: 120 },
    'achievement.cap': 120,
    'result.bands': { average: 50, good: 90, veryGood: 110 },
  }
  it.each<[string, Partial<typeof scale>, string | null]>([
    ['the defaults beside each other', {}, null],
    ['a cap that hides what exceeds expectations', { 'achievement.cap': 110 }, 'policies.cap_below_anchor'],
    [
      'a scale to 100 with the usual bands, where meeting every target would not be good',
      { 'achievement.anchors': { below: 50, meets: 80, exceeds: 100 } },
      'policies.bands_beside_anchors',
    ],
    [
      'a very good that no result can reach',
      { 'result.bands': { average: 50, good: 90, veryGood: 121 } },
      'policies.bands_beside_anchors',
    ],
    [
      'an average below the lowest target',
      { 'result.bands': { average: 40, good: 90, veryGood: 110 } },
      'policies.bands_beside_anchors',
    ],
    [
      'a scale to 100 with bands of its own',
      {
        'achievement.anchors': { below: 50, meets: 80, exceeds: 100 },
        'result.bands': { average: 50, good: 70, veryGood: 90 },
      },
      null,
    ],
  ])('%s', (_, changed, code) => {
    expect(problemsOfScale({ ...scale, ...changed }).map((problem) => problem.code)).toEqual(code ? [code] : [])
  })

  it('bands that do not rise', () => {
    expect(problemsIn('result.bands', { average: 90, good: 90, veryGood: 80 }).map((one) => one.path)).toEqual([
      'good',
      'veryGood',
    ])
  })

  const shares = { weak: 500, average: 1500, good: 5000, veryGood: 2000, excellent: 1000 }
  it('shares that do not sum to 100, and the sum is named', () => {
    expect(problemsIn('curve.shares', shares)).toEqual([])
    expect(problemsIn('curve.shares', { ...shares, good: 4900 })).toEqual([
      { path: '', code: 'policies.shares_not_100', params: { sum: 99, rest: 1 } },
    ])
    expect(problemsIn('curve.shares', { ...shares, good: 5001 })).toMatchObject([
      { params: { sum: 100.01, rest: 0.01 } },
    ])
  })

  it.each<[string, unknown]>([
    ['a share that is missing', { weak: 500, average: 1500, good: 5000, veryGood: 3000 }],
    ['a share below zero', { ...shares, weak: -500, good: 6000 }],
    ['a share in thousandths', { ...shares, weak: 500.5, good: 4999.5 }],
    ['a sixth grade', { ...shares, outstanding: 0 }],
    ['nothing', null],
  ])('shares with %s', (_, value) => expect(accepts('curve.shares', value)).toBe(false))

  it('a quorum of more people than the committee has', () => {
    expect(problemsIn('committee.quorum', { members: 5, quorum: 6 })).toHaveLength(1)
  })

  it('a cycle that closes before its reviews are due', () => {
    const windows = catalogue['assessment.windows'].default
    expect(problemsIn('assessment.windows', { ...windows, cycleClose: 9 })).toHaveLength(1)
  })

  it('a week with fewer than four working days', () => {
    expect(problemsIn('calendar.weekend', [3, 4, 5, 6])).toHaveLength(1)
    expect(problemsIn('calendar.weekend', [4, 5, 6])).toEqual([])
  })
})

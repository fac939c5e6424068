import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rank, ranks } from '../../../../shared/ranks.ts'
import { assessFairness, needsAnswer } from './assess.ts'
import { defaultFairnessRules, type FairnessRow, type FairnessRules, severities } from './findings.ts'

const rules: FairnessRules = { ...defaultFairnessRules, permutations: 199, seed: '2025' }
let number = 0
type Some = Partial<Omit<FairnessRow, 'subjects'>> & { subjects?: Partial<FairnessRow['subjects']> }
const row = ({ subjects, ...more }: Some = {}): FairnessRow => {
  number += 1
  const rank = more.rank ?? 'good'
  return {
    employeeId: `e${String(number).padStart(4, '0')}`,
    result: 100_000_000n,
    rank,
    curveRank: rank,
    viewRank: null,
    supervisorId: null,
    ...more,
    subjects: { division: null, level: null, gender: null, leave: null, supervisor: null, ...subjects },
  }
}
const people = (count: number, some: Some) => Array.from({ length: count }, () => row(some))
const sentences = (rows: readonly FairnessRow[], more: Partial<FairnessRules> = {}) =>
  assessFairness(rows, { ...rules, ...more }).map((one) => [one.severity, one.sentence.code, one.subject])

const branches = [
  ...people(9, { rank: 'very_good', subjects: { division: 'branches' } }),
  ...people(49, { subjects: { division: 'branches' } }),
  ...people(61, { rank: 'very_good', subjects: { division: 'diwan' } }),
  ...people(114, { subjects: { division: 'diwan' } }),
]

test('9 of 58 in the branches against 61 of 175 in the diwan is material and needs an answer before signing', () => {
  const [first] = assessFairness(branches, rules)
  expect(first).toMatchObject({
    kind: 'share',
    grouping: 'division',
    subjects: ['branches', 'diwan'],
    severity: 'material',
    sentence: { code: 'share_lower_than', params: { people: 58, top: 9, others: 175, othersTop: 61 } },
  })
  expect(first?.statistics.p).toBeCloseTo(0.005, 3)
  expect(first && needsAnswer(first)).toBe(true)
})

test('121 men and 112 women who are alike make one note, which needs no answer', () => {
  const rows = [
    ...people(36, { rank: 'very_good', subjects: { gender: 'male' } }),
    ...people(85, { subjects: { gender: 'male' } }),
    ...people(34, { rank: 'very_good', subjects: { gender: 'female' } }),
    ...people(78, { subjects: { gender: 'female' } }),
  ]
  const found = assessFairness(rows, rules)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ severity: 'note', grouping: 'gender', sentence: { code: 'share_alike' } })
  expect(found.some(needsAnswer)).toBe(false)
})

test('who took leave is compared with who did not, and the sentence speaks of the smaller share', () => {
  const rows = [
    ...people(2, { rank: 'very_good', subjects: { leave: 'taken' } }),
    ...people(48, { subjects: { leave: 'taken' } }),
    ...people(60, { rank: 'very_good', subjects: { leave: 'not_taken' } }),
    ...people(90, { subjects: { leave: 'not_taken' } }),
  ]
  const [first] = assessFairness(rows, rules)
  expect(first).toMatchObject({
    subjects: ['taken', 'not_taken'],
    severity: 'material',
    sentence: { code: 'share_lower_than', params: { subject: 'taken', other: 'not_taken', top: 2 } },
  })
})

test('six people in the laboratory allow no conclusion', () => {
  const rows = [...branches, ...people(6, { subjects: { division: 'laboratory' } })]
  const small = assessFairness(rows, rules).at(-1)
  expect(small).toMatchObject({
    severity: 'small_group',
    subjects: ['laboratory'],
    sentence: { code: 'small_group', params: { people: 6, minimum: 30, subject: 'laboratory' } },
  })
})

test('a supervisor whose nine views all stand above the computed ones deserves a look, and no more', () => {
  const usual = Array.from({ length: 6 }, (_, team) => [
    ...people(2, { supervisorId: `s${team}`, viewRank: 'very_good' }),
    ...people(6, { supervisorId: `s${team}`, viewRank: 'good' }),
    ...people(1, { supervisorId: `s${team}`, viewRank: 'average' }),
  ]).flat()
  const generous = people(9, { supervisorId: 'x', viewRank: 'very_good' })
  const found = assessFairness([...usual, ...generous], rules)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    kind: 'views',
    severity: 'look',
    subjects: ['x'],
    sentence: { code: 'views_above', params: { count: 9, views: 9, usual: 2 } },
  })
  expect(sentences(usual)).toEqual([['note', 'views_alike', 'views']])
})

test('when the whole entity’s views stand one step above, nobody stands out', () => {
  const rows = Array.from({ length: 4 }, (_, team) => people(9, { supervisorId: `s${team}`, viewRank: 'very_good' }))
  expect(sentences(rows.flat())).toEqual([['note', 'views_alike', 'views']])
})

test('people moved up in one division only are found by who moved whom', () => {
  const rows = [
    ...people(15, { rank: 'very_good', curveRank: 'good', subjects: { division: 'a' } }),
    ...people(25, { subjects: { division: 'a' } }),
    ...people(15, { rank: 'very_good', subjects: { division: 'b' } }),
    ...people(25, { subjects: { division: 'b' } }),
  ]
  expect(sentences(rows)).toEqual([
    ['material', 'moves_differs', 'moves/division'],
    ['note', 'distribution_alike', 'distribution/division'],
  ])
})

test('results that stand far apart deserve a look even when the ranks do not', () => {
  const rows = [
    ...people(40, { result: 99_000_000n, subjects: { division: 'a' } }),
    ...people(40, { result: 91_000_000n, subjects: { division: 'b' } }),
  ]
  expect(sentences(rows)).toContainEqual(['look', 'results_higher_than', 'results/division/a~b'])
})

test('the milder correction that a policy may choose makes material what Holm’s leaves for a look', () => {
  const rows = [
    ...people(12, { rank: 'very_good', subjects: { division: 'a' } }),
    ...people(88, { subjects: { division: 'a' } }),
    ...['b', 'c', 'd', 'e'].flatMap((division) => [
      ...people(26, { rank: 'very_good', subjects: { division } }),
      ...people(74, { subjects: { division } }),
    ]),
    ...people(12, { rank: 'very_good', subjects: { division: 'f' } }),
    ...people(88, { subjects: { division: 'f' } }),
  ]
  const severity = (correction: FairnessRules['correction']) =>
    assessFairness(rows, { ...rules, correction }).find((one) => one.subject === 'share/division/a')?.severity
  expect(severity('holm')).toBe('look')
  expect(severity('benjamini_hochberg')).toBe('material')
})

test('nobody makes no findings, and neither does a group alone', () => {
  expect(assessFairness([], rules)).toEqual([])
  expect(sentences(people(40, { subjects: { division: 'a' } }))).toEqual([])
})

const anyRow = fc.record({
  result: fc.integer({ min: 0, max: 120 }).map((value) => BigInt(value) * 1_000_000n),
  rank: fc.constantFrom<Rank>(...ranks),
  curveRank: fc.constantFrom<Rank>(...ranks),
  viewRank: fc.constantFrom<Rank | null>(...ranks, null),
  supervisorId: fc.constantFrom('s', 't', null),
  subjects: fc.record({
    division: fc.constantFrom('a', 'b', 'c'),
    gender: fc.constantFrom('female', 'male'),
    leave: fc.constantFrom('taken', 'not_taken'),
    level: fc.constantFrom('7', null),
    supervisor: fc.constantFrom('s', 't', null),
  }),
})

test('findings come in the order of severity, the same from the same seed, whatever the order of the people', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 80 }), (some) => {
      const rows = some.map((one, index): FairnessRow => ({ ...one, employeeId: `e${index}` }))
      const small = { ...rules, minimum: 3, permutations: 19 }
      const found = assessFairness(rows, small)
      const places = found.map((one) => severities.indexOf(one.severity))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(new Set(found.map((one) => one.subject)).size).toBe(found.length)
      expect(assessFairness([...rows].reverse(), small)).toEqual(found)
    }),
    { numRuns: 40 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockingProblems, problemsOf } from './completeness.ts'
import type { Content, DocumentLimits, KeyResult, LinkedNode, Objective } from './document.ts'

const cycle = { startsOn: '2026-01-01', endsOn: '2026-03-31' }
const limits: DocumentLimits = {
  objectives: { min: 3, max: 7 },
  keyResults: { min: 1, max: 5 },
  weight: { min: 5, max: 50 },
  routineMax: 60,
}
const rules = { cycle, limits }
const node: LinkedNode = {
  nodeId: 'n',
  code: 'P-03',
  title: { ar: 'برنامج', en: 'Programme' },
  kind: 'programme',
  status: 'approved',
}

const keyResult = (id: string, more: Partial<KeyResult> = {}): KeyResult => ({
  id,
  statement: 'نسبة الخدمات المنجزة',
  dataType: 'percentage',
  targets: { below: '70', meets: '85', exceeds: '95' },
  weight: '20',
  ...more,
})
const objective = (id: string, more: Partial<Objective> = {}): Objective => ({
  id,
  title: 'هدف',
  class: 'annual_plan',
  bankObjectiveId: null,
  links: [node],
  keyResults: [keyResult(`${id}1`), keyResult(`${id}2`)],
  ...more,
})
const complete: Content = {
  objectives: [
    objective('a'),
    objective('b', { class: 'development', links: [] }),
    objective('c', { keyResults: [keyResult('c1')] }),
  ],
}
const codes = (content: Content) => problemsOf(content, rules).map((one) => `${one.path} ${one.code}`)
const withFirst = (more: Partial<KeyResult>): Content => ({
  objectives: complete.objectives.map((one, index) =>
    index === 0 ? { ...one, keyResults: [keyResult('a1', more), keyResult('a2')] } : one,
  ),
})

test('a complete document has nothing to mend', () => {
  expect(problemsOf(complete, rules)).toEqual([])
})

test.each<[string, Content, string]>([
  ['a document without objectives', { objectives: [] }, 'objectives performance.no_objectives'],
  [
    'an objective without a title',
    { objectives: [objective('a', { title: ' ' })] },
    'objectives/a/title performance.title_missing',
  ],
  [
    'an objective of the plan without a link',
    { objectives: [objective('a', { links: [] })] },
    'objectives/a/links performance.plan_link_missing',
  ],
  [
    'a link to what the plan has dropped',
    { objectives: [objective('a', { links: [{ ...node, status: 'missing' }] })] },
    'objectives/a/links performance.plan_link_missing',
  ],
  [
    'an objective without key results',
    { objectives: [objective('a', { keyResults: [] })] },
    'objectives/a/keyResults performance.no_key_results',
  ],
  [
    'a key result without a statement',
    withFirst({ statement: '' }),
    'keyResults/a1/statement performance.statement_missing',
  ],
  [
    'a missing target',
    withFirst({ targets: { below: '70', meets: null, exceeds: '95' } }),
    'keyResults/a1/targets performance.targets_missing',
  ],
  [
    'equal first targets',
    withFirst({ targets: { below: '80', meets: '80', exceeds: '95' } }),
    'keyResults/a1/targets performance.targets_below_equals_meets',
  ],
  [
    'equal last targets',
    withFirst({ targets: { below: '8', meets: '95', exceeds: '95' } }),
    'keyResults/a1/targets performance.targets_meets_equals_exceeds',
  ],
  [
    'targets out of order',
    withFirst({ targets: { below: '8', meets: '12', exceeds: '10' } }),
    'keyResults/a1/targets performance.targets_not_ordered',
  ],
  [
    'a target that is no number',
    withFirst({ targets: { below: 'x', meets: '12', exceeds: '10' } }),
    'keyResults/a1/targets/below decimal.not_a_number',
  ],
  [
    'a date outside the cycle',
    withFirst({ dataType: 'date', targets: { below: '2026-04-01', meets: '2026-03-15', exceeds: '2026-03-01' } }),
    'keyResults/a1/targets/below performance.date_outside_cycle',
  ],
  ['a missing weight', withFirst({ weight: null }), 'keyResults/a1/weight performance.weight_missing'],
  ['a weight of zero', withFirst({ weight: '0' }), 'keyResults/a1/weight performance.weight_not_positive'],
  ['99.99 in all', withFirst({ weight: '19.99' }), 'weights performance.weights_missing'],
  ['100.01 in all', withFirst({ weight: '20.01' }), 'weights performance.weights_over'],
])('%s blocks the sending, beside the thing that is wrong', (_name, content, expected) => {
  expect(codes(content)).toContain(expected)
  expect(blockingProblems(problemsOf(content, rules)).map((one) => `${one.path} ${one.code}`)).toContain(expected)
})

test.each<[string, Content, string]>([
  ['fewer than three objectives', { objectives: complete.objectives.slice(0, 1) }, 'performance.few_objectives'],
  [
    'more than seven objectives',
    { objectives: Array.from({ length: 8 }, (_, index) => objective(`o${index}`)) },
    'performance.many_objectives',
  ],
  [
    'no weight on the plan',
    { objectives: [objective('a', { class: 'routine', keyResults: [keyResult('k', { weight: '100' })] })] },
    'performance.no_plan_weight',
  ],
  [
    'more than 60 on routine work',
    {
      objectives: [
        objective('a', { class: 'routine', keyResults: [keyResult('k', { weight: '60.01' })] }),
        objective('b', { keyResults: [keyResult('l', { weight: '39.99' })] }),
      ],
    },
    'performance.much_routine',
  ],
  ['a weight below 5', withFirst({ weight: '4.99' }), 'performance.weight_small'],
  ['a weight above 50', withFirst({ weight: '50.01' }), 'performance.weight_large'],
  [
    'more than five key results',
    { objectives: [objective('a', { keyResults: Array.from({ length: 6 }, (_, index) => keyResult(`k${index}`)) })] },
    'performance.many_key_results',
  ],
  [
    'one of several links dropped',
    { objectives: [objective('a', { links: [node, { ...node, nodeId: 'm', status: 'missing' }] })] },
    'performance.plan_link_dropped',
  ],
])('%s is warned about and blocks nothing by itself', (_name, content, code) => {
  const found = problemsOf(content, rules).find((one) => one.code === code)
  expect(found?.severity).toBe('warns')
})

test('exactly three strictly ordered targets pass, in either direction', () => {
  const value = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(value, value, value, (below, meets, exceeds) => {
      const targets = { below: String(below), meets: String(meets), exceeds: String(exceeds) }
      const content = withFirst({ dataType: 'number', targets })
      const ordered = (below < meets && meets < exceeds) || (below > meets && meets > exceeds)
      expect(blockingProblems(problemsOf(content, rules)).length === 0).toBe(ordered)
    }),
  )
})

test('the same content has the same problems whatever the shape of its digits', () => {
  const arabic = withFirst({ weight: '٢٠', targets: { below: '٧٠', meets: '٨٥', exceeds: '٩٥' } })
  expect(problemsOf(arabic, rules)).toEqual([])
})

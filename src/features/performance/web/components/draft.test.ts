import { expect, test } from 'vitest'
import { ApiProblem } from '../../../../ui/api-problem.ts'
import type { Content } from '../../domain/document.ts'
import { Draft, type DraftServer, type KeyResultPatch, type Pending } from './draft.ts'

const content: Content = {
  objectives: [
    {
      id: 'o1',
      title: 'هدف',
      class: 'development',
      bankObjectiveId: null,
      links: [],
      keyResults: [
        {
          id: 'k1',
          statement: '',
          dataType: 'number',
          targets: { below: null, meets: null, exceeds: null },
          weight: null,
        },
      ],
    },
  ],
}

type Call = { id: string; patch: KeyResultPatch; version: number }

function setUp(answers: readonly (number | ApiProblem)[] = [], kept: Pending | null = null) {
  const calls: Call[] = []
  const store: { pending: Pending | null } = { pending: kept }
  const timers: (() => void)[] = []
  const patchKeyResult: DraftServer['patchKeyResult'] = async (id, patch, version) => {
    const answer = answers[calls.length] ?? version + 1
    calls.push({ id, patch, version })
    if (typeof answer !== 'number') throw answer
    return { version: answer, savedAt: '2026-01-18T05:00:00Z' }
  }
  const draft = new Draft({
    content,
    version: 7,
    server: { patchKeyResult, patchObjective: async (_, __, version) => ({ version: version + 1, savedAt: '' }) },
    keep: (pending) => {
      store.pending = pending
    },
    kept,
    schedule: (work) => {
      timers.push(work)
      return () => timers.splice(timers.indexOf(work), 1)
    },
  })
  return { draft, calls, store, timers }
}

test('strokes are shown at once and sent together, each call upon the version of the last', async () => {
  const { draft, calls } = setUp()
  draft.editKeyResult('k1', { statement: 'خفض' })
  draft.editKeyResult('k1', { statement: 'خفض الزمن', targets: { below: '20' } })
  expect(draft.state().content.objectives[0]?.keyResults[0]?.statement).toBe('خفض الزمن')
  await draft.flush()
  draft.editKeyResult('k1', { targets: { meets: '12' } })
  await draft.flush()
  expect(calls).toEqual([
    { id: 'k1', patch: { statement: 'خفض الزمن', targets: { below: '20' } }, version: 7 },
    { id: 'k1', patch: { targets: { meets: '12' } }, version: 8 },
  ])
  expect(draft.state()).toMatchObject({ phase: 'saved', version: 9 })
})

test('what was typed while a call was on its way is sent after it', async () => {
  const { draft, calls } = setUp()
  draft.editKeyResult('k1', { statement: 'أ' })
  const first = draft.flush()
  await Promise.resolve()
  draft.editKeyResult('k1', { statement: 'أب' })
  await first
  await draft.flush()
  expect(calls.map(({ patch }) => patch.statement)).toEqual(['أ', 'أب'])
})

test('a weight of three decimals stays on the page with its sentence, and the rest of the line is saved', async () => {
  const { draft, calls } = setUp()
  draft.editKeyResult('k1', { weight: '12.345', statement: 'نص' })
  await draft.flush()
  expect(calls[0]?.patch).toEqual({ statement: 'نص' })
  expect(draft.state()).toMatchObject({
    phase: 'held',
    refused: { 'keyResults/k1/weight': 'performance.weight_decimals' },
  })
  draft.editKeyResult('k1', { weight: '12.34' })
  await draft.flush()
  expect(draft.state()).toMatchObject({ phase: 'saved', refused: {} })
})

test('without a network nothing is lost: it is kept and sent later', async () => {
  const { draft, store, timers } = setUp([new ApiProblem({ status: 0, code: 'http.offline' })])
  draft.editKeyResult('k1', { statement: 'نص' })
  await draft.flush()
  expect(draft.state().phase).toBe('offline')
  expect(store.pending?.keyResults.k1).toEqual({ statement: 'نص' })
  timers.at(-1)?.()
  await draft.flush()
  expect(draft.state().phase).toBe('saved')
  expect(store.pending).toBeNull()
})

test('what was kept before a reload is shown and sent again', async () => {
  const { draft, calls } = setUp([], {
    objectives: {},
    keyResults: { k1: { statement: 'قبل الإغلاق' }, gone: { statement: 'x' } },
  })
  expect(draft.state().content.objectives[0]?.keyResults[0]?.statement).toBe('قبل الإغلاق')
  await draft.flush()
  expect(calls.map(({ id }) => id)).toEqual(['k1'])
})

test('another tab that was faster stops the saving until the writer has chosen', async () => {
  const { draft, calls } = setUp([new ApiProblem({ status: 412, code: 'http.changed_by_other' })])
  draft.editKeyResult('k1', { statement: 'لي' })
  await draft.flush()
  expect(draft.state().phase).toBe('conflict')
  draft.editKeyResult('k1', { targets: { below: '5' } })
  await draft.flush()
  expect(calls).toHaveLength(1)
  draft.resolve({ content, version: 12 }, 'mine')
  await draft.flush()
  expect(calls[1]).toEqual({ id: 'k1', patch: { statement: 'لي', targets: { below: '5' } }, version: 12 })
})

test('taking the version of the other lets go of what was typed here', async () => {
  const { draft, store } = setUp([new ApiProblem({ status: 412, code: 'http.changed_by_other' })])
  draft.editKeyResult('k1', { statement: 'لي' })
  await draft.flush()
  draft.resolve({ content, version: 12 }, 'theirs')
  expect(draft.state().content.objectives[0]?.keyResults[0]?.statement).toBe('')
  expect(store.pending).toBeNull()
})

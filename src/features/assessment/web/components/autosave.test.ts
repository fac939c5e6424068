import { describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../../ui/api-problem.ts'
import { Autosave, type Pending } from './autosave.ts'

type Typed = { readonly actual?: string }

function typing({ kept = null as Pending<Typed> | null, refuse = [] as ApiProblem[] } = {}) {
  const sent: [string, Typed, number][] = []
  const waiting: (() => void)[] = []
  let stored: Pending<Typed> | null = kept
  const autosave = new Autosave<Typed>({
    version: 1,
    kept,
    now: () => '2026-03-29T08:00:00Z',
    keep: (pending) => {
      stored = pending
    },
    problemIn: (_, { actual }) => (actual === 'many' ? 'decimal.not_a_number' : null),
    schedule: (work) => {
      waiting.push(work)
      return () => waiting.splice(waiting.indexOf(work), 1)
    },
    send: async (name, patch, version) => {
      const problem = refuse.shift()
      if (problem) throw problem
      sent.push([name, patch, version])
      return { version: version + 1 }
    },
  })
  return { autosave, sent, pause: () => waiting.shift()?.(), stored: () => stored }
}

describe('what is typed', () => {
  test('is sent at a pause, each upon the version of the last', async () => {
    const { autosave, sent, stored } = typing()
    autosave.type('one', { actual: '9' })
    autosave.type('two', { actual: '5' })
    autosave.type('one', { actual: '95' })
    expect(stored()).toEqual({ one: { actual: '95' }, two: { actual: '5' } })
    await autosave.flush()
    expect(sent).toEqual([
      ['one', { actual: '95' }, 1],
      ['two', { actual: '5' }, 2],
    ])
    expect(autosave.state()).toMatchObject({ phase: 'saved', version: 3, pending: {} })
    expect(stored()).toBeNull()
  })

  test('stays on the page when it is no value, while the rest is sent', async () => {
    const { autosave, sent } = typing()
    autosave.type('one', { actual: 'many' })
    autosave.type('two', { actual: '5' })
    await autosave.flush()
    expect(sent).toEqual([['two', { actual: '5' }, 1]])
    expect(autosave.state()).toMatchObject({
      phase: 'held',
      pending: { one: { actual: 'many' } },
      refused: { one: 'decimal.not_a_number' },
    })
  })

  test('is kept without a connection and sent when it is back', async () => {
    const { autosave, sent, pause } = typing({ refuse: [new ApiProblem({ status: 0, code: 'http.offline' })] })
    autosave.type('one', { actual: '95' })
    await autosave.flush()
    expect(autosave.state().phase).toBe('offline')
    pause()
    await vi.waitFor(() => expect(autosave.state().phase).toBe('saved'))
    expect(sent).toHaveLength(1)
  })

  test('is there again after a reload', async () => {
    const { autosave, sent } = typing({ kept: { one: { actual: '95' } } })
    expect(autosave.state()).toMatchObject({ phase: 'typing', pending: { one: { actual: '95' } } })
    await autosave.flush()
    expect(sent).toHaveLength(1)
  })
})

describe('when somebody else was faster', () => {
  const faster = () => [new ApiProblem({ status: 412, code: 'http.changed_by_other' })]

  test('nothing is sent until the writer has chosen, and what was typed may stay', async () => {
    const { autosave, sent } = typing({ refuse: faster() })
    autosave.type('one', { actual: '95' })
    await autosave.flush()
    autosave.type('one', { actual: '96' })
    await autosave.flush()
    expect(autosave.state().phase).toBe('conflict')
    expect(sent).toEqual([])
    autosave.resolve(7, 'mine')
    await vi.waitFor(() => expect(sent).toEqual([['one', { actual: '96' }, 7]]))
  })

  test('the other version may be taken instead', async () => {
    const { autosave, sent, stored } = typing({ refuse: faster() })
    autosave.type('one', { actual: '95' })
    await autosave.flush()
    autosave.resolve(7, 'theirs')
    await autosave.flush()
    expect(sent).toEqual([])
    expect(stored()).toBeNull()
  })
})

test('another change waits for what was typed, and is not made where that could not be sent', async () => {
  const { autosave } = typing()
  autosave.type('one', { actual: '95' })
  expect(await autosave.change(async (version) => ({ version: version + 1, name: 'evidence' }))).toEqual({
    version: 3,
    name: 'evidence',
  })
  const offline = typing({ refuse: [new ApiProblem({ status: 0, code: 'http.offline' })] })
  offline.autosave.type('one', { actual: '95' })
  const work = vi.fn(async (version: number) => ({ version }))
  expect(await offline.autosave.change(work)).toBeNull()
  expect(work).not.toHaveBeenCalled()
})

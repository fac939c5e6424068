import { describe, expect, test, vi } from 'vitest'
import { ApiProblem } from './api-problem.ts'
import { refusalOf, type SendFile, Uploads } from './uploads.ts'

const limits = { accept: '.pdf,.png', maxBytes: 10 }
const file = (name: string, content = 'abc') => new File([content], name)

function uploads(send: SendFile) {
  let key = 0
  return new Uploads({ limits, send, newKey: () => `key-${++key}` })
}

describe('before a file is sent', () => {
  test.each([
    ['report.PDF', 10, null],
    ['report.pdf', 11, 'tooBig'],
    ['report.pdf', 0, 'empty'],
    ['report.html', 3, 'wrongKind'],
    ['pdf', 3, 'wrongKind'],
  ])('%s of %i bytes: %s', (name, size, refusal) => {
    expect(refusalOf({ name, size }, limits)).toBe(refusal)
  })
})

describe('files on their way', () => {
  test('go one after the other, and leave the list when they have arrived', async () => {
    const arrive: (() => void)[] = []
    const sent = uploads(() => new Promise<void>((done) => arrive.push(done)))
    sent.add([file('a.pdf'), file('b.pdf')])
    expect(sent.items().map(({ phase }) => phase)).toEqual(['sending', 'waiting'])
    arrive[0]?.()
    await vi.waitFor(() => expect(sent.items().map(({ phase }) => phase)).toEqual(['sending']))
    arrive[1]?.()
    await vi.waitFor(() => expect(sent.items()).toEqual([]))
  })

  test('that cannot be taken are never sent', () => {
    const send = vi.fn<SendFile>()
    const sent = uploads(send)
    sent.add([file('a.html'), file('b.pdf', '')])
    expect(sent.items().map(({ refusal }) => refusal)).toEqual(['wrongKind', 'empty'])
    expect(send).not.toHaveBeenCalled()
  })

  test('are tried again with the same key when no answer came, and with another after a refusal', async () => {
    const problems = [new ApiProblem({ status: 0, code: 'http.offline' }), new ApiProblem({ status: 422, code: 'x' })]
    const keys: string[] = []
    const sent = uploads((_, { idempotencyKey }) => {
      keys.push(idempotencyKey)
      const problem = problems.shift()
      return problem ? Promise.reject(problem) : Promise.resolve()
    })
    sent.add([file('a.pdf')])
    for (const _ of [1, 2]) {
      await vi.waitFor(() => expect(sent.items()[0]?.phase).toBe('failed'))
      sent.retry(sent.items()[0]?.key ?? '')
    }
    await vi.waitFor(() => expect(sent.items()).toEqual([]))
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[1])
  })

  test('stop when they are cancelled', async () => {
    let stopped = false
    const sent = uploads(
      (_, { signal }) =>
        new Promise((_done, fail) =>
          signal.addEventListener('abort', () => {
            stopped = true
            fail(new DOMException('', 'AbortError'))
          }),
        ),
    )
    sent.add([file('a.pdf'), file('b.pdf')])
    sent.drop(sent.items()[0]?.key ?? '')
    expect(stopped).toBe(true)
    await vi.waitFor(() =>
      expect(sent.items().map((item) => [item.file.name, item.phase])).toEqual([['b.pdf', 'sending']]),
    )
  })
})

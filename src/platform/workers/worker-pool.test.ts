import { afterAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../shared/refusal.ts'
import { workerPool } from './worker-pool.ts'

const script = new URL('./test-support/trial-worker.ts', import.meta.url)
const pool = workerPool<{ do: string; parts?: number }>({
  script,
  size: 2,
  timeoutMs: 1500,
  idleMs: 60_000,
  maxHeapMb: 64,
})
afterAll(() => pool.close())

describe('a worker pool', () => {
  test('answers tasks in turn, more of them than it has workers', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => pool.run<string>({ do: name })))
    expect(answers).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('passes a refusal on as a refusal', async () => {
    const refused = pool.run({ do: 'refuse' })
    await expect(refused).rejects.toBeInstanceOf(Refusal)
    await expect(refused).rejects.toMatchObject({ code: 'things.too_many', status: 413, params: { most: 3 } })
  })

  test('reports a failure with its name and message', async () => {
    await expect(pool.run({ do: 'fail' })).rejects.toThrow('TypeError: broken')
  })

  test('hands over parts one by one, waiting until each was taken', async () => {
    const taken: number[] = []
    let busy = 0
    const take = async (part: number) => {
      busy += 1
      expect(busy).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 2))
      taken.push(part)
      busy -= 1
    }
    expect(await pool.run({ do: 'send', parts: 5 }, { take })).toBe('sent')
    expect(taken).toEqual([0, 1, 2, 3, 4])
  })

  test('gives parts of the input as they are asked for', async () => {
    expect(await pool.run({ do: 'sum' }, { give: [1, 2, 3][Symbol.iterator]() })).toBe(6)
    expect(await pool.run({ do: 'sum' })).toBe(0)
  })

  test('ends a task whose taker fails', async () => {
    const take = () => {
      throw new Error('cannot take it')
    }
    await expect(pool.run({ do: 'send', parts: 2 }, { take })).rejects.toThrow('cannot take it')
  })

  test('survives a worker that dies and one that never ends', async () => {
    await expect(pool.run({ do: 'exit' })).rejects.toThrow('ended before its task')
    await expect(pool.run({ do: 'hang' })).rejects.toThrow('too long')
    expect(await pool.run<string>({ do: 'still here' })).toBe('still here')
  })

  test('rejects what is waiting when it closes', async () => {
    const other = workerPool<{ do: string }>({ script, size: 1, timeoutMs: 5000, idleMs: 10, maxHeapMb: 64 })
    const waiting = Promise.allSettled([other.run({ do: 'hang' }), other.run({ do: 'a' })])
    await other.close()
    expect((await waiting).map((each) => each.status)).toEqual(['rejected', 'rejected'])
  })
})

import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../shared/refusal.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

export type TaskChannel = {
  /** Hands a part of the output over and waits until it was taken: nothing piles up in the server thread. */
  send(part: unknown, transfer?: readonly ArrayBuffer[]): Promise<void>
  /** Parts of the input, asked for one by one. */
  received(): AsyncGenerator<unknown>
}

/** Called once by a worker script: answers every task that the server thread sends. */
export function answerTasks(answer: (input: never, channel: TaskChannel) => unknown): void {
  const port = parentPort
  if (!port) throw new Error('answerTasks belongs in a worker thread')
  let waiting: ((message: ToWorker) => void) | undefined
  const post = (message: FromWorker, transfer: readonly ArrayBuffer[] = []) => port.postMessage(message, [...transfer])
  const ask = (message: FromWorker, transfer?: readonly ArrayBuffer[]) =>
    new Promise<ToWorker>((resolve) => {
      waiting = resolve
      post(message, transfer)
    })

  const channel: TaskChannel = {
    async send(part, transfer) {
      await ask({ kind: 'part', part }, transfer)
    },
    async *received() {
      while (true) {
        const message = await ask({ kind: 'more' })
        if (message.kind !== 'part' || message.last) return
        yield message.part
      }
    },
  }

  port.on('message', async (message: ToWorker) => {
    if (message.kind !== 'task') {
      waiting?.(message)
      return
    }
    try {
      post({ kind: 'done', output: await answer(message.input as never, channel) })
    } catch (error) {
      post(described(error))
    }
  })
}

function described(error: unknown): FromWorker {
  if (error instanceof Refusal) {
    return { kind: 'refused', code: error.code, status: error.status, params: error.params }
  }
  return error instanceof Error
    ? { kind: 'failed', name: error.name, message: error.message }
    : { kind: 'failed', name: 'Error', message: String(error) }
}

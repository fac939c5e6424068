import { Worker } from 'node:worker_threads'
import { Refusal } from '../../shared/refusal.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

export type WorkerPool<Input> = {
  /** Runs one task in a worker thread; waits for its turn when all workers are busy. */
  run<Output>(input: Input, exchange?: Exchange): Promise<Output>
  /** Ends the workers; tasks under way are rejected. */
  close(): Promise<void>
}

type Exchange = {
  /** Takes a part of the output as it comes. */
  readonly take?: (part: never) => void | Promise<void>
  /** Gives parts of the input as they are asked for. */
  readonly give?: Iterator<unknown>
}

type Options = {
  /** The worker script, a TypeScript file that calls `answerTasks`. */
  readonly script: URL
  readonly size: number
  /** A task that takes longer is stopped together with its worker. */
  readonly timeoutMs: number
  /** An idle worker ends after this time and gives its memory back. */
  readonly idleMs: number
  readonly maxHeapMb: number
}

type Task = {
  readonly input: unknown
  readonly exchange: Exchange
  readonly resolve: (output: never) => void
  readonly reject: (error: unknown) => void
}

type Running = { readonly worker: Worker; task: Task | undefined; timer: NodeJS.Timeout | undefined }

export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure'
  /** The task used up its time or its memory: what it was given asks for too much. */
  readonly exhausted: boolean

  constructor(message: string, { exhausted = false } = {}) {
    super(message)
    this.exhausted = exhausted
  }
}

/** Worker threads started on first use; an idle pool never keeps the process alive. */
export function workerPool<Input>(options: Options): WorkerPool<Input> {
  const queue: Task[] = []
  const running = new Set<Running>()

  function start(): Running {
    const worker = new Worker(options.script, { resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMb } })
    const entry: Running = { worker, task: undefined, timer: undefined }
    running.add(entry)
    worker.on('message', (message: FromWorker) => void answerTo(entry, message))
    worker.on('error', (error) => drop(entry, broken(error)))
    worker.on('exit', () => drop(entry, new WorkerFailure('the worker ended before its task')))
    return entry
  }

  function drop(entry: Running, reason: WorkerFailure) {
    if (!running.delete(entry)) return
    clearTimeout(entry.timer)
    entry.task?.reject(reason)
    entry.task = undefined
    void entry.worker.terminate()
    next()
  }

  function next() {
    const task = queue[0]
    if (!task) return
    const idle = [...running].find((entry) => !entry.task)
    if (!idle && running.size >= options.size) return
    queue.shift()
    assign(idle ?? start(), task)
  }

  function assign(entry: Running, task: Task) {
    clearTimeout(entry.timer)
    entry.task = task
    entry.worker.ref()
    entry.timer = setTimeout(
      () => drop(entry, new WorkerFailure('the task took too long', { exhausted: true })),
      options.timeoutMs,
    )
    post(entry, { kind: 'task', input: task.input })
  }

  function finish(entry: Running) {
    clearTimeout(entry.timer)
    entry.task = undefined
    entry.worker.unref()
    entry.timer = setTimeout(() => drop(entry, new WorkerFailure('idle')), options.idleMs).unref()
    next()
  }

  async function answerTo(entry: Running, message: FromWorker) {
    const task = entry.task
    if (!task) return
    try {
      if (message.kind === 'part') {
        await task.exchange.take?.(message.part as never)
        post(entry, { kind: 'taken' })
        return
      }
      if (message.kind === 'more') {
        const step = task.exchange.give?.next()
        post(entry, { kind: 'part', part: step?.done === false ? step.value : undefined, last: step?.done !== false })
        return
      }
    } catch (error) {
      task.reject(error)
      entry.task = undefined
      drop(entry, new WorkerFailure('the exchange failed'))
      return
    }
    finish(entry)
    if (message.kind === 'done') task.resolve(message.output as never)
    else if (message.kind === 'refused') task.reject(refusal(message))
    else task.reject(new WorkerFailure(`${message.name}: ${message.message}`))
  }

  return {
    run(input, exchange = {}) {
      return new Promise((resolve, reject) => {
        queue.push({ input, exchange, resolve, reject })
        next()
      })
    },
    async close() {
      const reason = new WorkerFailure('the server is stopping')
      for (const task of queue.splice(0)) task.reject(reason)
      const workers = [...running].map((entry) => entry.worker)
      for (const entry of [...running]) drop(entry, reason)
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function broken(error: unknown): WorkerFailure {
  const { message = String(error), code } = error as { message?: string; code?: unknown }
  return new WorkerFailure(message, { exhausted: code === 'ERR_WORKER_OUT_OF_MEMORY' })
}

function post(entry: Running, message: ToWorker) {
  entry.worker.postMessage(message)
}

function refusal(message: Extract<FromWorker, { kind: 'refused' }>): Refusal {
  const problem = { code: message.code, status: message.status }
  return new Refusal(problem, message.params ? { params: message.params } : {})
}

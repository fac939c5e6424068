import { type ApiProblem, toProblem } from './api-problem.ts'

export type SendFile = (
  file: File,
  how: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void; readonly idempotencyKey: string },
) => Promise<unknown>

/** Why a file is not even sent. */
export type FileRefusal = 'empty' | 'tooBig' | 'wrongKind'

export type FileUpload = {
  readonly key: string
  readonly file: File
  readonly phase: 'waiting' | 'sending' | 'refused' | 'failed'
  /** Sent so far, from 0 to 1. */
  readonly share: number
  readonly refusal: FileRefusal | null
  readonly problem: ApiProblem | null
}

export type FileLimits = { readonly accept: string; readonly maxBytes: number }

/** What is wrong with a file before it is sent, or null: its kind by its ending, no content, too much of it. */
export function refusalOf(
  { name, size }: { readonly name: string; readonly size: number },
  { accept, maxBytes }: FileLimits,
): FileRefusal | null {
  const endings = accept.split(',').map((ending) => ending.trim().toLowerCase())
  if (!endings.some((ending) => name.toLowerCase().endsWith(ending))) return 'wrongKind'
  if (size === 0) return 'empty'
  return size > maxBytes ? 'tooBig' : null
}

type Options = { readonly limits: FileLimits; readonly send: SendFile; readonly newKey: () => string }

/**
 * Files on their way to the server, one after the other. Each can be cancelled, and tried again with the same key, so
 * that a file whose answer was lost is not kept twice. What has arrived leaves the list.
 */
export class Uploads {
  #items: readonly FileUpload[] = []
  #running = new Map<string, AbortController>()
  #keys = new Map<string, string>()
  #listeners = new Set<() => void>()
  #options: Options
  #busy = false

  constructor(options: Options) {
    this.#options = options
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  items = (): readonly FileUpload[] => this.#items

  add(files: readonly File[]): void {
    const taken = files.map((file): FileUpload => {
      const refusal = refusalOf(file, this.#options.limits)
      const key = this.#options.newKey()
      return { key, file, phase: refusal ? 'refused' : 'waiting', share: 0, refusal, problem: null }
    })
    this.#set([...this.#items, ...taken])
    void this.#work()
  }

  retry(key: string): void {
    this.#change(key, { phase: 'waiting', share: 0, problem: null })
    void this.#work()
  }

  /** Stops a file on its way, or takes one that did not arrive off the list. */
  drop(key: string): void {
    this.#running.get(key)?.abort()
    this.#set(this.#items.filter((item) => item.key !== key))
  }

  async #work(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    for (let next = this.#next(); next; next = this.#next()) await this.#sendOne(next)
    this.#busy = false
  }

  #next(): FileUpload | undefined {
    return this.#items.find((item) => item.phase === 'waiting')
  }

  async #sendOne({ key, file }: FileUpload): Promise<void> {
    const stopper = new AbortController()
    const idempotencyKey = this.#keys.get(key) ?? this.#options.newKey()
    this.#keys.set(key, idempotencyKey)
    this.#running.set(key, stopper)
    this.#change(key, { phase: 'sending' })
    const onProgress = (share: number) => this.#change(key, { share })
    try {
      await this.#options.send(file, { signal: stopper.signal, onProgress, idempotencyKey })
      this.#set(this.#items.filter((item) => item.key !== key))
    } catch (thrown) {
      const problem = toProblem(thrown)
      // An answer is remembered under its key: another try needs another one.
      if (problem.status > 0) this.#keys.delete(key)
      this.#change(key, { phase: 'failed', problem })
    } finally {
      this.#running.delete(key)
    }
  }

  #change(key: string, change: Partial<FileUpload>): void {
    this.#set(this.#items.map((item) => (item.key === key ? { ...item, ...change } : item)))
  }

  #set(items: readonly FileUpload[]): void {
    this.#items = items
    for (const listener of this.#listeners) listener()
  }
}

import type { ApiProblem } from '../../../../ui/api-problem.ts'

export type Patch = Readonly<Record<string, unknown>>

/** What has been typed and not yet been acknowledged by the server, by the name of what it belongs to. */
export type Pending<P extends Patch> = Readonly<Record<string, P>>

export type Saved = { readonly version: number }

export type SaveState<P extends Patch> = {
  readonly pending: Pending<P>
  readonly version: number
  readonly savedAt: string | null
  /** `held`: something typed cannot be sent as it is; it stays on the page. */
  readonly phase: 'saved' | 'typing' | 'saving' | 'held' | 'offline' | 'conflict'
  readonly problem: ApiProblem | null
  /** The codes of what is wrong with what was typed, by the same names. */
  readonly refused: Readonly<Record<string, string>>
}

type Options<P extends Patch> = {
  readonly version: number
  /** Sends what was typed upon a version, and says which version that made. */
  readonly send: (name: string, patch: P, version: number) => Promise<Saved>
  /** Why this cannot be sent as it is, or null. */
  readonly problemIn: (name: string, patch: P) => string | null
  /** Keeps what is pending through a reload, an expired session or a closed lid. */
  readonly keep: (pending: Pending<P> | null) => void
  readonly kept: Pending<P> | null
  readonly schedule: (work: () => void, milliseconds: number) => () => void
  readonly now: () => string
}

const pauseOfTyping = 700

/**
 * What is being typed into a page: shown at once, sent at a pause, one call after the other, each upon the version of
 * the last. What could not be sent is kept, never dropped.
 */
export class Autosave<P extends Patch> {
  #state: SaveState<P>
  #options: Options<P>
  #listeners = new Set<() => void>()
  #queue: Promise<void> = Promise.resolve()
  #cancel: (() => void) | null = null

  constructor(options: Options<P>) {
    this.#options = options
    const pending = options.kept ?? {}
    this.#state = {
      pending,
      version: options.version,
      savedAt: null,
      phase: isEmpty(pending) ? 'saved' : 'typing',
      problem: null,
      refused: {},
    }
    if (!isEmpty(pending)) this.#later()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  state = (): SaveState<P> => this.#state

  type(name: string, patch: P): void {
    const { phase, pending } = this.#state
    this.#setPending({ ...pending, [name]: { ...pending[name], ...patch } })
    this.#set({ phase: phase === 'conflict' ? phase : 'typing' })
    this.#later()
  }

  /** Sends what is pending now. Resolves when the server has it, or when it could not be sent. */
  flush(): Promise<void> {
    this.#cancel?.()
    this.#cancel = null
    return this.#enqueue(() => this.#sendPending())
  }

  /** Does something else to the same record, upon its version, after everything typed so far has been sent. */
  async change<T extends Saved>(work: (version: number) => Promise<T>): Promise<T | null> {
    await this.flush()
    if (this.#state.phase === 'conflict' || this.#state.phase === 'offline') return null
    let done: T | null = null
    await this.#enqueue(async () => {
      this.#set({ phase: 'saving' })
      try {
        done = await work(this.#state.version)
        this.#set({ version: done.version, savedAt: this.#options.now(), phase: this.#restingPhase(), problem: null })
      } catch (thrown) {
        this.#failed(thrown as ApiProblem)
      }
    })
    return done
  }

  /** The record was read anew, and nothing is on its way. */
  seen(version: number): void {
    if (version > this.#state.version && this.#state.phase !== 'conflict') this.#set({ version })
  }

  /** After a conflict: builds on what the server has now, keeping what was typed here, or letting it go. */
  resolve(version: number, choice: 'mine' | 'theirs'): void {
    if (choice === 'theirs') this.#setPending({})
    this.#set({ version, phase: this.#restingPhase(), problem: null, refused: {} })
    if (choice === 'mine') void this.flush()
  }

  #later(): void {
    this.#cancel?.()
    this.#cancel = this.#options.schedule(() => void this.flush(), pauseOfTyping)
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work, work)
    return this.#queue
  }

  async #sendPending(): Promise<void> {
    if (this.#state.phase === 'conflict') return
    for (const [name, patch] of Object.entries(this.#state.pending)) {
      const wrong = this.#options.problemIn(name, patch)
      this.#mark(name, wrong)
      if (wrong) continue
      this.#set({ phase: 'saving' })
      try {
        const { version } = await this.#options.send(name, patch, this.#state.version)
        this.#set({ version, savedAt: this.#options.now(), problem: null })
        this.#acknowledge(name, patch)
      } catch (thrown) {
        this.#failed(thrown as ApiProblem)
        return
      }
    }
    if (this.#cancel === null) this.#set({ phase: this.#restingPhase() })
  }

  #failed(problem: ApiProblem): void {
    if (problem.status === 412) {
      this.#set({ phase: 'conflict', problem })
      return
    }
    const noAnswer = problem.status === 0 || problem.status === 401 || problem.status >= 500
    this.#set({ phase: noAnswer ? 'offline' : 'held', problem })
    if (noAnswer && problem.status !== 401) this.#cancel = this.#options.schedule(() => void this.flush(), 5_000)
  }

  /** Forgets what the server has, unless it was typed anew meanwhile. */
  #acknowledge(name: string, sent: P): void {
    const { [name]: now, ...others } = this.#state.pending
    const rest = Object.entries(now ?? {}).filter(([key, value]) => sent[key] !== value)
    this.#setPending(rest.length > 0 ? { ...others, [name]: Object.fromEntries(rest) as P } : others)
  }

  #mark(name: string, code: string | null): void {
    const { [name]: _, ...others } = this.#state.refused
    this.#set({ refused: code ? { ...others, [name]: code } : others })
  }

  #restingPhase(): SaveState<P>['phase'] {
    return isEmpty(this.#state.pending) ? 'saved' : 'held'
  }

  #setPending(pending: Pending<P>): void {
    this.#set({ pending })
    this.#options.keep(isEmpty(pending) ? null : pending)
  }

  #set(change: Partial<SaveState<P>>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function isEmpty(pending: object): boolean {
  return Object.keys(pending).length === 0
}

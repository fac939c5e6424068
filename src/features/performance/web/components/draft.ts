import type { ApiProblem } from '../../../../ui/api-problem.ts'
import type { Content, KeyResult, Objective, ObjectiveClass } from '../../domain/document.ts'
import { parsedWeight } from '../../domain/weights.ts'

export type KeyResultPatch = {
  readonly statement?: string
  readonly dataType?: KeyResult['dataType']
  readonly targets?: Partial<KeyResult['targets']>
  readonly weight?: string | null
}
export type ObjectivePatch = { readonly title?: string; readonly class?: ObjectiveClass }

/** What has been typed and not yet been acknowledged by the server. */
export type Pending = {
  readonly objectives: Readonly<Record<string, ObjectivePatch>>
  readonly keyResults: Readonly<Record<string, KeyResultPatch>>
}

export type Saved = { readonly version: number; readonly savedAt: string }

/** The calls that a draft makes; each carries the version that it builds on. */
export type DraftServer = {
  readonly patchObjective: (id: string, patch: ObjectivePatch, version: number) => Promise<Saved>
  readonly patchKeyResult: (id: string, patch: KeyResultPatch, version: number) => Promise<Saved>
}

export type DraftState = {
  readonly content: Content
  readonly version: number
  readonly savedAt: string | null
  /** `held`: something typed cannot be sent as it is; it stays on the page. */
  readonly phase: 'saved' | 'typing' | 'saving' | 'held' | 'offline' | 'conflict'
  readonly problem: ApiProblem | null
  /** Codes by path, such as `keyResults/<id>/weight`, of what the server or the field refuses. */
  readonly refused: Readonly<Record<string, string>>
}

export type DraftOptions = {
  readonly content: Content
  readonly version: number
  readonly server: DraftServer
  /** Keeps what is pending through a reload, an expired session or a closed lid. */
  readonly keep: (pending: Pending | null) => void
  readonly kept: Pending | null
  readonly schedule: (work: () => void, milliseconds: number) => () => void
}

const nothing: Pending = { objectives: {}, keyResults: {} }
const pauseOfTyping = 700

/**
 * A document while it is being written: shows each stroke at once, sends it at a pause, one call after the other, each
 * upon the version of the last. What could not be sent is kept, never dropped.
 */
export class Draft {
  #state: DraftState
  #pending: Pending
  #options: DraftOptions
  #listeners = new Set<() => void>()
  #queue: Promise<void> = Promise.resolve()
  #cancel: (() => void) | null = null

  constructor(options: DraftOptions) {
    this.#options = options
    this.#pending = onlyKnown(options.kept ?? nothing, options.content)
    this.#state = {
      content: applied(options.content, this.#pending),
      version: options.version,
      savedAt: null,
      phase: isEmpty(this.#pending) ? 'saved' : 'typing',
      problem: null,
      refused: {},
    }
    if (!isEmpty(this.#pending)) this.#later()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  state = (): DraftState => this.#state

  get hasUnsaved(): boolean {
    return !isEmpty(this.#pending)
  }

  /** Ids of the objectives and key results in which something typed has not been sent. */
  get unsentIn(): ReadonlySet<string> {
    return new Set([...Object.keys(this.#pending.objectives), ...Object.keys(this.#pending.keyResults)])
  }

  editObjective(id: string, patch: ObjectivePatch): void {
    const merged = { ...this.#pending.objectives[id], ...patch }
    this.#typed({ ...this.#pending, objectives: { ...this.#pending.objectives, [id]: merged } })
  }

  editKeyResult(id: string, patch: KeyResultPatch): void {
    const before = this.#pending.keyResults[id]
    const targets = { ...before?.targets, ...patch.targets }
    const merged = { ...before, ...patch, ...(Object.keys(targets).length > 0 && { targets }) }
    this.#typed({ ...this.#pending, keyResults: { ...this.#pending.keyResults, [id]: merged } })
  }

  /** Sends what is pending now. Resolves when the server has it, or when it could not be sent. */
  flush(): Promise<void> {
    this.#cancel?.()
    this.#cancel = null
    return this.#enqueue(() => this.#sendPending())
  }

  /**
   * Does something that changes the shape of the document, after everything typed so far has been sent. `change` gets
   * the version to build on and answers with the document as it then is.
   */
  async change(work: (version: number, content: Content) => Promise<Saved & { content?: Content }>): Promise<boolean> {
    await this.flush()
    if (this.#state.phase === 'conflict' || this.#state.phase === 'offline') return false
    let done = false
    await this.#enqueue(async () => {
      this.#set({ phase: 'saving' })
      try {
        const { version, savedAt, content } = await work(this.#state.version, this.#state.content)
        const next = content ? applied(content, this.#pending) : this.#state.content
        this.#set({ version, savedAt, content: next, phase: this.#restingPhase(), problem: null })
        done = true
      } catch (thrown) {
        this.#failed(thrown as ApiProblem)
      }
    })
    return done
  }

  /** After a conflict: builds on what the server has now, keeping what was typed here, or letting it go. */
  resolve({ content, version }: { content: Content; version: number }, choice: 'mine' | 'theirs'): void {
    this.#setPending(choice === 'mine' ? onlyKnown(this.#pending, content) : nothing)
    this.#set({
      content: applied(content, this.#pending),
      version,
      phase: this.#restingPhase(),
      problem: null,
      refused: {},
    })
    if (choice === 'mine') void this.flush()
  }

  #typed(pending: Pending): void {
    this.#setPending(pending)
    const content = applied(this.#state.content, pending)
    const phase = this.#state.phase === 'conflict' ? 'conflict' : 'typing'
    this.#set({ content, phase })
    this.#later()
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
    for (const [id, patch] of Object.entries(this.#pending.objectives)) {
      const sent = await this.#send(() => this.#options.server.patchObjective(id, patch, this.#state.version))
      if (!sent) return
      this.#acknowledge('objectives', id, patch)
    }
    for (const [id, patch] of Object.entries(this.#pending.keyResults)) {
      const { sendable, held } = parted(patch)
      this.#mark(id, held)
      if (Object.keys(sendable).length === 0) continue
      const sent = await this.#send(() => this.#options.server.patchKeyResult(id, sendable, this.#state.version))
      if (!sent) return
      this.#acknowledge('keyResults', id, sendable)
    }
    if (this.#cancel === null) this.#set({ phase: this.#restingPhase() })
  }

  async #send(call: () => Promise<Saved>): Promise<boolean> {
    this.#set({ phase: 'saving' })
    try {
      const { version, savedAt } = await call()
      this.#set({ version, savedAt, problem: null })
      return true
    } catch (thrown) {
      this.#failed(thrown as ApiProblem)
      return false
    }
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
  #acknowledge(kind: keyof Pending, id: string, sent: KeyResultPatch | ObjectivePatch): void {
    const rest = without(this.#pending[kind][id] ?? {}, sent)
    const others = Object.fromEntries(Object.entries(this.#pending[kind]).filter(([key]) => key !== id))
    this.#setPending({ ...this.#pending, [kind]: Object.keys(rest).length > 0 ? { ...others, [id]: rest } : others })
  }

  #mark(id: string, code: string | null): void {
    const path = `keyResults/${id}/weight`
    const { [path]: _, ...others } = this.#state.refused
    this.#set({ refused: code ? { ...others, [path]: code } : others })
  }

  #restingPhase(): DraftState['phase'] {
    return isEmpty(this.#pending) ? 'saved' : 'held'
  }

  #setPending(pending: Pending): void {
    this.#pending = pending
    this.#options.keep(isEmpty(pending) ? null : pending)
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** A weight that cannot be read stays here with its sentence; the rest of the line is sent. */
function parted(patch: KeyResultPatch): { sendable: KeyResultPatch; held: string | null } {
  if (patch.weight === undefined || patch.weight === null) return { sendable: patch, held: null }
  const parsed = parsedWeight(patch.weight)
  if (parsed.ok) return { sendable: patch, held: null }
  const { weight: _, ...sendable } = patch
  return { sendable, held: parsed.why }
}

function without(now: Record<string, unknown>, sent: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => !(key in sent) || JSON.stringify(sent[key]) !== JSON.stringify(value)),
  )
}

function applied(content: Content, pending: Pending): Content {
  return {
    objectives: content.objectives.map(
      (objective): Objective => ({
        ...objective,
        ...pending.objectives[objective.id],
        keyResults: objective.keyResults.map((keyResult): KeyResult => {
          const patch = pending.keyResults[keyResult.id]
          return patch ? { ...keyResult, ...patch, targets: { ...keyResult.targets, ...patch.targets } } : keyResult
        }),
      }),
    ),
  }
}

/** Drops what was typed into lines that are no longer there. */
function onlyKnown(pending: Pending, { objectives }: Content): Pending {
  const known = new Set(objectives.flatMap((one) => [one.id, ...one.keyResults.map((keyResult) => keyResult.id)]))
  const pick = <T>(from: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(from).filter(([id]) => known.has(id)))
  return { objectives: pick(pending.objectives), keyResults: pick(pending.keyResults) }
}

function isEmpty(pending: Pending): boolean {
  return Object.keys(pending.objectives).length === 0 && Object.keys(pending.keyResults).length === 0
}

import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'

/** The running cycle as the frame of every page shows it. */
export type RunningCycle = {
  readonly kind: 'quarter' | 'third' | 'half' | 'year'
  readonly year: number
  readonly ordinal: number
  /** The end of the message key `shell.phase.*`. */
  readonly phase: string
  readonly day: number
  readonly of: number
}

type Asked = { readonly actor: EntityActor; readonly now: Date }

/** What a feature adds to `GET /api/me`: what the person may open, numbers beside the menu, the running cycle. */
export type MeProvider = {
  readonly can?: (tx: Tx, request: Asked) => Promise<Readonly<Record<string, boolean>>>
  readonly counts?: (tx: Tx, request: Asked) => Promise<Readonly<Record<string, number>>>
  readonly cycle?: (tx: Tx, request: Asked) => Promise<RunningCycle | null>
}

/** A first step of a new entity; its words are `firstSteps.<name>` and `firstSteps.<name>_hint`. */
export type FirstStep = {
  readonly name: string
  readonly link: string
  readonly done: (tx: Tx, request: { now: Date }) => Promise<boolean>
}

export type AccountConnections = {
  readonly me: readonly MeProvider[]
  readonly firstSteps: readonly FirstStep[]
}

let connected: AccountConnections = { me: [], firstSteps: [] }
let visible = false

/** Called once by src/app, which alone knows every feature. */
export function connectAccounts(connections: AccountConnections): void {
  connected = connections
}

export function accountConnections(): AccountConnections {
  return connected
}

/** Whether text messages stay to be read on a page instead of leaving: said by src/app when it starts. */
export function showMessages(shown: boolean): void {
  visible = shown
}

export function messagesAreVisible(): boolean {
  return visible
}

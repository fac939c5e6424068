import type { Tx } from '../../platform/db/database.ts'
import type { EntityActor } from '../../shared/actor.ts'

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

type MeRequest = { readonly actor: EntityActor; readonly now: Date }

/** What a feature adds to `GET /api/me`: what the person may open, numbers beside the menu, the running cycle. */
export type MeProvider = {
  readonly can?: (tx: Tx, request: MeRequest) => Promise<Readonly<Record<string, boolean>>>
  readonly counts?: (tx: Tx, request: MeRequest) => Promise<Readonly<Record<string, number>>>
  readonly cycle?: (tx: Tx, request: MeRequest) => Promise<RunningCycle | null>
}

let providers: readonly MeProvider[] = []

/** Called once by the application, which alone knows every feature. */
export function connectMe(given: readonly MeProvider[]): void {
  providers = given
}

export function meProviders(): readonly MeProvider[] {
  return providers
}

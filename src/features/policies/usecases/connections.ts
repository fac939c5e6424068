import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { PolicyKey } from '../domain/catalogue.ts'

type Name = { readonly ar: string; readonly en: string }

/** A value that waits for a second person. */
export type ProposedValue = {
  readonly id: string
  readonly key: PolicyKey
  readonly title: Name
  readonly year: number
  /** The employee who proposes. */
  readonly proposer: { readonly id: string; readonly name: Name }
}

export type ProposalOutcome = 'confirmed' | 'declined' | 'withdrawn' | 'superseded'

type Act = { readonly newId: NewId; readonly now: Date }

type Connected = {
  /** Puts the proposal on the lists of those who may confirm it. */
  readonly proposed: (
    tx: Tx,
    request: Act & { readonly proposal: ProposedValue; readonly confirmers: readonly string[] },
  ) => Promise<void>
  /** Takes it off their lists and tells the proposer. */
  readonly decided: (
    tx: Tx,
    request: Act & {
      readonly proposal: ProposedValue
      readonly outcome: ProposalOutcome
      /** The employee who acted. */
      readonly by: string
      readonly note: string | null
    },
  ) => Promise<void>
  /**
   * Whether the results of a year are so far that a value which decides its grades stays; without a key, whether they
   * are computed at all.
   */
  readonly frozenYear: (tx: Tx, request: { readonly year: number; readonly key?: PolicyKey }) => Promise<boolean>
}

const alone: Connected = {
  proposed: async () => {},
  decided: async () => {},
  frozenYear: async () => false,
}
let connected: Connected = alone

/** Called by the application, which alone knows every feature; what is left out stays as it was. */
export function connectPolicies(slots: Partial<Connected>): void {
  connected = { ...connected, ...slots }
}

export function policyConnections(): Connected {
  return connected
}

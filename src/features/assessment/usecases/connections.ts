import type { Tx } from '../../../platform/db/database.ts'

/** What later features tell this one; src/app connects them. */
export type AssessmentConnections = {
  /** Whether the year's results are frozen: nothing in its cycles changes any more (AMB-29). */
  yearFrozen(
    tx: Tx,
    request: {
      readonly year: number
      /** Keeps the year from being frozen before this transaction ends. */
      readonly hold?: boolean
    },
  ): Promise<boolean>
}

let connected: AssessmentConnections = { yearFrozen: async () => false }

/** Called once by src/app. */
export function connectAssessment(connections: AssessmentConnections): void {
  connected = connections
}

export function connections(): AssessmentConnections {
  return connected
}

import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { MoveName } from '../domain/workflow.ts'

export type YearMoved = {
  readonly year: number
  readonly move: MoveName
  readonly actor: EntityActor | null
  readonly newId: NewId
  readonly now: Date
}

export type ViewRecorded = {
  readonly year: number
  readonly employeeId: string
  /** Null when the supervisor took the view back. */
  readonly rank: string | null
  readonly by: string
  readonly newId: NewId
  readonly now: Date
}

export type GrievanceState = { readonly id: string; readonly status: string }

/** What later features tell this one, and what they are told. */
export type AppraisalConnections = {
  /** How many nominations of the year nobody has decided. */
  readonly undecidedExcellence: (tx: Tx, request: { year: number }) => Promise<number>
  /** Whether the committee sits at this moment. */
  readonly openSitting: (tx: Tx, request: { year: number }) => Promise<boolean>
  /** The grievance against a result, if there is one. */
  readonly grievanceOf: (tx: Tx, request: { employeeId: string; year: number }) => Promise<GrievanceState | null>
  /** Whether somebody deals with a person's result as a member of a committee, so that they may read why. */
  readonly judges: (
    tx: Tx,
    request: { memberId: string; employeeId: string; year: number; today: string },
  ) => Promise<boolean>
  /** Told in the transaction of the move, after it: the curve is applied after a freeze, cases open, windows start. */
  readonly yearMoved: readonly ((tx: Tx, event: YearMoved) => Promise<void>)[]
  readonly viewRecorded: readonly ((tx: Tx, event: ViewRecorded) => Promise<void>)[]
}

let connected: AppraisalConnections = {
  undecidedExcellence: async () => 0,
  openSitting: async () => false,
  grievanceOf: async () => null,
  judges: async () => false,
  yearMoved: [],
  viewRecorded: [],
}

/** Called once by src/app, which alone knows every feature. What is not given stays as if nobody were there. */
export function connectAppraisal(connections: Partial<AppraisalConnections>): void {
  connected = { ...connected, ...connections }
}

export function appraisalConnections(): AppraisalConnections {
  return connected
}

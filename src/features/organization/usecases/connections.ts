import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { DelegationScope } from '../domain/vocabulary.ts'

type Told = { readonly newId: NewId; readonly now: Date }

export type DelegationFact = {
  readonly id: string
  readonly delegatorId: string
  readonly delegateId: string
  readonly scopes: readonly DelegationScope[]
  readonly startsOn: string
  readonly endsOn: string
}

/** Told in the transaction of the change: later features connect themselves in src/app. */
export type OrganizationEvents = {
  /** New people: accounts makes them able to sign in. Up to 100,000 at once. */
  employeesAdded?(
    tx: Tx,
    fact: Told & {
      readonly entityId: string
      readonly employees: readonly { readonly employeeId: string; readonly civilNumber: string }[]
    },
  ): Promise<void>
  /** A civil number was corrected: the person signs in with the new one. */
  civilNumberCorrected?(
    tx: Tx,
    fact: Told & { readonly employeeId: string; readonly from: string; readonly to: string },
  ): Promise<void>
  /** From `on`, the employee answers to another supervisor (AMB-18). */
  supervisorChanged?(
    tx: Tx,
    fact: Told & {
      readonly employeeId: string
      readonly from: string | null
      readonly to: string | null
      readonly on: string
    },
  ): Promise<void>
  /** From `on`, the employee works in another division (AMB-17). */
  employeeTransferred?(
    tx: Tx,
    fact: Told & {
      readonly employeeId: string
      readonly from: string | null
      readonly to: string
      readonly on: string
    },
  ): Promise<void>
  /** The last day of service was recorded, or taken back (AMB-20). */
  serviceChanged?(tx: Tx, fact: Told & { readonly employeeId: string; readonly lastDay: string | null }): Promise<void>
  /** Absences of the employee between the two days were recorded, corrected or removed (AMB-19). */
  absencesChanged?(
    tx: Tx,
    fact: Told & { readonly employeeId: string; readonly startsOn: string; readonly endsOn: string },
  ): Promise<void>
  /** Someone now acts for somebody (N-19). `affected`: the delegator's direct reports. */
  delegationStarted?(
    tx: Tx,
    fact: Told & { readonly delegation: DelegationFact; readonly affected: readonly string[] },
  ): Promise<void>
  /** It ran out, or was revoked (N-19). */
  delegationEnded?(
    tx: Tx,
    fact: Told & {
      readonly delegation: DelegationFact
      readonly affected: readonly string[]
      readonly revoked: boolean
    },
  ): Promise<void>
}

let connected: OrganizationEvents = {}

/** Called once by src/app; what is not connected is told to nobody. */
export function connectOrganization(events: OrganizationEvents): void {
  connected = events
}

export function connections(): OrganizationEvents {
  return connected
}

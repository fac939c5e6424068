import type { Tx } from '../../platform/db/database.ts'
import type { EntityActor } from '../../shared/actor.ts'
import { catalogue, type PolicyKey, type PolicyValues, policyKeys } from './domain/catalogue.ts'
import type { EntityCalendar } from './domain/entity-calendar.ts'
import { confirmingRoles, mayRead } from './policy.ts'
import { holdGrading } from './repository.ts'
import { readCalendar, valuesInForce, waitingFor } from './views.ts'

export type { PolicyKey, PolicyValues } from './domain/catalogue.ts'
export type { EntityCalendar } from './domain/entity-calendar.ts'
export { connectPolicies, type ProposalOutcome } from './usecases/connections.ts'

export type PolicyInForce<K extends PolicyKey> = {
  readonly value: PolicyValues[K]
  /** Of the year for which it was set; 0 for the default. With `setForYear` it names the setting for ever. */
  readonly version: number
  readonly setForYear: number | null
  /** What the entity named as its source, else where the default is argued. */
  readonly source: string
  /** False while the default holds and no official text gives it. */
  readonly official: boolean
}

/** A value as it holds in a year: its own setting, else the nearest earlier year's, else the default (O-67). */
export async function policyValue<K extends PolicyKey>(
  tx: Tx,
  { key, year }: { readonly key: K; readonly year: number },
): Promise<PolicyInForce<K>> {
  const values = await policyValues(tx, { keys: [key], year })
  return values[key]
}

/** Several values in one statement. */
export async function policyValues<K extends PolicyKey>(
  tx: Tx,
  { keys, year }: { readonly keys: readonly K[]; readonly year: number },
): Promise<{ readonly [P in K]: PolicyInForce<P> }> {
  const held = await valuesInForce(tx, { year, keys })
  return Object.fromEntries(
    held.map(({ key, value, settingVersion, setForYear, source }) => [
      key,
      {
        value,
        version: settingVersion,
        setForYear,
        source: source ?? catalogue[key].reference,
        official: setForYear !== null ? source !== null : catalogue[key].official,
      },
    ]),
  ) as never
}

/** Every value that holds in a year: what the frozen record of that year keeps. */
type PolicySnapshot = { readonly [K in PolicyKey]: PolicyInForce<K> }

/**
 * All values of a year at once, for its frozen record. Until the transaction ends nothing that decides grades can be
 * confirmed: a year that is frozen in the same transaction keeps what was read.
 */
export async function policySnapshot(tx: Tx, { year }: { readonly year: number }): Promise<PolicySnapshot> {
  await holdGrading(tx)
  return policyValues(tx, { keys: policyKeys, year })
}

/** The entity's calendar: time zone, weekend, holidays, and counting in working days. One statement. */
export async function calendarOf(tx: Tx, { year }: { readonly year?: number } = {}): Promise<EntityCalendar> {
  return readCalendar(tx, { year })
}

type Asking = { readonly actor: Pick<EntityActor, 'roles' | 'employeeId'> }

/** What the menu asks of this feature. */
export const policiesMe = {
  can: async (_tx: Tx, { actor }: Asking): Promise<Record<string, boolean>> => ({ 'policies.read': mayRead(actor) }),
  counts: async (tx: Tx, { actor: { employeeId, roles } }: Asking): Promise<Record<string, number>> =>
    employeeId !== null && confirmingRoles.some((role) => roles.includes(role))
      ? { policies: await waitingFor(tx, { employeeId }) }
      : {},
}

/** What this feature puts on people's lists, and where it leads. */
export const proposalItem = { kind: 'policies.confirm', subject: 'policy_proposal' } as const
export const policyLinks = { policy_proposal: (id: string) => `/administration/policies/proposals/${id}` }

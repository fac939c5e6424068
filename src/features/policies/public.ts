import type { Tx } from '../../platform/db/database.ts'
import type { Actor } from '../../shared/actor.ts'
import type { PolicyKey, PolicyValues } from './domain/catalogue.ts'
import type { EntityCalendar } from './domain/entity-calendar.ts'
import { mayRead } from './policy.ts'
import { policiesOf, readCalendar } from './views.ts'

export type { PolicyKey, PolicyValues } from './domain/catalogue.ts'
export type { EntityCalendar } from './domain/entity-calendar.ts'

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
  const [only] = keys
  const views = await policiesOf(tx, { year, ...(keys.length === 1 && only && { key: only }) })
  return Object.fromEntries(
    views
      .filter((view) => (keys as readonly PolicyKey[]).includes(view.key))
      .map((view) => [
        view.key,
        {
          value: view.value,
          version: view.settingVersion,
          setForYear: view.setForYear,
          source: view.source ?? view.reference,
          official: view.setForYear !== null ? view.source !== null : view.official,
        },
      ]),
  ) as never
}

/** The entity's calendar: time zone, weekend, holidays, and counting in working days. One statement. */
export async function calendarOf(tx: Tx, { year }: { readonly year?: number } = {}): Promise<EntityCalendar> {
  return readCalendar(tx, { year })
}

/** What the menu asks of this feature. */
export const policiesMe = {
  can: async (_tx: Tx, { actor }: { readonly actor: Pick<Actor, 'roles'> }): Promise<Record<string, boolean>> => ({
    'policies.read': mayRead(actor),
  }),
}

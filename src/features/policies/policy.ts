import { type Actor, hasRole } from '../../shared/actor.ts'
import type { SignInRole } from '../../shared/roles.ts'
import { catalogue, type PolicyKey } from './domain/catalogue.ts'

type Roles = Pick<Actor, 'roles'>

/** Who confirms what decides grades: the head's office, or the head; never the proposer (O-67). */
export const confirmingRoles = ['head_office', 'head'] as const satisfies readonly SignInRole[]

export function mayRead(actor: Roles): boolean {
  return hasRole(actor, 'entity_administrator', 'ejada_team', 'auditor', ...confirmingRoles)
}

/** Each value has its owners; the entity's administrator where none are named. */
export function maySet(actor: Roles, key: PolicyKey): boolean {
  return hasRole(actor, ...(catalogue[key].setBy ?? ['entity_administrator']))
}

export function mayKeepHolidays(actor: Roles): boolean {
  return hasRole(actor, 'entity_administrator')
}

type Person = Pick<Actor, 'roles' | 'employeeId'>
type Waiting = { readonly status: string; readonly proposerId: string | null }

/** What somebody may do with a proposal; nothing once it is decided. */
export function abilitiesIn(actor: Person, { status, proposerId }: Waiting) {
  const own = actor.employeeId !== null && actor.employeeId === proposerId
  const open = status === 'proposed'
  const second = open && !own && actor.employeeId !== null && hasRole(actor, ...confirmingRoles)
  return { confirm: second, decline: second, withdraw: open && own }
}

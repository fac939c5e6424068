import { type Actor, hasRole } from '../../shared/actor.ts'

type Roles = Pick<Actor, 'roles'>

/** The Ejada team works with the values and reads them; the entity's administrator decides them (O-67). */
export function mayRead(actor: Roles): boolean {
  return mayChange(actor) || hasRole(actor, 'ejada_team', 'auditor', 'head_office', 'head')
}

export function mayChange(actor: Roles): boolean {
  return hasRole(actor, 'entity_administrator')
}

import { type Actor, hasRole } from '../../shared/actor.ts'

type Roles = Pick<Actor, 'roles'>

/** Versions are imported and approved by planning and the entity's administrator; everyone else reads what is in force. */
export function mayManagePlan(actor: Roles): boolean {
  return hasRole(actor, 'planning', 'entity_administrator')
}

/** Those who see the whole entity read the directions to every division; others those that reach their own. */
export function readsAllDirections(actor: Roles): boolean {
  return hasRole(actor, 'planning', 'head', 'head_office', 'ejada_team', 'vision_office_director', 'auditor')
}

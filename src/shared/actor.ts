import type { SignInRole } from './roles.ts'

/** Who asks: minted by the session layer alone, once per request. */
export type Actor = {
  readonly identityId: string
  /** The entity that the session is working in; null for a platform administrator outside every entity. */
  readonly entityId: string | null
  /** The employee record of the identity in that entity, when there is one. */
  readonly employeeId: string | null
  readonly roles: readonly SignInRole[]
  readonly sessionId: string
}

/** An actor who works inside one entity: the proof of scope that tenant code asks for. */
export type EntityActor = Actor & { readonly entityId: string }

/** An actor who is an employee of the entity. */
export type EmployeeActor = EntityActor & { readonly employeeId: string }

export function hasRole(actor: Pick<Actor, 'roles'>, ...roles: readonly SignInRole[]): boolean {
  return roles.some((role) => actor.roles.includes(role))
}

import { type Actor, hasRole } from '../../shared/actor.ts'

/** What the policy looks at of somebody's place towards an employee. */
export type Standing = { readonly employeeId: string; readonly lineAbove: readonly string[] }

type Ability = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/** Who keeps the organization's facts. */
export function mayAdminister(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'entity_administrator')
}

/** Who reads the list of all employees. */
export function mayReadPeople(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'entity_administrator', 'ejada_team', 'auditor', 'head', 'head_office')
}

/** The person, those above in the line, and the readers of all. */
export function maySee(actor: Pick<Actor, 'roles' | 'employeeId'>, { employeeId, lineAbove }: Standing): boolean {
  return mayReadPeople(actor) || actor.employeeId === employeeId || isAbove(actor, lineAbove)
}

/** The kind of an absence can be a matter of health: administrators, the person and the direct supervisor. */
export function maySeeAbsenceKind(actor: Pick<Actor, 'roles' | 'employeeId'>, standing: Standing): boolean {
  const isSupervisor = actor.employeeId !== null && standing.lineAbove[0] === actor.employeeId
  return mayAdminister(actor) || actor.employeeId === standing.employeeId || isSupervisor
}

export function maySeeCivilNumber(actor: Pick<Actor, 'roles' | 'employeeId'>, employeeId: string): boolean {
  return mayAdminister(actor) || actor.employeeId === employeeId
}

/** The delegator, an official above the delegator, or an administrator (AMB-22). */
export function mayDelegateFor(actor: Pick<Actor, 'roles' | 'employeeId'>, delegator: Standing): boolean {
  return mayAdminister(actor) || actor.employeeId === delegator.employeeId || isAbove(actor, delegator.lineAbove)
}

/** Who declared it for oneself, or an administrator: what was recorded for somebody is not for that person to lift. */
export function mayEndRelation(
  actor: Pick<Actor, 'roles' | 'employeeId'>,
  { employeeId, declaredBy }: { readonly employeeId: string; readonly declaredBy: string },
): boolean {
  return mayAdminister(actor) || (actor.employeeId === employeeId && declaredBy === employeeId)
}

export function ability(allowed: boolean, why = 'http.forbidden'): Ability {
  return allowed ? { allowed: true } : { allowed: false, why }
}

function isAbove({ employeeId }: Pick<Actor, 'employeeId'>, lineAbove: readonly string[]): boolean {
  return employeeId !== null && lineAbove.includes(employeeId)
}

import type { Actor } from '../../shared/actor.ts'
import { hasRole } from '../../shared/actor.ts'
import type { Part } from './domain/workflow.ts'

export type Capacity = 'chair' | 'member' | 'secretary'

/**
 * What an actor is to the committee's work: the capacity in it on the day, and a reader as head or auditor. Nobody else
 * sees any of it; administrators and the Ejada team are nothing here (AMB-30, AMB-40).
 */
export function partsOf(actor: Pick<Actor, 'roles'>, capacity: Capacity | null): Part[] {
  return [...(capacity ? [capacity] : []), ...(hasRole(actor, 'head', 'auditor') ? (['reader'] as const) : [])]
}

/** Who calls sittings and keeps attendance and minutes. */
export function keepsPapers(parts: readonly Part[]): boolean {
  return parts.includes('chair') || parts.includes('secretary')
}

/** Who may judge at all. */
export function isVoter(capacity: Capacity): boolean {
  return capacity !== 'secretary'
}

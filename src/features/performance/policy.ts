import type { Actor } from '../../shared/actor.ts'
import { hasRole } from '../../shared/actor.ts'
import type { Part } from './domain/facts.ts'

/** Who stands around one document on the day of asking. */
export type Relations = {
  readonly employeeId: string
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly draftedBy: string | null
  /** For whom the actor may approve documents today (AMB-22). */
  readonly actingFor: readonly string[]
}

type View = 'full' | 'links' | 'status'

export type Standing = {
  /** In the order in which a move tries them. */
  readonly parts: readonly Part[]
  readonly view: View
  /** The one for whom a part is played by a delegate. */
  readonly behalf: Readonly<Partial<Record<Part, string>>>
}

type Person = Pick<Actor, 'employeeId' | 'roles'>

/**
 * What the actor is to a document, or null: then it does not exist for the actor (AMB-22, 23, 40). The employee
 * concerned is never anything else to the own document, whatever was delegated.
 */
export function standingOf(actor: Person, relations: Relations): Standing | null {
  const me = actor.employeeId
  if (me !== null && me === relations.employeeId) return { parts: ['employee'], view: 'full', behalf: {} }
  const behalf: Partial<Record<Part, string>> = {}
  const parts: Part[] = []
  for (const [part, holder] of [
    ['supervisor', relations.supervisorId],
    ['higher_official', relations.higherOfficialId],
  ] as const) {
    if (me === null || holder === null) continue
    // A delegate of the drafter would decide in the drafter's name (H8).
    const ofDrafter = part === 'higher_official' && holder === relations.draftedBy
    if (holder === me) parts.push(part)
    else if (ofDrafter) continue
    else if (relations.actingFor.includes(holder) && holder !== relations.employeeId) {
      parts.push(part)
      behalf[part] = holder
    }
  }
  if (me !== null && me === relations.draftedBy) parts.push('drafter')
  if (parts.length > 0) return { parts, view: 'full', behalf }
  if (hasRole(actor, 'finance_administration')) return { parts: ['finance_administration'], view: 'links', behalf }
  if (hasRole(actor, 'ejada_team')) return { parts: ['ejada_team'], view: 'status', behalf }
  return null
}

/** Who keeps the objectives bank for everyone; heads of divisions keep their own part. */
export function keepsWholeBank(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'ejada_team', 'entity_administrator')
}

/** Who sees the completion of all divisions (RP-20); heads of divisions see their own. */
export function seesAllCompletion(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'ejada_team', 'entity_administrator', 'head', 'head_office', 'auditor')
}

export function administersCycles(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'ejada_team', 'entity_administrator')
}

import type { Actor } from '../../shared/actor.ts'
import { hasRole } from '../../shared/actor.ts'
import type { Part } from './domain/facts.ts'

/** Who stands around one assessment on the day of asking. */
export type Relations = {
  readonly employeeId: string
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly recordedBy: string | null
  /** For whom the actor may approve achievement today (AMB-22). */
  readonly actingFor: readonly string[]
}

export type Standing = {
  /** In the order in which a move tries them. */
  readonly parts: readonly Part[]
  readonly view: 'full' | 'status'
  /** The one for whom a part is played by a delegate. */
  readonly behalf: Readonly<Partial<Record<Part, string>>>
}

type Person = Pick<Actor, 'employeeId' | 'roles'>

/**
 * What the actor is to an assessment, or null: then it does not exist for the actor (AMB-22, 23, 40). The employee
 * concerned is never anything else to the own one, whatever was delegated.
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
    // A delegate of the recorder would decide in the recorder's name (H8).
    const ofRecorder = part === 'higher_official' && holder === relations.recordedBy
    if (holder === me) parts.push(part)
    else if (ofRecorder) continue
    else if (relations.actingFor.includes(holder) && holder !== relations.employeeId) {
      parts.push(part)
      behalf[part] = holder
    }
  }
  if (me !== null && me === relations.recordedBy) parts.push('recorder')
  if (parts.length > 0) return { parts, view: 'full', behalf }
  return hasRole(actor, 'ejada_team') ? { parts: ['ejada_team'], view: 'status', behalf } : null
}

/** Who closes cycles; the others of the contract read how far it is. */
export function closesCycles(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'ejada_team')
}

export function seesClosing(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'ejada_team', 'entity_administrator', 'head', 'head_office', 'auditor')
}

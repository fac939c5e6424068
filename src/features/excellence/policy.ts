import { type Actor, hasRole } from '../../shared/actor.ts'
import { actingChair, fitMembers, type Seat } from './domain/committee.ts'
import { isSubmitted, type Part, type Status } from './domain/nomination.ts'

/** Who stands around one nomination at the time of asking. */
export type Circle = {
  readonly status: Status
  readonly employeeId: string
  /** The employee has asked for it; else a draft is the supervisor's alone. */
  readonly requested: boolean
  /** Direct supervisors, as frozen and as of today; after a silence the higher official too. */
  readonly nominators: readonly string[]
  readonly officialId: string | null
  readonly committee: readonly Seat[]
}

type Person = Pick<Actor, 'employeeId' | 'roles'>

/**
 * What the actor is to a nomination; nothing means that it does not exist for the actor. The person concerned is never
 * anything else to the own case, and a member with a conflict is a stranger to it (AMB-30).
 */
export function partsOf(actor: Person, circle: Circle): Part[] {
  const me = actor.employeeId
  if (me === null) return []
  if (me === circle.employeeId) return circle.requested || isSubmitted(circle.status) ? ['employee'] : []
  const nominator = circle.nominators.includes(me) ? (['nominator'] as const) : []
  if (!isSubmitted(circle.status)) return [...nominator]
  return [
    ...nominator,
    ...(fitMembers(circle.committee).some(({ memberId }) => memberId === me) ? (['member'] as const) : []),
    ...(actingChair(circle.committee) === me ? (['chair'] as const) : []),
    ...(circle.officialId === me ? (['official'] as const) : []),
    ...(hasRole(actor, 'head') ? (['head'] as const) : []),
  ]
}

/** The head of the entity alone designates projects (E 9.3, condition six). */
export function mayDesignate(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'head')
}

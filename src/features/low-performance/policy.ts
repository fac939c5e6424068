import type { Actor } from '../../shared/actor.ts'
import type { Part } from './domain/case.ts'

export type Circle = {
  readonly employeeId: string
  readonly supervisorId: string | null
  /** Of the committee, without whoever has a conflict. */
  readonly chairId: string | null
  readonly secretaryId: string | null
  readonly memberIds: readonly string[]
  readonly headId: string | null
  /** The case passed its deadline in silence at some time. */
  readonly raised: boolean
}

/**
 * What the actor is to a case; nothing means that it does not exist for the actor. Members with a conflict are
 * strangers to it, and the employee is never anything else to the own case.
 */
export function partsOf({ employeeId: me }: Pick<Actor, 'employeeId'>, circle: Circle): Part[] {
  if (me === null) return []
  if (me === circle.employeeId) return ['employee']
  return [
    ...(me === circle.supervisorId ? (['supervisor'] as const) : []),
    ...(me === circle.chairId ? (['chair'] as const) : []),
    ...(circle.memberIds.includes(me) ? (['member'] as const) : []),
    ...(me === circle.secretaryId ? (['secretary'] as const) : []),
    ...(circle.raised && circle.headId === me ? (['head'] as const) : []),
  ]
}

import { type Actor, hasRole } from '../../shared/actor.ts'
import { actingChair, actingSecretary, eligible, type Seat } from '../../shared/fit-members.ts'
import type { Part, Status } from './domain/grievance.ts'

/** Who stands around one grievance at the time of asking. */
export type Circle = {
  readonly status: Status
  readonly employeeId: string
  readonly evaluatorId: string | null
  /** A deadline passed in silence at some time: from then on the head sees the case. */
  readonly raised: boolean
  readonly committee: readonly Seat[]
  readonly panel: readonly { readonly memberId: string; readonly chairs: boolean }[]
  /** The head, when no part in the result keeps the head from judging. */
  readonly headId: string | null
}

type Person = Pick<Actor, 'employeeId' | 'roles'>

/**
 * What the actor is to a grievance; nothing means that it does not exist for the actor. The employee is never
 * anything else to the own case, and a member with a conflict is a stranger to it (AMB-30, 31).
 */
export function partsOf({ employeeId: me }: Person, circle: Circle): Part[] {
  if (me === null) return []
  if (me === circle.employeeId) return ['employee']
  if (circle.status === 'draft') return []
  const seated = livePanel(circle).find(({ memberId }) => memberId === me)
  return [
    ...(actingChair(circle.committee) === me ? (['chair'] as const) : []),
    ...(actingSecretary(circle.committee) === me ? (['secretary'] as const) : []),
    ...(seated?.chairs ? (['panel_chair'] as const) : []),
    ...(seated ? (['panelist'] as const) : []),
    ...(circle.evaluatorId === me && !circle.committee.some((one) => one.memberId === me && one.causes.length > 0)
      ? (['evaluator'] as const)
      : []),
    ...(circle.raised && circle.headId === me ? (['head'] as const) : []),
  ]
}

/** Of the panel, those who are members still and without a conflict that came up since. */
export function livePanel<P extends { readonly memberId: string }>({
  committee,
  panel,
}: {
  readonly committee: readonly Seat[]
  readonly panel: readonly P[]
}): P[] {
  const fit = new Set(eligible(committee).map(({ memberId }) => memberId))
  return panel.filter(({ memberId }) => fit.has(memberId))
}

/** Who reads the statistics without names. */
export function readsReport(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'entity_administrator', 'ejada_team', 'head', 'head_office', 'auditor')
}

import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { committeeFor, type Involvement, type Seat } from '../../../shared/fit-members.ts'
import { refuse } from '../../../shared/refusal.ts'
import { publishedResult } from '../../appraisal/public.ts'
import { headOfEntity, lineAbove } from '../../organization/public.ts'
import { calendarOf, type EntityCalendar } from '../../policies/public.ts'
import { isInHand, type Part } from '../domain/grievance.ts'
import type { Facts } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { livePanel, partsOf } from '../policy.ts'
import * as grievances from '../repository.ts'
import { involvedIn, membersOf } from '../views/involvement.ts'

export type Seen = {
  readonly grievance: grievances.Grievance
  readonly committee: readonly Seat[]
  readonly involved: readonly Involvement[]
  readonly headId: string | null
  readonly parts: readonly Part[]
  readonly facts: Facts
  readonly calendar: EntityCalendar
  readonly today: string
}

type Asked = { readonly id: string; readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** The grievance under lock as the actor may see it; else it does not exist. */
export async function lockVisible(asked: Asked & { readonly version?: number }): Promise<Seen> {
  const { id, version, tx } = asked
  const seen = await look(asked, await grievances.lock(tx, { id }))
  if (version !== undefined && seen.grievance.version !== version) throw await changedByOther(tx, subjectOf(id))
  return seen
}

export async function readVisible(asked: Asked): Promise<Seen> {
  return look(asked, await grievances.read(asked.tx, asked))
}

async function look({ actor, now, tx }: Asked, grievance: grievances.Grievance | null): Promise<Seen> {
  if (!grievance) throw refuse(errors.notFound)
  const calendar = await calendarOf(tx)
  const today = calendar.today(now)
  const circle = await circleOf(tx, { grievance, today })
  const parts = partsOf(actor, { ...grievance, ...circle })
  if (parts.length === 0) throw refuse(errors.notFound)
  const result = await publishedResult(tx, grievance)
  const facts: Facts = {
    status: grievance.status,
    filesUntil: result?.grievancesUntil ?? null,
    hasGrounds: grievance.hasGrounds,
    raised: isInHand(grievance.status) && grievance.raisedAt !== null,
    panel: livePanel({ committee: circle.committee, panel: grievance.panel }).length,
    hearings: grievance.hearings,
  }
  return { grievance, calendar, today, ...circle, parts, facts }
}

/** Everybody around a case on a day: conflicts count from the moment they are on record. */
export async function circleOf(
  tx: Tx,
  { grievance, today }: { readonly grievance: grievances.Grievance; readonly today: string },
) {
  const { employeeId, year } = grievance
  const involved = await involvedIn(tx, { employeeId, year, on: today })
  const committee = committeeFor(await membersOf(tx, { body: 'grievance', on: today }), involved)
  const { raisedAt, acknowledgementRaisedAt, extendedAt } = grievance
  const raised = raisedAt !== null || acknowledgementRaisedAt !== null || extendedAt !== null
  const headId = await fitHead(tx, { employeeId, involved, on: today })
  return { involved, committee, raised, headId }
}

/**
 * The head, unless the head rated this person. Everybody stands in the head's line, so only the two nearest officials
 * count as the line here.
 */
async function fitHead(
  tx: Tx,
  { employeeId, involved, on }: { employeeId: string; involved: readonly Involvement[]; on: string },
): Promise<string | null> {
  const head = await headOfEntity(tx, { on })
  if (head === null) return null
  const near = (await lineAbove(tx, { employeeId, on })).slice(0, 2)
  const acts = involved.some(({ personId, cause }) => personId === head && cause !== 'line')
  return acts || near.includes(head) ? null : head
}

export function subjectOf(id: string) {
  return { type: 'grievance', id } as const
}

/** The employee record of whoever passed a check of parts: nobody has a part without one. */
export function actorId({ employeeId }: EntityActor): string {
  if (employeeId === null) throw refuse(errors.notFound)
  return employeeId
}

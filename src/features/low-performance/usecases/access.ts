import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { actingChair, actingSecretary, committeeFor, eligible } from '../../../shared/fit-members.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Need } from '../../../shared/workflow.ts'
import { involvedIn, membersOf } from '../../grievances/public.ts'
import { employeeById, headOfEntity } from '../../organization/public.ts'
import { calendarOf, type EntityCalendar } from '../../policies/public.ts'
import type { Part } from '../domain/case.ts'
import { decide, type Facts, type MoveName } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import { partsOf } from '../policy.ts'
import * as cases from '../repository.ts'
import type { OnCase, Reading } from './act.ts'

export type Seen = {
  readonly found: cases.Case
  readonly chairId: string | null
  readonly supervisorId: string | null
  readonly headId: string | null
  readonly parts: readonly Part[]
  readonly facts: Facts
  readonly calendar: EntityCalendar
  readonly today: string
}

/** The case under lock as the actor may see it; else it does not exist. */
export async function lockVisible(request: OnCase): Promise<Seen> {
  const { id, version, tx } = request
  const seen = await look(request, await cases.find(tx, { id, locking: true }))
  if (seen.found.version !== version) throw await changedByOther(tx, subjectOf(id))
  return seen
}

export async function readVisible(request: Reading & { readonly id: string }): Promise<Seen> {
  return look(request, await cases.find(request.tx, { id: request.id, locking: false }))
}

async function look({ actor, now, tx }: Reading, found: cases.Case | null): Promise<Seen> {
  if (!found) throw refuse(errors.notFound)
  const calendar = await calendarOf(tx)
  const today = calendar.today(now)
  const circle = await circleOf(tx, { found, today })
  const parts = partsOf(actor, circle)
  if (parts.length === 0) throw refuse(errors.notFound)
  const { status, reviews, planEndsOn } = found
  return { found, ...circle, parts, calendar, today, facts: { status, reviews, planEndsOn, today } }
}

/** Everybody around a case on a day. Who rated the person does not sit in judgement on the causes (AMB-30). */
export async function circleOf(tx: Tx, { found, today }: { readonly found: cases.Case; readonly today: string }) {
  const { employeeId, year } = found
  const involved = await involvedIn(tx, { employeeId, year, on: today })
  const committee = committeeFor(await membersOf(tx, { body: 'low_performance', on: today }), involved)
  const card = await employeeById(tx, { employeeId, on: today })
  const headId = await headOfEntity(tx, { on: today })
  return {
    employeeId,
    chairId: actingChair(committee),
    secretaryId: actingSecretary(committee),
    memberIds: eligible(committee).map(({ memberId }) => memberId),
    supervisorId: card?.supervisorId ?? null,
    headId,
    raised: found.raisedAt !== null,
  }
}

/** Refuses unless the actor may make the move now. */
export function mustMove(seen: Seen, move: MoveName, supplied: readonly Need[] = ['reason']): void {
  const ruling = decide(seen.facts, { parts: seen.parts, move, supplied })
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))
}

export function subjectOf(id: string) {
  return { type: 'low_performance_case', id } as const
}

/** The employee record of whoever passed a check of parts: nobody has a part without one. */
export function actorId({ actor }: Pick<Reading, 'actor'>): string {
  if (actor.employeeId === null) throw refuse(errors.notFound)
  return actor.employeeId
}

export function record({ id, actor, now, tx }: OnCase, move: string, after: object, reason?: string): void {
  audit.record(tx, { actor, action: `low_performance.${move}`, subject: subjectOf(id), after, reason, at: now })
}

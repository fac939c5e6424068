import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { decide } from '../../../shared/workflow.ts'
import { calendarOf } from '../../policies/public.ts'
import { directionMoves, directionParts, statusOf } from '../domain/direction.ts'
import { errors } from '../errors.ts'
import { readsAllDirections } from '../policy.ts'
import * as repository from '../repository.ts'
import type { Direction } from '../schema.ts'
import { type DirectionsRead, readDirections, readLeads, readReached } from '../views/directions.ts'
import { connections } from './connections.ts'

type Act = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }
type Known = Act & { readonly id: string; readonly version: number }

/** The directions of a year that reach the actor. */
export async function directionsOf({ year, actor, now, tx }: Act & { year: number }): Promise<DirectionsRead> {
  return readDirections(tx, { year, ...(await readerOf({ actor, now, tx })) })
}

/** Writes directions as a draft. Refuses a division that the actor does not lead. */
export async function writeDirection({
  year,
  divisionId,
  body,
  actor,
  now,
  tx,
  newId,
}: Act & { year: number; divisionId: string; body: string; newId: NewId }): Promise<Direction> {
  const { on } = await readerOf({ actor, now, tx })
  const { employeeId } = actor
  if (!employeeId || !(await readLeads(tx, { employeeId, divisionId, on }))) throw refuse(errors.notYourDivision)
  const direction = { id: newId(), year, divisionId, authorId: employeeId, body, publishedAt: null, version: 1 }
  await repository.addDirection(tx, direction, { now })
  record({ actor, now, tx }, 'write_direction', direction.id, { after: { year, divisionId, body } })
  return shown({ id: direction.id, actor, now, tx })
}

export async function rewordDirection({ body, ...request }: Known & { body: string }): Promise<Direction> {
  const { id, tx, now } = request
  const before = await lockFor((status) => (status === 'draft' ? 'edit' : 'reword'), request)
  await repository.saveDirection(tx, { ...before, body, version: before.version + 1 }, { now })
  record(request, 'reword_direction', id, { before: { body: before.body }, after: { body } })
  return shown(request)
}

/** Shows directions to the division and everyone below, and tells them. */
export async function publishDirection({ newId, ...request }: Known & { newId: NewId }): Promise<Direction> {
  const { id, actor, now, tx } = request
  const before = await lockFor(() => 'publish', request)
  await repository.saveDirection(tx, { ...before, publishedAt: now, version: before.version + 1 }, { now })
  record(request, 'publish_direction', id, { after: { year: before.year, divisionId: before.divisionId } })
  const published = await shown(request)
  const { on } = await readerOf({ actor, now, tx })
  await connections().directionPublished?.(tx, {
    id,
    year: before.year,
    divisionId: before.divisionId,
    division: published.division.name,
    authorId: before.authorId,
    author: published.author.name,
    reaches: await readReached(tx, { divisionId: before.divisionId, on }),
    newId,
    now,
  })
  return published
}

export async function removeDirection(request: Known): Promise<void> {
  const before = await lockFor(() => 'remove', request)
  await repository.removeDirection(request.tx, request.id)
  record(request, 'remove_direction', request.id, { before: { year: before.year, divisionId: before.divisionId } })
}

type Move = keyof typeof directionMoves

async function lockFor(move: (status: 'draft' | 'published') => Move, { id, version, actor, now, tx }: Known) {
  const found = await repository.lockDirection(tx, id)
  if (!found) throw refuse(errors.directionNotFound)
  const { on } = await readerOf({ actor, now, tx })
  const { employeeId } = actor
  const leads = employeeId !== null && (await readLeads(tx, { employeeId, divisionId: found.divisionId, on }))
  const status = statusOf(found)
  const parts = directionParts({ authorId: found.authorId, leads, employeeId })
  // What does not reach the actor does not exist for the actor.
  if (found.authorId !== employeeId) await shown({ id, actor, now, tx })
  const decision = decide(directionMoves, { status, move: move(status), parts, supplied: [] })
  if (decision.kind === 'refused') {
    throw refuse({ code: decision.why, status: decision.why === 'workflow.not_yours' ? 403 : 409 })
  }
  if (found.version !== version) throw await changedByOther(tx, { type: 'plan_direction', id })
  return found
}

async function readerOf({ actor, now, tx }: Act) {
  const on = (await calendarOf(tx)).today(now)
  return { employeeId: actor.employeeId, readsAll: readsAllDirections(actor), on }
}

async function shown({ id, ...act }: Act & { id: string }): Promise<Direction> {
  const { directions } = await readDirections(act.tx, { id, ...(await readerOf(act)) })
  if (!directions[0]) throw refuse(errors.directionNotFound)
  return directions[0]
}

function record(
  { actor, now, tx }: Act,
  action: string,
  id: string,
  change: { before?: unknown; after?: unknown },
): void {
  audit.record(tx, {
    actor,
    action: `annual_plan.${action}`,
    subject: { type: 'plan_direction', id },
    ...change,
    at: now,
  })
}

import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EmployeeActor, EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { lockYear, type YearState, yearOf } from '../../appraisal/public.ts'
import type { Part } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { type Capacity, partsOf } from '../policy.ts'
import { caseById, type LockedCase } from '../repository/cases.ts'
import { type Sitting, sittingById } from '../repository/sittings.ts'
import { capacityOf } from '../views/committee.ts'
import { type Settings, settingsOf } from './settings.ts'

export type Asking = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }
export type Acting = Asking & { readonly newId: NewId }

export type Room = {
  readonly state: YearState
  readonly settings: Settings
  readonly parts: readonly Part[]
  readonly capacity: Capacity | null
}

/** The committee's room of a year, for whoever may enter it; for everybody else it does not exist. */
export async function enter({ year, actor, now, tx }: Asking & { readonly year: number }): Promise<Room> {
  const settings = await settingsOf(tx, { year, now })
  const capacity = await capacityOf(tx, { employeeId: actor.employeeId, on: settings.today })
  const parts = partsOf(actor, capacity)
  if (parts.length === 0) throw refuse(errors.notFound)
  const state = await yearOf(tx, { year })
  if (!state || state.status === 'open') throw refuse(errors.notFound)
  return { state, settings, parts, capacity }
}

export type ActingRoom = Room & { readonly me: EmployeeActor }

/**
 * The same for whoever writes: the year is held until the transaction ends, so that votes, decisions, attendance,
 * closing and signatures of a year follow each other. Readers are told that it is not theirs.
 */
export async function enterToAct({
  year,
  needs,
  actor,
  newId,
  now,
  tx,
}: Acting & { readonly year: number; readonly needs: readonly Capacity[] }): Promise<ActingRoom> {
  const before = await enter({ year, actor, now, tx })
  const { employeeId } = actor
  if (employeeId === null || !before.capacity || !needs.includes(before.capacity)) throw refuse(errors.notYours)
  const state = await lockYear(tx, { year, newId })
  // Settings and membership may have changed while the year was waited for.
  return { ...(await enter({ year, actor, now, tx })), state, me: { ...actor, employeeId } }
}

export function requireFrozen({ state }: Pick<Room, 'state'>): void {
  if (state.status !== 'frozen') throw refuse(errors.yearNotFrozen)
}

export const voters = ['chair', 'member'] as const
export const keepers = ['chair', 'secretary'] as const

/** Finds a case for whoever may enter its year. */
export async function enterCase({ id, ...asking }: Asking & { readonly id: string }) {
  const found = await caseById(asking.tx, { id })
  if (!found) throw refuse(errors.notFound)
  return { room: await enter({ year: found.year, ...asking }), case: found }
}

export async function enterCaseToAct({
  id,
  needs,
  ...acting
}: Acting & { readonly id: string; readonly needs: readonly Capacity[] }): Promise<{
  room: ActingRoom
  case: LockedCase
}> {
  const { case: first } = await enterCase({ id, ...acting })
  const room = await enterToAct({ year: first.year, needs, ...acting })
  // As it is now that the year is held.
  const found = await caseById(acting.tx, { id })
  if (!found) throw refuse(errors.notFound)
  return { room, case: found }
}

export async function enterSitting({ id, ...asking }: Asking & { readonly id: string }) {
  const sitting = await sittingById(asking.tx, { id })
  if (!sitting) throw refuse(errors.notFound)
  return { room: await enter({ year: sitting.year, ...asking }), sitting }
}

export async function enterSittingToAct({
  id,
  needs,
  ...acting
}: Acting & { readonly id: string; readonly needs: readonly Capacity[] }): Promise<{
  room: ActingRoom
  sitting: Sitting
}> {
  const { sitting: first } = await enterSitting({ id, ...acting })
  const room = await enterToAct({ year: first.year, needs, ...acting })
  const sitting = await sittingById(acting.tx, { id })
  if (!sitting) throw refuse(errors.notFound)
  return { room, sitting }
}

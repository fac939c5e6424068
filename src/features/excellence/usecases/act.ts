import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'

/** With what every use case works: who acts, when, in which transaction. */
export type Reading = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }
export type Act = Reading & { readonly newId: NewId }

/** An act on one nomination, as its writer last saw it. */
export type OnCase = Act & { readonly id: string; readonly version: number }

export function subjectOf(id: string) {
  return { type: 'excellence_nomination', id } as const
}

/** The employee record of whoever passed a check of parts: nobody has a part without one. */
export function actorId({ employeeId }: EntityActor): string {
  if (employeeId === null) throw refuse(errors.notFound)
  return employeeId
}

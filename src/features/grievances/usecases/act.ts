import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'

/** With what every use case works: who acts, when, in which transaction. */
export type Reading = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }
export type Act = Reading & { readonly newId: NewId }

/** An act on one grievance, as its writer last saw it. */
export type OnCase = Act & { readonly id: string; readonly version: number }

import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'

/** With what every use case works: who acts, when, in which transaction. */
export type Reading = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** An act on one case, as its writer last saw it. */
export type OnCase = Reading & { readonly newId: NewId; readonly id: string; readonly version: number }

import type { Tx } from '../../../platform/db/database.ts'
import { httpErrors } from '../../../platform/http/errors.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { amendmentClosesOn } from '../domain/cycles.ts'
import type { DocumentFacts, Part } from '../domain/facts.ts'
import type { Asker } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { type Standing, standingOf } from '../policy.ts'
import * as documents from '../repository/documents.ts'
import { lastEditor } from '../views/content.ts'
import type { Settings } from './settings.ts'

export type Visible = {
  readonly document: documents.LockedDocument
  readonly facts: DocumentFacts
  readonly standing: Standing
  readonly asker: Asker
}

type Request = { readonly id: string; readonly actor: EntityActor; readonly settings: Settings; readonly tx: Tx }

/** The document under lock, if the actor may see it; else it does not exist. */
export async function lockVisible({ id, actor, settings, tx }: Request): Promise<Visible> {
  const { today } = settings
  const document = await documents.lock(tx, { id, employeeId: actor.employeeId, today })
  const standing = document && standingOf(actor, document)
  if (!document || !standing) throw refuse(errors.notFound)
  const asker = { employeeId: actor.employeeId ?? '', parts: standing.parts, today }
  return { document, standing, asker, facts: factsOf(document, settings) }
}

type Known = Pick<
  documents.LockedDocument,
  | 'status'
  | 'employeeId'
  | 'edition'
  | 'agreedAt'
  | 'dueOn'
  | 'submissions'
  | 'draftedBy'
  | 'objectionUntil'
  | 'higherMayDecide'
  | 'supervisorId'
  | 'higherOfficialId'
  | 'hasMeeting'
  | 'amendment'
  | 'cycle'
>

export function factsOf(document: Known, { closingShare }: Pick<Settings, 'closingShare'>): DocumentFacts {
  return {
    ...document,
    agreedBefore: document.agreedAt !== null,
    amendmentClosesOn: amendmentClosesOn(document.cycle, closingShare),
  }
}

/** The employee for whom the actor plays a part, as a delegate (AMB-22). */
export function behalfOf({ behalf }: Standing, part: Part): string | null {
  return behalf[part] ?? null
}

type Stale = {
  readonly version: number
  readonly updatedBy: string | null
  readonly updatedAt: Date
}

/** Refuses what was decided or typed on an older version, and says who changed it when. */
export async function refuseStale(tx: Tx, document: Stale, version: number): Promise<void> {
  if (document.version !== version) throw await staleRefusal(tx, document)
}

async function staleRefusal(tx: Tx, { updatedBy, updatedAt }: Stale): Promise<Refusal> {
  const name = await lastEditor(tx, { employeeId: updatedBy })
  return refuse(httpErrors.changedByOther, { params: { by: name.ar, byEn: name.en, at: updatedAt.toISOString() } })
}

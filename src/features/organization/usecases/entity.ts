import { createHash } from 'node:crypto'
import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { cleanImage } from '../../../platform/files/clean-image.ts'
import type { Actor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { guideActor } from '../domain/actors.ts'
import type { Name } from '../domain/vocabulary.ts'
import { errors } from '../errors.ts'
import { addDivisions, refreshPaths } from '../repository/divisions.ts'
import {
  addEntity,
  addProfile,
  lockProfile,
  type ProfileFacts,
  saveActorDivisions,
  saveLogo,
  saveProfile,
} from '../repository/entity.ts'
import { savePeriods } from '../repository/periods.ts'
import { existingDivisions } from '../views/divisions.ts'
import { actorMap } from '../views/entity.ts'
import { type Act, todayOf } from './act.ts'

type Founding = {
  readonly entityId: string
  readonly code: string
  readonly name: Name
  readonly sample?: boolean
  /** Since when its root division stands. */
  readonly from: string
  readonly actor: Pick<Actor, 'identityId' | 'employeeId'> | null
  readonly now: Date
  readonly tx: Tx
  readonly newId: NewId
}

/**
 * Writes a new entity into the registry, with an empty profile and its root division. Runs inside the entity's wall:
 * `insideEntity(tx, { entityId }, () => foundEntity({ ... }))`.
 */
export async function foundEntity(founding: Founding): Promise<{ rootDivisionId: string }> {
  const { entityId, code, name, sample = false, from, actor, now, tx, newId } = founding
  await addEntity(tx, { id: entityId, code, name, sample, now })
  await addProfile(tx, { now })
  const rootDivisionId = newId()
  await addDivisions(tx, { divisions: [{ id: rootDivisionId, code: code.toUpperCase() }], now })
  const period = { id: newId(), from, to: null, kind: 'entity' as const, name, parentId: null }
  const change = { removed: [], changed: [], added: [period], kept: [period] }
  await savePeriods(tx, 'division', [{ owner: rootDivisionId, change }])
  await refreshPaths(tx, { on: from })
  audit.record(tx, {
    actor,
    action: 'organization.found_entity',
    subject: { type: 'entity', id: entityId },
    after: { code, name },
    at: now,
  })
  return { rootDivisionId }
}

type ProfileChange = Act & { readonly version: number }

export async function changeProfile({
  version,
  actor,
  now,
  tx,
  ...facts
}: ProfileChange & ProfileFacts): Promise<void> {
  const before = await lockedProfile(tx, { version, entityId: actor.entityId })
  const after = { name: facts.name, vision: facts.vision, mission: facts.mission }
  await saveProfile(tx, { ...after, now })
  record({ actor, now, tx }, 'organization.change_profile', before, after)
}

/** Stores the logo re-encoded, so that nothing but the picture stays in the file. */
export async function setLogo({
  bytes,
  version,
  actor,
  now,
  tx,
}: ProfileChange & { bytes: Uint8Array }): Promise<void> {
  const image = cleanImage(bytes)
  await lockedProfile(tx, { version, entityId: actor.entityId })
  const digest = createHash('sha256').update(image.bytes).digest('hex')
  await saveLogo(tx, { logo: { bytes: image.bytes, type: image.type, digest }, now })
  record({ actor, now, tx }, 'organization.set_logo', undefined, { digest })
}

export async function removeLogo({ version, actor, now, tx }: ProfileChange): Promise<void> {
  await lockedProfile(tx, { version, entityId: actor.entityId })
  await saveLogo(tx, { logo: null, now })
  record({ actor, now, tx }, 'organization.remove_logo')
}

/** Says which divisions play an actor of the guides (AMB-58). */
export async function setActorDivisions(request: Act & { actorId: string; divisionIds: readonly string[] }) {
  const { actorId, divisionIds, actor, now, tx } = request
  const role = guideActor(actorId)
  if (!role) throw refuse(errors.actorNotFound)
  if (role.scope === 'external') throw refuse(errors.actorIsExternal)
  const known = await existingDivisions(tx, { ids: divisionIds })
  if (divisionIds.some((id) => !known.has(id))) throw refuse(errors.divisionNotFound)
  const on = await todayOf(request)
  const find = async () => (await actorMap(tx, { on })).find(({ id }) => id === actorId)
  const before = await find()
  await saveActorDivisions(tx, { actor: actorId, divisionIds })
  const after = await find()
  if (!after) throw refuse(errors.actorNotFound)
  audit.record(tx, {
    actor,
    action: 'organization.set_actor_divisions',
    subject: { type: 'actor', id: actorId },
    before: before?.divisions,
    after: after.divisions,
    at: now,
  })
  return after
}

async function lockedProfile(tx: Tx, { version, entityId }: { version: number; entityId: string }) {
  const profile = await lockProfile(tx)
  if (profile?.version !== version) throw await changedByOther(tx, { type: 'entity', id: entityId })
  return profile
}

function record({ actor, now, tx }: Omit<Act, 'newId'>, action: string, before?: object, after?: object): void {
  audit.record(tx, { actor, action, subject: { type: 'entity', id: actor.entityId }, before, after, at: now })
}

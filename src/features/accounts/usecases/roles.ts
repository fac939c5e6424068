import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { httpErrors } from '../../../platform/http/errors.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { defaultTimeZone, localDate } from '../../../shared/time-zone.ts'
import { employeeById } from '../../organization/public.ts'
import { errors } from '../errors.ts'
import * as grants from '../repository/grants.ts'
import { identityFor } from './manage-accounts.ts'

type Grant = {
  readonly employeeId: string
  readonly role: grants.EntityRole
  readonly reason: string
  readonly actor: EntityActor
  readonly now: Date
  readonly newId: NewId
  readonly tx: Tx
}

/** Gives a person a sign-in role (H12). Nobody gives one to themselves. */
export async function grantRole({ employeeId, role, reason, actor, now, newId, tx }: Grant): Promise<{ id: string }> {
  const person = await employeeById(tx, { employeeId })
  if (!person) throw refuse(httpErrors.notFound)
  if (person.exitedOn && person.exitedOn < localDate(now, defaultTimeZone)) throw refuse(errors.exited)
  const identity = await identityFor({ employeeId, now, newId, tx })
  if (identity.id === actor.identityId) throw refuse(errors.ownRole)
  const id = newId()
  const added = await grants.add(tx, { id, identityId: identity.id, role, reason, grantedBy: actor.identityId, now })
  if (!added) throw refuse(errors.roleHeld)
  const subject = { type: 'role_grant', id }
  audit.record(tx, { actor, action: 'accounts.role_granted', subject, after: { employeeId, role }, reason, at: now })
  return { id }
}

type Revoke = {
  readonly id: string
  readonly reason: string
  readonly actor: EntityActor
  readonly now: Date
  readonly tx: Tx
}

/** Takes a role back. The own one stays, and so does the last administrator. */
export async function revokeRole({ id, reason, actor, now, tx }: Revoke): Promise<void> {
  const living = await grants.lockLiving(tx)
  const grant = living.find((one) => one.id === id)
  if (!grant) throw refuse(httpErrors.notFound)
  if (grant.identityId === actor.identityId) throw refuse(errors.ownRole)
  const administrators = living.filter((one) => one.role === 'entity_administrator')
  if (grant.role === 'entity_administrator' && administrators.length === 1) throw refuse(errors.lastAdministrator)
  // Read again behind the lock: whoever has just lost the role takes none from others.
  if (!administrators.some((one) => one.identityId === actor.identityId)) throw refuse(httpErrors.forbidden)
  await grants.revoke(tx, { id, revokedBy: actor.identityId, now })
  const before = { role: grant.role, identityId: grant.identityId }
  audit.record(tx, {
    actor,
    action: 'accounts.role_revoked',
    subject: { type: 'role_grant', id },
    before,
    reason,
    at: now,
  })
}

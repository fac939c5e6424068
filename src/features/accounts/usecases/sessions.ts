import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { SetCookie } from '../../../platform/http/implement.ts'
import type { Actor } from '../../../shared/actor.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { passwordProblem } from '../domain/password.ts'
import { errors } from '../errors.ts'
import * as identities from '../repository/identities.ts'
import * as sessions from '../repository/sessions.ts'
import * as throttles from '../repository/throttles.ts'
import { hashPassword, verifyPassword } from './secrets.ts'
import { openEntities, recordWhere } from './start-session.ts'
import { admitGuess } from './throttle.ts'
import { deviceOf, type Visit } from './visit.ts'

type Own = { readonly actor: Actor; readonly now: Date; readonly tx: Tx }

export async function signOut({ actor, now, tx, setCookie }: Own & { readonly setCookie: SetCookie }): Promise<void> {
  await endSession({ actor, now, tx, sessionId: actor.sessionId, action: 'accounts.signed_out' })
  setCookie('session', null)
}

/** Ends one of the person's own sessions; somebody else's does not exist for them. */
export async function endSession({
  sessionId,
  action = 'accounts.session_ended',
  actor,
  now,
  tx,
}: Own & { readonly sessionId: string; readonly action?: string }): Promise<void> {
  const ended = await sessions.revoke(tx, { identityId: actor.identityId, sessionId, now })
  if (ended === 0) throw refuse(errors.notFound)
  await recordWhere(tx, actor.entityId, () =>
    audit.record(tx, { actor, action, subject: { type: 'session', id: sessionId }, at: now }),
  )
}

/** Ends every session but the one that asks. */
export async function endOtherSessions({ actor, now, tx }: Own): Promise<void> {
  const count = await sessions.revoke(tx, { identityId: actor.identityId, exceptId: actor.sessionId, now })
  await recordWhere(tx, actor.entityId, () =>
    audit.record(tx, {
      actor,
      action: 'accounts.other_sessions_ended',
      subject: { type: 'sign_in_identity', id: actor.identityId },
      after: { count },
      at: now,
    }),
  )
}

/** Works in another of the person's entities from the next request on. */
export async function switchEntity({ entityId, actor, now, tx }: Own & { readonly entityId: string }): Promise<void> {
  const open = await openEntities(tx, { identityId: actor.identityId, now })
  const link = open.find((one) => one.entityId === entityId)
  if (!link) throw refuse(errors.notAMember)
  await sessions.moveTo(tx, { sessionId: actor.sessionId, entityId })
  await recordWhere(tx, entityId, () =>
    audit.record(tx, {
      actor: { identityId: actor.identityId, employeeId: link.employeeId },
      action: 'accounts.entity_entered',
      subject: { type: 'session', id: actor.sessionId },
      at: now,
    }),
  )
}

/**
 * Whether the person who is signed in knows the password, under the same throttle as signing in. Answers a refusal to
 * return, so that a wrong try stays counted.
 */
export async function confirmPassword({
  password,
  path,
  actor,
  ...visit
}: { readonly password: string; readonly path: string; readonly actor: Actor } & Visit): Promise<Refusal | null> {
  const { tx, now, visitor } = visit
  const identity = await identities.lock(tx, actor.identityId)
  const admission = await admitGuess(tx, {
    civilNumber: identity.civilNumber,
    identityId: identity.id,
    deviceDigest: deviceOf(visit),
    ip: visitor.ip,
    now,
  })
  if ('refusal' in admission) return admission.refusal
  if (await verifyPassword(identity.passwordHash, password)) {
    await throttles.giveBack(tx, admission.keys)
    return null
  }
  return refuse(errors.passwordWrong, { fields: [{ path, code: errors.passwordWrong.code }] })
}

type Change = { readonly current: string; readonly password: string; readonly actor: Actor } & Visit

/** A new password for the person who knows the old one; every other session ends. */
export async function changePassword({ current, password, actor, ...visit }: Change): Promise<Refusal | undefined> {
  const { tx, now } = visit
  const refusal = await confirmPassword({ ...visit, password: current, path: 'current', actor })
  if (refusal) return refusal
  const { civilNumber } = await identities.lock(tx, actor.identityId)
  const problem = passwordProblem(password, { civilNumber })
  if (problem) return refuse(errors.passwordNotAccepted, { fields: [{ path: 'password', code: problem }] })
  await identities.setPassword(tx, { identityId: actor.identityId, hash: await hashPassword(password), now })
  await sessions.revoke(tx, { identityId: actor.identityId, exceptId: actor.sessionId, now })
  const subject = { type: 'sign_in_identity', id: actor.identityId }
  await recordWhere(tx, actor.entityId, () =>
    audit.record(tx, { actor, action: 'accounts.password_changed', subject, at: now }),
  )
  return undefined
}

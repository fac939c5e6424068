import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { insideEntity } from '../../../platform/db/with-entity.ts'
import type { Actor } from '../../../shared/actor.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { defaultTimeZone, localDate } from '../../../shared/time-zone.ts'
import { foundEntity } from '../../organization/public.ts'
import { passwordProblem } from '../domain/password.ts'
import { errors } from '../errors.ts'
import * as codes from '../repository/codes.ts'
import * as grants from '../repository/grants.ts'
import * as identities from '../repository/identities.ts'
import * as sessions from '../repository/sessions.ts'
import { isCodeTaken } from '../views.ts'
import { hashPassword, newToken, tokenDigest } from './secrets.ts'
import { startSession } from './start-session.ts'
import { admitLink, admitVisitor } from './throttle.ts'
import { deviceOf, type Visit } from './visit.ts'

type NewEntity = {
  readonly code: string
  readonly nameAr: string
  readonly nameEn: string
  readonly actor: Actor
  readonly now: Date
  readonly newId: NewId
  readonly tx: Tx
}

/** Makes an entity. Its maker becomes its first administrator, without being an employee, and works in it from now on. */
export async function createEntity({
  code,
  nameAr,
  nameEn,
  actor,
  now,
  newId,
  tx,
}: NewEntity): Promise<{ id: string }> {
  if (await isCodeTaken(tx, code)) {
    throw refuse(errors.entityCodeTaken, { fields: [{ path: 'code', code: errors.entityCodeTaken.code }] })
  }
  const entityId = newId()
  const name = { ar: nameAr, en: nameEn }
  const from = `${localDate(now, defaultTimeZone).slice(0, 4)}-01-01`
  await insideEntity(tx, { entityId }, async () => {
    await foundEntity({ entityId, code, name, from, actor, now, tx, newId })
    await grants.add(tx, {
      id: newId(),
      identityId: actor.identityId,
      role: 'entity_administrator',
      reason: 'founder',
      grantedBy: null,
      now,
    })
  })
  await identities.addEntity(tx, { identityId: actor.identityId, entityId })
  await sessions.moveTo(tx, { sessionId: actor.sessionId, entityId })
  const subject = { type: 'entity', id: entityId }
  audit.record(tx, { actor, action: 'accounts.entity_created', subject, after: { code }, at: now })
  return { id: entityId }
}

type Issue = { readonly now: Date; readonly newId: NewId }

/** A token that makes the first administrator, valid 72 hours; null once anybody can sign in. Earlier ones end. */
export async function issueFirstAdministratorToken(tx: Tx, { now, newId }: Issue): Promise<string | null> {
  if (await identities.anyIdentity(tx)) return null
  const token = newToken()
  await codes.spend(tx, { identityId: null, purposes: ['first_administrator'], now })
  await codes.add(tx, {
    id: newId(),
    identityId: null,
    purpose: 'first_administrator',
    digest: tokenDigest(token),
    deviceDigest: null,
    now,
  })
  return token
}

type First = { readonly token: string; readonly civilNumber: string; readonly password: string } & Visit

/** Takes the one-time link: makes the platform's first administrator and signs in. */
export async function becomeFirstAdministrator({
  token,
  civilNumber,
  password,
  ...visit
}: First): Promise<Refusal | undefined> {
  const { tx, now, newId, visitor } = visit
  const admission = await admitVisitor(tx, admitLink(tx, { ip: visitor.ip, now }))
  if ('refusal' in admission) return admission.refusal
  const link = await codes.findByDigest(tx, { purpose: 'first_administrator', digest: tokenDigest(token), now })
  if (!link || (await identities.anyIdentity(tx))) return refuse(errors.linkNotAccepted)
  const problem = passwordProblem(password, { civilNumber })
  if (problem) return refuse(errors.passwordNotAccepted, { fields: [{ path: 'password', code: problem }] })
  const identityId = newId()
  await identities.add(tx, { id: identityId, civilNumber, now })
  await identities.setPassword(tx, { identityId, hash: await hashPassword(password), now })
  await identities.grantPlatformRole(tx, { identityId, role: 'platform_administrator', now })
  await codes.spend(tx, { identityId: null, purposes: ['first_administrator'], now })
  await startSession({ ...visit, identityId, deviceDigest: deviceOf(visit), action: 'accounts.first_administrator' })
  return undefined
}

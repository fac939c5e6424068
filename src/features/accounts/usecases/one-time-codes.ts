import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { insideEntity } from '../../../platform/db/with-entity.ts'
import { queueSms } from '../../../platform/sms/queue.ts'
import type { Language } from '../../../shared/locale.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { defaultTimeZone, localDate } from '../../../shared/time-zone.ts'
import { type CodePurpose, plainCode } from '../domain/one-time-code.ts'
import { passwordProblem } from '../domain/password.ts'
import { errors } from '../errors.ts'
import * as codes from '../repository/codes.ts'
import * as devices from '../repository/devices.ts'
import * as identities from '../repository/identities.ts'
import * as sessions from '../repository/sessions.ts'
import * as throttles from '../repository/throttles.ts'
import { employeeForCode, type PhoneOwner } from '../views.ts'
import { codeDigest, hashPassword, isCode, newCode, verifyPassword } from './secrets.ts'
import { smsText } from './sms-text.ts'
import { openEntities, startSession } from './start-session.ts'
import { admitCode, admitGuess, admitVisitor } from './throttle.ts'
import { deviceOf, type Visit } from './visit.ts'

type Flow = 'first_sign_in' | 'reset'

/** What the two flows ask of a person, and which codes they take. */
const flows = {
  /** Civil number and employee number (the civil number again where there is none), and a code (H13). */
  first_sign_in: { purposes: ['first_sign_in', 'handed_out'], action: 'accounts.first_signed_in' },
  /** For those who have had a password: the civil number and a code to the registered phone (N-05). */
  reset: { purposes: ['reset'], action: 'accounts.password_reset' },
} as const satisfies Record<Flow, { purposes: readonly CodePurpose[]; action: string }>

type Start = { readonly flow: Flow; readonly civilNumber: string; readonly employeeNumber: string | null } & Visit

/** Sends a code to the registered phone if everything fits. The answer never says whether it did. */
export async function startWithCode({
  flow,
  civilNumber,
  employeeNumber,
  ...visit
}: Start): Promise<Refusal | undefined> {
  const { tx, now, newId, visitor, language } = visit
  const deviceDigest = deviceOf(visit)
  const identity = await identities.findByCivilNumber(tx, civilNumber)
  const identityId = identity?.id ?? null
  const guess = { civilNumber, identityId, deviceDigest, ip: visitor.ip, now }
  const admission = await admitVisitor(tx, admitCode(tx, guess))
  if ('refusal' in admission) return admission.refusal

  // Far more work than what follows, and the same for all: time does not tell who exists.
  await verifyPassword(null, civilNumber)
  const owner = identity && (await personBehind(visit, { flow, identity, employeeNumber }))
  const code = newCode()
  const id = newId()
  const digest = codeDigest(code, { id })
  if (!identity || !owner?.phone) {
    await codes.add(tx, { id, identityId: null, purpose: flow, digest, deviceDigest, now })
    return undefined
  }
  await codes.replaceOfDevice(tx, { identityId: identity.id, purpose: flow, deviceDigest, now })
  await codes.add(tx, { id, identityId: identity.id, purpose: flow, digest, deviceDigest, now })
  await text(tx, { ...owner, phone: owner.phone }, { purpose: flow, code, language, newId, now }, identity.id)
  return undefined
}

type Finish = Start & { readonly code: string; readonly password: string }

/** Takes the code and the new password, signs in, and ends every other session. One code works once. */
export async function finishWithCode(request: Finish): Promise<Refusal | undefined> {
  const { flow, civilNumber, employeeNumber, code, password, ...visit } = request
  const { tx, now, newId, visitor, language } = visit
  const problem = passwordProblem(password, { civilNumber })
  if (problem) return refuse(errors.passwordNotAccepted, { fields: [{ path: 'password', code: problem }] })
  const deviceDigest = deviceOf(visit)
  const found = await identities.findByCivilNumber(tx, civilNumber)
  const guess = {
    civilNumber,
    identityId: found?.id ?? null,
    deviceDigest,
    ip: visitor.ip,
    now,
  }
  const admission = await admitVisitor(tx, admitGuess(tx, guess))
  if ('refusal' in admission) return admission.refusal

  // The work is done before the answer is known, so that its time tells nothing.
  const hash = await hashPassword(password)
  const identity = found && (await identities.lock(tx, found.id))
  const owner = identity && (await personBehind(visit, { flow, identity, employeeNumber }))
  const { purposes, action } = flows[flow]
  const living = owner ? await codes.living(tx, { identityId: identity.id, purposes, deviceDigest, now }) : []
  const used = living.find((stored) => isCode(plainCode(code), stored))
  if (!owner || !used) {
    await codes.countWrongTry(
      tx,
      living.map(({ id }) => id),
    )
    const subject = { type: 'sign_in_identity', id: found?.id ?? 'unknown' }
    audit.record(tx, { actor: null, action: 'accounts.code_refused', subject, at: now })
    return refuse(errors.codeNotAccepted, { fields: [{ path: 'code', code: errors.codeNotAccepted.code }] })
  }
  await codes.spend(tx, { identityId: identity.id, purposes, now })
  await identities.setPassword(tx, { identityId: identity.id, hash, now })
  await sessions.revoke(tx, { identityId: identity.id, now })
  await devices.forgetAll(tx, identity.id)
  await throttles.giveBack(tx, admission.keys)
  await startSession({ ...visit, identityId: identity.id, deviceDigest, action })
  if (owner.phone && identity.passwordHash) {
    await text(tx, { ...owner, phone: owner.phone }, { purpose: 'password_changed', language, newId, now }, identity.id)
  }
  return undefined
}

type Asked = { flow: Flow; identity: identities.Identity; employeeNumber: string | null }

/** The employee whom the given facts fit, in the first entity where they do. */
async function personBehind(
  { tx, now }: Visit,
  { flow, identity, employeeNumber }: Asked,
): Promise<(PhoneOwner & { entityId: string }) | null> {
  if (identity.disabled || (flow === 'reset' && identity.passwordHash === null)) return null
  const on = localDate(now, defaultTimeZone)
  for (const { entityId, employeeId } of await openEntities(tx, { identityId: identity.id, now })) {
    if (!employeeId) continue
    const owner = await insideEntity(tx, { entityId }, () => employeeForCode(tx, { employeeId, employeeNumber, on }))
    if (owner && (flow === 'first_sign_in' || owner.phone)) return { ...owner, entityId }
  }
  return null
}

type Text = {
  purpose: 'first_sign_in' | 'reset' | 'password_changed'
  code?: string
  language: Language
  newId: NewId
  now: Date
}

async function text(
  tx: Tx,
  { entityId, phone }: { entityId: string; phone: string },
  { purpose, code, newId, now, ...asked }: Text,
  identityId: string,
): Promise<void> {
  const language = (await identities.languageOf(tx, identityId)) ?? asked.language
  await insideEntity(tx, { entityId }, () =>
    queueSms(tx, {
      to: phone,
      text: smsText(purpose, language, { code: code ?? '' }),
      language,
      purpose: `accounts.${purpose}`,
      newId,
      now,
    }),
  )
}

import * as audit from '../../../platform/audit/record.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import * as identities from '../repository/identities.ts'
import * as throttles from '../repository/throttles.ts'
import { verifyPassword } from './secrets.ts'
import { maySignIn, startSession } from './start-session.ts'
import { admitGuess, admitVisitor } from './throttle.ts'
import { deviceOf, type Visit } from './visit.ts'

type SignIn = { readonly civilNumber: string; readonly password: string } & Visit

/**
 * Signs in by civil number and password (SC-01). Unknown people, people without a password, wrong passwords and ended
 * service cost the same work and get the same answer. The refusal is returned, so that the failed try stays counted.
 */
export async function signIn({ civilNumber, password, ...visit }: SignIn): Promise<Refusal | undefined> {
  const { tx, now, visitor } = visit
  const identity = await identities.findByCivilNumber(tx, civilNumber)
  const deviceDigest = deviceOf(visit)
  const identityId = identity?.id ?? null
  const guess = { civilNumber, identityId, deviceDigest, ip: visitor.ip, now }
  const admission = await admitVisitor(tx, admitGuess(tx, guess))
  if ('refusal' in admission) return admission.refusal

  const fits = await verifyPassword(identity?.passwordHash ?? null, password)
  if (!identity || !fits || identity.disabled || !(await maySignIn(tx, { identityId: identity.id, now }))) {
    const subject = { type: 'sign_in_identity', id: identityId ?? 'unknown' }
    audit.record(tx, { actor: null, action: 'accounts.sign_in_failed', subject, at: now })
    return refuse(errors.wrongNumberOrPassword)
  }
  await throttles.giveBack(tx, admission.keys)
  await startSession({ ...visit, identityId: identity.id, deviceDigest, action: 'accounts.signed_in' })
  return undefined
}

import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { commitSoFar } from '../../../platform/db/with-entity.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { type Limit, limits, networkOf, secondsToWait } from '../domain/throttle.ts'
import { errors } from '../errors.ts'
import * as devices from '../repository/devices.ts'
import * as throttles from '../repository/throttles.ts'

type Guess = {
  readonly civilNumber: string
  readonly identityId: string | null
  readonly deviceDigest: Buffer
  readonly ip: string
  readonly now: Date
}

/** A guess that may go on, with the keys that it counts against; or the refusal, which the route must return. */
export type Admission = { readonly keys: readonly string[] } | { readonly refusal: Refusal }

/**
 * The count of a visitor's guess is committed before the slow work begins: guesses of one account or address do not
 * stand in line for each other's hash, and hold no connections while they wait.
 */
export async function admitVisitor(tx: Tx, admission: Promise<Admission>): Promise<Admission> {
  const admitted = await admission
  if ('keys' in admitted) await commitSoFar(tx)
  return admitted
}

/**
 * Lets a guess at a password or code through, or not. Guesses from devices that the account does not know share one
 * count; a device of the owner has its own, so nobody can lock the owner out. The same for people who do not exist.
 */
export async function admitGuess(
  tx: Tx,
  { civilNumber, identityId, deviceDigest, ip, now }: Guess,
): Promise<Admission> {
  const known = identityId !== null && (await devices.isKnown(tx, { identityId, deviceDigest }))
  return admit(tx, {
    identityId,
    now,
    steps: known
      ? [[`device:${identityId}:${deviceDigest.toString('base64url')}`, limits.device]]
      : [
          [`account:${civilNumber}`, limits.account],
          [`address:${networkOf(ip)}`, limits.address],
        ],
  })
}

/** The same for asking that a code be sent. */
export async function admitCode(tx: Tx, { civilNumber, identityId, deviceDigest, ip, now }: Guess): Promise<Admission> {
  const known = identityId !== null && (await devices.isKnown(tx, { identityId, deviceDigest }))
  return admit(tx, {
    identityId,
    now,
    steps: known
      ? [[`codes-device:${identityId}:${deviceDigest.toString('base64url')}`, limits.codes]]
      : [
          [`codes:${civilNumber}`, limits.codes],
          [`codes-address:${networkOf(ip)}`, limits.codesOfAddress],
        ],
  })
}

/** The same for the one-time link of the first administrator, which names nobody. */
export async function admitLink(tx: Tx, { ip, now }: { ip: string; now: Date }): Promise<Admission> {
  return admit(tx, { identityId: null, now, steps: [[`address:${networkOf(ip)}`, limits.address]] })
}

type Steps = readonly (readonly [key: string, limit: Limit])[]

async function admit(
  tx: Tx,
  { identityId, now, steps }: { identityId: string | null; now: Date; steps: Steps },
): Promise<Admission> {
  for (const [key, limit] of steps) {
    const counter = await throttles.take(tx, { key, limit, now })
    const seconds = secondsToWait(counter, limit, now)
    if (seconds === null) continue
    const first = counter.tries === limit.tries + 1
    if (first) {
      const id = identityId ?? 'unknown'
      const subject = { type: 'sign_in_identity', id }
      audit.record(tx, { actor: null, action: 'accounts.throttled', subject, at: now })
    }
    return { refusal: refuse(errors.tooManyTries, { params: { seconds, count: Math.ceil(seconds / 60) } }) }
  }
  return { keys: steps.map(([key]) => key) }
}

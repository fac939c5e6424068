import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { httpErrors } from '../../../platform/http/errors.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { defaultTimeZone, localDate } from '../../../shared/time-zone.ts'
import { employeeById } from '../../organization/public.ts'
import { grouped } from '../domain/one-time-code.ts'
import { errors } from '../errors.ts'
import * as codes from '../repository/codes.ts'
import * as identities from '../repository/identities.ts'
import * as sessions from '../repository/sessions.ts'
import { accounts } from '../views.ts'
import { codeDigest, newLongCode } from './secrets.ts'

type Managed = {
  readonly employeeId: string
  readonly actor: EntityActor
  readonly now: Date
  readonly newId: NewId
  readonly tx: Tx
}

/**
 * Makes a random code for somebody without a registered phone (H13) and shows it once. It lets the person choose a
 * password within 72 hours; nobody ever sets another's. An earlier code ends.
 */
export async function handOutCode({ employeeId, actor, now, newId, tx }: Managed) {
  const person = await employeeById(tx, { employeeId })
  if (!person) throw refuse(httpErrors.notFound)
  if (employeeId === actor.employeeId) throw refuse(errors.ownAccount)
  if (person.exitedOn && person.exitedOn < localDate(now, defaultTimeZone)) throw refuse(errors.exited)
  if (person.phone) throw refuse(errors.phoneRegistered)
  const identity = await identityFor({ employeeId, now, newId, tx })
  await identities.lock(tx, identity.id)
  await codes.spend(tx, { identityId: identity.id, purposes: ['handed_out'], now })
  const code = newLongCode()
  const id = newId()
  const digest = codeDigest(code, { id })
  const expiresAt = await codes.add(tx, {
    id,
    identityId: identity.id,
    purpose: 'handed_out',
    digest,
    deviceDigest: null,
    now,
  })
  const subject = { type: 'employee', id: employeeId }
  audit.record(tx, { actor, action: 'accounts.code_handed_out', subject, after: { expiresAt }, at: now })
  return { code: grouped(code), expiresAt }
}

/** Ends the sessions that a person has in this entity: a lost device, an open browser. */
export async function signOutPerson({ employeeId, actor, now, tx }: Omit<Managed, 'newId'>) {
  const identity = await identities.identityOfEmployee(tx, employeeId)
  if (!identity) throw refuse(httpErrors.notFound)
  const count = await sessions.revoke(tx, { identityId: identity.id, entityId: actor.entityId, now })
  const subject = { type: 'employee', id: employeeId }
  audit.record(tx, { actor, action: 'accounts.signed_out_by_administrator', subject, after: { count }, at: now })
  return { count }
}

/** The identity of an employee, made when the person came without one. */
export async function identityFor({ employeeId, now, newId, tx }: Omit<Managed, 'actor'>): Promise<{ id: string }> {
  const found = await identities.identityOfEmployee(tx, employeeId)
  if (found) return found
  const person = await tx.selectFrom('employees').select('civil_number').where('id', '=', employeeId).executeTakeFirst()
  if (!person) throw refuse(httpErrors.notFound)
  await identities.ensure(tx, { employees: [{ employeeId, civilNumber: person.civil_number }], newId, now })
  return identityFor({ employeeId, now, newId, tx })
}

type Asked = {
  readonly text: string | undefined
  readonly filter: 'waiting' | 'no_phone' | 'title_differs' | undefined
  readonly cursor: string | undefined
  readonly limit: number
  readonly now: Date
  readonly tx: Tx
}

/** A page of the entity's people with the state of their accounts. */
export async function listAccounts({ text, filter, cursor, limit, now, tx }: Asked) {
  const on = localDate(now, defaultTimeZone)
  const found = await accounts(tx, { text, filter, after: readCursor(cursor), limit, on, now })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const next = found.length > limit && last ? writeCursor(last.name.ar, last.employeeId) : null
  return { items, next }
}

function writeCursor(name: string, id: string): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

function readCursor(cursor: string | undefined): { name: string; id: string } | null {
  if (!cursor) return null
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof name === 'string' && typeof id === 'string') return { name, id }
  } catch {
    // Falls through: a cursor that we did not write.
  }
  throw refuse(httpErrors.invalidInput, { fields: [{ path: 'query/cursor', code: 'validation.invalid' }] })
}

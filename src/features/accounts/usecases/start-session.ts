import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { insideEntity } from '../../../platform/db/with-entity.ts'
import { openSession } from '../../../platform/session/session.ts'
import { defaultTimeZone, localDate } from '../../../shared/time-zone.ts'
import * as devices from '../repository/devices.ts'
import * as identities from '../repository/identities.ts'
import { hasLeft } from '../views.ts'
import type { Visit } from './visit.ts'

/** Entities where the person still works, the last used one first. Someone whose service has ended has none. */
export async function openEntities(
  tx: Tx,
  { identityId, now }: { identityId: string; now: Date },
): Promise<identities.EntityLink[]> {
  const links = await identities.entitiesOf(tx, identityId)
  const open: identities.EntityLink[] = []
  for (const link of links) {
    const { entityId, employeeId } = link
    const on = localDate(now, defaultTimeZone)
    const left = employeeId ? await insideEntity(tx, { entityId }, () => hasLeft(tx, { employeeId, on })) : false
    if (!left) open.push(link)
  }
  return open
}

/** Whether there is anything that the person could sign in to. */
export async function maySignIn(tx: Tx, { identityId, now }: { identityId: string; now: Date }): Promise<boolean> {
  if ((await openEntities(tx, { identityId, now })).length > 0) return true
  return (await identities.platformRolesOf(tx, identityId)).length > 0
}

type Start = Visit & {
  readonly identityId: string
  readonly deviceDigest: Buffer
  /** What the chain is told, such as `accounts.signed_in`. */
  readonly action: string
}

/** Opens a session in the entity that was last used, and remembers this browser as one of the person's own. */
export async function startSession({ identityId, deviceDigest, action, ...visit }: Start): Promise<void> {
  const { tx, now, newId, visitor, setCookie } = visit
  const [link] = await openEntities(tx, { identityId, now })
  const id = newId()
  const { token } = await openSession(tx, {
    id,
    identityId,
    entityId: link?.entityId ?? null,
    now,
    ip: visitor.ip,
    userAgent: visitor.userAgent,
  })
  await devices.remember(tx, { identityId, deviceDigest, now })
  // Without a date the browser forgets it when it is closed: many sit at shared machines. The server ends it in time.
  setCookie('session', token)
  const actor = { identityId, employeeId: link?.employeeId ?? null }
  await recordWhere(tx, link?.entityId ?? null, () =>
    audit.record(tx, { actor, action, subject: { type: 'session', id }, at: now }),
  )
}

/** Tells the chain of the entity, or the platform's own when the person works in none. */
export async function recordWhere(tx: Tx, entityId: string | null, tell: () => void): Promise<void> {
  if (entityId) await insideEntity(tx, { entityId }, async () => tell())
  else tell()
}

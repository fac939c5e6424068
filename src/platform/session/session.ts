import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import type { SignInRole } from '../../shared/roles.ts'
import type { Database, Tx } from '../db/database.ts'

/** A signed-in browser as the database knows it, before the entity's wall has been passed. */
export type Session = {
  readonly id: string
  readonly identityId: string
  readonly entityId: string | null
  readonly employeeId: string | null
  readonly lastSeenAt: Date
}

/** A session ends after 12 hours, or after one hour without a request. */
const absoluteHours = 12
const idleMinutes = 60

export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Opens a session and returns the token for the cookie; only its digest is kept. */
export async function openSession(
  tx: Tx,
  request: {
    id: string
    identityId: string
    entityId: string | null
    now: Date
    ip: string | null
    userAgent: string | null
  },
): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(request.now.getTime() + absoluteHours * 3_600_000)
  await tx
    .insertInto('sessions')
    .values({
      id: request.id,
      identity_id: request.identityId,
      entity_id: request.entityId,
      token_digest: digestOf(token),
      created_at: request.now,
      last_seen_at: request.now,
      expires_at: expiresAt,
      ip: request.ip,
      user_agent: request.userAgent?.slice(0, 300) ?? null,
    })
    .execute()
  return { token }
}

/** The living session behind a cookie, or null. One statement; the tables stand before the tenant wall. */
export async function findSession(db: Database, { token, now }: { token: string; now: Date }): Promise<Session | null> {
  const { rows } = await sql<Session>`
    SELECT s.id, s.identity_id AS "identityId", s.entity_id AS "entityId", e.employee_id AS "employeeId",
           s.last_seen_at AS "lastSeenAt"
      FROM sessions s
      JOIN sign_in_identities i ON i.id = s.identity_id AND i.disabled_at IS NULL
      LEFT JOIN identity_entities e ON e.identity_id = s.identity_id AND e.entity_id = s.entity_id
     WHERE s.token_digest = ${digestOf(token)} AND s.revoked_at IS NULL AND s.expires_at > ${now}
       AND s.last_seen_at > ${new Date(now.getTime() - idleMinutes * 60_000)}
       AND (s.entity_id IS NULL OR e.identity_id IS NOT NULL)`.execute(db)
  const found = rows[0] ?? null
  if (found && now.getTime() - found.lastSeenAt.getTime() > 60_000) {
    await db.updateTable('sessions').set({ last_seen_at: now }).where('id', '=', found.id).execute()
  }
  return found
}

/** The actor of a session, with the roles that hold now. Runs behind the wall of the session's entity. */
export async function actorOf(tx: Tx, session: Session): Promise<Actor> {
  const { rows } = await sql<{ role: SignInRole }>`
    SELECT role FROM role_grants WHERE identity_id = ${session.identityId} AND revoked_at IS NULL
    UNION ALL SELECT role FROM platform_grants WHERE identity_id = ${session.identityId}`.execute(tx)
  return {
    identityId: session.identityId,
    entityId: session.entityId,
    employeeId: session.employeeId,
    roles: rows.map((row) => row.role),
    sessionId: session.id,
  }
}

import { sql } from 'kysely'
import { flushAudit } from '../audit/record.ts'
import type { Database, Tx } from './database.ts'
import { isUuid, platformScopeId } from './ids.ts'

type Scope = { readonly entityId: string; readonly readOnly?: boolean }

/**
 * The only way to an entity's rows: one transaction behind the wall of `entityId`. What `audit.record` was told in it
 * is written last, so that the lock on the head of the chain is short. Commits when `work` returns, else rolls back.
 */
export async function withEntity<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, scope, work)
}

/** One transaction over the platform's own tables (decisions H14); every entity's rows are out of its sight. */
export async function withPlatform<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  options: { readonly readOnly?: boolean } = {},
): Promise<T> {
  return transaction(db, { ...options, entityId: platformScopeId }, work)
}

/**
 * Steps from a platform transaction into one entity and back, for acts that found or recognise something before the
 * entity is known: signing in, creating an entity. Both sides commit together.
 */
export async function insideEntity<T>(tx: Tx, { entityId }: { entityId: string }, work: () => Promise<T>): Promise<T> {
  await flushAudit(tx)
  await moveWall(tx, entityId)
  const result = await work()
  await flushAudit(tx)
  await moveWall(tx, platformScopeId)
  return result
}

/**
 * Commits what a platform transaction has done so far and goes on in a new one: for a count that must stay whatever
 * follows, and whose row others must not wait for while a password is hashed. Nothing read before holds after it.
 */
export async function commitSoFar(tx: Tx): Promise<void> {
  await flushAudit(tx)
  await sql.raw(`COMMIT; BEGIN; SET LOCAL itqan.entity_id = '${platformScopeId}'`).execute(tx)
}

async function transaction<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const entityId = checked(scope.entityId)
  return db.connection().execute(async (connection) => {
    const tx = connection as Tx
    const mode = scope.readOnly ? 'BEGIN READ ONLY' : 'BEGIN'
    // One round trip: without parameters both statements travel together, and the id has just been checked.
    await sql.raw(`${mode}; SET LOCAL itqan.entity_id = '${entityId}'`).execute(tx)
    try {
      const result = await work(tx)
      await flushAudit(tx)
      await sql.raw('COMMIT').execute(tx)
      return result
    } catch (error) {
      await sql
        .raw('ROLLBACK')
        .execute(tx)
        .catch(() => undefined)
      throw error
    }
  })
}

async function moveWall(tx: Tx, entityId: string): Promise<void> {
  await sql.raw(`SET LOCAL itqan.entity_id = '${checked(entityId)}'`).execute(tx)
}

function checked(entityId: string): string {
  if (!isUuid(entityId)) throw new TypeError('An entity id must be a lower-case UUID')
  return entityId
}

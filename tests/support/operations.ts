import { sql } from 'kysely'
import type { Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { withEntity, withPlatform } from '../../src/platform/db/with-entity.ts'
import type { SignInRole } from '../../src/shared/roles.ts'
import type { TestClient, TestServer } from './test-server.ts'

type Options = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly version?: number
  readonly file?: { readonly filename: string; readonly bytes: Uint8Array }
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
type OperationAnswer = { readonly status: number; readonly body: any; readonly raw: Buffer }
/** Calls an operation by its key in the contract: `call('PUT /api/holidays/:id', { params, body, version })`. */
type Caller = (operation: string, options?: Options) => Promise<OperationAnswer>

type Operations = {
  /** A new, empty entity behind its own wall. */
  readonly entity: () => Promise<string>
  /** Somebody who works in the entity, holding the roles and nothing else. */
  readonly someone: (who: { entityId: string; roles?: readonly SignInRole[]; employeeId?: string }) => Promise<Caller>
  readonly stranger: Caller
  readonly inside: <T>(entityId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** Operations of features on entities that begin with nothing, for rules that need no whole ministry. */
export function operationsOf({ db, clock, visitor, signInAs }: TestServer): Operations {
  let people = 0
  return {
    stranger: callerOf(visitor()),
    inside: (entityId, work) => withEntity(db, { entityId }, work),
    entity: async () => {
      const id = newId()
      const row = { id, code: `e-${id.slice(-12)}`, name_ar: 'جهة', name_en: 'Entity', created_at: clock.now }
      await withPlatform(db, (tx) => tx.insertInto('entities').values(row).execute())
      return id
    },
    someone: async ({ entityId, roles = [], employeeId }) => {
      const identityId = newId()
      people += 1
      const civilNumber = String(70_000_000 + people)
      await withPlatform(db, async (tx) => {
        await sql`INSERT INTO sign_in_identities (id, civil_number, created_at)
                  VALUES (${identityId}, ${civilNumber}, ${clock.now})`.execute(tx)
        await sql`INSERT INTO identity_entities (identity_id, entity_id, employee_id)
                  VALUES (${identityId}, ${entityId}, ${employeeId ?? null})`.execute(tx)
      })
      await withEntity(db, { entityId }, async (tx) => {
        for (const role of roles) {
          await sql`INSERT INTO role_grants (id, identity_id, role, reason, granted_at)
                    VALUES (${newId()}, ${identityId}, ${role}, 'for the test', ${clock.now})`.execute(tx)
        }
      })
      return callerOf(await signInAs(civilNumber, { entityId }))
    },
  }
}

function callerOf(client: TestClient): Caller {
  return async (operation, { params = {}, query = {}, ...options } = {}) => {
    const [method = 'GET', pattern = ''] = operation.split(' ')
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
    return client.request(method, search.size > 0 ? `${path}?${search}` : path, options)
  }
}

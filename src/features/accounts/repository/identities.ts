import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'

export type Identity = {
  readonly id: string
  readonly civilNumber: string
  readonly passwordHash: string | null
  readonly disabled: boolean
}

export async function findByCivilNumber(tx: Tx, civilNumber: string): Promise<Identity | null> {
  const { rows } = await sql<Identity>`
    SELECT id, civil_number AS "civilNumber", password_hash AS "passwordHash", disabled_at IS NOT NULL AS disabled
      FROM sign_in_identities WHERE civil_number = ${civilNumber}`.execute(tx)
  return rows[0] ?? null
}

/** The identity, with its row held until the transaction ends: two finishes with one code stand in line here. */
export async function lock(tx: Tx, identityId: string): Promise<Identity> {
  const { rows } = await sql<Identity>`
    SELECT id, civil_number AS "civilNumber", password_hash AS "passwordHash", disabled_at IS NOT NULL AS disabled
      FROM sign_in_identities WHERE id = ${identityId}::uuid FOR NO KEY UPDATE`.execute(tx)
  const [found] = rows
  if (!found) throw new Error('The identity of a session exists')
  return found
}

export async function anyIdentity(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`SELECT EXISTS (SELECT FROM sign_in_identities) AS any`.execute(tx)
  return rows[0]?.any ?? false
}

export async function add(tx: Tx, identity: { id: string; civilNumber: string; now: Date }): Promise<void> {
  await tx
    .insertInto('sign_in_identities')
    .values({ id: identity.id, civil_number: identity.civilNumber, created_at: identity.now })
    .execute()
}

export async function setPassword(tx: Tx, { identityId, hash, now }: { identityId: string; hash: string; now: Date }) {
  await tx
    .updateTable('sign_in_identities')
    .set({ password_hash: hash, password_set_at: now })
    .where('id', '=', identityId)
    .execute()
}

type NewEmployees = {
  readonly employees: readonly { readonly employeeId: string; readonly civilNumber: string }[]
  readonly newId: NewId
  readonly now: Date
}

/** Lets employees of the running entity sign in: an identity for each new civil number, a link for each employee. */
export async function ensure(tx: Tx, { employees, newId, now }: NewEmployees): Promise<void> {
  if (employees.length === 0) return
  const civilNumbers = employees.map((employee) => employee.civilNumber)
  await sql`
    INSERT INTO sign_in_identities (id, civil_number, created_at)
    SELECT id, civil_number, ${now}::timestamptz
      FROM unnest(${civilNumbers.map(() => newId())}::uuid[], ${civilNumbers}::text[]) AS given (id, civil_number)
    ON CONFLICT (civil_number) DO NOTHING`.execute(tx)
  await sql`
    INSERT INTO identity_entities (identity_id, entity_id, employee_id)
    SELECT i.id, itqan_entity(), given.employee_id
      FROM unnest(${employees.map((employee) => employee.employeeId)}::uuid[], ${civilNumbers}::text[])
           AS given (employee_id, civil_number)
      JOIN sign_in_identities i ON i.civil_number = given.civil_number
    ON CONFLICT (identity_id, entity_id) DO UPDATE SET employee_id = excluded.employee_id`.execute(tx)
}

/** Puts an employee of the running entity, and the roles held in it, behind another identity. */
export async function moveEmployee(tx: Tx, { employeeId, toId }: { employeeId: string; toId: string }): Promise<void> {
  await sql`
    UPDATE role_grants SET identity_id = ${toId}::uuid
     WHERE identity_id = (SELECT identity_id FROM identity_entities
                           WHERE entity_id = itqan_entity() AND employee_id = ${employeeId}::uuid)`.execute(tx)
  await sql`
    UPDATE identity_entities SET identity_id = ${toId}::uuid
     WHERE entity_id = itqan_entity() AND employee_id = ${employeeId}::uuid`.execute(tx)
}

export async function renumber(tx: Tx, { identityId, civilNumber }: { identityId: string; civilNumber: string }) {
  await tx.updateTable('sign_in_identities').set({ civil_number: civilNumber }).where('id', '=', identityId).execute()
}

/** Opens an entity to an identity that is no employee of it. */
export async function addEntity(tx: Tx, { identityId, entityId }: { identityId: string; entityId: string }) {
  await tx
    .insertInto('identity_entities')
    .values({ identity_id: identityId, entity_id: entityId, employee_id: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type EntityLink = { readonly entityId: string; readonly employeeId: string | null }

/** Entities of an identity, the one of the last session first. */
export async function entitiesOf(tx: Tx, identityId: string): Promise<EntityLink[]> {
  const { rows } = await sql<EntityLink>`
    SELECT l.entity_id AS "entityId", l.employee_id AS "employeeId"
      FROM identity_entities l JOIN entities e ON e.id = l.entity_id
     WHERE l.identity_id = ${identityId}::uuid
     ORDER BY l.entity_id = (SELECT s.entity_id FROM sessions s WHERE s.identity_id = l.identity_id
                              ORDER BY s.created_at DESC LIMIT 1) DESC NULLS LAST, e.code`.execute(tx)
  return rows
}

/** The identity of an employee of the running entity. */
export async function identityOfEmployee(tx: Tx, employeeId: string): Promise<{ id: string } | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT identity_id AS id FROM identity_entities
     WHERE entity_id = itqan_entity() AND employee_id = ${employeeId}::uuid`.execute(tx)
  return rows[0] ?? null
}

export async function platformRolesOf(tx: Tx, identityId: string): Promise<string[]> {
  const rows = await tx.selectFrom('platform_grants').select('role').where('identity_id', '=', identityId).execute()
  return rows.map((row) => row.role)
}

export async function grantPlatformRole(
  tx: Tx,
  { identityId, role, now }: { identityId: string; role: 'platform_administrator' | 'vision_unit'; now: Date },
): Promise<void> {
  await tx.insertInto('platform_grants').values({ identity_id: identityId, role, granted_at: now }).execute()
}

type Preferences = {
  readonly language?: 'ar' | 'en' | undefined
  readonly digits?: 'latn' | 'arab' | undefined
  readonly theme?: 'system' | 'light' | 'dark' | undefined
  readonly hijri?: boolean | undefined
}

export async function savePreferences(tx: Tx, { identityId, ...given }: Preferences & { identityId: string }) {
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  await tx
    .insertInto('identity_preferences')
    .values({ identity_id: identityId, ...values })
    .onConflict((conflict) => conflict.column('identity_id').doUpdateSet({ identity_id: identityId, ...values }))
    .execute()
}

export async function languageOf(tx: Tx, identityId: string): Promise<'ar' | 'en' | null> {
  const row = await tx
    .selectFrom('identity_preferences')
    .select('language')
    .where('identity_id', '=', identityId)
    .executeTakeFirst()
  return row?.language ?? null
}

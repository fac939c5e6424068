import type pg from 'pg'
import { loadSample } from '../../src/app/sample.ts'
import { sampleCast } from '../../src/features/accounts/sample.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { forgetfulDatabase } from './forgetful-database.ts'
import { type Records, recordsOf } from './records.ts'
import { rowsIn } from './rows-in.ts'
import { type Served, type TestServer, testServer } from './test-server.ts'

/** Sunday 15 February 2026, 10 in the morning in Muscat. */
const today = '2026-02-15'
const now = new Date('2026-02-15T06:00:00Z')

export type Entity = { readonly id: string; readonly code: string }

export type Ministry = TestServer & {
  readonly ministry: Entity
  readonly authority: Entity
  readonly records: Records
  /** The same over a database that keeps nothing: for many requests that must all meet the same state. */
  readonly forgetful: Served
  /** The civil number of a person of the cast. */
  readonly civilNumber: (key: (typeof sampleCast)[number]['key']) => string
}

/** The sample ministry and the authority beside it on a server of their own, with a record of every kind. */
export async function sampleMinistry(): Promise<Ministry> {
  const server = await testServer({ now })
  await loadSample({ owner: server.owner, seed: 1, date: today })
  const [authority, ministry] = await entities(server.owner)
  const civilNumber: Ministry['civilNumber'] = (key) => sampleCast.find((one) => one.key === key)?.civilNumber ?? ''
  const [supervisor, delegate] = [civilNumber('supervisor'), civilNumber('delegate')]
  const records = await recordsOf(server.owner, { entityId: ministry.id, supervisor, delegate, today })
  return {
    ...server,
    ministry,
    authority,
    records,
    forgetful: await server.serve(forgetfulDatabase(server.app)),
    civilNumber,
  }
}

async function entities(owner: pg.Pool): Promise<[authority: Entity, ministry: Entity]> {
  const { rows } = await owner.query<Entity>('SELECT id, code FROM entities ORDER BY code')
  const [first, second] = rows
  if (!first || !second || rows.length > 2) throw new Error('The sample is one ministry and one authority')
  return [first, second]
}

/** Gives a person of an entity a sign-in role, and answers with the civil number. */
export async function grantTo(owner: pg.Pool, entityId: string, role: string, place: number): Promise<string> {
  const [person] = await rowsIn<{ civilNumber: string; identityId: string }>(
    owner,
    entityId,
    `SELECT e.civil_number AS "civilNumber", l.identity_id AS "identityId" FROM employees e
       JOIN identity_entities l ON l.entity_id = e.entity_id AND l.employee_id = e.id
      WHERE NOT EXISTS (SELECT FROM role_grants g WHERE g.identity_id = l.identity_id)
        AND NOT EXISTS (SELECT FROM supervisions s WHERE s.supervisor_id = e.id) AND e.exited_on IS NULL
      ORDER BY e.civil_number DESC OFFSET $1 LIMIT 1`,
    [place],
  )
  if (!person) throw new Error('Nobody is left to take a role')
  await rowsIn(
    owner,
    entityId,
    `INSERT INTO role_grants (id, identity_id, role, reason, granted_at) VALUES ($1, $2, $3, 'for the test', $4)`,
    [newId(), person.identityId, role, now],
  )
  return person.civilNumber
}

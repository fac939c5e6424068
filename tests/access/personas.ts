import { newId } from '../../src/platform/db/ids.ts'
import { entityRoles } from '../../src/shared/roles.ts'
import { grantTo, type Ministry } from '../support/ministry.ts'
import type { SampleRequest } from '../support/requests.ts'
import { rowsIn } from '../support/rows-in.ts'
import type { TestClient } from '../support/test-server.ts'

/** What somebody is to the record that a request speaks of. */
const relations = ['employee', 'supervisor', 'delegate', 'higher_official', 'peer', 'other_head'] as const

/** Members of the review committee, each in one capacity, with no part in the record. */
const committee = ['review_chair', 'review_member', 'review_secretary'] as const

/** Somebody of another division who holds one sign-in role and has no part in the record. */
const roleHolders = entityRoles

export const platformHolders = ['platform_administrator', 'vision_unit'] as const

/** The same in another entity. */
const foreigners = ['employee', 'supervisor', ...entityRoles].map((one) => `foreign_${one}`)

export const personas: readonly string[] = [
  'signed_out',
  ...relations,
  ...committee,
  ...roleHolders,
  ...platformHolders,
  ...foreigners,
]

export type Persona = string

/** Words of the matrix for several personas at once. */
const words: Readonly<Record<string, readonly Persona[]>> = {
  everyone: personas,
  signed_in: personas.filter((one) => one !== 'signed_out'),
  members: [...relations, ...committee, ...roleHolders],
  committee,
  foreigners,
  line: ['employee', 'supervisor', 'delegate', 'higher_official'],
  officials: ['supervisor', 'delegate', 'higher_official'],
  /** They see the state, or the links to the plan, and never the content (AMB-40). */
  verifiers: ['ejada_team', 'finance_administration'],
  admin: ['entity_administrator'],
  readers: ['entity_administrator', 'ejada_team', 'auditor', 'head', 'head_office'],
  planners: ['planning', 'entity_administrator'],
}

/** Everybody whom a list of words of the matrix names. */
export function named(list: string): readonly Persona[] {
  return list.split(/\s+/).flatMap((word) => {
    if (word === '') return []
    const plain = word.replace(/\+$/, '').replace(/^foreign_/, '')
    const [all, own] = [word.endsWith('+'), words[plain] ?? [plain]]
    const theirs = plain === 'members' ? foreigners : own.map((one) => `foreign_${one}`)
    const found = word.startsWith('foreign_') ? theirs : all ? [...own, ...theirs] : own
    for (const one of found) if (!personas.includes(one)) throw new Error(`The matrix names nobody by "${word}"`)
    return found
  })
}

/** Finds or makes everybody, and answers with who makes a request. */
export async function cast(
  world: Ministry,
): Promise<(persona: Persona, request: SampleRequest) => Promise<TestClient>> {
  const { owner, ministry, authority, records, forgetful } = world
  const { documents } = records
  const numbers = new Map<string, string>([
    ['supervisor', world.civilNumber('supervisor')],
    ['delegate', world.civilNumber('delegate')],
    ['higher_official', world.civilNumber('higher_official')],
    ['peer', await peerOf(world)],
    ['other_head', await numberOf(world, records.otherHead.id)],
    ['platform_administrator', world.civilNumber('platform_administrator')],
    ['vision_unit', await visionUnit(world)],
  ])
  for (const [place, role] of roleHolders.entries()) {
    numbers.set(role, await grantTo(owner, ministry.id, role, place))
    numbers.set(`foreign_${role}`, await grantTo(owner, authority.id, role, 0))
  }
  for (const [place, persona] of committee.entries()) numbers.set(persona, await seatedAs(world, persona, place))
  const [pair] = await rowsIn<{ employee: string; supervisor: string }>(
    owner,
    authority.id,
    `SELECT e.civil_number AS employee, s.civil_number AS supervisor FROM supervisions v
       JOIN employees e ON e.id = v.employee_id JOIN employees s ON s.id = v.supervisor_id
      WHERE v.valid_to IS NULL AND NOT EXISTS (SELECT FROM headships h WHERE h.employee_id = e.id)
        AND NOT EXISTS (SELECT FROM role_grants g JOIN identity_entities l ON l.identity_id = g.identity_id
                         WHERE l.employee_id IN (e.id, s.id))
      ORDER BY 1 LIMIT 1`,
  )
  if (!pair) throw new Error('The authority has no plain employee under a plain supervisor')
  numbers.set('foreign_employee', pair.employee)
  numbers.set('foreign_supervisor', pair.supervisor)

  const tokens = new Map<string, string>()
  return async (persona, { document = 'draft' }) => {
    // A browser of its own for each request: one of them signs out.
    const client = forgetful.visitor()
    if (persona === 'signed_out') return client
    const number = persona === 'employee' ? documents[document].civilNumber : (numbers.get(persona) ?? '')
    const token = tokens.get(number) ?? (await world.signInAs(number)).cookies.get('itqan') ?? ''
    tokens.set(number, token)
    client.cookies.set('itqan', token)
    return client
  }
}

/** Gives somebody without any other part a seat in the review committee, and answers with the civil number. */
async function seatedAs({ owner, ministry, records }: Ministry, persona: string, place: number): Promise<string> {
  const [person] = await rowsIn<{ id: string; number: string }>(
    owner,
    ministry.id,
    `SELECT e.id, e.civil_number AS number FROM employees e JOIN identity_entities l ON l.employee_id = e.id
      WHERE e.exited_on IS NULL AND NOT EXISTS (SELECT FROM supervisions s WHERE s.supervisor_id = e.id)
        AND NOT EXISTS (SELECT FROM memberships m WHERE m.employee_id = e.id)
        AND NOT EXISTS (SELECT FROM supervisions s WHERE s.employee_id = e.id AND s.supervisor_id = $2)
        AND NOT EXISTS (SELECT FROM role_grants g WHERE g.identity_id = l.identity_id)
      ORDER BY e.civil_number OFFSET $1 LIMIT 1`,
    [place, records.supervisorId],
  )
  if (!person) throw new Error('Nobody is left for the committee')
  await rowsIn(
    owner,
    ministry.id,
    `INSERT INTO memberships (id, employee_id, body, capacity, valid_from) VALUES ($1, $2, 'review', $3, $4)`,
    [newId(), person.id, persona.replace('review_', ''), records.today],
  )
  return person.number
}

async function peerOf({ owner, ministry, records }: Ministry): Promise<string> {
  const [peer] = await rowsIn<{ number: string }>(
    owner,
    ministry.id,
    `SELECT e.civil_number AS number FROM employees e JOIN supervisions s ON s.employee_id = e.id AND s.valid_to IS NULL
      WHERE s.supervisor_id = $1 AND e.id <> ALL ($2) ORDER BY 1 LIMIT 1`,
    [records.supervisorId, Object.values(records.documents).map((document) => document.employeeId)],
  )
  return peer?.number ?? ''
}

async function numberOf({ owner, ministry }: Ministry, employeeId: string): Promise<string> {
  const question = 'SELECT civil_number AS number FROM employees WHERE id = $1'
  const [found] = await rowsIn<{ number: string }>(owner, ministry.id, question, [employeeId])
  return found?.number ?? ''
}

/** Somebody of the central Vision Unit: a role of the platform, in no entity. */
async function visionUnit({ owner, clock }: Ministry): Promise<string> {
  const [id, number] = [newId(), '77665544']
  await owner.query('INSERT INTO sign_in_identities (id, civil_number, created_at) VALUES ($1, $2, $3)', [
    id,
    number,
    clock.now,
  ])
  await owner.query("INSERT INTO platform_grants (identity_id, role, granted_at) VALUES ($1, 'vision_unit', $2)", [
    id,
    clock.now,
  ])
  return number
}

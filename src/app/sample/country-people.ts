import { sampleCast } from '../../features/accounts/sample.ts'
import { personName } from '../../features/organization/sample/names.ts'
import { addDays } from '../../shared/dates.ts'
import { randomFrom } from '../../shared/random.ts'
import type { Field } from './copy.ts'
import type { CountryDivision } from './country-shape.ts'
import { postCodes } from './country-structure.ts'
import { type Own, slice, type World } from './country-world.ts'
import { kinds } from './stable-ids.ts'

/** Whose place it is: the division, and whether its head sits there. */
function seatOf(tree: readonly CountryDivision[], person: number): { division: number; leads: boolean } {
  let [low, high] = [0, tree.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tree[middle]?.first ?? 0) <= person) low = middle
    else high = middle - 1
  }
  return { division: low, leads: tree[low]?.first === person }
}

/** The place of the direct supervisor: the head of the division, or of the one above. */
export function supervisorOf(tree: readonly CountryDivision[], person: number): number | null {
  const { division, leads } = seatOf(tree, person)
  if (!leads) return tree[division]?.first ?? null
  const parent = tree[division]?.parent ?? -1
  return parent < 0 ? null : (tree[parent]?.first ?? null)
}

const castSeats = [
  'head',
  'higher_official',
  'ejada_team',
  'entity_administrator',
  'supervisor',
  'employee',
  'planning',
  'auditor',
] as const

/** Of the largest entity, the first people are those whom a visitor may sign in as. */
function castOf(entity: number, person: number) {
  const key = entity === 0 ? castSeats[person] : undefined
  return key ? sampleCast.find((one) => one.key === key) : undefined
}

function civilNumber(number: number, reserved: ReadonlySet<string>): string {
  const value = String((number * 61_803_399 + 27_182_818) % 100_000_000).padStart(8, '0')
  return reserved.has(value) ? `9${value}` : value
}

const reserved: ReadonlySet<string> = new Set(sampleCast.map((one) => one.civilNumber))

/** A batch of people with their accounts, posts and supervisors. */
export function addPeople(world: World, own: Own, tree: readonly CountryDivision[], first: number): void {
  const { writer, idOf, since, days, seed, passwordHash } = world
  const { entity, people, firstNumber } = own
  const founded = since.toISOString().slice(0, 10)
  const last = Math.min(first + slice, people)
  const random = randomFrom(`${seed}/people/${entity}/${first}`)
  const employeeId = (person: number) => idOf(kinds.employee, entity, person)
  const each = (columns: readonly string[], table: string, fields: (person: number) => readonly Field[] | null) =>
    writer.add(table, columns, (add) => {
      for (let person = first; person < last; person += 1) {
        const row = fields(person)
        if (row) add(row)
      }
    })
  each(
    [
      'id',
      'civil_number',
      'employee_number',
      'name_ar',
      'name_en',
      'gender',
      'hired_on',
      'phone',
      'email',
      'in_scope',
      'created_at',
    ],
    'employees',
    (person) => {
      const gender = random.chance(0.46) ? 'female' : 'male'
      const cast = castOf(entity, person)
      const name = cast?.name ?? personName(random, gender)
      const hiredOn = addDays(days.date, -random.between(400, 9_000))
      const phone = `+9689${random.between(1_000_000, 9_999_999)}`
      return [
        employeeId(person),
        cast?.civilNumber ?? civilNumber(firstNumber + person, reserved),
        String(10_000 + person),
        name.ar,
        name.en,
        gender,
        hiredOn,
        phone,
        `e${10_000 + person}@entity-${entity + 1}.example`,
        person > 0,
        since,
      ]
    },
  )
  each(['id', 'civil_number', 'password_hash', 'password_set_at', 'created_at'], 'sign_in_identities', (person) => {
    const cast = castOf(entity, person)
    const number = cast?.civilNumber ?? civilNumber(firstNumber + person, reserved)
    return [idOf(kinds.identity, entity, person), number, cast ? passwordHash : null, cast ? since : null, since]
  })
  each(['identity_id', 'entity_id', 'employee_id'], 'identity_entities', (person) => [
    idOf(kinds.identity, entity, person),
    idOf(kinds.entity, entity, 0),
    employeeId(person),
  ])
  each(['id', 'employee_id', 'division_id', 'post_id', 'level', 'valid_from'], 'assignments', (person) => {
    const { division, leads } = seatOf(tree, person)
    const post = leads ? postCodes.length : person % postCodes.length
    const level = leads ? Math.min(7, 1 + depthOf(tree, division) * 2) : 8 + (person % 5)
    return [
      idOf(kinds.assignment, entity, person),
      employeeId(person),
      idOf(kinds.division, entity, division),
      idOf(kinds.post, entity, post),
      level,
      founded,
    ]
  })
  each(['id', 'employee_id', 'supervisor_id', 'valid_from'], 'supervisions', (person) => {
    const supervisor = supervisorOf(tree, person)
    if (supervisor === null) return null
    return [idOf(kinds.supervision, entity, person), employeeId(person), employeeId(supervisor), founded]
  })
  each(['id', 'division_id', 'employee_id', 'valid_from'], 'headships', (person) => {
    const { division, leads } = seatOf(tree, person)
    if (!leads) return null
    return [idOf(kinds.headship, entity, person), idOf(kinds.division, entity, division), employeeId(person), founded]
  })
}

function depthOf(tree: readonly CountryDivision[], division: number): number {
  const parent = tree[division]?.parent ?? -1
  return parent < 0 ? 0 : 1 + depthOf(tree, parent)
}

const rolesOfCast = {
  head: 'head',
  ejada_team: 'ejada_team',
  entity_administrator: 'entity_administrator',
  planning: 'planning',
  auditor: 'auditor',
} as const

/** Sign-in roles of those whom a visitor may sign in as. */
export function addRoles({ writer, idOf, since }: World, { entity, people }: Own): void {
  if (entity > 0) return
  writer.add('role_grants', ['id', 'identity_id', 'role', 'reason', 'granted_at'], (add) => {
    for (const [person, key] of castSeats.entries()) {
      const role = rolesOfCast[key as keyof typeof rolesOfCast]
      if (!role || person >= people) continue
      add([idOf(kinds.grant, entity, person), idOf(kinds.identity, entity, person), role, 'تكليف بقرار إداري', since])
    }
  })
}

export async function addPlatformAdministrator({ writer, idOf, since, passwordHash }: World): Promise<void> {
  const administrator = sampleCast.find((one) => one.key === 'platform_administrator')
  if (!administrator) return
  const id = idOf(kinds.platform, 0, 0)
  writer.add('sign_in_identities', ['id', 'civil_number', 'password_hash', 'password_set_at', 'created_at'], (add) =>
    add([id, administrator.civilNumber, passwordHash, since, since]),
  )
  writer.add('platform_grants', ['identity_id', 'role', 'granted_at'], (add) =>
    add([id, 'platform_administrator', since]),
  )
  await writer.flush()
}

import type { Gender, Name } from '../../features/organization/domain/vocabulary.ts'
import { personName } from '../../features/organization/sample/names.ts'
import type { PostCard } from '../../features/organization/sample/staff-posts.ts'
import type { SampleDivision } from '../../features/organization/sample.ts'
import { addDays } from '../../shared/dates.ts'
import type { Random } from '../../shared/random.ts'

export type Person = {
  readonly id: string
  readonly identityId: string
  readonly civilNumber: string
  readonly employeeNumber: string
  readonly name: Name
  readonly gender: Gender
  readonly hiredOn: string
  readonly phone: string
  readonly email: string
  /** Code of the division and, behind the slash, `head` or the place among its staff. */
  readonly seat: string
  readonly division: string
  readonly post: string
  readonly level: number
  readonly leads: boolean
  /** The head of the entity and the undersecretaries have no performance document (AMB-23). */
  readonly inScope: boolean
  readonly supervisor: Person | null
}

/** Somebody whose name and number the sample knows beforehand. */
export type CastMember = {
  readonly name: Name
  readonly gender: Gender
  readonly civilNumber?: string
  /** The lots of the seat are drawn all the same, so that those who come after keep their names and numbers. */
  readonly afterLots?: boolean
}

type Request = {
  readonly divisions: readonly SampleDivision[]
  readonly posts: ReadonlyMap<string, PostCard>
  readonly postOf: (staff: SampleDivision['staff'][number]) => string
  readonly cast: Readonly<Record<string, CastMember>>
  readonly mailDomain: string
  readonly random: Random
  readonly ids: () => string
  readonly civilNumbers: () => string
  readonly date: string
  /** Of the first employee number. */
  readonly firstNumber: number
}

/** Everybody of an entity, heads before those who answer to them. */
export function employ(request: Request): Person[] {
  const people: Person[] = []
  const heads = new Map<string, Person>()
  const mails = new Set<string>()
  const names = new Set(Object.values(request.cast).map((member) => member.name.ar))

  const byLot = (leads: boolean): CastMember => {
    const { random, civilNumbers } = request
    const gender: Gender = random.chance(leads ? 0.35 : 0.48) ? 'female' : 'male'
    return { gender, name: freshName(random, gender, names), civilNumber: civilNumbers() }
  }

  const add = (division: SampleDivision, place: string, post: string, supervisor: Person | null): Person => {
    const { random, ids } = request
    const seat = `${division.code}/${place}`
    const cast = request.cast[seat]
    const leads = place === 'head'
    const { name, gender, civilNumber } = cast && !cast.afterLots ? cast : { ...byLot(leads), ...cast }
    const [highest, lowest] = request.posts.get(post)?.levels ?? [10, 10]
    const level = random.between(highest, lowest)
    const person: Person = {
      id: ids(),
      identityId: ids(),
      civilNumber: civilNumber ?? request.civilNumbers(),
      employeeNumber: String(request.firstNumber + people.length * 7 + random.between(0, 6)),
      name,
      gender,
      hiredOn: hiredOn(request, level),
      phone: `+9689${random.between(1_000_000, 9_999_999)}`,
      email: mailOf(name.en, request.mailDomain, mails),
      seat,
      division: division.code,
      post,
      level,
      leads,
      inScope: division.kind !== 'entity' && !(leads && division.kind === 'undersecretariat'),
      supervisor,
    }
    people.push(person)
    return person
  }

  for (const division of request.divisions) {
    const above = division.parent === null ? null : (heads.get(division.parent) ?? null)
    const head = add(division, 'head', division.headPost, above)
    heads.set(division.code, head)
    for (const [index, staff] of division.staff.entries()) add(division, String(index), request.postOf(staff), head)
  }
  return people
}

function freshName(random: Random, gender: Gender, taken: Set<string>): Name {
  for (;;) {
    const name = personName(random, gender)
    if (taken.has(name.ar)) continue
    taken.add(name.ar)
    return name
  }
}

/** Higher levels have served for longer. */
function hiredOn({ random, date }: Request, level: number): string {
  const [least, most] = level <= 3 ? [18, 29] : level <= 5 ? [13, 24] : level <= 7 ? [8, 18] : [2, 15]
  const day = addDays(date, -random.between(least * 365, most * 365))
  return `${day.slice(0, 7)}-01`
}

function mailOf(name: string, domain: string, taken: Set<string>): string {
  const words = name.toLowerCase().split(' ')
  const base = `${words[0]}.${words.slice(words.indexOf('al')).join('')}`
  let mail = `${base}@${domain}`
  for (let count = 2; taken.has(mail); count += 1) mail = `${base}${count}@${domain}`
  taken.add(mail)
  return mail
}

/** Civil numbers that never meet: every step leads to another of the hundred million, some with a leading zero. */
export function civilNumbers(random: Random, reserved: ReadonlySet<string>): () => string {
  let value = random.between(0, 99_999_999)
  return () => {
    do value = (value + 61_803_399) % 100_000_000
    while (reserved.has(padded(value)))
    return padded(value)
  }
}

function padded(value: number): string {
  return String(value).padStart(8, '0')
}

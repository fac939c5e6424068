import type { EntityBlueprint } from '../../features/organization/sample/blueprint.ts'
import { personName } from '../../features/organization/sample/names.ts'
import { type PostCard, staffPosts } from '../../features/organization/sample/staff-posts.ts'
import { layOut, type SampleDivision } from '../../features/organization/sample.ts'
import { addDays } from '../../shared/dates.ts'
import type { Random } from '../../shared/random.ts'
import { addRow, type Rows } from './copy.ts'
import { type CastMember, employ, type Person } from './people.ts'
import { at, type SampleDays } from './working-calendar.ts'

export type Organization = {
  readonly people: readonly Person[]
  /** Who worked here and has left. */
  readonly leavers: readonly Leaver[]
  readonly divisionIds: ReadonlyMap<string, string>
  readonly postIds: ReadonlyMap<string, string>
  readonly divisions: readonly SampleDivision[]
  readonly inSeat: (seat: string) => Person
  /** First day of every fact that has always been so. */
  readonly founded: string
}

export type Leaver = Person & { readonly exitedOn: string }

type Request = {
  readonly blueprint: EntityBlueprint
  readonly cast: Readonly<Record<string, CastMember>>
  readonly story: OrganizationStory
  readonly random: Random
  readonly ids: () => string
  readonly civilNumbers: () => string
  readonly days: SampleDays
  readonly firstNumber: number
}

/** What has happened in an organization: by seats. Days are counted back from the sample's day. */
export type OrganizationStory = {
  /** Who came from another division, and when. */
  readonly transfers: readonly { readonly seat: string; readonly from: string; readonly daysAgo: number }[]
  /** A division whose head of before now heads another. */
  readonly formerHeads: readonly { readonly division: string; readonly now: string; readonly daysAgo: number }[]
  /** Divisions that once had another name and kind. */
  readonly renamed: readonly {
    readonly division: string
    readonly kind: 'department'
    readonly ar: string
    readonly en: string
    readonly yearsAgo: number
  }[]
  /** Who has left, from which division. */
  readonly leavers: readonly { readonly division: string; readonly daysAgo: number }[]
  /** Who joined lately, so many working days ago. */
  readonly joiners: readonly { readonly seat: string; readonly workingDaysAgo: number }[]
}

/** Divisions, posts and people of an entity with their history, as rows. */
export function organize(rows: Rows, request: Request): Organization {
  const { blueprint, days, ids, story } = request
  const { divisions, posts } = layOut(blueprint.root)
  const year = Number(days.date.slice(0, 4))
  const founded = `${year - 6}-01-01`
  const since = at(founded, '08:00')
  const divisionIds = new Map(divisions.map((division) => [division.code, ids()]))
  const postIds = new Map(posts.map((post) => [post.code, ids()]))
  const employed = employ({
    divisions,
    posts: new Map(posts.map((post) => [post.code, post])),
    postOf: (staff) => staffPosts[staff].code,
    cast: request.cast,
    mailDomain: blueprint.mailDomain,
    random: request.random.fork('people'),
    ids,
    civilNumbers: request.civilNumbers,
    date: days.date,
    firstNumber: request.firstNumber,
  })
  const joined = new Map(story.joiners.map((joiner) => [joiner.seat, days.ago(joiner.workingDaysAgo)]))
  const people = employed.map((person) => ({ ...person, hiredOn: joined.get(person.seat) ?? person.hiredOn }))
  const seats = new Map(people.map((person) => [person.seat, person]))
  const inSeat = (seat: string) => {
    const person = seats.get(seat)
    if (!person) throw new Error(`nobody sits in ${seat}`)
    return person
  }
  const leavers: Leaver[] = []
  const organization: Organization = { people, leavers, divisionIds, postIds, divisions, inSeat, founded }

  addDivisions(rows, { divisions, divisionIds, founded, since, story, ids, year })
  for (const post of posts) addPost(rows, post, { id: idIn(postIds, post.code), since })
  for (const person of people) addPerson(rows, person, { since, founded })
  addService(rows, organization, request)
  for (const leaver of story.leavers) leavers.push(addLeaver(rows, organization, { ...request, leaver }))
  return organization
}

/** The path of a division in the form that the database keeps: ids without dashes, from the top. */
function divisionPath(
  code: string,
  divisions: ReadonlyMap<string, string | null>,
  ids: ReadonlyMap<string, string>,
): string {
  const parent = divisions.get(code) ?? null
  const own = idIn(ids, code).replaceAll('-', '')
  return parent === null ? own : `${divisionPath(parent, divisions, ids)}.${own}`
}

type DivisionFacts = {
  divisions: readonly SampleDivision[]
  divisionIds: ReadonlyMap<string, string>
  founded: string
  since: Date
  story: OrganizationStory
  ids: () => string
  year: number
}

function addDivisions(rows: Rows, facts: DivisionFacts): void {
  const { divisions, divisionIds, founded, since, story, ids, year } = facts
  const parents = new Map(divisions.map((division) => [division.code, division.parent]))
  for (const { code, kind, name, parent } of divisions) {
    const id = idIn(divisionIds, code)
    addRow(rows, 'divisions', { id, code, path: divisionPath(code, parents, divisionIds), created_at: since })
    const parentId = parent === null ? null : idIn(divisionIds, parent)
    const before = story.renamed.find((renamed) => renamed.division === code)
    const changedOn = before ? `${year - before.yearsAgo}-01-01` : founded
    if (before) {
      addRow(rows, 'division_periods', {
        id: ids(),
        division_id: id,
        parent_id: parentId,
        kind: before.kind,
        name_ar: before.ar,
        name_en: before.en,
        valid_from: founded,
        valid_to: addDays(changedOn, -1),
      })
    }
    addRow(rows, 'division_periods', {
      id: ids(),
      division_id: id,
      parent_id: parentId,
      kind,
      name_ar: name.ar,
      name_en: name.en,
      valid_from: changedOn,
      valid_to: null,
    })
  }
}

function addPost(rows: Rows, post: PostCard, { id, since }: { id: string; since: Date }): void {
  addRow(rows, 'posts', {
    id,
    code: post.code,
    title_ar: post.title.ar,
    title_en: post.title.en,
    job_family: post.family,
    purpose_ar: post.purpose.ar,
    purpose_en: post.purpose.en,
    duties_ar: post.duties.map((duty) => duty.ar),
    duties_en: post.duties.map((duty) => duty.en),
    created_at: since,
  })
}

type Since = { readonly since: Date; readonly founded: string }

function addPerson(rows: Rows, person: Person & { exitedOn?: string }, { since, founded }: Since): void {
  addRow(rows, 'employees', {
    id: person.id,
    civil_number: person.civilNumber,
    employee_number: person.employeeNumber,
    name_ar: person.name.ar,
    name_en: person.name.en,
    gender: person.gender,
    hired_on: person.hiredOn,
    exited_on: person.exitedOn ?? null,
    phone: person.phone,
    email: person.email,
    in_scope: person.inScope,
    created_at: person.hiredOn > founded ? at(person.hiredOn, '08:00') : since,
  })
}

/** Assignments, supervision and headships, with what they were before. */
function addService(rows: Rows, organization: Organization, { story, ids, days, random }: Request): void {
  const { people, divisionIds, postIds, inSeat, founded } = organization
  const formerHeadOf = new Map(
    story.formerHeads.map((former) => [
      former.division,
      { person: inSeat(former.now), until: addDays(days.date, -former.daysAgo) },
    ]),
  )
  const movedUp = random.fork('promotions')
  for (const person of people) {
    const first = person.hiredOn > founded ? person.hiredOn : founded
    const transfer = story.transfers.find((one) => one.seat === person.seat)
    const former = story.formerHeads.find((one) => one.now === person.seat)
    const replaced = person.leads ? formerHeadOf.get(person.division) : undefined
    const settled = transfer
      ? addDays(days.date, -transfer.daysAgo)
      : former
        ? addDays(days.date, -former.daysAgo)
        : replaced
          ? replaced.until
          : person.leads && person.level >= 5
            ? `${Number(days.date.slice(0, 4)) - movedUp.between(1, 4)}-0${movedUp.between(1, 9)}-01`
            : first
    const from = settled > first ? settled : first
    const employee = { employee_id: person.id }
    if (from > first) {
      const earlier = earlierService(organization, person, { transfer, former })
      addRow(rows, 'assignments', {
        id: ids(),
        ...employee,
        division_id: idIn(divisionIds, earlier.division),
        post_id: idIn(postIds, earlier.post),
        level: earlier.level,
        valid_from: first,
        valid_to: addDays(from, -1),
      })
      if (earlier.led)
        addHeadship(rows, {
          id: ids(),
          division: idIn(divisionIds, earlier.division),
          person,
          from: first,
          to: addDays(from, -1),
        })
      if (earlier.supervisor)
        addSupervision(rows, { id: ids(), person, supervisor: earlier.supervisor, from: first, to: addDays(from, -1) })
    }
    addRow(rows, 'assignments', {
      id: ids(),
      ...employee,
      division_id: idIn(divisionIds, person.division),
      post_id: idIn(postIds, person.post),
      level: person.level,
      valid_from: from,
      valid_to: null,
    })
    if (person.leads)
      addHeadship(rows, { id: ids(), division: idIn(divisionIds, person.division), person, from, to: null })
    if (!person.supervisor) continue
    const earlierHead = person.leads ? undefined : formerHeadOf.get(person.division)
    if (earlierHead && from < earlierHead.until) {
      const until = earlierHead.until
      addSupervision(rows, { id: ids(), person, supervisor: earlierHead.person, from, to: addDays(until, -1) })
      addSupervision(rows, { id: ids(), person, supervisor: person.supervisor, from: until, to: null })
    } else {
      addSupervision(rows, { id: ids(), person, supervisor: person.supervisor, from, to: null })
    }
  }
}

type Earlier = { division: string; post: string; level: number; led: boolean; supervisor: Person | null }

/** Where somebody was before: in the division left, at the head of another, or as a specialist of the same one. */
function earlierService(
  { inSeat, postIds }: Organization,
  person: Person,
  { transfer, former }: { transfer?: { from: string } | undefined; former?: { division: string } | undefined },
): Earlier {
  if (transfer) {
    const head = inSeat(`${transfer.from}/head`)
    return { division: transfer.from, post: person.post, level: person.level, led: false, supervisor: head }
  }
  if (former) {
    const division = former.division
    const above = inSeat(`${division}/head`).supervisor
    return { division, post: `H-${division}`, level: person.level, led: true, supervisor: above }
  }
  const known = [staffPosts.planning_specialist, staffPosts.hr_specialist].find((post) => postIds.has(post.code))
  return {
    division: person.division,
    post: known?.code ?? person.post,
    level: 9,
    led: false,
    supervisor: person.supervisor,
  }
}

type Term = { id: string; person: Person; from: string; to: string | null }

function addHeadship(rows: Rows, { id, division, person, from, to }: Term & { division: string }): void {
  addRow(rows, 'headships', { id, division_id: division, employee_id: person.id, valid_from: from, valid_to: to })
}

function addSupervision(rows: Rows, { id, person, supervisor, from, to }: Term & { supervisor: Person }): void {
  addRow(rows, 'supervisions', {
    id,
    employee_id: person.id,
    supervisor_id: supervisor.id,
    valid_from: from,
    valid_to: to,
  })
}

type Leaving = Request & { leaver: OrganizationStory['leavers'][number] }

function addLeaver(
  rows: Rows,
  organization: Organization,
  { leaver, ids, days, random, civilNumbers, firstNumber }: Leaving,
): Leaver {
  const { divisionIds, postIds, founded, inSeat } = organization
  const colleague = inSeat(`${leaver.division}/0`)
  const exitedOn = addDays(days.date, -leaver.daysAgo)
  const place = random.fork(`leaver ${leaver.division}`)
  const person: Leaver = {
    ...colleague,
    seat: `${leaver.division}/former`,
    id: ids(),
    identityId: ids(),
    civilNumber: civilNumbers(),
    employeeNumber: String(firstNumber - place.between(1, 4_000)),
    name: personName(place, 'male'),
    gender: 'male',
    hiredOn: addDays(exitedOn, -365 * place.between(20, 28)),
    phone: `+9689${place.between(1_000_000, 9_999_999)}`,
    email: `former${place.between(100, 999)}@${colleague.email.split('@')[1]}`,
    exitedOn,
  }
  addPerson(rows, person, { since: at(founded, '08:00'), founded })
  addRow(rows, 'assignments', {
    id: ids(),
    employee_id: person.id,
    division_id: idIn(divisionIds, leaver.division),
    post_id: idIn(postIds, colleague.post),
    level: colleague.level,
    valid_from: founded,
    valid_to: exitedOn,
  })
  if (colleague.supervisor)
    addSupervision(rows, { id: ids(), person, supervisor: colleague.supervisor, from: founded, to: exitedOn })
  return person
}

export function idIn(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code)
  if (!id) throw new Error(`no id for ${code}`)
  return id
}

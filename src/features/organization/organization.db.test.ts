import { beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { insideEntity, withEntity, withPlatform } from '../../platform/db/with-entity.ts'
import { ensureIdentities } from '../accounts/public.ts'
import { jobs } from './jobs.ts'
import {
  actingFor,
  connectOrganization,
  divisionsLedBy,
  employeeById,
  employeesByIds,
  everyoneBelow,
  foundEntity,
  higherOfficialOf,
  isHeadOfEntity,
  lineAbove,
  recordedAbsence,
} from './public.ts'

const { db, clock, signInAs } = await testServer()
const entityId = newId()
const otherEntityId = newId()
const inside = <T>(work: Parameters<typeof withEntity<T>>[2]) => withEntity(db, { entityId }, work)
const told: string[] = []

type Record_ = {
  id: string
  version: number
  civilNumber: string | null
  exitedOn: string | null
  current: { assignment: { division: { en: string }; level: number } | null; supervisor: { id: string } | null }
  assignments: { id: string; from: string; to: string | null; level: number }[]
  supervisions: { supervisorId: string; from: string; to: string | null }[]
  absences: { kind: string | null }[]
  reports: { id: string }[]
  can: Record<string, { allowed: boolean; why?: string }>
}
type Division = {
  id: string
  version: number
  standing: boolean
  name: { en: string }
  path: { name: { en: string } }[]
}
type Tree = { divisions: { id: string; parentId: string | null; name: { en: string }; people: number }[] }
type Refused = { fields?: { path: string; code: string; params?: object }[]; params?: Record<string, unknown> }

let root = ''
let postId = ''
const division: Record<'planning' | 'media', string> = { planning: '', media: '' }
const people: Record<string, string> = {}
const numbers: Record<string, string> = {}
let nextNumber = 10_000_000
let admin: Awaited<ReturnType<typeof signInAs>>

async function add(who: string, change: object = {}): Promise<string> {
  const civilNumber = String(nextNumber++)
  const answer = await admin.post<Record_>('/api/organization/employees', {
    name: { ar: `الموظف ${who}`, en: who },
    civilNumber,
    employeeNumber: null,
    gender: 'female',
    hiredOn: '2024-01-01',
    phone: null,
    email: null,
    inScope: true,
    divisionId: division.planning,
    postId,
    level: 8,
    supervisorId: null,
    ...change,
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  people[who] = answer.body.id
  numbers[who] = civilNumber
  return answer.body.id
}
const read = async (who: string, query = '') =>
  (await admin.get<Record_>(`/api/organization/employees/${people[who]}${query}`)).body
const idOf = (who: string) => people[who] ?? ''

beforeAll(async () => {
  connectOrganization({
    employeesAdded: ensureIdentities,
    delegationStarted: async (_tx, { delegation }) => void told.push(`start ${delegation.id}`),
    delegationEnded: async (_tx, { delegation, revoked }) =>
      void told.push(`${revoked ? 'revoke' : 'end'} ${delegation.id}`),
    supervisorChanged: async (_tx, { employeeId, to, on }) => void told.push(`supervisor ${employeeId} ${to} ${on}`),
  })
  await withPlatform(db, async (tx) => {
    for (const [id, code] of [
      [entityId, 'mol'],
      [otherEntityId, 'other'],
    ] as const) {
      const name = { ar: 'وحدة', en: code }
      await insideEntity(tx, { entityId: id }, async () => {
        const { rootDivisionId } = await foundEntity({
          entityId: id,
          code,
          name,
          from: '2020-01-01',
          actor: null,
          now: clock.now,
          tx,
          newId,
        })
        if (id === entityId) root = rootDivisionId
        // An administrator without an employee record: the first one of every entity.
        const identityId = newId()
        const civilNumber = id === entityId ? '99999991' : '99999992'
        await tx
          .insertInto('sign_in_identities')
          .values({ id: identityId, civil_number: civilNumber, created_at: clock.now })
          .execute()
        await tx.insertInto('identity_entities').values({ identity_id: identityId, entity_id: id }).execute()
        const grant = {
          id: newId(),
          identity_id: identityId,
          role: 'entity_administrator' as const,
          reason: 'test',
          granted_at: clock.now,
        }
        await tx.insertInto('role_grants').values(grant).execute()
      })
    }
  })
  admin = await signInAs('99999991')
  const post = await admin.post<{ id: string }>('/api/organization/posts', {
    code: 'P1',
    title: { ar: 'أخصائي', en: 'Specialist' },
    family: 'specialist',
    purpose: { ar: '', en: '' },
    duties: { ar: ['مهمة'], en: [] },
  })
  postId = post.body.id
  for (const [key, code] of [
    ['planning', 'PL'],
    ['media', 'ME'],
  ] as const) {
    const made = await admin.post<Division>('/api/organization/divisions', {
      code,
      kind: 'directorate',
      name: { ar: key, en: key },
      parentId: root,
      from: '2024-01-01',
    })
    division[key] = made.body.id
  }
  await add('minister', { level: 1, divisionId: root })
  await add('director', { level: 4, supervisorId: idOf('minister') })
  await add('deputy', { level: 4, supervisorId: idOf('minister'), divisionId: division.media })
  await add('salim', { level: 8, supervisorId: idOf('director') })
  await add('reem', { level: 9, supervisorId: idOf('director') })
})

describe('the tree of divisions', () => {
  test('is asked as of a day: before a move and after it', async () => {
    const made = await admin.post<Division>('/api/organization/divisions', {
      code: 'PL-1',
      kind: 'section',
      name: { ar: 'قسم', en: 'Section' },
      parentId: division.planning,
      from: '2025-01-01',
    })
    const { id, version } = made.body
    const moved = await admin.post<Division>(
      `/api/organization/divisions/${id}/changes`,
      { kind: 'section', name: { ar: 'قسم', en: 'Moved section' }, parentId: division.media, from: '2025-06-01' },
      { version },
    )
    expect(moved.body.path.map(({ name }) => name.en)).toEqual(['mol', 'media'])
    const parentOn = async (on: string) =>
      (await admin.get<Tree>(`/api/organization/divisions?on=${on}`)).body.divisions.find((one) => one.id === id)
        ?.parentId
    expect([await parentOn('2024-12-31'), await parentOn('2025-05-31'), await parentOn('2025-06-01')]).toEqual([
      undefined,
      division.planning,
      division.media,
    ])
    const { path } = await inside((tx) =>
      tx.selectFrom('divisions').select('path').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(path).toBe([root, division.media, id].map((part) => part.replaceAll('-', '')).join('.'))
  })

  test('refuses a division below itself, a second root, and a code that is taken', async () => {
    const media = (await admin.get<Division>(`/api/organization/divisions/${division.media}`)).body
    const below = await admin.post<Division>('/api/organization/divisions', {
      code: 'ME-1',
      kind: 'section',
      name: { ar: 'قسم', en: 'Below media' },
      parentId: division.media,
      from: '2025-01-01',
    })
    const change = (parentId: string | null) =>
      admin.post<Refused>(
        `/api/organization/divisions/${division.media}/changes`,
        { kind: 'directorate', name: { ar: 'إعلام', en: 'media' }, parentId, from: '2026-01-01' },
        { version: media.version },
      )
    expect((await change(below.body.id)).code).toBe('organization.division_loop')
    expect((await change(null)).code).toBe('organization.root_stays')
    const again = await admin.post<Refused>('/api/organization/divisions', {
      code: 'ME-1',
      kind: 'section',
      name: { ar: 'قسم', en: 'Again' },
      parentId: root,
      from: '2025-01-01',
    })
    expect(again.body.fields).toEqual([{ path: 'code', code: 'organization.code_taken' }])
  })

  test('keeps a division open while people or divisions are in it, and closes it after', async () => {
    const planning = (await admin.get<Division>(`/api/organization/divisions/${division.planning}`)).body
    const close = (id: string, version: number) =>
      admin.post<Division & Refused>(`/api/organization/divisions/${id}/close`, { lastDay: '2026-01-31' }, { version })
    const refused = await close(division.planning, planning.version)
    expect(refused.code).toBe('organization.division_has_people')
    expect(refused.body.params).toEqual({ count: 3 })
    const empty = await admin.post<Division>('/api/organization/divisions', {
      code: 'X',
      kind: 'office',
      name: { ar: 'مكتب', en: 'Office' },
      parentId: root,
      from: '2025-01-01',
    })
    expect((await close(empty.body.id, empty.body.version)).status).toBe(200)
    expect(
      (await admin.get<Division>(`/api/organization/divisions/${empty.body.id}?on=2026-02-01`)).body.standing,
    ).toBe(false)
  })

  test('the head of the root heads the entity, and leads every division below', async () => {
    const { version } = (await admin.get<Division>(`/api/organization/divisions/${root}`)).body
    const named = await admin.post(
      `/api/organization/divisions/${root}/headships`,
      { employeeId: idOf('minister'), from: '2025-01-01' },
      { version },
    )
    expect(named.status).toBe(200)
    const ask = (on: string) => inside((tx) => isHeadOfEntity(tx, { employeeId: idOf('minister'), on }))
    expect([await ask('2024-12-31'), await ask('2025-01-01')]).toEqual([false, true])
    const led = await inside((tx) => divisionsLedBy(tx, { employeeId: idOf('minister'), on: '2026-01-18' }))
    expect(led).toEqual(expect.arrayContaining([root, division.planning, division.media]))
  })
})

describe('people', () => {
  test('a second person with the same civil or employee number is refused beside the field', async () => {
    const twice = await admin.post<Refused>('/api/organization/employees', {
      name: { ar: 'مكرر', en: 'Twice' },
      civilNumber: numbers.salim,
      employeeNumber: null,
      gender: 'male',
      hiredOn: '2024-01-01',
      phone: null,
      email: null,
      inScope: true,
      divisionId: division.planning,
      postId,
      level: 8,
      supervisorId: null,
    })
    expect(twice.body.fields).toEqual([{ path: 'civilNumber', code: 'organization.civil_number_taken' }])
  })

  test('a transfer holds from its day on, and the history stays', async () => {
    await add('moving', { supervisorId: idOf('director') })
    const before = await read('moving')
    const moved = await admin.post<Record_>(
      `/api/organization/employees/${before.id}/assignments`,
      { divisionId: division.media, postId, level: 7, from: '2026-02-01' },
      { version: before.version },
    )
    expect(moved.body.assignments.map(({ from, to, level }) => [from, to, level])).toEqual([
      ['2026-02-01', null, 7],
      ['2024-01-01', '2026-01-31', 8],
    ])
    const divisionOn = async (on: string) => (await read('moving', `?on=${on}`)).current.assignment?.division.en
    expect([await divisionOn('2026-01-31'), await divisionOn('2026-02-01')]).toEqual(['planning', 'media'])
    const cards = await inside((tx) => employeesByIds(tx, { ids: [before.id, idOf('salim')], on: '2026-02-02' }))
    expect(cards.map((card) => [card.id, card.division.en, card.level])).toEqual([
      [before.id, 'media', 7],
      [idOf('salim'), 'planning', 8],
    ])
    expect(await inside((tx) => employeeById(tx, { employeeId: before.id }))).toMatchObject({ level: 7 })
  })

  test('a writer with an old version is told who changed the record', async () => {
    await add('contested')
    const { id, version } = await read('contested')
    const move = (level: number) =>
      admin.post<Refused>(
        `/api/organization/employees/${id}/assignments`,
        { divisionId: division.media, postId, level, from: '2026-02-01' },
        { version },
      )
    expect((await move(7)).status).toBe(200)
    const late = await move(6)
    expect(late.code).toBe('http.changed_by_other')
    expect(late.body.params?.at).toBe(clock.now.toISOString())
  })

  test('supervisors never form a circle, and the line is asked as of a day', async () => {
    const director = await read('director')
    const change = (supervisorId: string | null, version: number, from = '2026-02-01') =>
      admin.post<Record_ & Refused>(
        `/api/organization/employees/${director.id}/supervisions`,
        { supervisorId, from },
        { version },
      )
    expect((await change(idOf('salim'), director.version)).code).toBe('organization.supervisor_loop')
    expect((await change(director.id, director.version)).code).toBe('organization.own_supervisor')
    const line = await inside((tx) => lineAbove(tx, { employeeId: idOf('salim'), on: '2026-01-18' }))
    expect(line).toEqual([idOf('director'), idOf('minister')])
    const higher = (who: string) => inside((tx) => higherOfficialOf(tx, { employeeId: idOf(who), on: '2026-01-18' }))
    expect([await higher('salim'), await higher('director'), await higher('minister')]).toEqual([
      idOf('minister'),
      idOf('minister'),
      null,
    ])
    const below = await inside((tx) => everyoneBelow(tx, { supervisorId: idOf('minister'), on: '2026-01-18' }))
    expect(below).toEqual(expect.arrayContaining([idOf('salim'), idOf('deputy')]))
  })

  test('two changes at once that would close a circle together have one winner', async () => {
    await add('left', { supervisorId: idOf('minister') })
    await add('right', { supervisorId: idOf('minister') })
    const [left, right] = [await read('left'), await read('right')]
    const put = (who: Record_, supervisorId: string) =>
      admin.post(
        `/api/organization/employees/${who.id}/supervisions`,
        { supervisorId, from: '2026-02-01' },
        { version: who.version },
      )
    const answers = await Promise.all([put(left, right.id), put(right, left.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('who leaves hands the team to a successor; what was to come is taken back', async () => {
    await add('leaving', { supervisorId: idOf('director'), level: 5 })
    await add('member', { supervisorId: idOf('leaving') })
    await add('successor', { supervisorId: idOf('leaving') })
    const { id, version } = await read('leaving')
    const exit = (successorId: string | null) =>
      admin.post<Record_ & Refused>(
        `/api/organization/employees/${id}/exit`,
        { lastDay: '2026-03-31', successorId, reason: 'Retirement' },
        { version },
      )
    const refused = await exit(null)
    expect(refused.body.fields).toEqual([
      { path: 'successorId', code: 'organization.successor_needed', params: { count: 2 } },
    ])
    const left = await exit(idOf('successor'))
    expect(left.body).toMatchObject({ exitedOn: '2026-03-31', can: { exit: { allowed: false } } })
    expect(left.body.assignments[0]?.to).toBe('2026-03-31')
    const supervisorOn = async (who: string, on: string) => (await read(who, `?on=${on}`)).current.supervisor?.id
    expect(await supervisorOn('member', '2026-03-31')).toBe(id)
    expect(await supervisorOn('member', '2026-04-01')).toBe(idOf('successor'))
    expect(await supervisorOn('successor', '2026-04-01')).toBe(idOf('director'))
    expect(told).toContain(`supervisor ${idOf('member')} ${idOf('successor')} 2026-04-01`)
    const back = await admin.delete<Record_>(`/api/organization/employees/${id}/exit`, { version: left.body.version })
    expect(back.body).toMatchObject({ exitedOn: null, assignments: [{ to: null }] })
  })

  test('an absence is known on its days, and its kind only to those whom it concerns', async () => {
    const url = `/api/organization/employees/${idOf('salim')}/absences`
    const leave = { kind: 'sick_leave', startsOn: '2026-01-20', endsOn: '2026-01-25', note: null }
    expect((await admin.post(url, leave)).status).toBe(201)
    expect((await admin.post(url, { ...leave, startsOn: '2026-01-25', endsOn: '2026-01-26' })).code).toBe(
      'organization.absences_overlap',
    )
    const ask = (on: string) => inside((tx) => recordedAbsence(tx, { employeeId: idOf('salim'), on }))
    expect([await ask('2026-01-19'), await ask('2026-01-25')]).toEqual([
      null,
      { startsOn: '2026-01-20', endsOn: '2026-01-25' },
    ])
    const seenBy = async (who: string) =>
      (await (await signInAs(numbers[who] ?? '')).get<Record_>(`/api/organization/employees/${idOf('salim')}`)).body
        .absences
    expect(await seenBy('director')).toMatchObject([{ kind: 'sick_leave' }])
    expect(await seenBy('minister')).toMatchObject([{ kind: null }])
  })

  test('a colleague does not find the record, the supervisor sees it without the civil number', async () => {
    const url = `/api/organization/employees/${idOf('salim')}`
    expect((await (await signInAs(numbers.reem ?? '')).get(url)).status).toBe(404)
    const seen = await (await signInAs(numbers.director ?? '')).get<Record_>(url)
    expect(seen.body).toMatchObject({ civilNumber: null, can: { change: { allowed: false } } })
    expect((await (await signInAs(numbers.salim ?? '')).get<Record_>(url)).body.civilNumber).toBe(numbers.salim)
    expect((await (await signInAs('99999992')).get(url)).status).toBe(404)
  })

  test('the list shows everyone once, whatever the order and however small the pages', async () => {
    for (const sort of ['name', 'number', 'division', 'level', 'hired']) {
      for (const order of ['asc', 'desc']) {
        const ids: string[] = []
        let cursor = ''
        let total = 0
        do {
          const page = await admin.get<{ items: { id: string }[]; next: string | null; total: number }>(
            `/api/organization/employees?limit=4&sort=${sort}&order=${order}${cursor && `&cursor=${cursor}`}`,
          )
          ids.push(...page.body.items.map(({ id }) => id))
          total = page.body.total
          cursor = page.body.next ?? ''
        } while (cursor)
        expect([sort, order, new Set(ids).size, ids.length]).toEqual([sort, order, total, total])
      }
    }
  })

  test('the list is searched without hamza and marks, by words in any order, and by civil number', async () => {
    await add('Amal', { name: { ar: 'آمال بنت أحمد', en: 'Amal Ahmed' }, divisionId: division.media })
    const find = async (text: string, more = '') =>
      (
        await admin.get<{ items: { id: string }[] }>(
          `/api/organization/employees?text=${encodeURIComponent(text)}${more}`,
        )
      ).body.items
    expect(await find('احمد امال')).toMatchObject([{ id: idOf('Amal') }])
    expect(await find(numbers.Amal ?? '')).toMatchObject([{ id: idOf('Amal') }])
    expect(await find('امال', `&divisionId=${division.planning}`)).toEqual([])
    expect(await find('امال', `&divisionId=${root}`)).toHaveLength(1)
    expect(await find('امال', `&divisionId=${root}&below=false`)).toEqual([])
    expect(await find('%')).toEqual([])
  })
})

describe('delegation', () => {
  const wish = (change: object = {}) => ({
    delegatorId: idOf('director'),
    delegateId: idOf('deputy'),
    scopes: ['approve_documents'],
    startsOn: '2026-01-18',
    endsOn: '2026-01-31',
    reason: 'Leave',
    ...change,
  })
  type Delegation = { id: string; version: number; state: string }

  test('is made by the delegator, is told once, and lets the delegate act on its days', async () => {
    const director = await signInAs(numbers.director ?? '')
    const made = await director.post<Delegation>('/api/organization/delegations', wish())
    expect(made).toMatchObject({ status: 201, body: { state: 'living' } })
    expect(told.filter((line) => line === `start ${made.body.id}`)).toHaveLength(1)
    const acting = (on: string) =>
      inside((tx) => actingFor(tx, { employeeId: idOf('deputy'), on, scope: 'approve_documents' }))
    expect([await acting('2026-01-17'), await acting('2026-01-31'), await acting('2026-02-01')]).toEqual([
      [],
      [{ delegatorId: idOf('director') }],
      [],
    ])
    expect(
      (await director.post('/api/organization/delegations', wish({ delegateId: idOf('minister') }))).body,
    ).toMatchObject({ fields: [{ path: 'scopes', code: 'organization.delegation_overlaps' }] })
    const revoke = (client: typeof director) =>
      client.post<Delegation>(
        `/api/organization/delegations/${made.body.id}/revoke`,
        { reason: 'Back early' },
        { version: made.body.version },
      )
    expect((await revoke(await signInAs(numbers.deputy ?? ''))).code).toBe('organization.may_not_delegate')
    expect((await revoke(await signInAs(numbers.reem ?? ''))).status).toBe(404)
    expect((await revoke(director)).body.state).toBe('revoked')
    expect(told.filter((line) => line === `revoke ${made.body.id}`)).toHaveLength(1)
    expect(await acting('2026-01-18')).toEqual([])
  })

  test('is refused for strangers, for lower levels and beyond the months of the policy', async () => {
    const asReem = await signInAs(numbers.reem ?? '')
    expect((await asReem.post('/api/organization/delegations', wish())).status).toBe(404)
    const director = await signInAs(numbers.director ?? '')
    const refused = await director.post<Refused>(
      '/api/organization/delegations',
      wish({ delegateId: idOf('reem'), endsOn: '2026-04-18' }),
    )
    expect(refused.body.fields?.map(({ path, code }) => [path, code])).toEqual([
      ['endsOn', 'organization.delegation_too_long'],
      ['delegateId', 'organization.delegate_level_too_low'],
    ])
  })

  test('by the higher official for a later time is told when its day comes, and again when it is over', async () => {
    const minister = await signInAs(numbers.minister ?? '')
    const later = { startsOn: '2026-02-10', endsOn: '2026-02-11', reason: 'Mission' }
    const made = await minister.post<Delegation>('/api/organization/delegations', wish(later))
    expect(made.body.state).toBe('future')
    const runOn = async (day: string) => {
      for (const job of jobs) await inside((tx) => job.run({ tx, entityId, now: new Date(`${day}T06:00:00Z`), newId }))
      return told.filter((line) => line.endsWith(made.body.id)).map((line) => line.split(' ')[0])
    }
    expect(await runOn('2026-02-09')).toEqual([])
    expect(await runOn('2026-02-10')).toEqual(['start'])
    expect(await runOn('2026-02-11')).toEqual(['start'])
    expect(await runOn('2026-02-12')).toEqual(['start', 'end'])
    expect(await runOn('2026-02-13')).toEqual(['start', 'end'])
  })
})

test('a membership ends, and a second one in the same days is refused', async () => {
  const facts = { capacity: 'member', from: '2026-01-01', to: null, decision: '12/2026' }
  const body = { employeeId: idOf('reem'), body: 'review', ...facts }
  const made = await admin.post<{ id: string; version: number }>('/api/organization/memberships', body)
  expect(made.status).toBe(201)
  expect((await admin.post('/api/organization/memberships', body)).code).toBe('organization.membership_overlaps')
  const ended = await admin.patch(
    `/api/organization/memberships/${made.body.id}`,
    { ...facts, to: '2026-01-31' },
    { version: made.body.version },
  )
  expect(ended.body).toMatchObject({ to: '2026-01-31' })
  const members = async (on: string) =>
    (await admin.get<{ items: object[] }>(`/api/organization/memberships?body=review&on=${on}`)).body.items
  expect([(await members('2026-01-31')).length, (await members('2026-02-01')).length]).toEqual([1, 0])
})

test('an actor of the guides is played by divisions of the entity; bodies outside have none', async () => {
  const put = (actor: string, divisionIds: string[]) => admin.put(`/api/organization/actors/${actor}`, { divisionIds })
  expect((await put('DG_PLANNING', [division.planning])).body).toMatchObject({
    divisions: [{ name: { en: 'planning' } }],
  })
  expect((await put('MIN_ECONOMY', [division.planning])).code).toBe('organization.actor_is_external')
  const list = await admin.get<{ actors: { id: string }[] }>('/api/organization/actors')
  expect(list.body.actors).toHaveLength(19)
})

test('the logo is re-encoded, cached by its digest, and the profile kept to its version', async () => {
  const profile = async () =>
    (await admin.get<{ version: number; logoUrl: string | null }>('/api/organization/profile')).body
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const { version } = await profile()
  const file = { filename: 'logo.png', bytes: png }
  const set = await admin.request<{ logoUrl: string }>('PUT', '/api/organization/logo', { version, file })
  expect(set.body.logoUrl).toMatch(/^\/api\/organization\/logo\?digest=[0-9a-f]{64}$/)
  const logo = await admin.get(set.body.logoUrl)
  expect(logo.headers['content-type']).toBe('image/png')
  const again = await admin.get(set.body.logoUrl, { headers: { 'if-none-match': String(logo.headers.etag) } })
  expect(again.status).toBe(304)
  const words = { ar: 'نص', en: 'Text' }
  const stale = await admin.patch(
    '/api/organization/profile',
    { name: words, vision: words, mission: words },
    { version },
  )
  expect(stale.status).toBe(412)
  const evil = { filename: 'logo.png', bytes: Buffer.from('<svg onload="alert(1)"/>') }
  const refused = await admin.request('PUT', '/api/organization/logo', {
    version: (await profile()).version,
    file: evil,
  })
  expect(refused.code).toBe('files.not_an_image')
})

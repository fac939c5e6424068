import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestClient, testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { withEntity, withPlatform } from '../../platform/db/with-entity.ts'
import { jobs } from './jobs.ts'
import { ensureIdentities, issueFirstAdministratorToken, moveToCivilNumber, showMessages } from './public.ts'
import { hashPassword } from './usecases/secrets.ts'

const { db, jobsDb, clock, visitor, signInAs } = await testServer()
const entityId = newId()
const otherEntityId = newId()
const password = 'the falaj runs at dawn'
const civil = { administrator: '20000001', second: '20000002', employee: '20000003', phoneless: '20000004' }
type Who = keyof typeof civil
const id = Object.fromEntries(Object.keys(civil).map((who) => [who, newId()])) as Record<Who, string>
const inside = <T>(work: Parameters<typeof withEntity<T>>[2]) => withEntity(db, { entityId }, work)

beforeAll(async () => {
  await withPlatform(db, (tx) =>
    tx
      .insertInto('entities')
      .values([
        { id: entityId, code: 'one', name_ar: 'الأولى', name_en: 'First', sample: true, created_at: clock.now },
        { id: otherEntityId, code: 'two', name_ar: 'الثانية', name_en: 'Second', created_at: clock.now },
      ])
      .execute(),
  )
  await inside(async (tx) => {
    for (const who of Object.keys(civil) as Who[]) {
      await tx
        .insertInto('employees')
        .values({
          id: id[who],
          civil_number: civil[who],
          name_ar: who,
          name_en: who,
          gender: 'female',
          hired_on: '2020-01-01',
          phone: who === 'phoneless' ? null : '+96890000001',
          created_at: clock.now,
        })
        .execute()
    }
    const employees = (Object.keys(civil) as Who[]).map((who) => ({ employeeId: id[who], civilNumber: civil[who] }))
    await ensureIdentities(tx, { employees, newId, now: clock.now })
    const hash = await hashPassword(password)
    await sql`UPDATE sign_in_identities SET password_hash = ${hash}`.execute(tx)
    await sql`
      INSERT INTO role_grants (id, identity_id, role, reason, granted_at)
      SELECT ${newId()}::uuid, id, 'entity_administrator', 'founder', ${clock.now} FROM sign_in_identities
       WHERE civil_number = ${civil.administrator}`.execute(tx)
  })
})

type Grants = { items: { id: string; role: string; own: boolean; holder: { employeeId: string } | null }[] }
const grant = (client: TestClient, employeeId: string, role: string) =>
  client.post<{ id: string }>('/api/role-grants', { employeeId, role, reason: 'قرار رقم 12' })

describe('roles', () => {
  test('are granted with a reason to somebody else, once', async () => {
    const administrator = await signInAs(civil.administrator)
    expect((await grant(administrator, id.administrator, 'auditor')).code).toBe('accounts.own_role')
    expect((await grant(administrator, id.employee, 'planning')).status).toBe(201)
    expect((await grant(administrator, id.employee, 'planning')).code).toBe('accounts.role_held')
    expect((await grant(administrator, id.employee, 'platform_administrator')).status).toBe(400)
    expect((await grant(administrator, newId(), 'planning')).status).toBe(404)
    const employee = await signInAs(civil.employee)
    expect((await employee.get<{ roles: string[] }>('/api/me')).body.roles).toEqual(['planning'])
    expect((await grant(employee, id.second, 'auditor')).code).toBe('http.forbidden')
  })

  test('hold from the next request on, and end with it', async () => {
    const administrator = await signInAs(civil.administrator)
    const second = await signInAs(civil.second)
    expect((await second.get('/api/role-grants')).status).toBe(403)
    const made = await grant(administrator, id.second, 'auditor')
    expect((await second.get('/api/role-grants')).status).toBe(200)
    const revoke = () => administrator.post(`/api/role-grants/${made.body.id}/revoke`, { reason: 'انتهى التكليف' })
    expect((await revoke()).status).toBe(204)
    expect((await revoke()).status).toBe(404)
    expect((await second.get('/api/role-grants')).status).toBe(403)
  })

  test('two administrators who revoke each other at once leave one', async () => {
    const administrator = await signInAs(civil.administrator)
    await grant(administrator, id.second, 'entity_administrator')
    const second = await signInAs(civil.second)
    const { body } = await administrator.get<Grants>('/api/role-grants')
    const held = body.items.filter((item) => item.role === 'entity_administrator')
    const own = held.find((item) => item.own)
    const other = held.find((item) => !item.own)
    expect((await administrator.post(`/api/role-grants/${own?.id}/revoke`, { reason: 'test' })).code).toBe(
      'accounts.own_role',
    )
    const answers = await Promise.all([
      administrator.post(`/api/role-grants/${other?.id}/revoke`, { reason: 'test' }),
      second.post(`/api/role-grants/${own?.id}/revoke`, { reason: 'test' }),
    ])
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1)
    const left = await inside((tx) =>
      tx
        .selectFrom('role_grants')
        .select('id')
        .where('role', '=', 'entity_administrator')
        .where('revoked_at', 'is', null)
        .execute(),
    )
    expect(left).toHaveLength(1)
    // Whoever is left hands the office back to the first, for the tests that follow.
    const winner = answers[0]?.status === 204 ? administrator : second
    if (winner === second) await grant(second, id.administrator, 'entity_administrator')
  })
})

describe('the profile', () => {
  type Profile = { version: number; displayTitle: string | null; titleDiffers: boolean; history: object[] }
  const read = async (client: TestClient) => (await client.get<Profile>('/api/me/profile')).body

  test('changes title, phone and e-mail with their history, against the version that was read', async () => {
    const employee = await signInAs(civil.employee)
    const before = await read(employee)
    expect((await employee.patch('/api/me/profile', { email: 'a@b.om' })).code).toBe('http.precondition_required')
    const saved = await employee.patch<Profile>(
      '/api/me/profile',
      { displayTitle: 'محلل أول', email: 'a@b.om' },
      { version: before.version },
    )
    expect(saved.body).toMatchObject({ displayTitle: 'محلل أول', titleDiffers: true })
    expect(saved.body.history).toHaveLength(2)
    const late = await employee.patch('/api/me/profile', { email: null }, { version: before.version })
    expect(late.code).toBe('http.changed_by_other')
    const other = { name: 'x' }
    expect((await employee.patch('/api/me/profile', other, { version: saved.body.version })).status).toBe(400)
  })

  test('asks for the password before another phone, and tells the old one', async () => {
    const employee = await signInAs(civil.employee)
    const { version } = await read(employee)
    const phone = '٩٦٨٩٢٢٢٢٢٢٢'
    const change = (given: object) => employee.patch<Profile>('/api/me/profile', given, { version })
    expect((await change({ phone: 'call me' })).status).toBe(400)
    expect((await change({ phone })).code).toBe('accounts.password_wrong')
    expect((await change({ phone, password: 'not this one' })).code).toBe('accounts.password_wrong')
    expect((await change({ phone, password })).body).toMatchObject({ phone: '96892222222' })
    const told = await inside((tx) =>
      tx.selectFrom('sms_messages').select('recipient').where('purpose', '=', 'accounts.phone_changed').execute(),
    )
    expect(told).toEqual([{ recipient: '+96890000001' }])
  })

  test('a title of one’s own is shown to the administrators beside the official one', async () => {
    const administrator = await signInAs(civil.administrator)
    const { body } = await administrator.get<{ items: { employeeId: string }[] }>('/api/accounts?filter=title_differs')
    expect(body.items.map((item) => item.employeeId)).toEqual([id.employee])
  })
})

describe('sessions', () => {
  type Sessions = { items: { id: string; current: boolean }[] }

  test('are listed and ended, one or all others; nobody ends another’s', async () => {
    const here = await signInAs(civil.second)
    const there = await signInAs(civil.second)
    await signInAs(civil.second)
    const stranger = await signInAs(civil.employee)
    const { items } = (await here.get<Sessions>('/api/me/sessions')).body
    expect(items.length).toBeGreaterThanOrEqual(3)
    expect(items.filter((session) => session.current)).toHaveLength(1)
    const other = items.find((session) => !session.current)?.id
    expect((await stranger.delete(`/api/me/sessions/${other}`)).status).toBe(404)
    expect((await here.delete(`/api/me/sessions/${other}`)).status).toBe(204)
    expect((await here.delete('/api/me/sessions')).status).toBe(204)
    expect((await there.get('/api/me')).status).toBe(401)
    expect((await here.get<Sessions>('/api/me/sessions')).body.items).toHaveLength(1)
    expect((await here.post('/api/sign-out')).status).toBe(204)
    expect((await here.get('/api/me')).status).toBe(401)
  })

  test('a changed password ends the others and asks for the old one', async () => {
    const here = await signInAs(civil.second)
    const there = await signInAs(civil.second)
    const change = (current: string, next: string) => here.post('/api/me/password', { current, password: next })
    expect((await change('wrong words here', 'a quite new sentence')).code).toBe('accounts.password_wrong')
    expect((await change(password, civil.second.repeat(2))).code).toBe('accounts.password_not_accepted')
    expect((await change(password, 'a quite new sentence')).status).toBe(204)
    expect((await there.get('/api/me')).status).toBe(401)
    expect((await here.get('/api/me')).status).toBe(200)
  })

  test('an administrator ends somebody’s, and hands codes only to those without a phone', async () => {
    const administrator = await signInAs(civil.administrator)
    const employee = await signInAs(civil.employee)
    expect((await administrator.delete(`/api/accounts/${id.employee}/sessions`)).status).toBe(204)
    expect((await employee.get('/api/me')).status).toBe(401)
    expect((await administrator.put(`/api/accounts/${id.employee}/code`)).code).toBe('accounts.phone_registered')
    const key = { idempotencyKey: 'the-same-key-twice' }
    const codes = [
      await administrator.put<{ code: string }>(`/api/accounts/${id.phoneless}/code`, undefined, key),
      await administrator.put<{ code: string }>(`/api/accounts/${id.phoneless}/code`, undefined, key),
    ]
    expect(codes[0]?.body.code).not.toBe(codes[1]?.body.code)
    const kept = await inside((tx) => sql`SELECT response FROM idempotency_keys`.execute(tx))
    expect(JSON.stringify(kept.rows)).not.toContain(codes[1]?.body.code)
  })

  test('of people whose service has ended are ended by the clock, and old ones swept away', async () => {
    const employee = await signInAs(civil.employee)
    await inside((tx) =>
      tx.updateTable('employees').set({ exited_on: '2026-01-17' }).where('id', '=', id.employee).execute(),
    )
    const run = { now: clock.now, newId }
    await withEntity(jobsDb, { entityId }, (tx) => jobs[0]?.run({ tx, entityId, ...run }) ?? Promise.resolve())
    await withPlatform(
      jobsDb,
      (tx) => jobs[0]?.run({ tx, entityId: '00000000-0000-0000-0000-000000000000', ...run }) ?? Promise.resolve(),
    )
    expect((await employee.get('/api/me')).status).toBe(401)
    await inside((tx) => tx.updateTable('employees').set({ exited_on: null }).where('id', '=', id.employee).execute())
  })
})

describe('the platform', () => {
  test('prints no link once somebody can sign in', async () => {
    expect(await withPlatform(db, (tx) => issueFirstAdministratorToken(tx, { now: clock.now, newId }))).toBeNull()
  })

  test('lets its administrator make an entity, work in it, and come back; entities of others stay closed', async () => {
    await withPlatform(db, (tx) =>
      sql`INSERT INTO platform_grants (identity_id, role, granted_at)
          SELECT id, 'platform_administrator', ${clock.now} FROM sign_in_identities
           WHERE civil_number = ${civil.phoneless}`.execute(tx),
    )
    const founder = await signInAs(civil.phoneless)
    const make = (code: string) =>
      founder.post<{ id: string }>('/api/entities', { code, nameAr: 'جديدة', nameEn: 'New' })
    expect((await make('one')).code).toBe('accounts.entity_code_taken')
    expect((await make('رمز')).status).toBe(400)
    const made = await make('new-ministry')
    expect(made.status).toBe(201)
    type Me = { entity: { id: string }; roles: string[]; entities: object[] }
    const me = (await founder.get<Me>('/api/me')).body
    expect(me.entity.id).toBe(made.body.id)
    expect(me.roles.toSorted()).toEqual(['entity_administrator', 'platform_administrator'])
    expect((await founder.get<{ steps: { done: boolean }[] }>('/api/first-steps')).body.steps.length).toBeGreaterThan(0)
    expect((await founder.get<{ done: null }>('/api/home')).body.done).toBeNull()
    expect((await founder.put('/api/me/entity', { entityId: otherEntityId })).code).toBe('accounts.not_a_member')
    expect((await founder.put('/api/me/entity', { entityId })).status).toBe(204)
    expect((await founder.get<Me>('/api/me')).body.entity.id).toBe(entityId)
    expect((await (await signInAs(civil.administrator)).get('/api/entities')).status).toBe(403)
  })

  test('shows text messages only where they stay visible, and only of samples', async () => {
    showMessages(false)
    expect((await visitor().get('/api/sms-messages')).status).toBe(404)
    showMessages(true)
    const { body } = await visitor().get<{ items: { to: string }[] }>('/api/sms-messages')
    expect(body.items.length).toBeGreaterThan(0)
    showMessages(false)
  })

  test('keeps how a person reads on every device', async () => {
    const client = await signInAs(civil.employee)
    await client.patch('/api/me/preferences', { language: 'en' })
    await client.patch('/api/me/preferences', { digits: 'arab' })
    expect((await client.get('/api/me')).body).toMatchObject({ language: 'en', digits: 'arab', theme: 'system' })
  })
})

describe('a corrected civil number', () => {
  const correct = (to: string) =>
    inside((tx) => moveToCivilNumber(tx, { employeeId: id.employee, to, newId, now: clock.now }))

  test('signs in with the new one and keeps the roles', async () => {
    await correct('20000033')
    const employee = await signInAs('20000033')
    expect((await employee.get<{ roles: string[] }>('/api/me')).body.roles).toEqual(['planning'])
    await expect(signInAs(civil.employee)).rejects.toThrow()
  })

  test('moves the employee to the identity that has the number already', async () => {
    await withEntity(db, { entityId: otherEntityId }, (tx) =>
      ensureIdentities(tx, { employees: [{ employeeId: newId(), civilNumber: '20000044' }], newId, now: clock.now }),
    )
    await correct('20000044')
    const employee = await signInAs('20000044', { entityId })
    const me = (await employee.get<{ roles: string[]; person: object }>('/api/me')).body
    expect(me.roles).toEqual(['planning'])
    expect(me.person).toMatchObject({ employeeId: id.employee })
  })
})

import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestClient, testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { withEntity, withPlatform } from '../../platform/db/with-entity.ts'
import { ensureIdentities } from './public.ts'
import { hashPassword } from './usecases/secrets.ts'

const { db, clock, visitor, signInAs } = await testServer()
const entityId = newId()
const password = 'the falaj runs at dawn'
const everyone = [
  {
    employeeId: newId(),
    civilNumber: '01234567',
    employeeNumber: 'E-100',
    phone: '+96891234567',
    name: 'بدرية الهنائية',
  },
  { employeeId: newId(), civilNumber: '07654321', employeeNumber: null, phone: null, name: 'سالم الحراصي' },
]
const [badriya, salim] = everyone as [(typeof everyone)[0], (typeof everyone)[0]]

beforeAll(async () => {
  await withPlatform(db, (tx) =>
    tx
      .insertInto('entities')
      .values({
        id: entityId,
        code: 'labour',
        name_ar: 'وزارة',
        name_en: 'Ministry',
        sample: true,
        created_at: clock.now,
      })
      .execute(),
  )
  await withEntity(db, { entityId }, async (tx) => {
    for (const person of everyone) {
      await tx
        .insertInto('employees')
        .values({
          id: person.employeeId,
          civil_number: person.civilNumber,
          employee_number: person.employeeNumber,
          name_ar: person.name,
          name_en: person.name,
          gender: 'female',
          hired_on: '2020-01-01',
          phone: person.phone,
          created_at: clock.now,
        })
        .execute()
    }
    await ensureIdentities(tx, { employees: everyone, newId, now: clock.now })
  })
})

beforeEach(async () => {
  const hash = await hashPassword(password)
  await withPlatform(db, async (tx) => {
    await sql`DELETE FROM throttles`.execute(tx)
    await sql`DELETE FROM known_devices`.execute(tx)
    await sql`UPDATE sign_in_identities SET password_hash = ${hash} WHERE civil_number = ${badriya.civilNumber}`.execute(
      tx,
    )
    await sql`UPDATE sign_in_identities SET password_hash = NULL WHERE civil_number = ${salim.civilNumber}`.execute(tx)
  })
})

const signIn = (browser: TestClient, civilNumber: string, given: string) =>
  browser.post('/api/sign-in', { civilNumber, password: given })

async function lastMessage(purpose: string): Promise<string> {
  return withEntity(db, { entityId }, async (tx) => {
    const row = await tx
      .selectFrom('sms_messages')
      .select('body')
      .where('purpose', '=', purpose)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    return row?.body ?? ''
  })
}

async function messageCount(): Promise<number> {
  return withEntity(db, { entityId }, async (tx) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM sms_messages`.execute(tx)
    return rows[0]?.n ?? 0
  })
}

describe('signing in', () => {
  test('takes the civil number with its leading zero, in Arabic digits and with invisible marks', async () => {
    for (const typed of ['01234567', '٠١٢٣٤٥٦٧', '\u200f0123 4567\u202c']) {
      const browser = visitor()
      expect((await signIn(browser, typed, password)).status).toBe(204)
      expect((await browser.get<{ person: { name: { ar: string } } }>('/api/me')).body.person.name.ar).toBe(
        badriya.name,
      )
    }
  })

  test.each([
    ['a wrong password', badriya.civilNumber, 'not the right words'],
    ['somebody unknown', '99999999', password],
    ['somebody without a password', salim.civilNumber, password],
  ])('answers the same for %s', async (_, civilNumber, given) => {
    const answer = await signIn(visitor(), civilNumber, given)
    expect([answer.status, answer.code]).toEqual([401, 'accounts.wrong_number_or_password'])
    expect(Object.keys(answer.body as object).toSorted()).toEqual(['code', 'reference', 'status', 'type'])
  })

  test('is refused after the last day of service', async () => {
    const exit = (day: string | null) =>
      withEntity(db, { entityId }, (tx) =>
        tx.updateTable('employees').set({ exited_on: day }).where('id', '=', badriya.employeeId).execute(),
      )
    await exit('2026-01-17')
    expect((await signIn(visitor(), badriya.civilNumber, password)).status).toBe(401)
    await exit('2026-01-18')
    expect((await signIn(visitor(), badriya.civilNumber, password)).status).toBe(204)
    await exit(null)
  })

  test('leaves a failed try in the platform chain without the number that was typed', async () => {
    await signIn(visitor(), '98989898', 'whatever it may be')
    const events = await withPlatform(db, (tx) =>
      tx.selectFrom('audit_events').selectAll().where('action', '=', 'accounts.sign_in_failed').execute(),
    )
    expect(events.length).toBeGreaterThan(0)
    expect(JSON.stringify(events)).not.toContain('98989898')
  })
})

describe('guessing', () => {
  test('from strange devices reaches the hash ten times, however many guess at once; the owner still gets in', async () => {
    const home = visitor()
    await signIn(home, badriya.civilNumber, password)
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        signIn(visitor({ ip: `198.51.100.${index % 100}` }), badriya.civilNumber, `guess number ${index}`),
      ),
    )
    const reached = guesses.filter((answer) => answer.status === 401).length
    expect(reached).toBe(10)
    expect(guesses.filter((answer) => answer.status === 429)).toHaveLength(190)
    expect(guesses.find((answer) => answer.status === 429)?.headers['retry-after']).toBe('900')
    expect((await signIn(home, badriya.civilNumber, password)).status).toBe(204)
    expect((await signIn(visitor(), badriya.civilNumber, password)).status).toBe(429)
    clock.advance({ minutes: 15 })
    expect((await signIn(visitor(), badriya.civilNumber, password)).status).toBe(204)
  })

  test('at an unknown number is held back in the same way', async () => {
    const answers = []
    for (let index = 0; index < 12; index += 1)
      answers.push((await signIn(visitor(), '55555555', 'x'.repeat(12))).status)
    expect(answers).toEqual([...Array(10).fill(401), 429, 429])
  })

  test('at many accounts from one address reaches the hash a hundred times', async () => {
    const statuses: number[] = []
    for (let from = 0; from < 120; from += 15) {
      const batch = Array.from({ length: 15 }, (_, index) =>
        signIn(visitor({ ip: '192.0.2.7' }), String(10_000_000 + from + index), 'a guess'),
      )
      statuses.push(...(await Promise.all(batch)).map((answer) => answer.status))
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(100)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    expect((await signIn(visitor({ ip: '192.0.2.8' }), badriya.civilNumber, password)).status).toBe(204)
  })

  test('on the owner’s own device has an end too', async () => {
    const home = visitor()
    await signIn(home, badriya.civilNumber, password)
    const answers = []
    for (let index = 0; index < 11; index += 1)
      answers.push((await signIn(home, badriya.civilNumber, 'forgotten it')).status)
    expect(answers.at(-2)).toBe(401)
    expect(answers.at(-1)).toBe(429)
  })
})

describe('the first sign-in', () => {
  const start = (browser: TestClient, civilNumber: string, employeeNumber: string) =>
    browser.post('/api/first-sign-in/start', { civilNumber, employeeNumber })
  const finish = (browser: TestClient, code: string, chosen = 'نخلة على ضفة الفلج') =>
    browser.post('/api/first-sign-in/finish', {
      civilNumber: badriya.civilNumber,
      employeeNumber: 'e-100',
      code,
      password: chosen,
    })
  const codeIn = (text: string) => /\d{6}/.exec(text)?.[0] ?? 'none'

  test('sends a code to the registered phone and takes a new password with it', async () => {
    const browser = visitor()
    expect((await start(browser, badriya.civilNumber, 'E-100')).status).toBe(204)
    const code = codeIn(await lastMessage('accounts.first_sign_in'))
    expect((await finish(browser, code, `${badriya.civilNumber}xyzw`)).code).toBe('accounts.password_not_accepted')
    expect((await finish(browser, code)).status).toBe(204)
    expect((await browser.get('/api/me')).status).toBe(200)
    expect((await signIn(visitor(), badriya.civilNumber, 'نخلة على ضفة الفلج')).status).toBe(204)
  })

  test('answers the same, and sends nothing, when the numbers do not fit', async () => {
    const before = await messageCount()
    for (const [civilNumber, employeeNumber] of [
      [badriya.civilNumber, 'E-999'],
      ['44444444', 'E-100'],
      [salim.civilNumber, salim.civilNumber],
    ] as const) {
      expect((await start(visitor(), civilNumber, employeeNumber)).status).toBe(204)
    }
    expect(await messageCount()).toBe(before)
  })

  test('takes a code once, even from two windows at the same moment', async () => {
    const browser = visitor()
    await start(browser, badriya.civilNumber, 'E-100')
    const code = codeIn(await lastMessage('accounts.first_sign_in'))
    const twin = visitor()
    for (const [name, value] of browser.cookies) twin.cookies.set(name, value)
    const answers = await Promise.all([finish(browser, code), finish(twin, code)])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([204, 422])
    expect((await finish(browser, code)).code).toBe('accounts.code_not_accepted')
  })

  test('refuses the code in another browser, whose wrong tries do not use it up', async () => {
    const browser = visitor()
    await start(browser, badriya.civilNumber, 'E-100')
    const code = codeIn(await lastMessage('accounts.first_sign_in'))
    const thief = visitor()
    await start(thief, badriya.civilNumber, 'E-999')
    for (let index = 0; index < 6; index += 1) expect((await finish(thief, code)).status).toBe(422)
    expect((await finish(browser, code)).status).toBe(204)
  })

  test('ends a code after five wrong tries, and after ten minutes', async () => {
    const browser = visitor()
    await start(browser, badriya.civilNumber, 'E-100')
    const code = codeIn(await lastMessage('accounts.first_sign_in'))
    const wrong = code === '000000' ? '111111' : '000000'
    for (let index = 0; index < 5; index += 1) await finish(browser, wrong)
    expect((await finish(browser, code)).status).toBe(422)

    await start(browser, badriya.civilNumber, 'E-100')
    const later = codeIn(await lastMessage('accounts.first_sign_in'))
    clock.advance({ minutes: 11 })
    expect((await finish(browser, later)).status).toBe(422)
  })

  test('sends at most five codes an hour to one person', async () => {
    const before = await messageCount()
    const statuses = []
    for (let index = 0; index < 7; index += 1) {
      statuses.push((await start(visitor(), badriya.civilNumber, 'E-100')).status)
    }
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429])
    expect(await messageCount()).toBe(before + 5)
  })

  test('without a phone takes the code that an administrator hands out, once, within 72 hours', async () => {
    const administrator = await grantAdministrator()
    expect((await administrator.put(`/api/accounts/${badriya.employeeId}/code`)).code).toBe('accounts.own_account')
    const handed = await administrator.put<{ code: string }>(`/api/accounts/${salim.employeeId}/code`)
    expect(handed.status).toBe(200)
    expect(handed.body.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    const use = (code: string) =>
      visitor().post('/api/first-sign-in/finish', {
        civilNumber: salim.civilNumber,
        employeeNumber: salim.civilNumber,
        code,
        password: 'حصن نزوى عند الغروب',
      })
    clock.advance({ hours: 71 })
    expect((await use('AAAA-BBBB-CCCC')).status).toBe(422)
    expect((await use(handed.body.code.toLowerCase())).status).toBe(204)
    expect((await use(handed.body.code)).status).toBe(422)
    const stored = await withPlatform(db, (tx) => tx.selectFrom('one_time_codes').selectAll().execute())
    expect(JSON.stringify(stored)).not.toContain(handed.body.code)
  })
})

async function grantAdministrator(): Promise<TestClient> {
  await withEntity(db, { entityId }, (tx) =>
    sql`INSERT INTO role_grants (id, identity_id, role, reason, granted_at)
        SELECT ${newId()}::uuid, id, 'entity_administrator', 'test', ${clock.now} FROM sign_in_identities
         WHERE civil_number = ${badriya.civilNumber} ON CONFLICT DO NOTHING`.execute(tx),
  )
  return signInAs(badriya.civilNumber)
}

describe('a forgotten password', () => {
  test('is replaced with a code to the registered phone; other sessions end and the phone is told', async () => {
    const old = visitor()
    await signIn(old, badriya.civilNumber, password)
    const browser = visitor()
    await browser.post('/api/password-reset/start', { civilNumber: badriya.civilNumber })
    const code = /\d{6}/.exec(await lastMessage('accounts.reset'))?.[0]
    const answer = await browser.post('/api/password-reset/finish', {
      civilNumber: badriya.civilNumber,
      code,
      password: 'a quite new sentence',
    })
    expect(answer.status).toBe(204)
    expect((await old.get('/api/me')).status).toBe(401)
    expect(await lastMessage('accounts.password_changed')).toContain('كلمة مرور جديدة')
  })

  test('sends nothing to somebody who has never had one', async () => {
    const before = await messageCount()
    expect((await visitor().post('/api/password-reset/start', { civilNumber: salim.civilNumber })).status).toBe(204)
    expect(await messageCount()).toBe(before)
  })
})

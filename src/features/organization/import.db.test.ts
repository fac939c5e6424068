import { beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { insideEntity, withEntity, withPlatform } from '../../platform/db/with-entity.ts'
import { writeXlsx } from '../../platform/spreadsheet/write-xlsx.ts'
import { ensureIdentities } from '../accounts/public.ts'
import { importColumns } from './domain/import-columns.ts'
import { connectOrganization, foundEntity, lineAbove } from './public.ts'

const { db, clock, signInAs } = await testServer()
const entityId = newId()
const otherEntityId = newId()
const inside = <T>(work: Parameters<typeof withEntity<T>>[2]) => withEntity(db, { entityId }, work)
let admin: Awaited<ReturnType<typeof signInAs>>
let otherAdmin: typeof admin

type Preview = {
  digest: string
  ready: boolean
  added: number
  changed: number
  unchanged: number
  problems: number
  findings: { line: number; column: string; code: string }[]
}
type Kind = keyof typeof importColumns

function csv(kind: Kind, rows: readonly Record<string, string>[]): Buffer {
  const columns = Object.entries(importColumns[kind])
  const lines = [columns.map(([, [ar]]) => ar), ...rows.map((row) => columns.map(([key]) => row[key] ?? ''))]
  return Buffer.from(
    lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )
}

const preview = (kind: Kind, bytes: Uint8Array, { as = admin, filename = 'file.csv', on = '2026-01-01' } = {}) =>
  as.request<Preview>('POST', `/api/organization/imports/${kind}/preview?on=${on}`, { file: { filename, bytes } })
const confirm = (
  kind: Kind,
  bytes: Uint8Array,
  digest: string,
  { as = admin, on = '2026-01-01', filename = 'file.csv' } = {},
) =>
  as.request<Preview>('POST', `/api/organization/imports/${kind}?on=${on}&digest=${digest}`, {
    file: { filename, bytes },
  })

async function bring(kind: Kind, rows: readonly Record<string, string>[], options: { as?: typeof admin } = {}) {
  const bytes = csv(kind, rows)
  const seen = await preview(kind, bytes, options)
  return confirm(kind, bytes, seen.body.digest, options)
}

const division = { code: 'HR', parent: '', kind: 'دائرة', nameAr: 'دائرة الموارد البشرية', nameEn: 'Human Resources' }
const post = {
  code: 'P1',
  titleAr: 'أخصائي',
  titleEn: 'Specialist',
  family: 'تخصصية',
  dutiesAr: 'إعداد الخطة؛ المتابعة',
}
const person = (number: number, change: Record<string, string> = {}) => ({
  civilNumber: String(20_000_000 + number),
  employeeNumber: `E${number}`,
  nameAr: `موظف رقم ${number}`,
  nameEn: `Employee ${number}`,
  gender: number % 2 === 0 ? 'ذكر' : 'أنثى',
  hiredOn: '2020-01-01',
  division: 'HR',
  post: 'P1',
  level: '8',
  ...change,
})
const countPeople = () =>
  inside(async (tx) => {
    const row = await tx
      .selectFrom('employees')
      .select((is) => is.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(row.n)
  })

beforeAll(async () => {
  connectOrganization({ employeesAdded: ensureIdentities })
  await withPlatform(db, async (tx) => {
    for (const [id, code, civilNumber] of [
      [entityId, 'mol', '99999991'],
      [otherEntityId, 'other', '99999992'],
    ] as const) {
      const name = { ar: 'وحدة', en: code }
      await insideEntity(tx, { entityId: id }, async () => {
        await foundEntity({ entityId: id, code, name, from: '2020-01-01', actor: null, now: clock.now, tx, newId })
        const identityId = newId()
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
  otherAdmin = await signInAs('99999992')
  for (const as of [admin, otherAdmin]) {
    expect(
      (await bring('divisions', [division, { ...division, code: 'HR-1', parent: 'HR', kind: 'قسم' }], { as })).body,
    ).toMatchObject({ added: 2 })
    expect((await bring('posts', [post], { as })).body).toMatchObject({ added: 1 })
  }
})

describe('an import', () => {
  test('adds people with their lines in any order of rows, and makes them able to sign in', async () => {
    const answer = await bring('employees', [
      person(2, { supervisor: 'E1' }),
      person(1, { heads: 'نعم', level: '4' }),
      person(3, { supervisor: '20000002' }),
    ])
    expect(answer.body).toMatchObject({ rows: 3, added: 3, changed: 0 })
    const id = await inside((tx) =>
      tx.selectFrom('employees').select('id').where('employee_number', '=', 'E3').executeTakeFirstOrThrow(),
    )
    expect(await inside((tx) => lineAbove(tx, { employeeId: id.id, on: '2026-01-18' }))).toHaveLength(2)
    expect((await (await signInAs('20000003')).get('/api/organization/profile')).status).toBe(200)
  })

  test('of the same file again changes nothing', async () => {
    const bytes = csv('employees', [person(2, { supervisor: 'E1' }), person(3, { supervisor: 'E2' })])
    expect((await preview('employees', bytes)).body).toMatchObject({ ready: false, added: 0, changed: 0, unchanged: 2 })
  })

  test('changes what the file says otherwise from its day on, and leaves the past', async () => {
    const bytes = csv('employees', [person(3, { supervisor: 'E1', level: '7', division: 'HR-1' })])
    const seen = await preview('employees', bytes, { on: '2026-03-01' })
    expect(seen.body).toMatchObject({ changed: 1 })
    await confirm('employees', bytes, seen.body.digest, { on: '2026-03-01' })
    const list = async (on: string) =>
      (await admin.get<{ items: object[] }>(`/api/organization/employees?text=E3&on=${on}`)).body.items[0]
    expect(await list('2026-02-28')).toMatchObject({ level: 8, supervisor: { name: { en: 'Employee 2' } } })
    expect(await list('2026-03-01')).toMatchObject({ level: 7, supervisor: { name: { en: 'Employee 1' } } })
  })

  test('with one wrong row writes nothing at all', async () => {
    const before = await countPeople()
    const bytes = csv('employees', [person(11), person(12, { gender: '?' }), person(13)])
    const seen = await preview('employees', bytes)
    expect(seen.body).toMatchObject({ ready: false, rows: 3, problems: 1 })
    expect(seen.body.findings[0]).toMatchObject({ line: 3, column: 'gender', code: 'not_a_gender' })
    expect((await confirm('employees', bytes, seen.body.digest)).code).toBe('organization.import_has_problems')
    expect(await countPeople()).toBe(before)
  })

  test('refuses a circle of supervisors and civil numbers that stand twice', async () => {
    const circle = csv('employees', [person(21, { supervisor: 'E22' }), person(22, { supervisor: 'E21' })])
    expect((await preview('employees', circle)).body.findings.map(({ code }) => code)).toEqual([
      'supervisor_loop',
      'supervisor_loop',
    ])
    const twice = csv('employees', [person(21), person(21, { employeeNumber: 'E99' })])
    expect((await preview('employees', twice)).body.findings[0]).toMatchObject({ line: 3, code: 'twice_in_file' })
  })

  test('refuses people of another entity without a word about where they are', async () => {
    const seen = await preview('employees', csv('employees', [person(1, { employeeNumber: '' })]), { as: otherAdmin })
    expect(seen.body.findings[0]).toMatchObject({ code: 'registered_elsewhere' })
    expect(JSON.stringify(seen.body)).not.toContain(entityId)
  })

  test('reads bidi marks, Arabic digits and an Excel file alike', async () => {
    const headings = Object.values(importColumns.employees).map(([, en]) => ({ heading: en }))
    const row = [
      '\u200f٢٠٠٠٠٠٣١',
      'E31',
      '\u202bمنى الريامية\u202c',
      'Muna',
      'انثى',
      '٠١/٠٢/٢٠٢٢',
      'HR',
      'P1',
      'الدرجة الثامنة',
      'E1',
    ]
    const bytes = await writeXlsx({ sheets: [{ name: 'x', rightToLeft: true, columns: headings, rows: [row] }] })
    const seen = await preview('employees', bytes, { filename: 'people.xlsx' })
    expect(seen.body).toMatchObject({ ready: true, added: 1, problems: 0 })
    await confirm('employees', bytes, seen.body.digest, { filename: 'people.xlsx' })
    const { body } = await admin.get<{ items: object[] }>('/api/organization/employees?text=Muna')
    expect(body.items).toMatchObject([{ name: { ar: 'منى الريامية' }, hiredOn: '2022-02-01', level: 8 }])
  })

  test('refuses another file, or another state, than the preview showed', async () => {
    const bytes = csv('employees', [person(41)])
    const { digest } = (await preview('employees', bytes)).body
    expect((await confirm('employees', csv('employees', [person(42)]), digest)).code).toBe(
      'organization.import_file_changed',
    )
    expect((await confirm('employees', bytes, digest)).status).toBe(200)
    expect((await confirm('employees', bytes, digest)).code).toBe('organization.import_file_changed')
  })

  test('names the columns that are missing, and refuses an empty table', async () => {
    const bytes = Buffer.from('الاسم بالعربية\nسالم')
    expect(await preview('employees', bytes)).toMatchObject({ code: 'organization.import_columns_missing' })
    expect((await preview('employees', csv('employees', []))).status).toBe(422)
  })

  test('refuses 100,001 rows', async () => {
    const rows = Array.from({ length: 100_001 }, (_, index) => ({ code: `D${index}` }))
    const refused = await preview('divisions', csv('divisions', rows))
    expect(refused).toMatchObject({ status: 413, code: 'spreadsheet.too_many_rows' })
  })

  test('is the administrator’s alone, and offers its template in both forms', async () => {
    const employee = await signInAs('20000003')
    expect((await preview('employees', csv('employees', [person(51)]), { as: employee })).status).toBe(403)
    const template = await admin.get('/api/organization/imports/employees/template?format=csv')
    expect(template.raw.toString()).toContain('الرقم المدني')
    const workbook = await admin.get('/api/organization/imports/employees/template')
    expect(workbook.raw.subarray(0, 2).toString()).toBe('PK')
  })

  test('opens a closed division again under its old code', async () => {
    const id = async () =>
      await inside((tx) =>
        tx.selectFrom('divisions').select(['id', 'version']).where('code', '=', 'HR-2').executeTakeFirstOrThrow(),
      )
    await bring('divisions', [{ ...division, code: 'HR-2' }])
    const made = await id()
    await admin.post(
      `/api/organization/divisions/${made.id}/close`,
      { lastDay: '2026-01-31' },
      { version: made.version },
    )
    const bytes = csv('divisions', [{ ...division, code: 'HR-2', nameEn: 'Again' }])
    const seen = await preview('divisions', bytes, { on: '2026-05-01' })
    expect((await confirm('divisions', bytes, seen.body.digest, { on: '2026-05-01' })).body).toMatchObject({ added: 1 })
    expect((await id()).id).toBe(made.id)
    const standing = async (on: string) =>
      (await admin.get<{ standing: boolean }>(`/api/organization/divisions/${made.id}?on=${on}`)).body.standing
    expect([await standing('2026-01-31'), await standing('2026-03-01'), await standing('2026-05-01')]).toEqual([
      true,
      false,
      true,
    ])
  })
})

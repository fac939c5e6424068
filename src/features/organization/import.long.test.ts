import { expect, test } from 'vitest'
import { testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { insideEntity, withPlatform } from '../../platform/db/with-entity.ts'
import { ensureIdentities } from '../accounts/public.ts'
import { importColumns } from './domain/import-columns.ts'
import { connectOrganization, foundEntity } from './public.ts'

const people = 80_000
const { db, clock, signInAs } = await testServer()

function csv(kind: keyof typeof importColumns, rows: readonly Record<string, string>[]): Buffer {
  const columns = Object.entries(importColumns[kind])
  const lines = rows.map((row) => columns.map(([key]) => row[key] ?? '').join(','))
  return Buffer.from([columns.map(([, [ar]]) => ar).join(','), ...lines].join('\n'))
}

test('80,000 people are previewed and imported in one request each', async () => {
  connectOrganization({ employeesAdded: ensureIdentities })
  const entityId = newId()
  await withPlatform(db, (tx) =>
    insideEntity(tx, { entityId }, async () => {
      const name = { ar: 'وزارة', en: 'Ministry' }
      await foundEntity({ entityId, code: 'big', name, from: '2020-01-01', actor: null, now: clock.now, tx, newId })
      const identityId = newId()
      const identity = { id: identityId, civil_number: '99999991', created_at: clock.now }
      await tx.insertInto('sign_in_identities').values(identity).execute()
      await tx.insertInto('identity_entities').values({ identity_id: identityId, entity_id: entityId }).execute()
      const role = 'entity_administrator' as const
      const grant = { id: newId(), identity_id: identityId, role, reason: 'test', granted_at: clock.now }
      await tx.insertInto('role_grants').values(grant).execute()
    }),
  )
  const admin = await signInAs('99999991')
  const bring = async (kind: keyof typeof importColumns, rows: readonly Record<string, string>[]) => {
    const file = { filename: 'file.csv', bytes: csv(kind, rows) }
    const url = `/api/organization/imports/${kind}`
    const seen = await admin.request<{ digest: string; problems: number }>('POST', `${url}/preview?on=2026-01-01`, {
      file,
    })
    expect(seen.body.problems).toBe(0)
    return admin.request<{ added: number }>('POST', `${url}?on=2026-01-01&digest=${seen.body.digest}`, { file })
  }
  const divisions = Array.from({ length: 400 }, (_, index) => ({
    code: `D${index}`,
    kind: 'قسم',
    nameAr: `قسم ${index}`,
    nameEn: `Section ${index}`,
    parent: index < 20 ? '' : `D${index % 20}`,
  }))
  await bring('divisions', divisions)
  await bring('posts', [{ code: 'P1', titleAr: 'أخصائي', titleEn: 'Specialist', family: 'تخصصية' }])
  const rows = Array.from({ length: people }, (_, index) => ({
    civilNumber: String(20_000_000 + index),
    employeeNumber: `E${index}`,
    nameAr: `موظف ${index}`,
    nameEn: `Employee ${index}`,
    gender: index % 2 === 0 ? 'ذكر' : 'أنثى',
    hiredOn: '2020-01-01',
    division: `D${index % 400}`,
    post: 'P1',
    level: String(2 + (index % 18)),
    supervisor: index === 0 ? '' : `E${Math.floor((index - 1) / 8)}`,
    heads: index < 400 ? 'نعم' : '',
  }))
  const before = performance.now()
  expect((await bring('employees', rows)).body.added).toBe(people)
  const imported = performance.now()
  const list = await admin.get<{ total: number; items: object[] }>(
    '/api/organization/employees?text=4321&sort=division',
  )
  expect(list.body.total).toBeGreaterThan(0)
  const listed = performance.now()
  console.log(`imported in ${Math.round(imported - before)} ms, listed in ${Math.round(listed - imported)} ms`)
})

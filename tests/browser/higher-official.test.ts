import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readTable } from '../../src/platform/spreadsheet/read-table.ts'
import { dialog } from './support/acting.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()

const huda = { civilNumber: '27668565' }
const reem = { civilNumber: '89471964' }
const shamsa = { civilNumber: '98991470' }

test('the higher official decides what a supervisor has left waiting', async () => {
  const official = await product.visitAs('higher_official')
  const { page, open } = official
  await open('/team/documents?line=second')
  await openFromTeam(official, 'علي بن سالم الإسماعيلي')
  await page.getByText('للمسؤول الأعلى أن يقرر أيضًا').first().waitFor()
  await expectSound(official, 'a late document before the higher official')
  await page.getByRole('button', { name: 'تم عبر المحادثة' }).click()
  await page.getByText('سُجّلت جلسة النقاش.').first().waitFor()
  await page.getByRole('button', { name: 'اعتماد', exact: true }).click()
  await dialog(official).getByRole('button', { name: 'اعتماد', exact: true }).click()
  await page
    .getByText(/اعتُمدت وثيقة/)
    .first()
    .waitFor()

  // The supervisor sees who decided, and has nothing left to decide.
  const supervisor = await product.visitAs('delegate')
  await supervisor.open('/team/approvals')
  expect(await supervisor.page.getByText('علي بن سالم الإسماعيلي').count()).toBe(0)
})

test('an employee objects to what the supervisor drafted, and writes the document again', async () => {
  const employee = await product.visitAs(reem)
  const { page, open } = employee
  await open('/my/document')
  await page
    .getByText(/يمكن الاعتراض|لك الاعتراض|الاعتراض/)
    .first()
    .waitFor()
  await expectSound(employee, 'a document drafted for an employee')
  await page.getByRole('button', { name: 'اعتراض على المسودة' }).click()
  await dialog(employee).getByRole('textbox').fill('المستهدفات لا توافق ما اتُّفق عليه في الجلسة.')
  await dialog(employee).getByRole('button', { name: 'اعتراض على المسودة' }).click()
  await page.getByText('سُجّل الاعتراض').first().waitFor()
  await open('/my/document')
  await page.getByRole('button', { name: 'إرسال للاعتماد' }).waitFor()

  const supervisor = await product.visitAs(huda)
  await supervisor.open('/notices')
  await supervisor.page
    .getByText(/المستهدفات لا توافق ما اتُّفق عليه/)
    .first()
    .waitFor()
  await expectSound(supervisor, 'notices of an objection')
})

test('the Ejada team sees how far every division is, down to people, and never the content of a document', async () => {
  const team = await product.visitAs('ejada_team')
  const { page, open } = team
  await open('/reports/completion')
  const table = page.getByRole('table').or(page.getByRole('treegrid')).first()
  await table.waitFor()
  await expectSound(team, 'completion by division')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'تصدير Excel' }).click()
  const file = await coming
  const exported = await readTable(await readFile(await file.path()), { filename: file.suggestedFilename() })
  expect(exported.rows.length).toBeGreaterThan(10)

  await page
    .getByRole('button', { name: /^إظهار ما يتبع/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /قيد الاعتماد.*:/ })
    .first()
    .click()
  const people = dialog(team)
  await people.getByRole('link').first().waitFor()
  await expectSound(team, 'people behind a number')
  await people.getByRole('link').first().click()
  await page.getByText('يظهر هنا حال الوثيقة دون محتواها').first().waitFor()
  expect(await page.getByText('النتيجة الرئيسية').count()).toBe(0)
  await expectSound(team, 'the state of a document without its content')
})

test('a colleague and an auditor are told that a document of somebody else does not exist', async () => {
  const id = await documentOf('Salim bin Nasser Al Harrasi')
  for (const who of ['employee', 'auditor', 'other_entity'] as const) {
    const visit = await product.visitAs(who)
    await visit.open(`/documents/${id}`)
    await visit.page.getByText('هذه الوثيقة غير موجودة').first().waitFor()
    expect(await visit.page.getByText('سالم بن ناصر').count()).toBe(0)
    await expectSound(visit, `a document that does not exist for ${who}`)
    await visit.context.close()
  }
})

test('a supervisor drafts for an employee who is late', async () => {
  product.clock.now = new Date('2026-02-05T06:00:00Z')
  const supervisor = await product.visitAs('supervisor')
  const { page, context, open } = supervisor
  await context.clock.setFixedTime(product.clock.now)
  await open('/team/documents')
  await openFromTeam(supervisor, 'شمسة بنت علي الكعبية')
  await page.getByRole('button', { name: 'إعداد المسودة نيابةً عن الموظف' }).click()
  await dialog(supervisor).getByRole('button', { name: 'إعداد المسودة نيابةً عن الموظف' }).click()
  await page.getByRole('button', { name: 'هدف جديد' }).first().waitFor()
  await expectSound(supervisor, 'drafting for a late employee')

  const employee = await product.visitAs(shamsa)
  await employee.context.clock.setFixedTime(product.clock.now)
  await employee.open('/my/document')
  await employee.page
    .getByText(/بدرية بنت سيف الهنائية/)
    .first()
    .waitFor()
  await expectSound(employee, 'a document being drafted by the supervisor')
})

async function openFromTeam({ page }: Visit, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
}

async function documentOf(nameEn: string): Promise<string> {
  const client = await product.owner.connect()
  try {
    const { rows: entities } = await client.query('SELECT id FROM entities')
    for (const { id } of entities) {
      await client.query("SELECT set_config('itqan.entity_id', $1, false)", [id])
      const { rows } = await client.query(
        `SELECT d.id FROM performance_documents d JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
          WHERE e.name_en = $1 ORDER BY d.created_at DESC LIMIT 1`,
        [nameEn],
      )
      if (rows[0]) return rows[0].id
    }
    throw new Error(`The sample has no document of ${nameEn}`)
  } finally {
    client.release(true)
  }
}

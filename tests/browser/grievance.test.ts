import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleCast } from '../../src/features/accounts/sample.ts'
import { giveOpinion } from '../../src/features/grievances/usecases/panel.ts'
import { openCases } from '../../src/features/low-performance/usecases/by-the-clock.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { withEntity } from '../../src/platform/db/with-entity.ts'
import { rowsIn } from '../support/rows-in.ts'
import { dialog, expectBlocked } from './support/acting.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()
/** A year of its own, so that the sample's years stay what they are. */
const year = 2022
const now = new Date('2026-01-18T06:00:00Z')
const windowEnds = new Date('2026-02-17T19:59:59.999Z')
const { entityId, employee, weak, members } = await publish()
const [chair, first, second] = members as [Member, Member, Member]

type Member = { id: string; civilNumber: string; nameAr: string; nameEn: string }

test('a grievance from the employee to the decision, and what everybody sees of it', async () => {
  const complainant = await product.visitAs({ civilNumber: employee.civilNumber })
  await file(complainant)

  const committee = await product.visitAs({ civilNumber: chair.civilNumber })
  await admitAndName(committee)

  const member = await product.visitAs({ civilNumber: first.civilNumber }, { language: 'en', size: 'phone' })
  await hearAndJudge(member)
  await judgeBehindThePage(second)
  await decideAsChair(committee)

  const reader = await product.visitAs({ civilNumber: employee.civilNumber }, { language: 'en', size: 'phone' })
  await readTheDecision(reader)
  await statistics()
})

test('support after a weak result: causes, a plan and the employee’s answer', async () => {
  await withEntity(product.db, { entityId }, (tx) =>
    openCases({ tx, now: new Date(windowEnds.getTime() + 1000), newId }),
  )
  const supported = await product.visitAs({ civilNumber: weak.civilNumber }, { language: 'en' })
  const { page, open } = supported
  await open('/my/support')
  await expectSound(supported, 'my support in English')
  await page.getByRole('link', { name: 'Open' }).click()
  await page.getByRole('button', { name: 'Write the causes' }).click()
  await dialog(supported).getByRole('textbox').fill('The tools came three months late.')
  await dialog(supported).getByRole('button', { name: 'Save' }).click()
  await page.getByText('The tools came three months late.').waitFor()

  const committee = await product.visitAs({ civilNumber: chair.civilNumber })
  await committee.open('/committees/low-performance')
  await expectSound(committee, 'cases of low performance')
  await committee.page.getByRole('link', { name: `1 / ${year}` }).click()
  await committee.page.getByRole('button', { name: 'تسجيل الأسباب' }).click()
  const study = dialog(committee)
  await study.getByText('الأدوات والموارد', { exact: true }).click()
  await study.getByRole('textbox', { name: 'الدراسة' }).fill('تأخر توفير الأدوات ثلاثة أشهر، وأثر ذلك في النتائج.')
  await expectSound(committee, 'recording causes')
  await study.getByRole('button', { name: 'حفظ' }).click()
  await committee.page.getByText('تأخر توفير الأدوات ثلاثة أشهر').waitFor()
  await committee.page.getByRole('button', { name: 'إقرار خطة الدعم' }).click()
  await expectSound(committee, 'the dialog of a support plan')
  await dialog(committee).getByRole('button', { name: 'إقرار خطة الدعم' }).click()
  await dialog(committee).getByRole('alert').first().waitFor()
  await expectSound(committee, 'a support plan that lacks its words')

  const phone = await product.visitAs({ civilNumber: weak.civilNumber }, { size: 'phone' })
  await phone.open('/my/support')
  await phone.page.getByRole('link', { name: 'فتح' }).click()
  await phone.page.getByText('الأسباب كما وجدتها اللجنة').waitFor()
  await expectSound(phone, 'my case of support on a phone')
})

test('relations are declared, and ended', async () => {
  const person = await product.visitAs({ civilNumber: second.civilNumber }, { language: 'en' })
  const { page, open } = person
  await open('/my/relations')
  await page.getByRole('button', { name: 'Declare a relation' }).click()
  const form = dialog(person)
  await form.getByRole('combobox', { name: 'The other person' }).fill(weak.nameEn)
  await page
    .getByRole('option', { name: new RegExp(weak.nameEn) })
    .first()
    .click()
  await expectSound(person, 'declaring a relation')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The relation is recorded').waitFor()
  await expectSound(person, 'declared relations')
  await page
    .getByRole('row', { name: new RegExp(weak.nameEn) })
    .getByRole('button', { name: 'End the relation' })
    .click()
  await dialog(person).getByRole('button', { name: 'End the relation' }).click()
  await page.getByText('The relation is ended').waitFor()
})

async function file(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/my/grievances')
  await page.getByText('بقي 30 يومًا').first().waitFor()
  await expectSound(visit, 'my grievances')
  await page.getByRole('button', { name: 'تقديم تظلم' }).first().click()
  await page.getByText('أسباب التظلم').waitFor()
  await expectBlocked(page.getByRole('button', { name: 'تقديم التظلم' }))
  await page.getByRole('checkbox', { name: /خطأ في الحساب/ }).check({ force: true })
  await page.getByRole('textbox', { name: 'البيان' }).fill('وزن النتيجة الثانية محتسب مرتين في الربع الثالث.')
  await page.getByRole('textbox', { name: /المطلوب/ }).fill('رفع التقدير إلى جيد جدًا.')
  await page.getByText('حُفظت المسودة').first().waitFor()
  const path = join(tmpdir(), `itqan-evidence-${newId()}.txt`)
  writeFileSync(path, 'محضر الجلسة')
  await page.locator('input[type="file"]').first().setInputFiles(path)
  await page
    .getByText(/itqan-evidence.*\.txt/)
    .first()
    .waitFor()
  await expectSound(visit, 'the draft of a grievance')
  await page.getByRole('button', { name: 'تقديم التظلم' }).click()
  await expectSound(visit, 'filing a grievance')
  await dialog(visit).getByRole('button', { name: 'تقديم التظلم' }).click()
  await page.getByText('التظلم رقم 1').first().waitFor()
  await expectSound(visit, 'a filed grievance')
}

async function admitAndName(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/committees/grievances')
  await expectSound(visit, 'cases of the grievance committee')
  await page.getByRole('link', { name: `1 / ${year}` }).click()
  await page.getByRole('button', { name: 'إشعار بالاستلام' }).click()
  await dialog(visit).getByRole('button', { name: 'إشعار بالاستلام' }).click()
  await page.getByText('ينتظر قرار قبول النظر من رئيس اللجنة.').waitFor()
  await page.getByRole('button', { name: 'قبول النظر', exact: true }).click()
  await dialog(visit).getByRole('textbox').fill('مستوفٍ لشروطه وفي موعده.')
  await dialog(visit).getByRole('button', { name: 'قبول النظر' }).click()
  await page.getByRole('button', { name: 'تشكيل الهيئة' }).click()
  const choose = dialog(visit)
  await choose.getByText('من خط الإشراف على الموظف').waitFor()
  for (const { nameAr } of [chair, first, second]) {
    await choose.getByRole('checkbox', { name: `اختيار ${nameAr}` }).check({ force: true })
  }
  await expectSound(visit, 'naming a panel')
  await choose.getByRole('button', { name: 'تشكيل الهيئة' }).click()
  await page.getByText('تنظر فيه الهيئة.').waitFor()
  await expectSound(visit, 'a grievance under review')
}

async function hearAndJudge(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/committees/grievances')
  await page.getByRole('link', { name: `1 / ${year}` }).click()
  await page.getByRole('button', { name: 'Record a hearing' }).click()
  await dialog(visit).getByRole('textbox', { name: 'Present' }).fill('The employee and the panel')
  await dialog(visit)
    .getByRole('textbox', { name: 'Record' })
    .fill('The employee showed the second weight in the minutes.')
  await expectSound(visit, 'recording a hearing on a phone')
  await dialog(visit).getByRole('button', { name: 'Save' }).click()
  await page.getByText('The employee showed the second weight').waitFor()
  await page.getByRole('button', { name: 'Give your judgement' }).click()
  await dialog(visit).getByText('Upheld', { exact: true }).click()
  await dialog(visit).getByRole('button', { name: 'Save' }).click()
  await page.getByText('Your judgement is saved').waitFor()
  await expectSound(visit, 'a panel member on a phone')
}

async function judgeBehindThePage({ id: employeeId }: Member): Promise<void> {
  await withEntity(product.db, { entityId }, async (tx) => {
    const row = await tx
      .selectFrom('grievances')
      .select(['id', 'version'])
      .where('year', '=', year)
      .executeTakeFirstOrThrow()
    const actor = { identityId: employeeId, entityId, employeeId, roles: [], sessionId: newId() }
    await giveOpinion({ ...row, opinion: 'upheld', note: 'ثبت الخطأ', actor, now, tx, newId })
  })
}

async function decideAsChair(visit: Visit): Promise<void> {
  const { page } = visit
  await page.reload()
  await page.getByRole('button', { name: 'إبداء الرأي' }).click()
  await dialog(visit).getByText('قبول التظلم', { exact: true }).click()
  await dialog(visit).getByRole('button', { name: 'حفظ' }).click()
  await page.getByRole('button', { name: 'إصدار القرار' }).click()
  const form = dialog(visit)
  await form.getByText('الأغلبية من الهيئة: قبول التظلم').waitFor()
  await form.getByText('ثبت', { exact: true }).click()
  await form.getByRole('textbox', { name: 'رأي الهيئة' }).fill('ثبت الخطأ من صفحة الحساب.')
  await form
    .getByRole('textbox', { name: 'أسباب القرار' })
    .fill('أعيد الحساب فتبين أن الوزن احتُسب مرتين في الدورة الثالثة.')
  await form.getByRole('button', { name: /التقدير بعد القرار/ }).click()
  await page.getByRole('option', { name: 'جيد جدًا' }).click()
  await expectSound(visit, 'deciding a grievance')
  await form.getByRole('button', { name: 'إصدار القرار' }).click()
  await page.getByText('صدر القرار وأُشعر به الموظف').first().waitFor()
  await expectSound(visit, 'a decided grievance')
}

async function readTheDecision(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/my/grievances')
  await page.getByRole('link', { name: 'Open the grievance' }).first().click()
  await page.getByText('Result from “Good” to “Very good”').waitFor()
  await expectSound(visit, 'the decision on a phone')
  const letter = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Decision letter (PDF)' }).click()
  expect((await letter).suggestedFilename()).toBe(`grievance-${year}-1-en.pdf`)
  await page.getByRole('button', { name: 'Confirm receipt of the decision' }).click()
  await dialog(visit).getByRole('button', { name: 'Confirm receipt of the decision' }).click()
  await page.getByText('Decided and received by the employee.').waitFor()
}

async function statistics(): Promise<void> {
  const team = await product.visitAs('ejada_team', { language: 'en' })
  await team.open('/reports/grievances')
  await team.page.getByText('under 5').first().waitFor()
  expect(await team.page.getByText(employee.nameEn).count()).toBe(0)
  await expectSound(team, 'statistics of grievances')
}

/** Publishes a year: the employee of the cast has "good", a colleague "weak"; the committee gets a member of the line. */
async function publish() {
  const { owner } = product
  const [ministry] = (await owner.query<{ id: string }>('SELECT id FROM entities ORDER BY code DESC LIMIT 1')).rows
  const entity = ministry?.id ?? ''
  const rows = <T extends object>(question: string, values: unknown[] = []) =>
    rowsIn<T>(owner, entity, question, values)
  const person = 'e.id, e.civil_number AS "civilNumber", e.name_ar AS "nameAr", e.name_en AS "nameEn"'
  const civilNumber = sampleCast.find(({ key }) => key === 'employee')?.civilNumber
  const [own] = await rows<Member & { supervisorId: string }>(
    `SELECT ${person}, s.supervisor_id AS "supervisorId" FROM employees e
       JOIN supervisions s ON s.employee_id = e.id AND s.valid_to IS NULL WHERE e.civil_number = $1`,
    [civilNumber],
  )
  if (!own) throw new Error('The cast has no employee')
  const [colleague] = await rows<Member>(
    `SELECT ${person} FROM employees e JOIN supervisions s ON s.employee_id = e.id AND s.valid_to IS NULL
      WHERE s.supervisor_id = $1 AND e.id <> $2 ORDER BY e.civil_number LIMIT 1`,
    [own.supervisorId, own.id],
  )
  if (!colleague) throw new Error('The employee has no colleague')
  await rows(
    `INSERT INTO appraisal_years (id, year, status, frozen_at, published_at, grievances_until)
     VALUES ($1, $2, 'published', $3, $3, $4)`,
    [newId(), year, now, windowEnds],
  )
  for (const [id, rank] of [
    [own.id, 'good'],
    [colleague.id, 'weak'],
  ]) {
    await rows(
      `INSERT INTO annual_results (year, employee_id, status, standing, result, literal, ranking, counted, gender, band,
         curve_rank, final_rank, published_at, grievances_until, supervisor_id)
       VALUES ($1, $2, 'published', 'ranked', 98625000, 24600000, 98625000, 4, 'female', $3, $3, $3, $4, $5, $6)`,
      [year, id, rank, now, windowEnds, own.supervisorId],
    )
  }
  await rows(
    "DELETE FROM memberships WHERE body = 'low_performance' OR (body = 'grievance' AND capacity = 'secretary')",
  )
  const sitting = await rows<Member>(
    `SELECT ${person} FROM memberships m JOIN employees e ON e.id = m.employee_id
      WHERE m.body = 'grievance' AND m.valid_to IS NULL ORDER BY m.capacity, e.civil_number`,
  )
  for (const [index, member] of sitting.entries()) {
    await rows(
      `INSERT INTO memberships (id, employee_id, body, capacity, valid_from) VALUES ($1, $2, 'low_performance', $3, '2025-01-01')`,
      [newId(), member.id, index === 0 ? 'chair' : 'member'],
    )
  }
  await rows(
    `INSERT INTO memberships (id, employee_id, body, capacity, valid_from) VALUES ($1, $2, 'grievance', 'member', '2025-01-01')`,
    [newId(), own.supervisorId],
  )
  return { entityId: entity, employee: own, weak: colleague, members: sitting }
}

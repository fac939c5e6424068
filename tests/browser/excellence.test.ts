import { expect, test } from 'vitest'
import { withEntity } from '../../src/platform/db/with-entity.ts'
import { rowsIn } from '../support/rows-in.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()
const { owner, db } = product

type Case = {
  readonly id: string
  readonly entityId: string
  readonly year: number
  readonly employee: string
  readonly supervisor: string
  readonly official: string
}

/** The two nominations of the sample's year before the committee, with the civil numbers of those around each. */
async function caseOf(status: 'requested' | 'submitted'): Promise<Case> {
  const { rows: entities } = await owner.query<{ id: string }>('SELECT id FROM entities ORDER BY created_at, id')
  for (const { id } of entities) {
    const [found] = await rowsIn<Case>(
      owner,
      id,
      `SELECT n.id, n.entity_id AS "entityId", n.year, e.civil_number AS employee, s.civil_number AS supervisor, o.civil_number AS official
         FROM excellence_nominations n
         JOIN annual_results r ON r.year = n.year AND r.employee_id = n.employee_id
         JOIN employees e ON e.id = n.employee_id JOIN employees s ON s.id = r.supervisor_id
         JOIN employees o ON o.id = coalesce(r.approver_id, r.higher_official_id)
        WHERE n.status = $1`,
      [status],
    )
    if (found) return found
  }
  throw new Error(`The sample holds no nomination that is ${status}`)
}

test('a request is refused with a reason that the employee reads, in both languages', async () => {
  const request = await caseOf('requested')
  const employee = await product.visitAs({ civilNumber: request.employee }, { language: 'en', size: 'phone' })
  await employee.open('/my/excellence')
  await employee.page.getByText('The request waits for the direct supervisor.').waitFor()
  await expectSound(employee, 'a request that waits')

  const supervisor = await product.visitAs({ civilNumber: request.supervisor })
  await supervisor.open('/team/excellence')
  await expectSound(supervisor, 'the team of whoever may nominate')
  await supervisor.page.getByRole('link', { name: /^الرد على الطلب/ }).click()
  await supervisor.page.getByRole('button', { name: 'إعداد ملف الترشيح' }).click()
  await supervisor.page.getByText('الملف قيد الإعداد، ولا يراه أحد قبل رفعه.').waitFor()
  const works = supervisor.page.getByLabel('البيان').first()
  await works.fill('أعدّ دليلًا موحدًا خفّض مدة الإنجاز إلى النصف')
  await supervisor.page.getByRole('button', { name: 'حفظ', exact: true }).first().click()
  await supervisor.page.getByText('حُفظ البيان').first().waitFor()
  await expectSound(supervisor, 'a dossier being written')
  const sending = supervisor.page.getByRole('button', { name: 'رفع إلى اللجنة' })
  expect(await sending.getAttribute('aria-disabled')).toBe('true')
  await decide(supervisor, 'اعتذار عن الترشيح', 'لا مرفق يثبت القيمة', 'لا دليل على أثر المقترحين حتى نهاية السنة')
  await supervisor.page.getByText('اعتُذر عن الترشيح.').waitFor()

  await employee.open('/my/excellence')
  await employee.page.getByText('لا دليل على أثر المقترحين حتى نهاية السنة').waitFor()
  await expectSound(employee, 'a refusal with its reason')
})

test('a dossier is verified condition by condition, ratified, and makes the grade excellent', async () => {
  const dossier = await caseOf('submitted')
  const chair = await product.visitAs('review_chair')
  const { page } = chair
  await chair.open('/committees/excellence')
  await expectSound(chair, 'the seats and the dossiers')
  await chair.open(`/committees/excellence/${dossier.id}`)
  await page.getByRole('button', { name: 'إتمام التحقق' }).waitFor()
  await expectSound(chair, 'a dossier before the committee')
  const forms = page.getByRole('form', { name: /هل الشرط مستوفى/ })
  expect(await forms.count()).toBe(5)
  for (let index = 0; index < 5; index++) {
    const form = forms.nth(index)
    await form.getByText('مستوفى', { exact: true }).click()
    await form.getByLabel('ملاحظة اللجنة').fill('اطلعت اللجنة على الدليل وتحققت منه')
    await form.getByRole('button', { name: /^تسجيل/ }).click()
    await page.getByText('سُجلت ملاحظة اللجنة').first().waitFor()
    await expect.poll(() => page.getByText('لم يُنظر فيه بعد').count()).toBe(4 - index)
  }
  await page.getByRole('button', { name: 'إتمام التحقق' }).click()
  const dialog = page.getByRole('dialog')
  await expectSound(chair, 'who took part in the verification')
  await dialog.getByRole('button', { name: 'إتمام التحقق' }).click()
  await page.getByText('تنتظر الاعتماد').first().waitFor()

  // The committee signs the year in a journey of its own.
  await rowsIn(
    owner,
    dossier.entityId,
    "UPDATE appraisal_years SET status = 'signed', signed_at = now() WHERE year = $1",
    [dossier.year],
  )
  const official = await product.visitAs({ civilNumber: dossier.official })
  await official.open(`/committees/excellence/${dossier.id}`)
  await official.page.getByRole('button', { name: 'اعتماد «ممتاز»' }).waitFor()
  await expectSound(official, 'a verified dossier before the official')
  await decide(official, 'اعتماد «ممتاز»', null, 'استُوفيت الشروط جميعها بأدلة تحققت منها اللجنة')
  await official.page.getByText('اعتُمد الترشيح.').waitFor()

  const employee = await product.visitAs({ civilNumber: dossier.employee }, { language: 'en' })
  await employee.open('/my/excellence')
  await employee.page.getByText('The nomination for excellent is ratified.').waitFor()
  await expectSound(employee, 'a ratified nomination')
  const rank = await withEntity(db, { entityId: dossier.entityId }, (tx) =>
    tx
      .selectFrom('annual_results as r')
      .innerJoin('employees as e', 'e.id', 'r.employee_id')
      .where('r.year', '=', dossier.year)
      .where('e.civil_number', '=', dossier.employee)
      .select('r.final_rank')
      .executeTakeFirst(),
  )
  expect(rank?.final_rank).toBe('excellent')
})

test('the head designates a project, on a phone in English', async () => {
  const head = await product.visitAs('head', { language: 'en', size: 'phone' })
  await head.open('/committees/excellence')
  await head.page.getByLabel('Name of the project').fill('Paperless counters')
  await head.page.getByRole('button', { name: 'Designate a project' }).click()
  await head.page.getByText('Paperless counters').first().waitFor()
  await expectSound(head, 'the designated projects')
})

async function decide({ page }: Visit, move: string, ground: string | null, reason: string): Promise<void> {
  await page.getByRole('button', { name: move }).click()
  const dialog = page.getByRole('dialog')
  if (ground !== null) {
    await dialog.getByRole('button', { name: /سبب القرار/ }).click()
    await page.getByRole('option', { name: ground }).click()
  }
  await dialog.getByLabel('التعليل').fill(reason)
  await dialog.getByRole('button', { name: move }).click()
  await dialog.waitFor({ state: 'detached' })
}

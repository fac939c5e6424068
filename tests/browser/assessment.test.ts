import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import type { SampleKey } from '../../src/features/accounts/sample.ts'
import type { Language } from '../../src/shared/locale.ts'
import { dialog, expectBlocked } from './support/acting.ts'
import { expectSound, itqan, type Size, type Visit } from './support/itqan.ts'

const product = await itqan()

/** A Sunday in the last days of the quarter: its closing is open. */
const closing = new Date('2026-03-29T06:00:00Z')
product.clock.now = closing

const huda = { civilNumber: await civilNumberOf('Huda bint Saif Al Ghafriya') }

async function visitAs(
  who: SampleKey | { civilNumber: string },
  how: { language?: Language; size?: Size } = {},
): Promise<Visit> {
  const visit = await product.visitAs(who, how)
  await visit.context.clock.setFixedTime(closing)
  return visit
}

const text = (name: string, content: string, mimeType = 'text/plain') => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
})

/** The two sides of one closing and the one above them, in Arabic. */
test('a cycle is closed: recorded with evidence, corrected with a reason, reserved, ruled on, approved', async () => {
  const employee = await visitAs(huda)
  await record(employee)

  const supervisor = await visitAs('supervisor')
  await review(supervisor)

  await employee.open('/my/assessment')
  await employee.page.getByText('تصحيح واحد ينتظر ردك').waitFor()
  await expectSound(employee, 'a correction to answer')
  await employee.page.getByRole('button', { name: 'متحفظ' }).click()
  await dialog(employee).getByRole('button', { name: 'متحفظ' }).click()
  await dialog(employee).getByText('يُكتب النص بثلاثة أحرف على الأقل.').first().waitFor()
  await dialog(employee).getByRole('textbox').fill('المحضر الناقص أُرسل بالبريد في يومه.')
  await dialog(employee).getByRole('button', { name: 'متحفظ' }).click()
  await employee.page.getByText('سُجّل التحفظ').first().waitFor()

  const official = await visitAs('higher_official')
  await rule(official)

  await supervisor.page.reload()
  await supervisor.page.getByText('ثبّته المسؤول الأعلى').waitFor()
  await supervisor.page.getByRole('button', { name: 'اعتماد الإنجاز' }).click()
  await dialog(supervisor).getByRole('button', { name: 'اعتماد الإنجاز' }).click()
  await supervisor.page.getByText('اعتُمد إنجاز').first().waitFor()

  await employee.open('/my/assessment')
  await employee.page.getByText('مغلقة', { exact: true }).first().waitFor()
  await employee.page.getByText('صُحّحت', { exact: true }).waitFor()
  await employee.page.getByText('إعداد التقارير في وقتها').waitFor()
  await expectSound(employee, 'a closed cycle')
})

async function record(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/my/assessment')
  const lines = page.locator('[data-line]')
  await lines.first().waitFor()
  const sending = page.getByRole('button', { name: 'إرسال للمراجعة' })
  await expectBlocked(sending)
  await page.getByText('لا يمكن الإرسال بعد:').waitFor()
  await expectSound(visit, 'a closing before anything is recorded')

  // A word is no value: it stays on the page with its reason, and the rest is saved.
  const first = lines.first()
  const field = first.getByLabel(/^القيمة الفعلية للنتيجة/)
  await field.fill('كثير')
  await field.blur()
  await page.getByText('حُفظ ما يصلح').waitFor()
  await expectSound(visit, 'an actual value that is none')

  const count = await lines.count()
  for (let at = 0; at < count - 1; at += 1) await recordLine(visit, lines.nth(at), at)
  await lines.last().getByLabel('لم يُسلَّم').check()
  await saved(visit)
  await page
    .locator('p:visible', { hasText: `سُجّل ${count} من ${count}` })
    .first()
    .waitFor()

  await refuseFiles(visit, first)
  for (let at = 0; at < count - 1; at += 1) {
    const line = lines.nth(at)
    await line
      .locator('input[type="file"]')
      .setInputFiles(text(`دليل النتيجة ${at + 1}.txt`, `النتيجة ${at + 1} في محضرها.`))
    await line.getByRole('button', { name: `دليل النتيجة ${at + 1}.txt`, exact: true }).waitFor()
  }

  await page.getByRole('button', { name: 'إضافة صعوبة' }).click()
  await dialog(visit).getByRole('textbox').fill('تأخر الربط مع جهة أخرى.')
  await dialog(visit).getByRole('button', { name: 'حفظ' }).click()
  await page.getByText('تأخر الربط مع جهة أخرى.').waitFor()

  await page.reload()
  await lines.first().waitFor()
  expect(await page.getByText('لا يمكن الإرسال بعد:').count()).toBe(0)
  await expectSound(visit, 'a closing ready to be sent')
  await sending.click()
  await dialog(visit).getByRole('button', { name: 'إرسال للمراجعة' }).click()
  await page.getByText('أُرسل للمراجعة.').first().waitFor()
}

/** Arabic digits for what is counted, a short date for what is dated. */
async function recordLine({ page }: Visit, line: Locator, at: number): Promise<void> {
  const field = line.getByLabel(/^القيمة الفعلية للنتيجة/)
  const dated = (await field.getAttribute('placeholder')) === '00/00'
  await field.fill(dated ? '١٠/٠٣' : at === 0 ? '٩' : '٩٠')
  await field.blur()
  await line
    .getByRole('button', { name: /كيف حُسب/ })
    .first()
    .waitFor()
  await saved({ page } as Visit)
}

async function saved({ page }: Visit): Promise<void> {
  await page.getByText('حُفظ تلقائيًا').waitFor()
}

/** Empty, of another kind, and another kind under a false name. */
async function refuseFiles({ page }: Visit, line: Locator): Promise<void> {
  const input = line.locator('input[type="file"]')
  await input.setInputFiles([text('فارغ.pdf', '', 'application/pdf'), text('صفحة.html', '<html></html>', 'text/html')])
  await line.getByText('الملف فارغ، حجمه صفر بايت.').waitFor()
  await line.getByText(/نوع الملف غير مقبول/).waitFor()
  await input.setInputFiles(text('تقرير.pdf', '<!doctype html><script>alert(1)</script>', 'application/pdf'))
  await line.getByRole('button', { name: /^إعادة رفع/ }).waitFor()
  for (let left = 3; left > 0; left -= 1) {
    await line
      .getByRole('button', { name: /^إخفاء/ })
      .first()
      .click()
  }
  expect(await page.getByRole('alert').count()).toBe(0)
}

async function openFromQueue({ page, open }: Visit, act: string, name: string): Promise<void> {
  await open('/team/assessments')
  await page.getByRole('link', { name: `${act}: ${name}` }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
}

async function review(visit: Visit): Promise<void> {
  const { page } = visit
  await openFromQueue(visit, 'مراجعة', 'هدى بنت سيف الغافرية')
  await expectSound(visit, 'an achievement to review')
  const approving = page.getByRole('button', { name: 'اعتماد الإنجاز' })
  await expectBlocked(approving)
  await page.getByText('يلزم تسجيل لقاء التغذية الراجعة أولًا.').first().waitFor()

  await page
    .getByRole('button', { name: /^دليل النتيجة 1/ })
    .first()
    .click()
  await dialog(visit).getByText('البصمة').waitFor()
  await expectSound(visit, 'evidence beside a line')
  await dialog(visit).getByRole('button', { name: 'إغلاق' }).click()

  await page.getByRole('button', { name: 'تصحيح القيمة: 1.1' }).click()
  const correcting = dialog(visit)
  await correcting.getByRole('button', { name: 'تصحيح القيمة الفعلية' }).click()
  await correcting.getByText('يُختار سبب من القائمة.').first().waitFor()
  await correcting.getByLabel('القيمة الصحيحة').fill('٨')
  await correcting.getByRole('button', { name: /السبب/ }).first().click()
  await page.getByRole('option', { name: /المرفق يثبت قيمة أخرى/ }).click()
  await correcting.getByLabel('شرح السبب').fill('المحاضر المرفقة ثمانية.')
  await expectSound(visit, 'a correction with its reason')
  await correcting.getByRole('button', { name: 'تصحيح القيمة الفعلية' }).click()
  await page.getByText('صُحّحت القيمة، وبُلّغ الموظف بالسبب.').first().waitFor()

  await page.getByRole('button', { name: 'تم عبر المحادثة' }).click()
  await page.getByText('سُجّل لقاء التغذية الراجعة.').first().waitFor()
  await page.getByLabel('نقاط القوة').fill('إعداد التقارير في وقتها')
  // What is being typed is sent before the lines are accepted upon it.
  await page.getByRole('button', { name: /قبول النتائج/ }).click()
  await page.getByText(/رُوجع/).first().waitFor()
  await page.getByRole('button', { name: /قبول النتائج/ }).waitFor({ state: 'detached' })
  await expectBlocked(approving)
}

async function rule(visit: Visit): Promise<void> {
  const { page } = visit
  await openFromQueue(visit, 'البتّ', 'هدى بنت سيف الغافرية')
  await page.getByText('تحفظ واحد ينتظر قرارك.').waitFor()
  await page.getByRole('button', { name: 'البتّ في التحفظ' }).click()
  await expectSound(visit, 'a reservation to rule on')
  await dialog(visit).getByRole('textbox').fill('العبرة بالمحاضر الموقّعة.')
  await dialog(visit).getByRole('button', { name: 'تثبيت التصحيح' }).click()
  await page.getByText('ثُبّت التصحيح.').first().waitFor()
}

test('on a phone in English: what is typed without a connection is kept, sent, returned and sent again', async () => {
  const aisha = { civilNumber: await civilNumberOf('Aisha bint Hamad Al Siyabiya') }
  const employee = await visitAs(aisha, { language: 'en', size: 'phone' })
  const { page, context, open } = employee
  await open('/my/assessment')
  const lines = page.locator('[data-line]')
  await lines.first().waitFor()
  await expectSound(employee, 'a closing on a phone')
  const count = await lines.count()
  for (let at = 0; at < count; at += 1) await lines.nth(at).getByLabel('Not delivered').check()
  await page.getByText('Saved automatically').waitFor()

  await context.setOffline(true)
  const remark = lines.first().getByLabel(/^Remark on result/)
  await remark.fill('The contract was signed in April.')
  await remark.blur()
  await page.getByText('No connection: what you typed is kept here').waitFor()
  await context.setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByText('Saved automatically').waitFor()

  await page.getByRole('button', { name: 'No difficulties' }).click()
  await page.getByText('No difficulties in this cycle').waitFor()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await dialog(employee).getByRole('button', { name: 'Send for review' }).click()
  await page.getByText('Sent for review.').first().waitFor()
  await expectSound(employee, 'a sent achievement on a phone')

  const supervisor = await visitAs('supervisor', { language: 'en', size: 'phone' })
  await openFromQueue(supervisor, 'Review', 'Aisha bint Hamad Al Siyabiya')
  await expectSound(supervisor, 'a review on a phone')
  await supervisor.page.getByRole('button', { name: 'Return to the employee' }).click()
  await dialog(supervisor).getByRole('button', { name: 'Return to the employee' }).click()
  await dialog(supervisor).getByText('Write at least three letters.').first().waitFor()
  await dialog(supervisor).getByRole('textbox').fill('Some of it was delivered: record it.')
  await dialog(supervisor).getByRole('button', { name: 'Return to the employee' }).click()
  await supervisor.page
    .getByText(/^Returned to Aisha/)
    .first()
    .waitFor()

  await open('/my/assessment')
  await page.getByText('Some of it was delivered: record it.').first().waitFor()
  expect(
    await lines
      .first()
      .getByLabel(/^Remark on result/)
      .inputValue(),
  ).toBe('The contract was signed in April.')
  await expectSound(employee, 'a returned self-evaluation on a phone')
})

test('a word of praise reaches the employee, and the closing of the cycle shows who holds it up', async () => {
  const supervisor = await visitAs('supervisor')
  await supervisor.open('/team/feedback')
  await supervisor.page.getByRole('button', { name: /هدى بنت سيف الغافرية/ }).click()
  await supervisor.page.getByLabel('النص').fill('أُديرت ورشة الثلاثاء بثقة.')
  await expectSound(supervisor, 'feedback to one of my people')
  await supervisor.page.getByRole('button', { name: 'إرسال', exact: true }).click()
  await supervisor.page.getByText('وصلت التغذية الراجعة إلى هدى').first().waitFor()

  const employee = await visitAs(huda)
  await employee.open('/my/feedback')
  await employee.page.getByText('أُديرت ورشة الثلاثاء بثقة.').waitFor()
  await expectSound(employee, 'feedback about me')

  const ejada = await visitAs('ejada_team')
  await ejada.open('/administration/cycles')
  await ejada.page.getByRole('link', { name: /الإقفال: الربع الأول 2026/ }).click()
  await ejada.page.getByRole('heading', { level: 1, name: /إقفال الربع الأول 2026/ }).waitFor()
  // The cycle is not over: it cannot be closed, and the page says so.
  await expectBlocked(ejada.page.getByRole('button', { name: 'إقفال الدورة' }))
  await expectSound(ejada, 'a cycle to be closed')
})

async function civilNumberOf(name: string): Promise<string> {
  const client = await product.owner.connect()
  try {
    const entity = await client.query("SELECT id FROM entities WHERE name_en = 'Ministry of Labour'")
    await client.query("SELECT set_config('itqan.entity_id', $1, false)", [entity.rows[0].id])
    const { rows } = await client.query('SELECT civil_number FROM employees WHERE name_en = $1', [name])
    return rows[0].civil_number
  } finally {
    client.release(true)
  }
}

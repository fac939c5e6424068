import { expect, test } from 'vitest'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()

/** The two sides of one agreement, each in a browser of their own, in Arabic. */
test('an employee and a supervisor come to an agreed document, with the mistakes that people make', async () => {
  const employee = await product.visitAs('employee')
  await mendAndSend(employee)

  const supervisor = await product.visitAs('supervisor')
  await returnWithNotes(supervisor)

  await employee.open('/my/document')
  const { page } = employee
  await page.getByText('أُعيدت للمراجعة من بدرية بنت سيف الهنائية').waitFor()
  await page.getByText('تُوضَّح طريقة القياس').first().waitFor()
  await expectSound(employee, 'a returned document')
  const statement = page.getByLabel('بيان النتيجة الرئيسية').first()
  await statement.fill('خفض متوسط زمن إنجاز الخدمة من الطلب إلى التسليم، بالأيام')
  await statement.blur()
  await saved(employee)
  await send(employee)

  await decideAndAgree(supervisor)

  await employee.open('/my/document')
  await page.getByText('معتمدة', { exact: true }).first().waitFor()
  await expectSound(employee, 'an agreed document')
  await askForAmendment(employee)
})

async function mendAndSend(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/my/document')
  const sending = page.getByRole('button', { name: 'إرسال للاعتماد' })
  expect(await sending.getAttribute('aria-disabled')).toBe('true')
  await page.getByText('لا يمكن الإرسال بعد:').waitFor()
  await page.getByText('تعذّر استنتاج الاتجاه').waitFor()

  const last = page.locator('[data-line]').last()
  await last.getByLabel('دون التوقعات').fill('٧٠')
  const weight = last.getByLabel('الوزن')
  await weight.fill('25.555')
  await weight.blur()
  await page
    .getByText(/خانتان عشريتان/)
    .first()
    .waitFor()
  expect(await sending.getAttribute('aria-disabled')).toBe('true')
  await weight.fill('٢٥')
  await weight.blur()
  await saved(visit)

  await page.reload()
  await page.locator('[data-line]').last().waitFor()
  expect(await page.locator('[data-line]').last().getByLabel('الوزن').inputValue()).toBe('25')
  expect(await page.getByText('لا يمكن الإرسال بعد:').count()).toBe(0)
  await expectSound(visit, 'a document ready to be sent')
  await send(visit)
}

async function send({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'إرسال للاعتماد' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'إرسال للاعتماد' }).click()
  await page.getByText('قيد الاعتماد').first().waitFor()
}

async function saved({ page }: Visit): Promise<void> {
  await page.getByText('حُفظت تلقائيًا').waitFor()
}

async function openFromApprovals({ page, open }: Visit): Promise<void> {
  await open('/team/approvals')
  await page
    .getByRole('link', { name: /مازن بن علي الشحي/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /مازن بن علي الشحي/ }).waitFor()
}

async function returnWithNotes(visit: Visit): Promise<void> {
  const { page } = visit
  await openFromApprovals(visit)
  await expectSound(visit, 'a document to decide')
  // Without a recorded session the document cannot be agreed, and the page says so (AMB-28).
  expect(await page.getByRole('button', { name: 'اعتماد', exact: true }).getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('button', { name: 'إعادة للمراجعة' }).first().click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await dialog.getByRole('button', { name: 'إعادة للمراجعة' }).click()
  await dialog.getByText('تُكتب الملاحظة بثلاثة أحرف على الأقل.').waitFor()
  await dialog.getByRole('textbox').fill('تُوضَّح طريقة القياس في النتيجة الأولى.')
  await dialog.getByRole('button', { name: 'إعادة للمراجعة' }).click()
  await page
    .getByText(/أُعيدت وثيقة/)
    .first()
    .waitFor()
}

async function decideAndAgree(visit: Visit): Promise<void> {
  const { page } = visit
  await openFromApprovals(visit)
  await page.getByText('مقارنة بالنسخة 1').click()
  await page.locator('ins, [class*="bg-diff-add"]').first().waitFor()
  await page.getByRole('button', { name: 'تم عبر المحادثة' }).click()
  await page.getByText('سُجّلت جلسة النقاش.').first().waitFor()
  await page.getByRole('button', { name: 'اعتماد', exact: true }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'اعتماد', exact: true })
    .click()
  await page
    .getByText(/اعتُمدت وثيقة/)
    .first()
    .waitFor()
}

async function askForAmendment({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'طلب تعديل' }).first().click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await dialog.getByRole('textbox').fill('تكليف جزئي بفريق مشروع آخر حتى نهاية الدورة.')
  await dialog.getByRole('button', { name: 'طلب تعديل' }).click()
  await page.getByText('أُرسل طلب التعديل.').first().waitFor()
}

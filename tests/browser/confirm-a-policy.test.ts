import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { dialog } from './support/acting.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()
const nextYear = '/administration/policies?year=2027&subject=curve'

test('the head proposes shares that sum to 99, then to 100 with Arabic digits; the head’s office confirms', async () => {
  const head = await product.visitAs('head')
  await head.open(nextYear)
  await head.page.getByText('نسب منحنى التوزيع: لم تُقرَّر بعد').waitFor()
  await expectSound(head, 'the subject of the curve before anything is decided')
  await head.page.getByRole('button', { name: 'اقتراح قيمة: نسب منحنى التوزيع' }).click()
  const form = dialog(head)
  await typeShares(form, { ضعيف: '٥', متوسط: '١٥', جيد: '٤٩', 'جيد جدًا': '٢٠', ممتاز: '١٠' })
  await form.getByText('المجموع 99').waitFor()
  await form.getByText('يبقى 1 ليكتمل 100').waitFor()
  await form.getByLabel('السبب').fill('نسب السنة كما وردت في التعميم')
  await form.getByLabel('السند').fill('تعميم رقم 9 بتاريخ 3 يناير')
  await form.getByRole('button', { name: 'إرسال الاقتراح' }).click()
  await form.getByText('مجموع النسب 99%، ويلزم أن يكون 100% تمامًا. الفرق 1%.').first().waitFor()
  await expectSound(head, 'shares that sum to 99')

  await typeShares(form, { جيد: '٥٠' })
  await form.getByText('100 تمامًا').waitFor()
  await form.getByRole('button', { name: 'إرسال الاقتراح' }).click()
  await head.page.getByText('أُرسل الاقتراح').first().waitFor()
  await head.page.getByText('التأكيد لدى:').waitFor()
  await head.page.getByRole('link', { name: 'عرض الاقتراح: نسب منحنى التوزيع' }).click()
  await head.page.getByRole('button', { name: 'سحب الاقتراح' }).waitFor()
  expect(await head.page.getByRole('button', { name: 'تأكيد القيمة' }).count()).toBe(0)

  await confirmFromInbox(await product.visitAs('head_office', { size: 'phone' }))
  await head.page.reload()
  await head.page.getByText('أُكّد الاقتراح وسرت القيمة. التأكيد: سعاد بنت مبارك اللواتية').waitFor()
})

async function confirmFromInbox(office: Visit): Promise<void> {
  const { page, open } = office
  await open('/inbox')
  await page.getByText('يوسف بن ناصر المحروقي: اقتراح تغيير «نسب منحنى التوزيع» لسنة 2027').waitFor()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'نسب منحنى التوزيع' })
    .getByRole('link', { name: 'الاطلاع والبت' })
    .click()
  await page.getByText('المقترحة لسنة 2027').waitFor()
  await page.getByText('تعميم رقم 9 بتاريخ 3 يناير').waitFor()
  await expectSound(office, 'a proposal on a phone, before the second person')
  await page.getByRole('button', { name: 'تأكيد القيمة' }).click()
  await page.getByText('القيمة سارية لسنة 2027.').waitFor()
  await expectSound(office, 'a proposal that is confirmed')
  await open('/inbox')
  expect(await page.getByText('«نسب منحنى التوزيع»').count()).toBe(0)
}

test('the way of the curve is chosen in English, declined with a reason, and the head reads why', async () => {
  const head = await product.visitAs('head', { language: 'en' })
  await head.open(nextYear)
  await head.page.getByRole('button', { name: 'Propose a value: What the curve does' }).click()
  const form = dialog(head)
  await form.getByRole('radio', { name: /Raise only \(recommended\)/ }).waitFor()
  await form.getByRole('radio', { name: /Full curve/ }).check()
  await form.getByLabel('Reason').fill('As in the years before')
  await expectSound(head, 'the choice of what the curve does')
  await form.getByRole('button', { name: 'Send proposal' }).click()
  await head.page.getByText('The proposal is sent.').first().waitFor()

  const office = await product.visitAs('head_office', { language: 'en' })
  await office.open(nextYear)
  await office.page.getByRole('link', { name: 'Look and decide: What the curve does' }).click()
  await office.page.getByRole('button', { name: 'Decline proposal' }).click()
  const why = dialog(office)
  await why.getByRole('button', { name: 'Decline proposal' }).click()
  await why.getByText('This field is required.').first().waitFor()
  await why.getByLabel('Reason').fill('Nobody is to be lowered by the curve this year')
  await why.getByRole('button', { name: 'Decline proposal' }).click()
  await office.page.getByText(/The proposal is declined by Suad bint Mubarak Al Lawatiya/).waitFor()
  await expectSound(office, 'a proposal that is declined')

  await head.open('/notices')
  await head.page.getByText(/“What the curve does” for 2027 was declined: Nobody is to be lowered/).waitFor()
})

test('values are read on a phone in English, each with its owner, and none with a number of ours', async () => {
  const administrator = await product.visitAs('entity_administrator', { language: 'en', size: 'phone' })
  await administrator.open('/administration/policies')
  await administrator.page.getByText('Decided by: head of the entity').first().waitFor()
  await administrator.page.getByText('a proposal for 2027 waits for a second person').waitFor()
  expect(await administrator.page.getByText(/AMB-|\bH\d+\b/).count()).toBe(0)
  await expectSound(administrator, 'all policies on a phone')
})

async function typeShares(form: Locator, shares: Readonly<Record<string, string>>): Promise<void> {
  for (const [grade, share] of Object.entries(shares)) await form.getByLabel(grade, { exact: true }).fill(share)
}

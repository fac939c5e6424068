import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sampleCast, samplePassword } from '../../src/features/accounts/sample.ts'
import { dialog } from './support/acting.ts'
import { expectSound, itqan } from './support/itqan.ts'

const product = await itqan()

test('the second of two tabs is shown both versions, and nothing is lost whichever it keeps', async () => {
  const first = await product.visitAs('employee')
  await first.open('/my/document')
  const second = { page: await first.context.newPage() }
  await second.page.goto('/my/document')
  await statement(second.page, 0).waitFor()

  await write(first.page, 0, 'عدد الخدمات المبسطة كما كُتبت في النافذة الأولى')
  await saved(first.page)
  await write(second.page, 0, 'عدد الخدمات المبسطة كما كُتبت في النافذة الثانية')
  const asked = dialog(second)
  await asked.getByText('في النافذة الأولى').waitFor()
  await asked.getByText('في النافذة الثانية').waitFor()
  await expectSound(second, 'two versions of one line')
  await asked.getByRole('button', { name: 'إبقاء ما كُتب هنا' }).click()
  await saved(second.page)

  // The first tab is behind now, and writes elsewhere: keeping its line keeps the other tab's too.
  await write(first.page, 1, 'نسبة الخدمات الرقمية كما كُتبت في النافذة الأولى')
  await dialog(first).getByRole('button', { name: 'إبقاء ما كُتب هنا' }).click()
  await saved(first.page)
  await first.page.reload()
  await statement(first.page, 1).waitFor()
  expect(await statement(first.page, 0).inputValue()).toContain('في النافذة الثانية')
  expect(await statement(first.page, 1).inputValue()).toContain('في النافذة الأولى')
})

test('what is typed without a connection is kept, through a reload too, and sent when it returns', async () => {
  const visit = await product.visitAs('employee')
  const { page, context, open } = visit
  await open('/my/document')
  await context.setOffline(true)
  await write(page, 2, 'كُتبت دون اتصال')
  await page.getByText('لا اتصال بالخادم: ما كُتب محفوظ هنا').first().waitFor()
  await expectSound(visit, 'a document without a connection')
  await context.setOffline(false)
  await saved(page)

  await page.route('**/api/performance/documents/*/key-results/*', (route) => route.abort())
  await write(page, 2, 'كُتبت ثم أُعيد تحميل الصفحة')
  await page.getByText('لا اتصال بالخادم: ما كُتب محفوظ هنا').first().waitFor()
  page.on('dialog', (asked) => asked.accept())
  await page.reload()
  await statement(page, 2).waitFor()
  expect(await statement(page, 2).inputValue()).toBe('كُتبت ثم أُعيد تحميل الصفحة')
  await page.unroute('**/api/performance/documents/*/key-results/*')
  await write(page, 2, 'كُتبت ثم عاد الاتصال')
  await saved(page)
  await page.reload()
  await statement(page, 2).waitFor()
  expect(await statement(page, 2).inputValue()).toBe('كُتبت ثم عاد الاتصال')
})

test('a session that ends while somebody writes is opened again over the page, which keeps what was typed', async () => {
  const visit = await product.visitAs('employee')
  const { page, open } = visit
  await open('/my/document')
  product.clock.now = new Date(product.clock.now.getTime() + 2 * 3_600_000)
  await write(page, 0, 'كُتبت بعد انتهاء الجلسة')
  await page.getByRole('heading', { name: 'انتهت الجلسة', exact: true }).waitFor()
  await expectSound(visit, 'a session that has ended')
  const again = dialog(visit)
  await again.getByLabel('الرقم المدني').fill(sampleCast.find(({ key }) => key === 'employee')?.civilNumber ?? '')
  await again.getByLabel('كلمة المرور', { exact: true }).fill(samplePassword)
  await again.getByRole('button', { name: 'دخول', exact: true }).click()
  await page.getByRole('heading', { name: 'انتهت الجلسة', exact: true }).waitFor({ state: 'detached' })
  await saved(page)
  expect(await statement(page, 0).inputValue()).toBe('كُتبت بعد انتهاء الجلسة')
  await page.reload()
  await statement(page, 0).waitFor()
  expect(await statement(page, 0).inputValue()).toBe('كُتبت بعد انتهاء الجلسة')
})

function statement(page: Page, place: number) {
  return page.getByLabel('بيان النتيجة الرئيسية').nth(place)
}

async function write(page: Page, place: number, words: string): Promise<void> {
  await statement(page, place).fill(words)
  await statement(page, place).blur()
}

async function saved(page: Page): Promise<void> {
  await page.getByText('حُفظت تلقائيًا').waitFor()
}

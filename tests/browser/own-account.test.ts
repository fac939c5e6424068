import { afterAll, expect, test } from 'vitest'
import { showMessages } from '../../src/features/accounts/public.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()
showMessages(true)
afterAll(() => showMessages(false))

const mazin = '09214477'
const fresh = 'seven lanterns over Muttrah'

test('a forgotten password is replaced with a code by text message, which five wrong guesses spend', async () => {
  const forgotten = await product.visitAs('employee', { language: 'en' })
  const visit = await product.visit({ language: 'en' })
  const { page } = visit
  await askForCode(visit, '99999999')
  const answer = await page.getByText(/^If these details match the records/).innerText()
  await askForCode(visit, mazin)
  expect(await page.getByText(/^If these details match the records/).innerText()).toBe(answer)

  const first = await codeFromOutbox()
  for (const _ of Array(5)) await tryCode(visit, first === '000000' ? '111111' : '000000')
  await expectSound(visit, 'a code that is wrong')
  await tryCode(visit, first)

  product.clock.now = new Date(product.clock.now.getTime() + 60_000)
  const sent = page.waitForResponse('**/api/password-reset/start')
  await page.getByRole('button', { name: 'Send another code' }).click()
  expect((await sent).status()).toBe(204)
  const second = await codeFromOutbox(first)
  await page.getByLabel('Code', { exact: true }).fill(second)
  await page.getByRole('textbox', { name: 'New password' }).fill(fresh)
  await page.getByRole('button', { name: 'Save the password and sign in' }).click()
  await page.getByRole('button', { name: 'Mazin bin Ali Al Shihi' }).waitFor()

  // Whoever else was signed in is not any more.
  await forgotten.page.goto('/my/document')
  await forgotten.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
})

test('sessions are listed and ended one by one', async () => {
  const here = await signedIn()
  const there = await signedIn()
  await here.open('/profile/sessions')
  const { page } = here
  await page.getByText('This device').waitFor()
  await expectSound(here, 'open sessions')
  const ends = page.getByRole('button', { name: /^End the session of/ })
  const before = await ends.count()
  expect(before).toBeGreaterThan(0)
  await ends.first().click()
  await page.getByText('The session is ended.').waitFor()
  await page.getByRole('button', { name: 'End the other sessions' }).or(page.getByText('This device')).first().waitFor()
  if ((await ends.count()) > 0) await page.getByRole('button', { name: 'End the other sessions' }).click()
  await expect.poll(() => ends.count()).toBe(0)
  await there.page.goto('/my/document')
  await there.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
})

test('a profile is edited with its history, and read in another language, digits and colours without a reload', async () => {
  const visit = await signedIn()
  const { page, open } = visit
  await open('/profile')
  await page.getByRole('textbox', { name: 'Phone' }).fill('٩٩١٢٣٤٥٦')
  await page.getByLabel('Present password').fill('not the password')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The password is not right.').first().waitFor()
  await page.getByLabel('Present password').fill(fresh)
  await page.getByRole('textbox', { name: 'Job title' }).fill('Service designer')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The profile is saved.').waitFor()
  await page.getByText(/Phone: from .*\+96893713043.* to .*99123456/).waitFor()
  await page
    .getByText(/Job title: .*Service designer/)
    .first()
    .waitFor()
  await expectSound(visit, 'a profile with its history')

  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.getByText('العربية', { exact: true }).last().click()
  await page.getByRole('heading', { level: 1, name: 'مازن بن علي الشحي' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  await page.getByText('١٢٣', { exact: true }).last().click()
  await page.getByText('داكن', { exact: true }).last().click()
  await page
    .getByText(/[٠-٩]{4}/)
    .first()
    .waitFor()
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  await expectSound(visit, 'a profile in Arabic digits and dark colours')

  // Another device of the same person reads the same way.
  const phone = await signedIn('phone')
  await phone.open('/')
  await phone.page.getByRole('heading', { level: 1, name: /تنتظرني/ }).waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  await expectSound(phone, 'the home in dark colours on a phone')
})

test('the palette finds pages, people and the plan by keyboard alone', async () => {
  const visit = await product.visitAs('supervisor')
  const { page, open } = visit
  await open('/')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'البحث والانتقال' }).waitFor()
  await page.keyboard.type('التفويضات')
  await page
    .getByRole('option', { name: /التفويضات/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'التفويضات' }).waitFor()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('سالم بن ناصر الحراصى')
  await page
    .getByRole('option', { name: /سالم بن ناصر الحراصي/ })
    .first()
    .waitFor()
  await expectSound(visit, 'the palette with a person')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /سالم بن ناصر الحراصي/ }).waitFor()
})

async function askForCode({ page, open }: Visit, civilNumber: string): Promise<void> {
  await open('/sign-in')
  await page.getByRole('link', { name: 'Forgotten password' }).click()
  await page.getByRole('heading', { level: 1, name: 'A new password' }).waitFor()
  await page.getByLabel('Civil number').fill(civilNumber)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page.getByLabel('Code', { exact: true }).waitFor()
}

async function tryCode({ page }: Visit, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('textbox', { name: 'New password' }).fill(fresh)
  const answered = page.waitForResponse('**/api/password-reset/finish')
  await page.getByRole('button', { name: 'Save the password and sign in' }).click()
  expect((await answered).status()).toBe(422)
  await page.getByText('The code is wrong, has run out, or does not fit the details.').first().waitFor()
}

/** As a person reads it who has no phone at hand: on the page of the trial copy. */
async function codeFromOutbox(earlier?: string): Promise<string> {
  const visit = await product.visit({ language: 'en' })
  await visit.open('/outbox')
  const message = visit.page.getByText(/your code for a new password is/).first()
  await message.waitFor()
  await expectSound(visit, 'the text messages of a trial copy')
  const words = await message.innerText()
  const code = /is \D*(\d{6})/.exec(words)?.[1] ?? ''
  expect(code, words).toMatch(/^\d{6}$/)
  expect(code).not.toBe(earlier)
  await visit.context.close()
  return code
}

async function signedIn(size: 'wide' | 'phone' = 'wide'): Promise<Visit> {
  const visit = await product.visit({ language: 'en', size })
  const { page, open } = visit
  await open('/sign-in')
  await page.getByLabel('Civil number').fill(mazin)
  await page.getByLabel('Password', { exact: true }).fill(fresh)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
  return visit
}

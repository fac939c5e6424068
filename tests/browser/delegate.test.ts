import { expect, test } from 'vitest'
import { samplePassword } from '../../src/features/accounts/sample.ts'
import { dialog, expectBlocked, find, typeDay } from './support/acting.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()
const khalid = '08008465'

test('a delegate signs in on a phone with Arabic digits and agrees a document on behalf of an absent supervisor', async () => {
  const delegate = await product.visit({ language: 'en', size: 'phone' })
  await signInWithArabicDigits(delegate)
  await seeWhatWaits(delegate)
  await recordSessionAndAgree(delegate)
  await ownDocumentStaysOwn(delegate)

  const supervisor = await product.visitAs({ civilNumber: khalid }, { language: 'en' })
  const { page, open } = supervisor
  await open('/team/documents')
  await page
    .getByRole('link', { name: /Mubarak bin Abdulrahman Al Shihi/ })
    .first()
    .click()
  await page.getByText('Ahmed bin Khalfan Al Riyami, on behalf of Khalid bin Mubarak Al Balushi').first().waitFor()
  await expectSound(supervisor, 'what a delegate agreed, seen by the supervisor')
})

test('a supervisor delegates within the rules, and takes it back', async () => {
  const supervisor = await product.visitAs('supervisor', { language: 'en' })
  const { page, open } = supervisor
  await open('/team/delegations')
  await page.getByRole('button', { name: 'New delegation' }).click()
  const form = dialog(supervisor)

  // Nobody of a lower level is offered (AMB-22).
  await form.getByRole('combobox', { name: 'Delegate' }).fill('Reem bint Abdullah')
  await page.getByText('Nothing matches.').waitFor()
  await find(form, 'Delegate', 'Ahmed bin Khalfan', /Ahmed bin Khalfan Al Riyami/)
  await typeDay(form, 'To this day', '2027-01-17')
  await form.getByRole('textbox', { name: 'Reason' }).fill('Annual leave')
  await form.getByRole('button', { name: 'Save' }).click()
  await form
    .getByText(/Longer than \d+ months\. The last possible day is/)
    .first()
    .waitFor()
  await expectSound(supervisor, 'a delegation that is too long')

  await typeDay(form, 'To this day', '2026-02-05')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The delegation is recorded').waitFor()
  const row = page.getByRole('row', { name: /Ahmed bin Khalfan Al Riyami/ })
  await row.getByText('In force').waitFor()

  const delegate = await product.visitAs('delegate', { language: 'en' })
  await delegate.open('/team/approvals')
  await delegate.page.getByText('On behalf of Badriya bint Saif Al Hinaiya').first().waitFor()

  await row.getByRole('button', { name: 'Revoke delegation' }).click()
  await dialog(supervisor).getByRole('textbox', { name: 'Reason' }).fill('The leave was cancelled')
  await dialog(supervisor).getByRole('button', { name: 'Revoke delegation' }).click()
  await page.getByText('The delegation is revoked').waitFor()
  await page.getByText('With past ones').click()
  await page
    .getByRole('row', { name: /Ahmed bin Khalfan Al Riyami/ })
    .getByText('Revoked')
    .waitFor()
  await expectSound(supervisor, 'delegations with past ones')

  await delegate.open('/team/approvals')
  expect(await delegate.page.getByText('On behalf of Badriya bint Saif Al Hinaiya').count()).toBe(0)
})

async function signInWithArabicDigits(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/sign-in')
  await page.getByLabel('Civil number').fill('١١٣٠٥٥٢٨')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('The civil number or the password is not right.').first().waitFor()
  await expectSound(visit, 'a refused sign-in on a phone')
  await page.getByLabel('Password', { exact: true }).fill(samplePassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.getByRole('heading', { level: 1, name: 'Decisions waiting for me' }).waitFor()
  await expectSound(visit, 'the home of a delegate on a phone')
}

async function seeWhatWaits(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/team/approvals')
  await page.getByText('On behalf of Khalid bin Mubarak Al Balushi').first().waitFor()
  await page.getByRole('tab', { name: /On behalf/ }).click()
  expect(await page.getByText(/On behalf of/).count()).toBeGreaterThan(0)
  await expectSound(visit, 'approvals of a delegate on a phone')
}

async function recordSessionAndAgree(visit: Visit): Promise<void> {
  const { page } = visit
  await page.getByRole('link', { name: 'Review: Mubarak bin Abdulrahman Al Shihi', exact: true }).click()
  await page.getByText(/You read and decide here on behalf of Khalid bin Mubarak Al Balushi/).waitFor()
  const agree = page.getByRole('button', { name: 'Agree', exact: true })
  await expectBlocked(agree)
  await expectSound(visit, 'a document decided on behalf of another, on a phone')
  await page.getByRole('button', { name: 'Record the session' }).click()
  const form = dialog(visit)
  await form.getByLabel('Time').fill('٢٣:٥٩')
  await form.getByText('The session cannot lie in the future.').waitFor()
  await form.getByLabel('Time').fill('٠٩:١٥')
  await form.getByText('By video call').click()
  await form.getByLabel('Outcome').fill('Targets discussed one by one.')
  await expectSound(visit, 'recording the session on a phone')
  await form.getByRole('button', { name: 'Record the session' }).click()
  await page.getByText('The session is recorded.').first().waitFor()
  await agree.click()
  await dialog(visit).getByRole('button', { name: 'Agree', exact: true }).click()
  await page.getByText('The document of Mubarak bin Abdulrahman Al Shihi is agreed.').first().waitFor()
}

/** Nobody decides for themselves, through a delegation or otherwise. */
async function ownDocumentStaysOwn(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/my/document')
  await page.getByRole('button', { name: 'Ask for an amendment' }).click()
  await dialog(visit).getByRole('textbox').fill('Covering two sections for six weeks.')
  await dialog(visit).getByRole('button', { name: 'Ask for an amendment' }).click()
  await page.getByText('The request has been sent.').first().waitFor()
  expect(await page.getByRole('button', { name: 'Accept the amendment' }).count()).toBe(0)
  await expectSound(visit, 'the own document of a delegate on a phone')
}

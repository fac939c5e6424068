import { expect, test } from 'vitest'
import { issueFirstAdministratorToken } from '../../src/features/accounts/public.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { withPlatform } from '../../src/platform/db/with-entity.ts'
import { dialog, expectBlocked, typeDay } from './support/acting.ts'
import { headingsOfTemplate, workbook } from './support/files.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan({ sample: false })

test('an empty installation becomes a ministry whose employees write their documents', {
  timeout: 240_000,
}, async () => {
  const administrator = await product.visit({ language: 'en' })
  await becomeFirstAdministrator(administrator)
  await makeEntity(administrator)
  await describeEntity(administrator)
  await importEverybody(administrator)
  await lookAtVision(administrator)
  await importPlan(administrator)
  await openCycle(administrator)
  const code = await handOutCode(administrator)
  await writeFirstDocument(code)
})

async function becomeFirstAdministrator(visit: Visit): Promise<void> {
  const { page, open } = visit
  const now = product.clock.now
  const token = await withPlatform(product.db, (tx) => issueFirstAdministratorToken(tx, { now, newId }))
  await open(`/first-administrator#${token}`)
  await page.getByLabel('Civil number').fill('01234567')
  await page.getByLabel('New password').fill('01234567 01234567')
  await page.getByRole('button', { name: 'Make the account and sign in' }).click()
  await page.getByText('Holds the civil number, which is tried first.').first().waitFor()
  await expectSound(visit, 'the first administrator with a weak password')
  await page.getByLabel('New password').fill('a quiet harbour before noon')
  await page.getByRole('button', { name: 'Make the account and sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.getByRole('heading', { level: 1, name: 'Entities' }).waitFor()
  await expectSound(visit, 'the home of the first administrator')

  // The link works once.
  const other = await product.visit({ language: 'en' })
  await other.open(`/first-administrator#${token}`)
  await other.page.getByLabel('Civil number').fill('07654321')
  await other.page.getByLabel('New password').fill('another quiet harbour')
  await other.page.getByRole('button', { name: 'Make the account and sign in' }).click()
  await other.page
    .getByText(/This link has been used or has run out/)
    .first()
    .waitFor()
  await other.context.close()
}

async function makeEntity(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/administration/entities')
  await page.getByRole('button', { name: 'Make an entity' }).click()
  const form = dialog(visit)
  await form.getByLabel('Name in Arabic').fill('وزارة الآثار')
  await form.getByLabel('Name in English').fill('Ministry of Antiquities')
  await form.getByLabel('Code').fill('آثار')
  await form.getByRole('button', { name: 'Make an entity' }).click()
  await form
    .getByText(/Small Latin letters, digits and hyphens, beginning with a letter/)
    .first()
    .waitFor()
  await form.getByLabel('Code').fill('antiquities')
  await form.getByRole('button', { name: 'Make an entity' }).click()
  await page.getByRole('heading', { name: 'First steps' }).waitFor()
  await expectSound(visit, 'the first steps of a new entity')
}

async function describeEntity(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/administration/entity')
  await page.getByLabel('Vision in Arabic').fill('تراث حي للأجيال')
  await page.getByLabel('Vision in English').fill('A living heritage for generations')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved', { exact: true }).first().waitFor()
}

const divisions: readonly Record<string, string>[] = [
  {
    'Division code': 'ANTIQUITIES',
    Kind: 'Ministry',
    'Name in Arabic': 'وزارة الآثار',
    'Name in English': 'Ministry of Antiquities',
  },
  {
    'Division code': 'DIGS',
    'Parent code': 'ANTIQUITIES',
    Kind: 'Department',
    'Name in Arabic': 'دائرة التنقيب',
    'Name in English': 'Excavations Department',
  },
]
const posts: readonly Record<string, string>[] = [
  {
    'Post code': 'H-1',
    'Title in Arabic': 'وكيل الوزارة',
    'Title in English': 'Undersecretary',
    'Job family': 'Leadership',
  },
  { 'Post code': 'H-2', 'Title in Arabic': 'مدير دائرة', 'Title in English': 'Director', 'Job family': 'Supervisory' },
  {
    'Post code': 'S-1',
    'Title in Arabic': 'أخصائي آثار',
    'Title in English': 'Archaeologist',
    'Job family': 'Specialist',
  },
]
const people: readonly Record<string, string>[] = [
  person('20000001', 'حمد بن سالم', 'Hamad bin Salim', {
    'Post code': 'H-1',
    Level: '1',
    'Division code': 'ANTIQUITIES',
    'Heads the division': 'yes',
  }),
  person('20000002', 'زهرة بنت علي', 'Zahra bint Ali', {
    'Post code': 'H-2',
    Level: '5',
    Gender: 'Female',
    Supervisor: '20000001',
    'Heads the division': 'yes',
  }),
  person('00300003', 'نصر بن حمود', 'Nasr bin Hamood', { 'Post code': 'S-1', Level: '9', Supervisor: '20000002' }),
]

function person(civilNumber: string, ar: string, en: string, more: Record<string, string>): Record<string, string> {
  return {
    'Civil number': civilNumber,
    'Employee number': civilNumber.slice(-3),
    'Name in Arabic': ar,
    'Name in English': en,
    Gender: 'Male',
    'Hire date': '2020-03-01',
    'Division code': 'DIGS',
    ...more,
  }
}

async function importEverybody(visit: Visit): Promise<void> {
  const { page, open } = visit
  for (const [kind, rows] of Object.entries({ divisions, posts, employees: people })) {
    await open(`/administration/import?kind=${kind}`)
    const headings = await headingsOfTemplate(page, 'Download template')
    await page.getByLabel('File', { exact: true }).setInputFiles(await workbook(`${kind}.xlsx`, headings, rows))
    await page.getByText('The file is sound and ready').waitFor()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('The import is complete').waitFor()
  }
  await open('/administration/divisions')
  await page.getByText('Excavations Department').first().waitFor()
  await expectSound(visit, 'the imported organization chart')
}

async function lookAtVision(visit: Visit): Promise<void> {
  await visit.open('/plan/vision')
  await visit.page.getByText('Health', { exact: false }).first().waitFor()
  await expectSound(visit, 'the Vision in an empty installation')
}

async function importPlan(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/administration/plan')
  const headings = await headingsOfTemplate(page, 'Download template')
  const node = (cells: Record<string, string>) => ({ 'Owner division code': 'DIGS', ...cells })
  const rows = [
    node({
      Code: 'O-1',
      Kind: 'Objective',
      'Title in Arabic': 'صون المواقع الأثرية',
      'Title in English': 'Preserve the sites',
    }),
    node({
      Code: 'P-1',
      Kind: 'Programme',
      'Parent code': 'O-1',
      'Title in Arabic': 'توثيق المواقع رقميًا',
      'Title in English': 'Document the sites digitally',
      'Indicator in Arabic': 'نسبة المواقع الموثقة',
      'Indicator in English': 'Share of sites documented',
      'Indicator type': 'Percentage',
      Baseline: '40',
      Target: '65',
    }),
  ]
  const importing = async (file: Record<string, string>[]) => {
    await dialog(visit)
      .getByLabel('File of the plan')
      .setInputFiles(await workbook('plan.xlsx', headings, file))
  }
  await page.getByRole('button', { name: 'Import plan' }).click()
  await importing([
    ...rows,
    node({ Code: 'W-1', Kind: 'Wish', 'Title in Arabic': 'أمنية' }),
    node({ Code: 'P-9', Kind: 'Programme', 'Parent code': 'O-9', 'Title in Arabic': 'برنامج معلّق' }),
  ])
  await dialog(visit)
    .getByText(/problems; nothing is saved/)
    .waitFor()
  await dialog(visit)
    .getByText(/The kind is not known/)
    .waitFor()
  await dialog(visit)
    .getByText(/Nothing in the file has the code .*O-9/)
    .waitFor()
  await expectSound(visit, 'a plan with problems')
  expect(await dialog(visit).getByRole('button', { name: 'Save as draft' }).isDisabled()).toBe(true)
  await dialog(visit)
    .getByLabel('File of the plan')
    .setInputFiles(await workbook('plan.xlsx', headings, rows))
  await dialog(visit).getByText('The file is sound: 2 nodes').waitFor()
  await dialog(visit).getByRole('button', { name: 'Save as draft' }).click()
  await page.getByText('The plan is saved as a draft, version 1.').waitFor()
  await page
    .getByRole('button', { name: /^Record approval/ })
    .first()
    .click()
  await typeDay(dialog(visit), 'Date of approval', '2026-01-15')
  await dialog(visit).getByLabel('Number of the decision or minutes').fill('4/2026')
  await dialog(visit).getByRole('button', { name: 'Record approval' }).click()
  await page.getByText('The approval is recorded; the plan is in force.').waitFor()
}

async function openCycle(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/administration/cycles')
  await expectSound(visit, 'cycles before their kind is chosen')
  await page.getByRole('button', { name: 'Choose the kind: 2026' }).click()
  await dialog(visit).getByText('Thirds').click()
  await dialog(visit).getByRole('button', { name: 'Save' }).click()
  await page.getByText('The kind of cycles is saved.').waitFor()
  await page.getByRole('button', { name: /^Open the cycle: First third 2026/ }).click()
  await dialog(visit).getByRole('button', { name: 'Open the cycle' }).click()
  await page.getByText(/The cycle is open, with \d documents\./).waitFor()
  await expectSound(visit, 'an open cycle')
  await expectBlocked(page.getByRole('button', { name: 'Change the kind: 2026' }))
}

async function handOutCode(visit: Visit): Promise<string> {
  const { page, open } = visit
  await open('/administration/accounts')
  await page.getByRole('button', { name: 'Actions for Nasr bin Hamood' }).click()
  await page.getByRole('menuitem', { name: /Hand out a code/ }).click()
  await dialog(visit).getByRole('button', { name: 'Make the code' }).click()
  await dialog(visit).getByText('The code is shown this once.').waitFor()
  return dialog(visit).locator('bdi[dir=ltr]').first().innerText()
}

async function writeFirstDocument(code: string): Promise<void> {
  const employee = await product.visit({ language: 'en', size: 'phone' })
  const { page, open } = employee
  await open('/first-sign-in')
  await page.getByLabel('Civil number').fill('00300003')
  await page.getByLabel('Employee number').fill('003')
  await page.getByRole('button', { name: 'I have a code from the administrator' }).click()
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByLabel('New password').fill('three goats and a spring')
  await page.getByRole('button', { name: 'Save the password and sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.getByText(/^Document of First third 2026/).waitFor()
  await expectSound(employee, 'the first home of an employee on a phone')
  await open('/my/document')
  await page
    .getByText(/Write the objectives of the cycle here/)
    .first()
    .waitFor()
  await expectSound(employee, 'an empty document on a phone')
  await open('/plan/annual')
  await page.getByText('Preserve the sites').first().waitFor()
  await expectSound(employee, 'the imported plan on a phone')
}

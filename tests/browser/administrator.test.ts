import { expect, test } from 'vitest'
import { dialog, expectBlocked, typeDay } from './support/acting.ts'
import { headingsOfTemplate, workbook } from './support/files.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()

test('an administrator changes a policy with its reason, and adds a holiday that overlaps no other', async () => {
  const administrator = await product.visitAs('entity_administrator')
  await changePolicy(administrator)
  await addHoliday(administrator)
})

test('an import names what is wrong and writes nothing, until the file is right; the new person signs in', async () => {
  const administrator = await product.visitAs('entity_administrator')
  const headings = await refuseBadFile(administrator)
  await importGoodFile(administrator, headings)
  const code = await handOutCode(administrator)
  await signInFirstTime(code)
})

async function changePolicy(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/administration/policies')
  await page.getByRole('button', { name: 'تعديل القيمة: أقصى مدة للتفويض' }).click()
  const form = dialog(visit)
  await form.getByLabel('القيمة', { exact: true }).fill('٣')
  await form.getByRole('button', { name: 'اعتماد القيمة' }).click()
  await form.getByText('هذا الحقل مطلوب.').first().waitFor()
  await expectSound(visit, 'a policy without a reason')
  await form.getByLabel('السبب').fill('توحيد مدة التفويض مع تعميم شؤون الموظفين')
  await form.getByRole('button', { name: 'اعتماد القيمة' }).click()
  await page.getByText('اعتُمدت القيمة الجديدة.').waitFor()
  await page.getByRole('button', { name: 'سجل: أقصى مدة للتفويض' }).click()
  const history = dialog(visit)
  await history.getByText('توحيد مدة التفويض مع تعميم شؤون الموظفين').waitFor()
  await history
    .getByText(/عبدالله بن خميس العامري/)
    .first()
    .waitFor()
  await expectSound(visit, 'the history of a policy')
  await page.keyboard.press('Escape')
}

async function addHoliday(visit: Visit): Promise<void> {
  const { page, open } = visit
  await open('/administration/holidays')
  // By its place, not by its role: behind an open dialog the table has none.
  const rows = page.locator('main tbody tr')
  await rows.first().waitFor()
  const before = await rows.count()
  await page.getByRole('button', { name: 'إضافة إجازة' }).click()
  const form = dialog(visit)
  await form.getByLabel('الاسم بالعربية').fill('إجازة اليوم الوطني')
  await form.getByLabel('الاسم بالإنجليزية').fill('National Day holiday')
  await typeDay(form, 'أول يوم', '2026-11-19')
  await typeDay(form, 'آخر يوم', '2026-11-22')
  await form.getByRole('button', { name: 'حفظ' }).click()
  await form
    .getByText(/تشترك في يوم مع «/)
    .first()
    .waitFor()
  await expectSound(visit, 'a holiday that overlaps another')
  expect(await rows.count()).toBe(before)
  await typeDay(form, 'أول يوم', '2026-12-13')
  await typeDay(form, 'آخر يوم', '2026-12-14')
  await form.getByRole('button', { name: 'حفظ' }).click()
  await page.getByText('حُفظت الإجازة.').waitFor()
  await page.getByRole('row', { name: /إجازة اليوم الوطني.*يومان/ }).waitFor()
}

const person = {
  'الاسم بالعربية': 'سعاد بنت حمد المعمرية',
  'الاسم بالإنجليزية': 'Suad bint Hamad Al Maamariya',
  الجنس: 'أنثى',
  'تاريخ التعيين': '11/01/2026',
  'رمز التقسيم': 'DIG-SVC-DSN',
  'رمز الوظيفة': 'P-101',
  الدرجة: 'الدرجة التاسعة',
  'الرقم المدني للمسؤول المباشر': '10472236',
}

async function refuseBadFile(visit: Visit): Promise<readonly string[]> {
  const { page, open } = visit
  await open('/administration/import?kind=employees')
  const headings = await headingsOfTemplate(page, 'تنزيل القالب')
  const rows = [
    // Marks of direction that Excel and WhatsApp leave around numbers are no problem.
    { ...person, 'الرقم المدني': '\u200f70000001\u200e', 'رمز التقسيم': '\u202aDIG-SVC-DSN\u202c' },
    { ...person, 'الرقم المدني': '٧٠٠٠٠٠٠٢' },
    { ...person, 'الرقم المدني': '70000002' },
    { ...person, 'الرقم المدني': '70000003', 'الرقم المدني للمسؤول المباشر': '70000004' },
    { ...person, 'الرقم المدني': '70000004', 'الرقم المدني للمسؤول المباشر': '70000003' },
    { ...person, 'الرقم المدني': '70000005', 'رمز التقسيم': 'NOWHERE' },
  ]
  await page.getByLabel('الملف', { exact: true }).setInputFiles(await workbook('موظفون.xlsx', headings, rows))
  const problems = page.getByRole('table', { name: 'ما يمنع الاستيراد' })
  await problems.getByRole('row', { name: /4.*«70000002» مكرر، وهو في الصف 3.*يُحذف أحد الصفين/ }).waitFor()
  await problems
    .getByRole('row', { name: /حلقة مسؤولين بين الصفوف.*5.*6.*يُصحَّح المسؤول في أحد هذه الصفوف/ })
    .first()
    .waitFor()
  await problems.getByRole('row', { name: /7.*لا تقسيم قائمًا رمزه «\S*NOWHERE\S*».*يُستورد التقسيم أولًا/ }).waitFor()
  expect(await problems.getByRole('row', { name: /70000001/ }).count()).toBe(0)
  await expectBlocked(page.getByRole('button', { name: 'تنفيذ الاستيراد' }))
  await expectSound(visit, 'an import with problems')

  await open('/administration/employees?q=70000001')
  await page.getByText('لا موظفين يطابقون البحث والتصفية.').waitFor()
  return headings
}

async function importGoodFile(visit: Visit, headings: readonly string[]): Promise<void> {
  const { page, open } = visit
  await open('/administration/import?kind=employees')
  const rows = [{ ...person, 'الرقم المدني': '\u200f٠٧٠٠٠٠٠١\u200e', 'الرقم الوظيفي': '88001' }]
  await page.getByLabel('الملف', { exact: true }).setInputFiles(await workbook('موظفون.xlsx', headings, rows))
  await page.getByText('الملف سليم وجاهز للتنفيذ').waitFor()
  await expectSound(visit, 'an import that is ready')
  await page.getByRole('button', { name: 'تنفيذ الاستيراد' }).click()
  await page.getByText('اكتمل الاستيراد').waitFor()
}

async function handOutCode(visit: Visit): Promise<string> {
  const { page, open } = visit
  await open('/administration/accounts')
  await page.getByRole('searchbox', { name: 'الاسم أو الرقم الوظيفي' }).fill('سعاد بنت حمد')
  await page.getByRole('row', { name: /سعاد بنت حمد المعمرية.*لم يدخل بعد/ }).waitFor()
  await page.getByRole('button', { name: 'إجراءات سعاد بنت حمد المعمرية' }).click()
  await page.getByRole('menuitem', { name: /تسليم رمز دخول/ }).click()
  await dialog(visit).getByRole('button', { name: 'إنشاء الرمز' }).click()
  await dialog(visit).getByText('يظهر الرمز هذه المرة فقط.').waitFor()
  await expectSound(visit, 'a code that is handed out')
  const code = await dialog(visit).locator('bdi[dir=ltr]').first().innerText()
  await dialog(visit).getByRole('button', { name: 'إغلاق' }).last().click()
  await page.getByRole('row', { name: /سعاد بنت حمد المعمرية.*سُلّم رمز/ }).waitFor()
  return code
}

async function signInFirstTime(code: string): Promise<void> {
  const visit = await product.visit()
  const { page, open } = visit
  await open('/sign-in')
  await page.getByRole('link', { name: 'تسجيل الدخول لأول مرة' }).click()
  await page.getByRole('heading', { level: 1, name: 'تسجيل الدخول لأول مرة' }).waitFor()
  await page.getByLabel('الرقم المدني').fill('٠٧٠٠٠٠٠١')
  await page.getByLabel('الرقم الوظيفي').fill('٨٨٠٠١')
  await page.getByRole('button', { name: 'لديّ رمز من مدير النظام' }).click()
  await page.getByLabel('الرمز', { exact: true }).fill(code)
  await page.getByLabel('كلمة المرور الجديدة').fill('قصيرة')
  await page.getByRole('button', { name: 'حفظ كلمة المرور والدخول' }).click()
  await page.getByText('أقصر من 12 حرفًا.').first().waitFor()
  await expectSound(visit, 'a first password that is too short')
  await page.getByLabel('كلمة المرور الجديدة').fill('نخلة تطل على وادٍ بعيد')
  await page.getByRole('button', { name: 'حفظ كلمة المرور والدخول' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.getByRole('heading', { level: 1, name: 'أعمال تنتظرني' }).waitFor()
  await page.getByRole('button', { name: 'سعاد بنت حمد المعمرية' }).waitFor()
  await expectSound(visit, 'the home of a person on the first day')
}

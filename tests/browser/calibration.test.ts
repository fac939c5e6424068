import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dialog, expectBlocked } from './support/acting.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()

const year = 2025
const bench = `/committees/calibration/${year}`

type Case = {
  readonly id: string
  readonly version: number
  readonly employee: { readonly name: { readonly ar: string; readonly en: string } }
  readonly before: { readonly votes: number; readonly mine: string | null }
  readonly curve: string
  readonly recused: string | null
}
type Sitting = {
  readonly id: string
  readonly version: number
  readonly quorum: { readonly needed: number }
  readonly attendance: readonly { readonly member: { readonly id: string; readonly name: { readonly ar: string } } }[]
}
type Bench = {
  readonly status: string
  readonly sittings: readonly { readonly id: string }[]
  readonly committee: {
    readonly members: readonly { readonly capacity: string; readonly member: { readonly id: string } }[]
  }
}

async function read<T>({ context }: Visit, path: string): Promise<T> {
  const answer = await context.request.get(`${product.address}/api/calibration${path}`)
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as T
}

async function write({ context }: Visit, method: 'post' | 'put', path: string, data: object, version?: number) {
  const headers = {
    'idempotency-key': randomUUID(),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
  }
  return context.request[method](`${product.address}/api/calibration${path}`, { data, headers })
}

/** The civil numbers of the members who vote, the chair first. */
async function voters(): Promise<string[]> {
  const client = await product.owner.connect()
  try {
    const entity = await client.query("SELECT id FROM entities WHERE name_en = 'Ministry of Labour'")
    await client.query("SELECT set_config('itqan.entity_id', $1, false)", [entity.rows[0].id])
    const { rows } = await client.query(
      `SELECT e.civil_number FROM memberships m JOIN employees e ON e.entity_id = m.entity_id AND e.id = m.employee_id
        WHERE m.body = 'review' AND m.capacity IN ('chair', 'member') AND m.valid_to IS NULL
        ORDER BY m.capacity, e.name_en`,
    )
    return rows.map((row) => row.civil_number)
  } finally {
    client.release(true)
  }
}

/** What shows once the server has answered. */
const eventually = (what: () => unknown) => expect.poll(what, { timeout: 15_000 })

const pause = (visit: Visit) => visit.page.waitForTimeout(150)

test('a member judges a case alone before the sitting, and sees the others only then', async () => {
  const member = await product.visitAs('review_member')
  const { page, open } = member
  await open('/committees/calibration')
  await expectSound(member, 'years before the committee')
  await page.getByRole('link', { name: `موازنة ${year}` }).click()
  await page.getByRole('heading', { level: 1, name: `موازنة التقدير السنوي ${year}` }).waitFor()
  await page.getByText('لا يمكن التوقيع بعد').waitFor()
  await expectBlocked(page.getByRole('button', { name: 'توقيع النتائج' }))
  await page.getByRole('table', { name: 'القائمة المرتبة' }).getByRole('row').nth(5).waitFor()
  await expectSound(member, 'the workbench')

  const { cases } = await read<{ cases: Case[] }>(member, `/${year}/cases?waiting=mine`)
  const mine = cases.find((one) => one.before.votes > 0)
  expect(mine, 'a case that others have judged').toBeDefined()
  await open(`${bench}?list=needs_reason&case=${mine?.id}`)
  const drawer = dialog(member)
  await drawer.getByText('تظهر آراء الأعضاء بعد تسجيل رأيك').waitFor()
  await expectSound(member, 'a case before my judgement')
  await drawer.getByRole('radio', { name: 'جيد', exact: true }).check()
  await drawer.getByRole('textbox', { name: 'ملاحظة' }).fill('النتيجة تعكس ما تحقق.')
  await drawer.getByRole('button', { name: 'تسجيل الرأي' }).click()
  await page.getByText('سُجّل رأيك.').first().waitFor()
  await drawer.getByText('النتيجة تعكس ما تحقق.').waitFor()
  await eventually(() => drawer.getByText('تظهر آراء الأعضاء بعد تسجيل رأيك').count()).toBe(0)
})

test('another share is tried with the keyboard, says who would rise, and is not saved', async () => {
  const chair = await product.visitAs('review_chair')
  const { page, open } = chair
  await open(bench)
  const slider = page.getByRole('slider', { name: 'حصة «جيد جدًا»' })
  await slider.focus()
  // In Arabic a larger share lies to the left.
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowLeft')
  await page.getByText(/تصير المقاعد .* يرتفع تقدير .* ولا يُخفَّض أحد/).waitFor()
  await page.getByText('رفع بالتجربة').first().waitFor()
  // What is looked at stands clear of the bar that stays on top.
  await page.evaluate(() => scrollTo(0, 0))
  await expectSound(chair, 'a trial of another share')
  await page.getByRole('button', { name: 'العودة إلى الحصة الحالية' }).click()
  await eventually(() => page.getByText('رفع بالتجربة').count()).toBe(0)
  await page.getByRole('button', { name: 'عرض الجدول' }).click()
  await page.getByRole('table', { name: 'التوزيع مقابل المنحنى' }).waitFor()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'تصدير' }).click()
  await page.getByRole('menuitem', { name: /القائمة المرتبة/ }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.xlsx$/)
})

test('the head reads all of it in English on a phone, and can change nothing', async () => {
  const head = await product.visitAs('head', { language: 'en', size: 'phone' })
  const { page, open } = head
  await open(bench)
  await page.getByText('Read only').waitFor()
  await expectSound(head, 'the workbench of the head on a phone')
  expect(await page.getByRole('button', { name: 'Sign the results' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /Write reason|Give my view|Open a case/ }).count()).toBe(0)
  await open(`${bench}/integrity`)
  await expectSound(head, 'integrity questions on a phone')
  expect(await page.getByRole('button', { name: /Write the answer/ }).count()).toBe(0)
})

test('an employee is told that the room of the committee does not exist', async () => {
  const employee = await product.visitAs('employee')
  await employee.open(bench)
  await employee.page.getByText('هذا السجل غير موجود').first().waitFor()
})

test('the committee sits, loses its quorum, decides with reasons, answers for its fairness and signs', async () => {
  const [first = '', ...others] = await voters()
  const chair = await product.visitAs('review_chair')
  const colleagues: Visit[] = []
  for (const civilNumber of [first, ...others]) {
    const visit = await product.visitAs({ civilNumber })
    colleagues.push(visit)
  }
  const { sittings } = await read<Bench>(chair, `/${year}`)
  const sittingId = sittings[0]?.id ?? ''
  const { page, open } = chair
  await open(`${bench}/sittings/${sittingId}`)
  await expectSound(chair, 'a sitting that was called')
  await expectBlocked(page.getByRole('button', { name: 'افتتاح الجلسة' }))

  // Everybody arrives, and the sitting opens.
  const switches = page.getByRole('switch')
  const seats = await switches.count()
  for (let seat = 0; seat < seats; seat += 1) {
    await switches.nth(seat).click()
    await eventually(() => switches.nth(seat).isChecked()).toBe(true)
    await eventually(() => switches.nth(seat).isEnabled()).toBe(true)
  }
  await page.getByRole('button', { name: 'افتتاح الجلسة' }).click()
  await dialog(chair).getByRole('button', { name: 'افتتاح الجلسة' }).click()
  await page.getByText('افتُتحت الجلسة.').first().waitFor()
  await expectSound(chair, 'an open sitting')

  const { cases } = await read<{ cases: Case[] }>(chair, `/${year}/cases?status=open&limit=200`)
  const ours = cases.find((one) => one.recused === null)
  if (!ours) throw new Error('The sample has no case for the chair')
  const name = ours.employee.name.ar

  // One member recuses themselves from the first case; the others vote.
  const [, recusing, ...voting] = colleagues
  if (!recusing) throw new Error('The committee has no members')
  await recusing.open(`${bench}/sittings/${sittingId}?case=${ours.id}`)
  await dialog(recusing).getByRole('button', { name: 'تنحٍّ عن الحالة' }).click()
  await dialog(recusing).getByRole('textbox').fill('تعامل سابق مع صاحب الحالة.')
  await dialog(recusing).getByRole('button', { name: 'تنحٍّ عن الحالة' }).click()
  await recusing.page.getByText('سُجّل التنحي.').first().waitFor()
  await recusing.page.getByText('لا يمكنك النظر في هذه الحالة').first().waitFor()
  expect(await recusing.page.getByRole('button', { name: 'تسجيل الصوت' }).count()).toBe(0)
  for (const visit of voting) {
    const answer = await write(visit, 'put', `/cases/${ours.id}/vote`, { rank: 'very_good' })
    expect([200, 403], await answer.text()).toContain(answer.status())
  }

  // Too few are left: nothing is voted until they are back.
  const sitting = await read<Sitting>(chair, `/sittings/${sittingId}`)
  const leaving = seats - sitting.quorum.needed + 1
  for (let seat = 1; seat <= leaving; seat += 1) {
    await switches.nth(seat).click()
    await eventually(() => switches.nth(seat).isChecked()).toBe(false)
    await eventually(() => switches.nth(seat).isEnabled()).toBe(true)
  }
  await page.getByText('سقط النصاب').waitFor()
  await expectSound(chair, 'a sitting that lost its quorum')
  const refused = await write(chair, 'put', `/cases/${ours.id}/vote`, { rank: 'very_good' })
  expect(refused.status()).toBe(409)
  expect((await refused.json()).code).toBe('calibration.quorum_lost')
  await page.getByRole('button', { name: `عرض الحالة: ${name}` }).click()
  await dialog(chair).getByText('النصاب غير مكتمل.').first().waitFor()
  await page.keyboard.press('Escape')
  for (let seat = 1; seat <= leaving; seat += 1) {
    await switches.nth(seat).click()
    await eventually(() => switches.nth(seat).isChecked()).toBe(true)
    await eventually(() => switches.nth(seat).isEnabled()).toBe(true)
  }

  // The chair votes, and records what the majority decided with a reason that the employee reads.
  await page.getByRole('button', { name: `عرض الحالة: ${name}` }).click()
  const drawer = dialog(chair)
  await drawer.getByRole('radio', { name: 'جيد جدًا', exact: true }).check()
  await drawer.getByRole('button', { name: 'تسجيل الصوت' }).click()
  await drawer.getByText('رأي الأغلبية: جيد جدًا').first().waitFor()
  await expectSound(chair, 'a case with a majority')
  await drawer.getByRole('button', { name: 'تسجيل القرار' }).click()
  await drawer.getByText('يلزم اختيار السبب.').first().waitFor()
  await drawer.getByRole('button', { name: /اختيار السبب/ }).click()
  await page.getByRole('option', { name: 'رأي المسؤول تؤيده الأدلة' }).click()
  await drawer
    .getByRole('textbox', { name: 'نص السبب' })
    .fill('ضوعفت المستهدفات في الربع الثالث وتحققت، والأدلة كافية.')
  await drawer.getByRole('button', { name: 'تسجيل القرار' }).click()
  await page.getByText('سُجّل القرار.').first().waitFor()
  await drawer.getByText('ضوعفت المستهدفات في الربع الثالث').first().waitFor()
  await expectSound(chair, 'a decided case')
  await page.keyboard.press('Escape')

  // The remaining cases are decided the same way, by requests.
  for (const one of cases.filter(({ id }) => id !== ours.id)) {
    for (const visit of colleagues) await write(visit, 'put', `/cases/${one.id}/vote`, { rank: one.curve })
    const said: string[] = []
    let decided = false
    for (const visit of [chair, ...colleagues]) {
      const { version } = await read<Case>(visit, `/cases/${one.id}`)
      const body = { rank: one.curve, reasonCode: 'CAL-02', reasonText: 'نوقش الرأي ولم تؤيده الأدلة.' }
      const answer = await write(visit, 'post', `/cases/${one.id}/decision`, body, version)
      decided = answer.status() === 200
      said.push(await answer.text())
      if (decided) break
    }
    expect(decided, `the case of ${one.employee.name.en}: ${said.join(' ')}`).toBe(true)
  }

  // Minutes, then the end of the sitting.
  await open(`${bench}/sittings/${sittingId}`)
  await page.getByRole('textbox', { name: 'نص المحضر' }).fill('نوقشت الحالات كلها، وسُجّلت القرارات بأسبابها.')
  await page.getByRole('button', { name: 'حفظ' }).click()
  await page.getByText('حُفظ.').first().waitFor()
  await page.getByRole('button', { name: 'اختتام الجلسة' }).click()
  await dialog(chair).getByRole('button', { name: 'اختتام الجلسة' }).click()
  await page.getByText('اختُتمت الجلسة.').first().waitFor()
  await expectSound(chair, 'a closed sitting')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'المحضر (PDF)' }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.pdf$/)

  // Each material finding needs a written answer, from somebody whom it does not concern.
  for (const visit of colleagues) {
    await visit.open(bench)
    await visit.page.getByRole('heading', { name: 'الإنصاف قبل التوقيع' }).waitFor()
    await pause(visit)
    for (;;) {
      const asked = visit.page
        .getByRole('listitem')
        .filter({ hasText: 'الرد مطلوب' })
        .getByRole('button', { name: /^كتابة الرد/ })
      if ((await asked.count()) === 0) break
      const left = await asked.count()
      await asked.first().click()
      await dialog(visit).getByRole('textbox').fill('روجعت الملفات، والفرق من اختلاف الأعمال لا من المعاملة.')
      await dialog(visit).getByRole('button', { name: 'حفظ' }).click()
      await visit.page.getByText('سُجّل الرد.').first().waitFor()
      await eventually(() => asked.count()).toBeLessThan(left)
    }
  }

  // The members sign; with the quorum and the chair the year is signed.
  await open(bench)
  await eventually(() => page.getByText('لا يمكن التوقيع بعد').count()).toBe(0)
  for (const visit of colleagues) {
    await visit.open(bench)
    const sign = visit.page.getByRole('button', { name: 'توقيع النتائج' })
    if ((await read<Bench>(visit, `/${year}`)).status !== 'frozen') break
    await sign.click()
    if (visit === colleagues[0]) await expectSound(visit, 'before signing')
    await dialog(visit).getByRole('button', { name: 'توقيع النتائج' }).click()
    await visit.page
      .getByText(/سُجّل التوقيع|اكتمل التوقيع/)
      .first()
      .waitFor()
  }
  expect((await read<Bench>(chair, `/${year}`)).status).toBe('signed')
  await open(bench)
  await page.getByText('وقّعتها اللجنة').first().waitFor()
  await expectSound(chair, 'a signed year')
}, 400_000)

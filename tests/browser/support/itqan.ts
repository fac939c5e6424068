import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, onTestFailed } from 'vitest'
import { buildWeb, webFolder } from '../../../src/app/commands/build-web.ts'
import { loadBeginning, loadSample } from '../../../src/app/sample.ts'
import { createServer } from '../../../src/app/server.ts'
import { type SampleKey, sampleCast, samplePassword } from '../../../src/features/accounts/sample.ts'
import { newId } from '../../../src/platform/db/ids.ts'
import { type TestDatabase, testDatabase } from '../../../src/platform/db/test-database.ts'
import type { Language } from '../../../src/shared/locale.ts'

export type Size = 'wide' | 'phone'
const sizes = { wide: { width: 1366, height: 900 }, phone: { width: 390, height: 844 } } as const

/** The day on which every journey plays: a Sunday, inside the writing window of a quarter. */
const today = '2026-01-18'

export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** Opens a page of the product and waits until its content stands. */
  readonly open: (path: string) => Promise<void>
}

export type Itqan = TestDatabase & {
  readonly address: string
  /** A fresh browser, signed in through the sign-in page's own operation. */
  readonly visitAs: (
    who: SampleKey | { civilNumber: string },
    how?: { language?: Language; size?: Size },
  ) => Promise<Visit>
  /** A fresh browser that has never been here. */
  readonly visit: (how?: { language?: Language; size?: Size }) => Promise<Visit>
  readonly clock: { now: Date }
}

/** The product on a database of its own with the sample ministry (or empty), reached through a real browser. */
export async function itqan({ sample = true } = {}): Promise<Itqan> {
  await buildWeb()
  const database = await testDatabase()
  if (sample) await loadSample({ owner: database.owner, seed: 1, date: today })
  else await loadBeginning(database.owner)
  const clock = { now: new Date(`${today}T06:00:00Z`) }
  const server = await createServer({
    db: database.db,
    clock: () => clock.now,
    newId,
    version: '0.0.0',
    webFolder,
    secureCookies: false,
    requestsPerMinute: 1_000_000,
  })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath: executable(), args: [...flags] })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })
  const visit: Itqan['visit'] = (how = {}) => newVisit({ browser, address, ...how })
  return {
    ...database,
    address,
    clock,
    visit,
    async visitAs(who, how = {}) {
      const visited = await visit(how)
      const civilNumber =
        typeof who === 'string' ? sampleCast.find((one) => one.key === who)?.civilNumber : who.civilNumber
      const answer = await visited.context.request.post(`${address}/api/sign-in`, {
        data: { civilNumber, password: samplePassword },
      })
      expect(answer.status(), await answer.text()).toBeLessThan(300)
      return visited
    },
  }
}

const shots = join(import.meta.dirname, '..', 'shots')

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

function executable(): string {
  const path = process.env.ITQAN_CHROMIUM
  if (!path) throw new Error('No browser was found: run `node scripts/setup.mjs --test`.')
  return path
}

type NewVisit = { browser: Browser; address: string; language?: Language; size?: Size }

async function newVisit({ browser, address, language = 'ar', size = 'wide' }: NewVisit): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizes[size],
    locale: language === 'ar' ? 'ar-OM' : 'en-GB',
    timezoneId: 'Asia/Muscat',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  await context.addInitScript((chosen) => {
    const place = 'itqan.preferences'
    if (!localStorage.getItem(place)) localStorage.setItem(place, JSON.stringify({ language: chosen }))
    localStorage.setItem('itqan.tour', 'seen')
  }, language)
  // The clock of the browser stands where that of the server does; its timers run.
  await context.clock.setFixedTime(new Date(`${today}T06:00:00Z`))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  onTestFailed(async ({ task }) => {
    const name = task.name.replace(/\W+/g, '-').slice(0, 80)
    const path = join(shots, `${name}-${Date.now()}.png`)
    await page.screenshot({ path, fullPage: true }).catch(() => undefined)
    console.log(`the page as it was: ${path}`)
  })
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  return {
    page,
    context,
    async open(path) {
      await page.goto(path)
      await page.locator('main').first().waitFor()
      await page
        .locator('[aria-busy="true"]')
        .first()
        .waitFor({ state: 'detached' })
        .catch(() => undefined)
      expect(new URL(page.url()).pathname, `${path} was left for another page`).toBe(path.replace(/[?#].*$/, ''))
      await page.locator('h1').first().waitFor()
      expect(broken, `the page ${path} threw`).toEqual([])
    },
  }
}

/** `ITQAN_PICTURES=folder` keeps a picture of every state that is checked, for people to look at. */
const pictures = process.env.ITQAN_PICTURES

async function picture({ page }: Pick<Visit, 'page'>, name: string): Promise<void> {
  if (!pictures) return
  await page.screenshot({ path: join(pictures, `${name.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 120)}.png`) })
}

/** No violation of WCAG 2.2 AA that axe can find, no sideways scroll, nothing without words. */
export async function expectSound({ page }: Pick<Visit, 'page'>, name: string): Promise<void> {
  await picture({ page }, name)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  expect(found, name).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  const wordless = await page.evaluate(() => document.body.innerText.match(/\b[a-z]+(?:\.[a-zA-Z_]+){2,}\b/g) ?? [])
  expect(wordless, `${name} shows keys instead of words`).toEqual([])
}

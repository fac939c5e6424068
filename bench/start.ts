import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { recordedBrowser } from '../scripts/recorded-browser.ts'
import { buildWeb, webFolder } from '../src/app/commands/build-web.ts'
import { root } from '../src/app/commands/configuration.ts'
import { createServer } from '../src/app/server.ts'
import { samplePassword } from '../src/features/accounts/sample.ts'
import { newId } from '../src/platform/db/ids.ts'
import { databaseOver } from '../src/platform/db/kysely.ts'
import { startPostgres } from '../src/platform/postgres/supervisor.ts'
import { dataFolderFor, joinDatabase, startProgram } from '../tests/support/program.ts'
import { signIn } from '../tests/support/wire.ts'
import { print, quantile } from './support/figures.ts'

const encodings = ['br', 'gzip'] as const
/** The sample's employee. */
const employee = '09214477'

/** Script and style of the first pages beside a bare React page of the same build; a start beside the database alone. */
export async function run(): Promise<void> {
  await buildWeb()
  const { folder, remove } = dataFolderFor('bench-start')
  try {
    await pages(folder)
    await starts(folder)
  } finally {
    remove()
  }
}

async function pages(folder: string): Promise<void> {
  const bareFolder = mkdtempSync(join(tmpdir(), 'itqan-bare-'))
  const program = await startProgram(folder)
  const connections = await joinDatabase(folder)
  const browser = await chromium.launch({
    executablePath: recordedBrowser() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    await build({
      root: join(root, 'bench', 'bare-page'),
      configFile: join(root, 'vite.config.ts'),
      publicDir: false,
      logLevel: 'error',
      build: { outDir: bareFolder, emptyOutDir: true },
    })
    const serve = async (folderOfPages: string) => {
      const db = databaseOver(connections.app)
      const options = { db, clock: () => new Date(), newId, version: '0', secureCookies: false, requestsPerMinute: 1e6 }
      const app = await createServer({ ...options, webFolder: folderOfPages })
      return { address: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() }
    }
    const [bare, itqan] = [await serve(bareFolder), await serve(webFolder)]
    const cookie = await signIn(program.url, employee, samplePassword)
    for (const encoding of encodings) {
      const reference = await weigh(browser, `${bare.address}/`, encoding)
      const entry = await weigh(browser, `${itqan.address}/sign-in`, encoding)
      const home = await weigh(browser, `${itqan.address}/`, encoding, cookie)
      const line = ({ bytes, files }: Weight) =>
        `${(bytes / 1024).toFixed(1)} KB in ${files} files: ${(bytes / reference.bytes).toFixed(2)} x`
      print([
        { what: `a bare React page (${encoding})`, value: line(reference) },
        { what: `sign-in page, Arabic (${encoding}; must 2.2 x)`, value: line(entry) },
        { what: `home, Arabic (${encoding})`, value: line(home) },
      ])
    }
    await Promise.all([bare.close(), itqan.close()])
  } finally {
    await browser.close()
    await connections.close()
    program.kill('SIGTERM')
    await program.exited
    rmSync(bareFolder, { recursive: true, force: true })
  }
}

type Weight = { readonly bytes: number; readonly files: number }

/** What a browser with an empty cache receives of scripts and styles until the page is quiet. */
async function weigh(browser: Browser, url: string, encoding: string, cookie?: string): Promise<Weight> {
  const context = await browser.newContext({
    locale: 'ar',
    viewport: { width: 412, height: 915 },
    extraHTTPHeaders: { 'accept-encoding': encoding },
  })
  if (cookie) {
    const cookies = cookie
      .split('; ')
      .map((one) => ({ name: one.split('=')[0] ?? '', value: one.split('=')[1] ?? '', url }))
    await context.addCookies(cookies)
  }
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const counted = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet') counted.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (counted.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator('h1').first().waitFor()
  await context.close()
  return { bytes, files: counted.size }
}

/** `npm start` on an installed clone until its page comes, and the database by itself on the same data. */
async function starts(folder: string): Promise<void> {
  const [whole, database]: [number[], number[]] = [[], []]
  for (let round = 0; round < 5; round += 1) {
    whole.push(await timeOfStart(folder))
    const started = performance.now()
    const server = await startPostgres({ dataFolder: folder })
    database.push(performance.now() - started)
    await server.stop()
  }
  const [ours, theirs] = [quantile(whole, 0.5), quantile(database, 0.5)]
  print([
    { what: 'npm start to a page, the second time', value: `${(ours / 1000).toFixed(2)} s` },
    { what: 'the database alone', value: `${(theirs / 1000).toFixed(2)} s` },
    { what: 'ratio (must 10)', value: (ours / theirs).toFixed(1) },
  ])
}

async function timeOfStart(folder: string): Promise<number> {
  const started = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', ITQAN_DATA: folder },
    detached: true,
  })
  const exited = new Promise((resolve) => child.once('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        const ready = /^Itqan is ready: (\S+)$/m.exec(output)?.[1]
        if (ready) resolve(ready)
      })
    }
    void exited.then(() => reject(new Error(`It did not start: ${output}`)))
  })
  const page = await fetch(url)
  if (!(await page.text()).includes('id="root"')) throw new Error('No page came')
  const took = performance.now() - started
  if (child.pid) process.kill(-child.pid, 'SIGTERM')
  await exited
  return took
}

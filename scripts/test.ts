// `npm test`: structure, types, lint, unit tests, the pages, database tests (the access matrix among them), browser
// journeys. `--long` adds the long numbers. Every step runs, also after one failed; nothing is skipped unsaid.
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '../src/app/commands/build-web.ts'
import { recordedBrowser } from './recorded-browser.ts'

type Tally = { passed: number; failed: number; skipped: number }
type Step = { readonly name: string; readonly run: () => Promise<Tally> }

const long = process.argv.includes('--long')
const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'itqan-reports-'))
const browser = recordedBrowser()
const env = { ...process.env, ITQAN_LONG: long ? '1' : '', ...(browser ? { ITQAN_CHROMIUM: browser } : {}) }

const steps: Step[] = [
  { name: 'check', run: () => command('node', ['scripts/check.ts']) },
  { name: 'unit', run: () => vitest('unit') },
  // Before the database tests: some of them start the program, which would build them too.
  { name: 'pages', run: () => attempt(buildWeb) },
  { name: 'database', run: () => vitest('database') },
  { name: 'browser', run: () => vitest('browser') },
]

const results: { name: string; tally: Tally; seconds: number }[] = []
for (const { name, run } of steps) {
  const started = performance.now()
  console.log(`\n── ${name}`)
  const tally = await run()
  results.push({ name, tally, seconds: (performance.now() - started) / 1000 })
}
rmSync(reports, { recursive: true, force: true })
summarize()

/** A step without tests of its own counts as one. */
async function command(program: string, args: string[]): Promise<Tally> {
  return one((await spawned(program, args)) === 0)
}

async function attempt(work: () => Promise<unknown>): Promise<Tally> {
  try {
    await work()
    return one(true)
  } catch (error) {
    console.error(error)
    return one(false)
  }
}

function one(passed: boolean): Tally {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

async function vitest(project: 'unit' | 'database' | 'browser'): Promise<Tally> {
  if (project === 'browser' && !browser) {
    console.log('No browser was found: run `node scripts/setup.mjs --test`.')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  if (project === 'browser' && globSync('tests/browser/**/*.test.ts', { cwd: root }).length === 0) {
    console.log('There are no browser journeys in tests/browser.')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = await spawned('vitest', ['run', `--project=${project}`, ...reporters])
  const counted = existsSync(report) ? count(readFileSync(report, 'utf8')) : { passed: 0, failed: 0, skipped: 0 }
  // A file that cannot be loaded, or an error outside every test, fails the run without failing a test.
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function count(json: string): Tally {
  const report = JSON.parse(json) as {
    numPassedTests: number
    numPendingTests: number
    numTodoTests: number
    numFailedTests: number
    testResults: { status: string; assertionResults: unknown[] }[]
  }
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function spawned(program: string, args: string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('close', resolve)
  })
}

function summarize(): void {
  const total: Tally = { passed: 0, failed: 0, skipped: 0 }
  console.log('\n── summary')
  for (const { name, tally, seconds } of results) {
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
    console.log(`  ${name.padEnd(10)} ${sentence(tally).padEnd(36)} ${seconds.toFixed(1)} s`)
  }
  console.log(sentence(total))
  process.exitCode = total.failed > 0 ? 1 : 0
}

function sentence({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

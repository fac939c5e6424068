import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPostmaster } from '../../platform/postgres/orphan.ts'
import { isRunning } from '../../platform/process/process-identity.ts'
import { buildWeb } from './build-web.ts'
import { root } from './configuration.ts'

const home = mkdtempSync(join(tmpdir(), 'itqan-start-'))
chmodSync(home, 0o755)
const data = join(home, 'data')

beforeAll(buildWeb, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

type Run = {
  output: () => string
  exit: Promise<number | null>
  kill: (signal: NodeJS.Signals) => void
  ready: Promise<string>
}

function itqan(args: string[], env: Record<string, string> = {}): Run {
  const child = spawn('node', ['src/main.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', ITQAN_DATA: data, ITQAN_SAMPLE: 'none', ...env },
  })
  let output = ''
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        const url = /^Itqan is ready: (\S+)$/m.exec(output)?.[1]
        if (url) resolve(url)
      })
    }
    void exit.then(() => reject(new Error(`not ready: ${output}`)))
  })
  ready.catch(() => undefined)
  return { output: () => output, exit, kill: (signal) => child.kill(signal), ready }
}

describe('starting', () => {
  test('brings an empty folder to a served page, stops cleanly, and keeps the data for the next start', async () => {
    const first = itqan(['start'])
    const url = await first.ready
    expect(first.output()).toMatch(/applied, up to/)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await (await fetch(url)).text()).toContain('<div id="root">')

    const second = itqan(['start'])
    expect(await second.exit).toBe(1)
    expect(second.output()).toMatch(/^Another Itqan \(process \d+\) is using the data folder/m)

    const doctor = itqan(['doctor'])
    expect(await doctor.exit, doctor.output()).toBe(0)
    const verify = itqan(['audit', 'verify'])
    expect(await verify.exit, verify.output()).toBe(0)
    expect(verify.output()).toContain('Every chain is whole.')

    const database = readPostmaster(join(data, 'postgres'))?.pid ?? 0
    expect(isRunning(database)).toBe(true)
    first.kill('SIGINT')
    expect(await first.exit).toBe(0)
    expect(isRunning(database)).toBe(false)
    expect(existsSync(join(data, 'itqan.lock'))).toBe(false)

    const again = itqan(['start'])
    await again.ready
    expect(again.output()).not.toMatch(/applied, up to/)
    again.kill('SIGTERM')
    expect(await again.exit).toBe(0)
  }, 120_000)

  test('stopping in the middle of a start leaves nothing running', async () => {
    const folder = join(home, 'interrupted')
    const run = itqan(['start'], { ITQAN_DATA: folder })
    await expect.poll(() => existsSync(join(folder, 'postgres', 'postmaster.pid')), { timeout: 20_000 }).toBe(true)
    const database = readPostmaster(join(folder, 'postgres'))?.pid ?? 0
    run.kill('SIGINT')
    await run.exit
    await expect.poll(() => isRunning(database), { timeout: 10_000 }).toBe(false)
  }, 60_000)
})

describe('an obstacle outside is told in one sentence of each language, without a stack:', () => {
  const file = join(home, 'file')
  writeFileSync(file, '')

  test.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'a data folder that is a file',
      ['start'],
      { ITQAN_DATA: file },
      /^The data folder .* cannot be created or written/,
    ],
    ['a data folder below a file', ['start'], { ITQAN_DATA: join(file, 'data') }, /^The data folder .* \(ENOTDIR\)/],
    [
      'an address that is no address',
      ['start'],
      { DATABASE_URL: 'somewhere' },
      /^DATABASE_URL is not a PostgreSQL address/,
    ],
    [
      'a server that is not there',
      ['start'],
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
      /^No PostgreSQL answers at 127.0.0.1:1/,
    ],
    [
      'a host that is not known',
      ['start'],
      { DATABASE_URL: 'postgres://a:b@nowhere.invalid/c' },
      /^The host nowhere.invalid .* is not known/,
    ],
    ['a port that is no port', ['start'], { PORT: 'many' }, /^PORT is a whole number/],
    [
      'plain HTTP beyond this machine',
      ['start'],
      { HOST: '0.0.0.0' },
      /^HOST 0.0.0.0 would carry passwords in plain HTTP/,
    ],
    ['a date that is no date', ['start', '--date', '2026-02-30'], {}, /^2026-02-30 is not a date/],
    ['a command that does not exist', ['strat'], {}, /^There is no command "strat"/],
  ])('%s', async (_, args, env, sentence) => {
    const run = itqan(args, { ITQAN_DATA: join(home, 'unused'), ...env })
    expect(await run.exit).toBe(1)
    const lines = run
      .output()
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('Itqan ·'))
    expect(
      lines.some((line) => sentence.test(line)),
      run.output(),
    ).toBe(true)
    expect(lines.filter((line) => /[\u0600-\u06ff]/.test(line))).toHaveLength(1)
    expect(run.output()).not.toMatch(/^ {4}at /m)
  })

  test('a busy port, before anything else is begun', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const run = itqan(['start'], { PORT: String(port), ITQAN_DATA: join(home, 'never') })
    expect(await run.exit).toBe(1)
    expect(run.output()).toContain(`Port ${port} of 127.0.0.1 is in use by another program`)
    expect(existsSync(join(home, 'never', 'postgres'))).toBe(false)
    await new Promise((resolve) => other.close(resolve))
  })
})

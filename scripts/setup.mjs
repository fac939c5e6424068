// Runs before `npm start` and `npm test`, in whatever Node the machine has: brings the packages (a newer Node among
// them) and, with --test, a browser. Does nothing when everything is there. Plain JavaScript, no packages.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.cache', 'itqan', 'installed')
const apt = '/usr/bin/apt-get'
const browserRecord = join(modules, '.cache', 'itqan', 'browser')

requireNode(20)
installPackages()
if (process.argv.includes('--test')) await provideBrowser()

function requireNode(oldest) {
  const version = process.versions.node
  if (Number(version.split('.')[0]) >= oldest) return
  stop(
    `Itqan needs Node.js ${oldest} or newer to begin with, and this is ${version}: install it from https://nodejs.org.`,
  )
}

function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
  const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(node) && (read(stamp) === wanted || holdsAll(JSON.parse(lock.toString('utf8'))))) {
    if (read(stamp) !== wanted) write(stamp, wanted)
    return
  }
  console.log('Installing the packages (once, a minute or two) ...')
  // Development packages too, whatever NODE_ENV says: the pages are built on this machine.
  const done = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
  if (done !== 0 || !existsSync(node)) {
    stop('The packages could not be installed; npm says why above (no network, no space or no right to write here?).')
  }
  write(stamp, wanted)
}

/** Whether someone else, such as `npm install`, has already put exactly these packages in place. */
function holdsAll(lock) {
  const hidden = read(join(modules, '.package-lock.json'))
  if (hidden === undefined) return false
  const installed = JSON.parse(hidden).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.optional || wanted.link) return true
    return installed[path]?.version === wanted.version && installed[path]?.integrity === wanted.integrity
  })
}

function npm(args) {
  const cli = process.env.npm_execpath
  const options = { cwd: root, stdio: 'inherit' }
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options).status
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' }).status
}

async function provideBrowser() {
  const named = process.env.ITQAN_CHROMIUM || process.env.CHROME_PATH
  if (named) {
    if (!works(named)) stop(`The browser ${named}, which ITQAN_CHROMIUM or CHROME_PATH names, does not run here.`)
    return write(browserRecord, named)
  }
  const recorded = read(browserRecord)
  if (recorded && works(recorded)) return
  const found = installedBrowsers().find(works) ?? (await playwrightBrowsers()).find(works) ?? (await fetchBrowser())
  if (!found) {
    stop('No Chromium, Chrome or Edge was found and none could be fetched: install one, or name it in ITQAN_CHROMIUM.')
  }
  write(browserRecord, found)
}

function installedBrowsers() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    )
  }
  if (process.platform === 'win32') {
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    return folders.filter(Boolean).flatMap((folder) => programs.map((program) => join(folder, program)))
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  return [...new Set(folders.filter(Boolean))].flatMap((folder) =>
    [...names, 'chrome'].map((name) => join(folder, name)),
  )
}

/** Browsers that Playwright, ours or any other on this machine, has downloaded. */
async function playwrightBrowsers() {
  const caches = { darwin: 'Library/Caches/ms-playwright', win32: 'AppData/Local/ms-playwright' }
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), caches[process.platform] ?? '.cache/ms-playwright')
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-linux/headless_shell',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ]
  const { chromium } = await import(pathToFileURL(join(modules, 'playwright-core', 'index.mjs')).href)
  const folders = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('chromium')) : []
  const others = folders
    .sort()
    .reverse()
    .flatMap((folder) => programs.map((program) => join(cache, folder, program)))
  return [chromium.executablePath(), ...others].filter((path) => path && existsSync(path))
}

async function fetchBrowser() {
  console.log('Fetching a browser for the tests (once) ...')
  const playwright = join(modules, 'playwright-core', 'cli.js')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: 600_000,
  })
  const fetched = (await playwrightBrowsers()).find(works)
  if (fetched) return fetched
  if (process.getuid?.() !== 0 || !existsSync(apt)) return undefined
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync(apt, ['update', '-q'], options)
  spawnSync(apt, ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options)
  // What was fetched a moment ago may only have lacked libraries, which the package brings.
  return installedBrowsers().find(works) ?? (await playwrightBrowsers()).find(works)
}

/** Whether the program is there and runs: a downloaded browser may lack libraries of the system. */
function works(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // On Windows the question for the version would open a window.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function read(path) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endWithUs } from '../../platform/process/end-with-us.ts'
import { diskFull, EnvironmentProblem, tellsOfFullDisk } from '../../platform/process/environment-problem.ts'
import { root } from './configuration.ts'

export const webFolder = join(root, 'dist', 'web')
const stamp = join(webFolder, '.built-from')

/** What the pages are made of. Server code is left out: changing it builds nothing anew. */
const sources = [
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'docs/guide/*.md',
  'src/app/web/**/*',
  'src/ui/**/*',
  'src/shared/**/*',
  'src/features/**/{web,domain}/**/*',
  'src/features/**/{messages.ar,messages.en,schema,policy}.ts',
]

/** Builds the pages when their sources are not those that they were last built from. True when it did. */
export async function buildWeb(): Promise<boolean> {
  const digest = digestOfSources()
  if (existsSync(join(webFolder, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return false
  await runVite()
  writeFileSync(stamp, digest)
  return true
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of [...new Set(files)].sort()) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** In a process of its own, which gives its memory back when it is done. */
function runVite(): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    endWithUs(child)
    let words = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk))
    child.on('error', reject)
    child.on('close', (status) => (status === 0 ? resolve() : reject(explain(words))))
  })
}

function explain(words: string): Error {
  if (tellsOfFullDisk(words)) return diskFull(webFolder, words)
  if (/EACCES|EROFS|EPERM/.test(words)) {
    return new EnvironmentProblem(
      `The pages cannot be written to ${webFolder}: give this user the right to write there.`,
      `تعذّرت كتابة الصفحات في ${webFolder}: يلزم منح هذا المستخدم صلاحية الكتابة.`,
      words,
    )
  }
  return new Error(`The pages could not be built:\n${words}`)
}

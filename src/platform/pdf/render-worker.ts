import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { answerTasks } from '../workers/answer-tasks.ts'
import type { Print } from './print.ts'

const require = createRequire(import.meta.url)
const family = '@expo-google-fonts/ibm-plex-sans-arabic'
const fonts = ['400Regular', '500Medium', '600SemiBold'].map((weight) =>
  readFileSync(require.resolve(`${family}/${weight}/IBMPlexSansArabic_${weight}.ttf`)),
)
const prelude = readFileSync(fileURLToPath(new URL('./prelude.typ', import.meta.url)), 'utf8')

// A folder that does not exist: a document sees the files that it is given here and nothing of the machine.
const root = join(tmpdir(), 'itqan-print')
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts }] })
compiler.addSource(join(root, 'prelude.typ'), prelude)

const missing = { subtitle: null, verification: null }
const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const

answerTasks((task: Print) => {
  const logo = task.logo && `logo.${extensions[task.logo.type]}`
  const files: [name: string, content: Buffer][] = [
    ['data.json', Buffer.from(JSON.stringify(task.data))],
    ['frame.json', Buffer.from(JSON.stringify({ ...missing, ...task.frame, logo: logo ? `/${logo}` : null }))],
  ]
  if (logo && task.logo) files.push([logo, Buffer.from(task.logo.bytes)])
  try {
    for (const [name, content] of files) compiler.mapShadow(join(root, name), content)
    compiler.addSource(join(root, 'main.typ'), task.template)
    return print(join(root, 'main.typ'), Math.floor(task.now.getTime() / 1000))
  } finally {
    for (const [name] of files) compiler.unmapShadow(join(root, name))
    compiler.evictCache(10)
  }
})

function print(mainFilePath: string, createdAt: number): Uint8Array {
  const compiled = compiler.compile({ mainFilePath })
  const document = compiled.result
  if (!document) throw new Error(complaint(compiled.takeError()?.shortDiagnostics))
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: createdAt }))
  } catch {
    // The archive standard refuses a character that no font can show, such as an emoji in somebody's text.
    return new Uint8Array(compiler.pdf(document, { pdfStandard: '1.7', creationTimestamp: createdAt }))
  }
}

function complaint(diagnostics: readonly { message?: unknown }[] | undefined): string {
  return `the template does not compile: ${diagnostics?.map((each) => String(each.message)).join('; ') ?? ''}`
}

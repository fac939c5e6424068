import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Finding, isTest, type SourceFile } from './source-files.ts'

const load = createRequire(import.meta.url)
const plural = /_(zero|one|two|few|many|other)$/
const arabicForms = ['zero', 'one', 'two', 'few', 'many', 'other']

type Words = Record<string, unknown>

/** Every word in both languages, every plural in all the forms of its language, every error code with a sentence. */
export function checkWords(root: string, files: readonly SourceFile[]): Finding[] {
  const folders = [
    'src/ui',
    'src/shared',
    'src/app/web/shell',
    'src/app/web/help',
    ...readdirSync(join(root, 'src/features')).flatMap((name) => [`src/features/${name}`, `src/features/${name}/web`]),
  ]
  const all = { ar: new Set<string>(), en: new Set<string>() }
  const found: Finding[] = []
  for (const folder of folders) {
    const ar = keysOf(root, `${folder}/messages.ar.ts`)
    const en = keysOf(root, `${folder}/messages.en.ts`)
    if (!ar && !en) continue
    const stems = { ar: stemsOf(ar ?? []), en: stemsOf(en ?? []) }
    for (const key of stems.ar) if (!stems.en.has(key)) found.push(missing(`${folder}/messages.en.ts`, key))
    for (const key of stems.en) if (!stems.ar.has(key)) found.push(missing(`${folder}/messages.ar.ts`, key))
    found.push(
      ...pluralGaps(`${folder}/messages.ar.ts`, ar ?? [], arabicForms),
      ...pluralGaps(`${folder}/messages.en.ts`, en ?? [], ['one', 'other']),
    )
    for (const key of stems.ar) all.ar.add(key)
    for (const key of stems.en) all.en.add(key)
  }
  return [...found, ...codesWithoutWords(files, all.ar), ...unknownKeys(files, all.ar)]
}

function keysOf(root: string, path: string): string[] | null {
  const file = join(root, path)
  if (!existsSync(file)) return null
  const exported = load(file) as Words
  return Object.values(exported).flatMap((words) => flatten(words as Words))
}

function flatten(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? flatten(value as Words, `${prefix}${key}/`) : [`${prefix}${key}`],
  )
}

function stemsOf(keys: readonly string[]): Set<string> {
  const set = new Set(keys)
  return new Set(keys.map((key) => (isPlural(key, set) ? key.replace(plural, '') : key)))
}

/** A form is one of several: `changed_by_other` alone is a name. */
function isPlural(key: string, keys: ReadonlySet<string>): boolean {
  const stem = key.replace(plural, '')
  return plural.test(key) && arabicForms.filter((form) => keys.has(`${stem}_${form}`)).length > 1
}

function pluralGaps(file: string, keys: readonly string[], forms: readonly string[]): Finding[] {
  const set = new Set(keys)
  const stems = new Set(keys.filter((key) => isPlural(key, set)).map((key) => key.replace(plural, '')))
  return [...stems].flatMap((stem) =>
    forms
      .filter((form) => !set.has(`${stem}_${form}`) && !(form === 'zero' && set.has(`${stem}_other`)))
      .map((form) => ({ file, rule: `${stem} has no plural form "${form}"`, instead: `add ${stem}_${form}` })),
  )
}

/** The code of a refusal is the key of its sentence. */
function codesWithoutWords(files: readonly SourceFile[], known: ReadonlySet<string>): Finding[] {
  return files
    .filter((file) => /\/errors\.ts$/.test(file.path))
    .flatMap((file) =>
      [...file.text.matchAll(/code: '([a-z_.]+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((code) => !known.has(`errors/${code}`))
        .map((code) => ({
          file: file.path,
          rule: `${code} has no sentence`,
          instead: `add '${code}' to errors in messages.ar.ts and messages.en.ts`,
        })),
    )
}

/** A key written out in `t('…')` must exist. */
function unknownKeys(files: readonly SourceFile[], known: ReadonlySet<string>): Finding[] {
  return files
    .filter((file) => file.path.endsWith('.tsx') && !isTest(file.path))
    .flatMap((file) =>
      [...file.text.matchAll(/\bt\(\s*'([A-Za-z0-9_.]+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((key) => !known.has(key.replaceAll('.', '/')) && !known.has(key.replace('.', '/')))
        .map((key) => ({
          file: file.path,
          rule: `t('${key}') has no words`,
          instead: 'add the key in both languages',
        })),
    )
}

function missing(file: string, key: string): Finding {
  return { file, rule: `has no words for ${key.replaceAll('/', '.')}`, instead: 'every string in both languages' }
}

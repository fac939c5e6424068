import type { Language } from '../../../shared/locale.ts'
import { type GuideBlock, readGuide } from './read-guide.ts'

const files = import.meta.glob<string>('/docs/guide/guide.*.md', { query: '?raw', import: 'default' })
const read = new Map<Language, Promise<readonly GuideBlock[]>>()

/** The guide in a language, fetched when it is first opened. */
export function guideIn(language: Language): Promise<readonly GuideBlock[]> {
  const known = read.get(language)
  if (known) return known
  const load = files[`/docs/guide/guide.${language}.md`]
  if (!load) throw new Error(`There is no guide in ${language}.`)
  const guide = load().then(readGuide)
  guide.catch(() => read.delete(language))
  read.set(language, guide)
  return guide
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../shared/locale.ts'
import { designPages } from '../design/pages.ts'
import { pages } from '../pages.ts'
import { ar } from './messages.ar.ts'
import { en } from './messages.en.ts'
import { helpPages } from './pages.ts'
import { helpAddress, partOf } from './parts-of-pages.ts'
import { headingsOf, readGuide } from './read-guide.ts'
import { tourFor } from './tour-steps.ts'

const root = join(import.meta.dirname, '../../../..')
const textIn = (language: string) => readFileSync(join(root, `docs/guide/guide.${language}.md`), 'utf8')
const guides = languages.map((language) => ({ language, headings: headingsOf(readGuide(textIn(language))) }))
const explained = pages.filter((page) => ![...helpPages, ...designPages].includes(page))

describe('the user guide', () => {
  test('has the same parts in both languages, each with an anchor of its own', () => {
    const [ar = [], en = []] = guides.map(({ headings }) => headings.map(({ id, depth }) => `${depth} ${id}`))
    expect(ar).toEqual(en)
    expect(new Set(ar).size).toBe(ar.length)
    expect(ar.filter((one) => /^\d $/.test(one))).toEqual([])
  })

  test.each(languages)('leads only to parts that exist, in %s', (language) => {
    const ids = guides.find((guide) => guide.language === language)?.headings.map(({ id }) => id)
    const links = [...textIn(language).matchAll(/\]\(#([a-z-]+)\)/g)].map((match) => match[1])
    expect(links.filter((link) => !ids?.includes(link ?? ''))).toEqual([])
    expect(textIn(language)).not.toMatch(/\]\((?!#)/)
  })

  test.each(explained.map(({ path }) => path))('explains the page %s in both languages', (path) => {
    const part = partOf(path)
    expect(part, `say in parts-of-pages.ts which part explains ${path}`).toBeDefined()
    for (const { headings } of guides) expect(headings.map(({ id }) => id)).toContain(part)
  })

  test('is open as a whole where no page is known', () => {
    expect(helpAddress(undefined)).toBe('/help')
    expect(helpAddress('/inbox')).toBe('/help#inbox')
  })
})

describe('the first tour', () => {
  const everyone = [
    { roles: [], can: {} },
    { roles: [], can: { 'performance.team': true } },
    ...['entity_administrator', 'ejada_team', 'planning', 'auditor', 'head', 'head_office'].map((role) => ({
      roles: [role],
      can: {},
    })),
  ]

  test.each(everyone)('has three to five stops with words, ending at the guide: $roles', (person) => {
    const stops = tourFor(person)
    expect(stops.length).toBeGreaterThanOrEqual(3)
    expect(stops.length).toBeLessThanOrEqual(5)
    expect(stops.at(-1)).toBe('help')
    for (const stop of stops) for (const words of [ar, en]) expect(words.tour.stops[stop].title).not.toBe('')
  })
})

import { readFileSync } from 'node:fs'
import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { hasInvisible, isolate, normalizeArabic, searchForm, stripInvisible } from './text.ts'

test('bidi marks, zero width, byte order mark and control characters are removed; line ends stay', () => {
  expect(stripInvisible('\ufeff\u200fسالم\u202e \u2066ن\u2069\u0000\u200b\n\tم')).toBe('سالم ن\n\tم')
  expect(hasInvisible('سالم\u202e')).toBe(true)
  expect(hasInvisible('سالم\n')).toBe(false)
})

test('asking twice for invisible characters gives the same answer', () => {
  expect([hasInvisible('a\u200b'), hasInvisible('a\u200b')]).toEqual([true, true])
})

test.each([
  ['أحمد إبراهيم آمنة ٱلله', 'احمد ابراهيم امنه الله'],
  ['مستشفى', 'مستشفي'],
  ['مسؤول مسئول', 'مسوول مسيول'],
  ['مُحَمَّدٌ', 'محمد'],
  ['عـــمان', 'عمان'],
  ['رؤية ٢٠٤٠ ۲۰۴۰ 2040', 'رويه 2040 2040 2040'],
  ['Oman Vision É', 'oman vision É'],
  ['\u200fخطة\u2069', 'خطه'],
  ['\u0627\u0654', 'ا'],
])('%s is searched as %s', (text, searched) => {
  expect(normalizeArabic(text)).toBe(searched)
})

test('normalizing twice changes nothing', () => {
  const unit = constantFrom(...'أإآٱاىئؤةءكک ـًُّ٠۵5Aaé\t\n\u200f\u00a0ﻻ')
  assert(
    property(string({ unit }), (text) => {
      const once = normalizeArabic(text)
      expect(normalizeArabic(once)).toBe(once)
    }),
  )
})

test('the database folds the same characters', () => {
  const migration = readFileSync(new URL('../../migrations/0001_platform.sql', import.meta.url), 'utf8')
  const start = migration.indexOf('CREATE FUNCTION itqan_normalize(')
  const sql = migration.slice(start, migration.indexOf(';', start))
  const escaped = (text: string) =>
    Array.from(text, (character) => `\\${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join('')
  expect(sql).toContain(`U&'[${searchForm.removed.replaceAll(' ', '').replace(/[0-9A-F]{4}/g, '\\$&')}]', '', 'g'`)
  expect(sql).toContain(`U&'${escaped(searchForm.from)}'`)
  expect(sql).toContain(`U&'${escaped(searchForm.to.slice(0, 8))}' || '${searchForm.to.slice(8)}'`)
})

test('isolates wrap text in its direction', () => {
  expect(isolate('87.5%', 'ltr')).toBe('\u206687.5%\u2069')
  expect(isolate('P-03')).toBe('\u2068P-03\u2069')
})

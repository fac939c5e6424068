import { expect, test } from 'vitest'
import { fill, merge, pluralAt, textAt } from './words.ts'

const words = {
  team: {
    title: 'فريقي',
    rows_zero: 'لا وثائق',
    rows_one: 'وثيقة واحدة',
    rows_two: 'وثيقتان',
    rows_few: '{{count}} وثائق',
    rows_many: '{{count}} وثيقةً',
    rows_other: '{{count}} وثيقة',
  },
  errors: { 'http.offline': 'لا اتصال', unknown: 'خلل' },
}

test('a key leads to its text, and an error code is one name with points in it', () => {
  expect(textAt(words, 'team.title')).toBe('فريقي')
  expect(textAt(words, 'errors.http.offline')).toBe('لا اتصال')
  expect(textAt(words, 'errors.http')).toBeUndefined()
  expect(textAt(words, 'team')).toBeUndefined()
})

test.each([
  [0, 'لا وثائق'],
  [1, 'وثيقة واحدة'],
  [2, 'وثيقتان'],
  [3, '{{count}} وثائق'],
  [11, '{{count}} وثيقةً'],
  [100, '{{count}} وثيقة'],
])('%i takes its Arabic plural form', (count, text) => {
  expect(pluralAt(words, 'team.rows', count, 'ar')).toBe(text)
})

test('a language without a form for zero may still name it', () => {
  expect(pluralAt({ rows_zero: 'none', rows_one: 'one', rows_other: 'many' }, 'rows', 0, 'en')).toBe('none')
  expect(pluralAt({ rows_one: 'one', rows_other: 'many' }, 'rows', 0, 'en')).toBe('many')
})

test('values stand in their places, and a missing one is seen', () => {
  expect(fill('{{a}} من {{b}}', { a: 85 }, String)).toBe('85 من {{b}}')
})

test('features bring their own errors without losing those of others', () => {
  expect(merge(words, { errors: { 'accounts.locked': 'مغلق' } })).toMatchObject({
    errors: { unknown: 'خلل', 'accounts.locked': 'مغلق' },
  })
})

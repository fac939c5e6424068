import { expect, test } from 'vitest'
import { diffWords } from './diff-text.tsx'

test('new words and old ones are told apart, and what stayed is left alone', () => {
  expect(diffWords('خفض زمن إنجاز الخدمات بالأيام', 'خفض زمن إنجاز خدمات التراخيص العشر بالأيام')).toEqual([
    { kind: 'same', text: 'خفض زمن إنجاز ' },
    { kind: 'removed', text: 'الخدمات ' },
    { kind: 'added', text: 'خدمات التراخيص العشر ' },
    { kind: 'same', text: 'بالأيام' },
  ])
})

test('a text that appears or disappears is all new or all old', () => {
  expect(diffWords('', 'هدف جديد')).toEqual([{ kind: 'added', text: 'هدف جديد' }])
  expect(diffWords('هدف', '')).toEqual([{ kind: 'removed', text: 'هدف' }])
})

import { expect, test } from 'vitest'
import { isolateForeign } from './isolate-foreign.ts'

const alone = (text: string) => `\u2068${text}\u2069`

test.each([
  ['P-03', 'ar', alone('P-03')],
  ['84.6%', 'ar', alone('84.6%')],
  ['سالم الحراصي', 'en', alone('سالم الحراصي')],
  ['سالم الحراصي', 'ar', 'سالم الحراصي'],
  ['Salim Al Harrasi', 'en', 'Salim Al Harrasi'],
  ['12', 'ar', '12'],
] as const)('%s in a sentence in %s', (text, language, shown) => {
  expect(isolateForeign(text, language)).toBe(shown)
})

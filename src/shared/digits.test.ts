import { expect, test } from 'vitest'
import { parseDecimalText, toArabicDigits, toAsciiDigits } from './digits.ts'

test('Arabic-Indic and Persian digits become ASCII and keep the leading zero', () => {
  expect(toAsciiDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789')
  expect(toAsciiDigits('۰۱۲۳۴۵۶۷۸۹ رقم')).toBe('0123456789 رقم')
})

test('digits can be shown in their Arabic-Indic shape', () => {
  expect(toArabicDigits('2026 عام')).toBe('٢٠٢٦ عام')
})

test.each([
  ['12.5', '12.5'],
  ['١٢٫٥', '12.5'],
  ['۱۲٫۵', '12.5'],
  ['١٬٢٣٤٬٥٦٧٫٨', '1234567.8'],
  ['1,234', '1234'],
  ['1 234 567', '1234567'],
  [' - 5 ', '-5'],
  ['\u2212٥', '-5'],
  ['+5', '5'],
  ['\u200f٥٠\u200e', '50'],
  ['.5', '0.5'],
  ['12.', '12'],
  ['007', '7'],
  ['000', '0'],
])('%s is read as the number %s', (typed, plain) => {
  expect(parseDecimalText(typed)).toBe(plain)
})

test.each([
  '',
  ' ',
  '.',
  '-',
  '12,5',
  '1,23,456',
  '1.2.3',
  '12a',
  '1e5',
  '١٢،٥',
  '5-',
  'Infinity',
  '0x10',
  '1,234 567,8',
])('%j is no number', (typed) => {
  expect(parseDecimalText(typed)).toBeNull()
})

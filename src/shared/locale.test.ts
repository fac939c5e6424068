import { expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatHijri,
  formatNumber,
  formatPercent,
  formatTargets,
  formatTime,
  formatWeight,
  formatYear,
  type Reader,
} from './locale.ts'

const ar: Reader = { language: 'ar' }
const arab: Reader = { language: 'ar', digits: 'arab' }
const en: Reader = { language: 'en', digits: 'arab' }
const ltr = (text: string) => `\u2066${text}\u2069`
const rtl = (text: string) => `\u2067${text}\u2069`
const sunday = '2026-01-18'

test.each([
  ['weekday', 'الأحد 18 يناير 2026', 'الأحد ١٨ يناير ٢٠٢٦', 'Sunday, 18 January 2026'],
  ['long', '18 يناير 2026', '١٨ يناير ٢٠٢٦', '18 January 2026'],
  ['medium', '18 يناير 2026', '١٨ يناير ٢٠٢٦', '18 Jan 2026'],
  ['short', ltr('18/01/2026'), rtl('١٨\u200f/٠١\u200f/٢٠٢٦'), ltr('18/01/2026')],
  ['dayMonth', ltr('18/01'), rtl('١٨\u200f/٠١'), ltr('18/01')],
  ['deadline', 'الأحد 18 يناير', 'الأحد ١٨ يناير', 'Sun 18 Jan'],
  ['dayNumber', '18', '١٨', '18'],
  ['monthName', 'يناير', 'يناير', 'Jan'],
  ['weekdayName', 'الأحد', 'الأحد', 'Sunday'],
] as const)('a date in the style %s', (style, latin, arabic, english) => {
  expect(formatDate(sunday, { ...ar, style })).toBe(latin)
  expect(formatDate(sunday, { ...arab, style })).toBe(arabic)
  expect(formatDate(sunday, { ...en, style })).toBe(english)
})

test('the same day in the Umm al-Qura calendar', () => {
  expect(formatHijri(sunday, ar)).toBe('29 رجب 1447 هـ')
  expect(formatHijri(sunday, arab)).toBe('٢٩ رجب ١٤٤٧ هـ')
  expect(formatHijri(sunday, en)).toBe('29 Rajab 1447 AH')
})

test('an instant is shown on the clock of the entity', () => {
  const instant = new Date('2026-01-17T21:12:00Z')
  expect(formatTime(instant, { ...ar, timeZone: 'Asia/Muscat' })).toBe(ltr('01:12'))
  expect(formatDateTime(instant, { ...ar, timeZone: 'Asia/Muscat' })).toBe(`18 يناير 2026، ${ltr('01:12')}`)
  expect(formatDateTime(instant, { ...en, timeZone: 'UTC' })).toBe(`17 January 2026, ${ltr('21:12')}`)
  expect(formatTime(instant, { ...arab, timeZone: 'Asia/Muscat' })).toContain('٠١:١٢')
})

test('numbers are grouped, and stored text keeps every decimal', () => {
  expect(formatNumber(1234567, ar)).toBe('1,234,567')
  expect(formatNumber(1234567, arab)).toBe('١٬٢٣٤٬٥٦٧')
  expect(formatNumber('12345678901234.5678', en)).toBe('12,345,678,901,234.5678')
  expect(formatNumber(98.625, ar)).toBe('98.63')
})

test('signs stay beside their number in a sentence of the other direction', () => {
  expect(formatPercent('84.6', ar)).toBe(ltr('84.6%'))
  expect(formatPercent(84.6, arab)).toBe(rtl('٨٤٫٦٪'))
  expect(formatNumber(-5, ar)).toMatch(/^\u2066.*-5\u2069$/)
})

test('a weight in basis points is shown without trailing zeros', () => {
  expect([1250, 2000, 9999, 1].map((weight) => formatWeight(weight, ar))).toEqual(['12.5', '20', '99.99', '0.01'])
  expect(formatWeight(1250, arab)).toBe('١٢٫٥')
})

test('a year is never grouped', () => {
  expect(formatYear(2026, ar)).toBe('2026')
  expect(formatYear(2026, arab)).toBe('٢٠٢٦')
})

test('targets are shown by their data type', () => {
  const numbers = { below: '20', meets: '12', exceeds: '8.5' }
  expect(formatTargets('number', numbers, ar)).toEqual(numbers)
  expect(formatTargets('percentage', numbers, ar).exceeds).toBe(ltr('8.5%'))
  expect(formatTargets('date', { below: '2026-03-31', meets: '2026-03-15', exceeds: '2026-03-01' }, ar).below).toBe(
    ltr('31/03/2026'),
  )
})

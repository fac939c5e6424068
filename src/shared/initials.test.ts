import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['سالم بن ناصر الحراصي', 'س ح'],
  ['هدى بنت سيف الغافرية', 'هـ غ'],
  ['بدرية الهنائية', 'ب هـ'],
  ['إبراهيم بن راشد المعولي', 'إ م'],
  ['ريم بنت عبدالله الكندية', 'ر ك'],
  ['الوليد آل سعيد', 'و س'],
  ['مُحمّد', 'م'],
  ['Salim bin Nasser Al Harrasi', 'SH'],
  ['Huda Al-Ghafri', 'HG'],
  ['Ali Alawi', 'AA'],
  ['\u200fsalim \u202e harrasi', 'SH'],
  ['  ', ''],
  ['123', ''],
])('%s is shown as %s', (name, shown) => {
  expect(initials(name)).toBe(shown)
})

import { expect, test } from 'vitest'
import { grouped, plainCode, sixDigits, twelveLetters } from './one-time-code.ts'

test('a code by text message keeps its leading zeros', () => {
  expect(sixDigits(Uint8Array.of(0, 0, 0, 7))).toBe('000007')
  expect(sixDigits(Uint8Array.of(255, 255, 255, 255))).toBe('967295')
})

test('a code that is handed out has nothing that can be misread', () => {
  const code = twelveLetters(Uint8Array.from({ length: 12 }, (_, index) => index * 21))
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{12}$/)
  expect(grouped(code)).toMatch(/^.{4}-.{4}-.{4}$/)
})

test('a code is understood however it is typed', () => {
  expect(plainCode('٠١٢ ٣٤٥')).toBe('012345')
  expect(plainCode(' abcd-efgh-2345 ')).toBe('ABCDEFGH2345')
})

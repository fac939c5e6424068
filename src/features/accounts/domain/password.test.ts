import { describe, expect, test } from 'vitest'
import { passwordProblem } from './password.ts'

const civilNumber = '01234567'

describe('a new password', () => {
  test.each([
    ['three words of one’s own', 'نخلة على الفلج', null],
    ['a long sentence', 'the falaj runs at dawn', null],
    ['many digits without order', '739164028517', null],
    ['eleven characters', 'abcdefghijk', 'accounts.password_too_short'],
    ['the civil number with decoration', 'x01234567x!!', 'accounts.password_holds_civil_number'],
    ['the civil number in Arabic digits', 'اب٠١٢٣٤٥٦٧جد', 'accounts.password_holds_civil_number'],
    ['the civil number backwards', 'abcd76543210', 'accounts.password_holds_civil_number'],
    ['one letter again and again', 'aaaaaaaaaaaa', 'accounts.password_repeats'],
    ['one piece again and again', 'abc1abc1abc1', 'accounts.password_repeats'],
    ['digits in a row', '345678901234', 'accounts.password_repeats'],
    ['what everyone tries', 'Password@2026', 'accounts.password_common'],
    ['what everyone tries in Arabic', 'كلمة المرور 123', 'accounts.password_common'],
  ])('%s', (_, password, problem) => {
    expect(passwordProblem(password, { civilNumber })).toBe(problem)
  })

  test('is measured in characters, not in units of storage', () => {
    expect(passwordProblem('🌴🌊🏔️🐪☀️', { civilNumber })).toBe('accounts.password_too_short')
  })
})

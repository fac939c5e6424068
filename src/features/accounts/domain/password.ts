import { toAsciiDigits } from '../../../shared/digits.ts'

const shortestPassword = 12

export type PasswordProblem =
  | 'accounts.password_too_short'
  | 'accounts.password_holds_civil_number'
  | 'accounts.password_repeats'
  | 'accounts.password_common'

/** Long enough for the rule, and still among the first that are tried. Compared without case, digits and signs. */
const common = new Set([
  ...['password', 'passwords', 'passwordpassword', 'mypassword', 'thepassword', 'newpassword', 'changeme', 'letmein'],
  ...['welcome', 'welcometo', 'administrator', 'admin', 'adminadmin', 'qwerty', 'qwertyuiop', 'qwertyqwerty', 'itqan'],
  ...['iloveyou', 'sunshine', 'princess', 'football', 'superman', 'starwars', 'abcdefghijkl', 'abcdefgh', 'asdfghjkl'],
  ...['oman', 'omanoman', 'sultanate', 'sultanateofoman', 'muscat', 'muscatoman', 'omanvision', 'ministry', 'ejada'],
  ...['كلمهالمرور', 'كلمةالمرور', 'سلطنةعمان', 'عمان', 'مسقط', 'رؤيةعمان', 'بسمالله', 'محمد', 'إجادة', 'إتقان'],
])

/**
 * What is wrong with a new password, or null (AMB-38): at least 12 characters, not made of the civil number, of one
 * repeated piece or a row of keys, and none of those that everyone tries. No rules about kinds of characters.
 */
export function passwordProblem(password: string, { civilNumber }: { civilNumber: string }): PasswordProblem | null {
  const ascii = toAsciiDigits(password.normalize('NFC'))
  if (Array.from(ascii).length < shortestPassword) return 'accounts.password_too_short'
  if (ascii.includes(civilNumber) || ascii.includes(reversed(civilNumber)))
    return 'accounts.password_holds_civil_number'
  if (repeats(ascii) || inRow(ascii)) return 'accounts.password_repeats'
  if (common.has(ascii.toLowerCase().replace(/[\d\p{P}\p{S}\s]/gu, ''))) return 'accounts.password_common'
  return null
}

function repeats(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(text)
}

/** 123456789012, 987654321098: each digit one away from the last, around the corner too. */
function inRow(text: string): boolean {
  if (!/^\d+$/.test(text)) return false
  const steps = new Set(Array.from(text.slice(1), (digit, index) => (Number(digit) - Number(text[index]) + 10) % 10))
  return steps.size === 1 && (steps.has(1) || steps.has(9))
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('')
}

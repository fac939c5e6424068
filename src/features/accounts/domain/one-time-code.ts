import { toAsciiDigits } from '../../../shared/digits.ts'

export type CodePurpose = 'first_sign_in' | 'handed_out' | 'reset' | 'first_administrator'

/** How long a code lives and how many wrong tries it survives; long random ones need no count. */
export const codeRules = {
  first_sign_in: { minutes: 10, attempts: 5 },
  reset: { minutes: 10, attempts: 5 },
  handed_out: { minutes: 72 * 60, attempts: 1_000 },
  first_administrator: { minutes: 72 * 60, attempts: 1_000 },
} as const satisfies Record<CodePurpose, { minutes: number; attempts: number }>

/** Without letters and digits that are mistaken for each other when read aloud or from paper. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Six digits from four random bytes. 2^32 is so much larger that no digit is noticeably likelier. */
export function sixDigits(bytes: Uint8Array): string {
  const number = bytes.slice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 1_000_000).padStart(6, '0')
}

/** Twelve letters and digits from twelve random bytes: 60 bits. */
export function twelveLetters(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, 12), (byte) => letters[byte % letters.length]).join('')
}

/** In groups of four, as it is shown and read aloud. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** A code as typed: digits of any shape, spaces, hyphens and small letters make no difference. */
export function plainCode(typed: string): string {
  return toAsciiDigits(typed)
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
}

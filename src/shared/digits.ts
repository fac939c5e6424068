import { stripInvisible } from './text.ts'

const arabicIndicZero = 0x0660
const persianZero = 0x06f0

/** Arabic-Indic and Persian digits become ASCII; everything else stays (AMB-38, AMB-68). */
export function toAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= persianZero ? persianZero : arabicIndicZero))
  })
}

/** ASCII digits become Arabic-Indic, for readers who prefer them. Never for text that is stored. */
export function toArabicDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(arabicIndicZero + Number(digit)))
}

const decimalText = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+|(?=\.\d))(?:\.(\d*))?$/

/**
 * A typed or pasted number as plain ASCII (`-1234.5`), or null when it is not one.
 * Takes digits of all three shapes, the Arabic decimal (U+066B) and thousands (U+066C) separators, spaces around and
 * between groups, and a sign. A comma only groups thousands: `12,5` is refused rather than guessed.
 */
export function parseDecimalText(text: string): string | null {
  const ascii = toAsciiDigits(stripInvisible(text))
    .trim()
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
    .replaceAll('\u2212', '-')
    .replace(/^([+-])\s+/, '$1')
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, ',')
  const match = decimalText.exec(ascii)
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0'
  return `${sign === '-' ? '-' : ''}${digits}${fraction && `.${fraction}`}`
}

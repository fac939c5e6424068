import type { CellFormat } from './cell-format.ts'

const lastDay = 2_958_465
const day = 86_400_000

/** A stored number as the person who typed it would write it: `0.1`, `2026-03-01`, `87.5%`, `00123456`. */
export function numberText(stored: string, format: CellFormat, { from1904 }: { from1904: boolean }): string {
  const value = Number(stored)
  if (stored === '' || !Number.isFinite(value)) return stored
  switch (format.kind) {
    case 'date':
      return dateText(value, from1904) ?? decimalText(value)
    case 'percent':
      return `${decimalText(value * 100)}%`
    case 'code':
      return Number.isInteger(value) && value >= 0 ? String(value).padStart(format.digits, '0') : decimalText(value)
    case 'number':
      return /^-?\d{1,15}$/.test(stored) ? stored : decimalText(value)
  }
}

/** Fifteen digits are what a spreadsheet shows; the rest is noise of binary fractions. Never an exponent. */
function decimalText(value: number): string {
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  if (!text.includes('e')) return text
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '')
}

/** Days since the end of 1899 (or 1904), with the 29 February 1900 that never was. */
function dateText(serial: number, from1904: boolean): string | null {
  const shifted = from1904 ? serial + 1462 : serial
  if (shifted < 0 || shifted > lastDay + 1 || Math.floor(shifted) === 60) return null
  const days = shifted < 60 ? shifted + 1 : shifted
  const seconds = Math.round(days * 86_400)
  const [date = '', time = ''] = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString().split('T')
  const clock = time.slice(0, 8).replace(/:00$/, '')
  if (shifted < 1) return clock
  return seconds % (day / 1000) === 0 ? date : `${date}T${clock}`
}

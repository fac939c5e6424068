import { parseDecimalText } from './digits.ts'
import { failed, found, type Result } from './result.ts'
import { stripInvisible } from './text.ts'

export type DecimalProblem =
  | 'decimal.required'
  | 'decimal.not_a_number'
  | 'decimal.negative'
  | 'decimal.too_many_decimals'
  | 'decimal.too_large'

export type DecimalLimits = {
  /** Most digits before the point. */
  readonly digits: number
  /** Most digits after the point; also the scale of the result. */
  readonly decimals: number
  readonly negative?: boolean
  /** A percent sign before or after is understood and dropped. */
  readonly percentSign?: boolean
}

/** Reads a number exactly, as an integer of `10^-decimals`: with 2 decimals '12.5' is 1250n. No float is involved. */
export function parseDecimal(text: string, limits: DecimalLimits): Result<bigint, DecimalProblem> {
  const seen = stripInvisible(text).trim()
  if (seen === '') return failed('decimal.required')
  const plain = parseDecimalText(limits.percentSign ? seen.replace(/^[%٪]|[%٪]$/, '') : seen)
  if (plain === null) return failed('decimal.not_a_number')
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.')
  if (plain.startsWith('-') && !limits.negative && /[1-9]/.test(plain)) return failed('decimal.negative')
  if (fraction.length > limits.decimals) return failed('decimal.too_many_decimals')
  if (whole.length > limits.digits) return failed('decimal.too_large')
  const size = BigInt(whole + fraction.padEnd(limits.decimals, '0'))
  return found(plain.startsWith('-') ? -size : size)
}

/** The shortest plain text of a scaled integer: 1250n with 2 decimals is '12.5'. */
export function decimalText(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}

export function compare(a: bigint, b: bigint): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Integer division, halves away from zero: the same as `round()` of a numeric in PostgreSQL (H1). */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const size = (2n * n + d) / (2n * d)
  return negative ? -size : size
}

/** All weights of one document together, in basis points (AMB-06). */
export const wholeWeight = 10_000

/** A weight in basis points, 0 to 10000: '12.5' is 1250. At most two decimals (AMB-06, H1). */
export function parseWeight(text: string): Result<number, DecimalProblem> {
  const parsed = parseDecimal(text, { digits: 3, decimals: 2, percentSign: true })
  if (!parsed.ok) return parsed
  return parsed.value > BigInt(wholeWeight) ? failed('decimal.too_large') : found(Number(parsed.value))
}

/** Plain text of a weight in basis points: 1250 is '12.5'. */
export function weightText(basisPoints: number): string {
  return decimalText(BigInt(basisPoints), 2)
}

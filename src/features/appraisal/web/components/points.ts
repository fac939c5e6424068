import { decimalText } from '../../../../shared/decimal.ts'

/** Percentage points of micro-percent as they are shown: two decimals, half-up. Never ranked on (AMB-08). */
export function shownPoints(micro: number): number {
  return Math.floor((micro + 5_000) / 10_000) / 100
}

/** The same of a sum of scores, whose unit is 10^-10 of a percentage point. */
export function shownUnits(units: number): number {
  return Math.floor((units + 50_000_000) / 100_000_000) / 100
}

/** All decimals that a result has, as plain text: '98.625'. */
export function exactPoints(micro: number): string {
  return decimalText(BigInt(micro), 6)
}

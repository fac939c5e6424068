import { formatNumber, formatPercent, type Reader } from '../../../../shared/locale.ts'

/** A result or score with its two decimals, as everywhere (AMB-08): '98.625' is «98.63». */
export function pointsText(points: string, reader: Reader): string {
  return formatNumber(points, { ...reader, decimals: 2 })
}

/** «110%», at most two decimals. */
export function percentText(percent: string, reader: Reader): string {
  return formatPercent(percent, reader)
}

import type { ReactNode } from 'react'
import { toArabicDigits } from '../shared/digits.ts'
import { formatNumber, formatPercent } from '../shared/locale.ts'
import { usePreferences } from './preferences.ts'

type NumProps = {
  /** A number (shown with the reader's digits) or ready text such as `P-03` or `95 × 10 = 9.50`. */
  readonly children: ReactNode
  readonly percent?: boolean
  /** Always shown with this many decimals. */
  readonly decimals?: number
  /** Codes, formulas, fingerprints: kept left to right, in Latin digits. */
  readonly code?: boolean
  readonly className?: string
}

/** A number or code on its own island, so that it never jumps inside a sentence of the other direction. */
export function Num({ children, percent, decimals, code, className }: NumProps) {
  const { language, digits } = usePreferences()
  const reader = { language, digits, ...(decimals !== undefined && { decimals }) }
  let shown = children
  if (typeof children === 'number') shown = percent ? formatPercent(children, reader) : formatNumber(children, reader)
  else if (typeof children === 'string' && !code && language === 'ar' && digits === 'arab')
    shown = toArabicDigits(children)
  return (
    <bdi dir={code ? 'ltr' : undefined} className={className}>
      {shown}
    </bdi>
  )
}

import { labelOf, type PeriodKind } from '../../../../shared/period.ts'
import type { Text } from '../../../../ui/i18n.ts'

type Cycle = { readonly kind: PeriodKind; readonly ordinal: number }

/** «الربع الأول 2025». */
export function cycleTitle({ textFor }: Pick<Text, 'textFor'>, year: number, { kind, ordinal }: Cycle): string {
  const { key, params } = labelOf({ kind, year, ordinal })
  return textFor(key, params) ?? `${ordinal} / ${params.year}`
}

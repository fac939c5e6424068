import { labelOf, type Period } from '../../../../shared/period.ts'
import type { Text } from '../../../../ui/i18n.ts'

/** «الربع الأول 2026». */
export function cycleName({ textFor }: Pick<Text, 'textFor'>, cycle: Period): string {
  const { key, params } = labelOf(cycle)
  return textFor(key, params) ?? params.year
}

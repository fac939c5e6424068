import { formatDate, formatNumber, formatQuantity } from '../../../../shared/locale.ts'
import { parseQuantity } from '../../../../shared/measure.ts'
import type { Text } from '../../../../ui/i18n.ts'
import type { Preferences } from '../../../../ui/preferences.ts'
import type { Explained } from '../api.ts'

export type ScoreLine = Explained['cycles'][number]['segments'][number]['lines'][number]

/** A target or an actual as its reader sees it; a date of the year itself is short. */
export function quantityOf(
  { dataType }: Pick<ScoreLine, 'dataType'>,
  value: string | null,
  year: number,
  { t }: Pick<Text, 't'>,
  reader: Preferences,
): string {
  if (value === null) return t('appraisal.why.notDelivered')
  if (!parseQuantity(dataType, value).ok) return value
  if (dataType === 'date' && value.startsWith(`${year}-`)) return formatDate(value, { ...reader, style: 'dayMonth' })
  return dataType === 'number' ? formatNumber(value, reader) : formatQuantity(dataType, value, reader)
}

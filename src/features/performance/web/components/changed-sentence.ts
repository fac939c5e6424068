import { formatDateTime } from '../../../../shared/locale.ts'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import type { Text } from '../../../../ui/i18n.ts'
import type { Preferences } from '../../../../ui/preferences.ts'

/** Who was faster and when, in the words and on the clock of the reader. */
export function changedSentence({ params }: ApiProblem, { t, language }: Text, reader: Preferences): string {
  const { by, byEn, at } = params
  const name = language === 'en' ? byEn || by : by
  if (typeof name !== 'string' || name === '' || typeof at !== 'string') return t('performance.record.changedByNobody')
  return t('performance.record.changed', { name, at: formatDateTime(new Date(at), reader) })
}
